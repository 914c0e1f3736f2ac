#!/bin/sh
# For docker-compose.yml: run once, by the PostgreSQL image, when it makes a new cluster. Two logins, so that the service cannot change
# the schema it lives in: tamga_migrator owns the database and makes its roles, tamga_service only takes the roles it is granted.
set -eu
psql --no-psqlrc --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres <<'SQL'
\getenv migrator TAMGA_MIGRATOR_PASSWORD
\getenv service TAMGA_SERVICE_PASSWORD
create role tamga_migrator login nosuperuser nobypassrls createrole password :'migrator';
create role tamga_service login nosuperuser nobypassrls noinherit password :'service';
create database tamga owner tamga_migrator;
revoke connect, temporary on database tamga from public;
grant connect on database tamga to tamga_service;
SQL
