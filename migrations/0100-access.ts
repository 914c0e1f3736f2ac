import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Persons, their accounts and sessions, and the roles two administrators gave them. */
export class Access implements MigrationInterface {
  name = 'Access1764000000100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table persons (
  id          uuid primary key,
  family_name text not null,
  given_name  text not null,
  patronymic  text,
  recorded_at timestamptz not null default clock_timestamp(),
  version     integer not null default 1
);

create table accounts (
  id          uuid primary key,
  person_id   uuid not null constraint accounts_person references persons (id),
  username    text not null constraint accounts_username_taken unique constraint accounts_username_form check (username ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
  clearance   smallint not null default 0 constraint accounts_clearance check (clearance between 0 and 3),
  language    text not null default 'en' constraint accounts_language check (language in ('en', 'ru', 'ky')),
  status      text not null default 'active' constraint accounts_status check (status in ('active', 'disabled')),
  is_demonstration boolean not null default false,
  fingerprint text,
  recorded_at timestamptz not null default clock_timestamp(),
  version     integer not null default 1,
  constraint accounts_of_person unique (id, person_id)
);

-- Secrets: read by the gate alone, kept out of history. A change of password is seen there as a change of the account's version.
create table credentials (
  account_id    uuid primary key constraint credentials_account references accounts (id),
  password_hash text not null,
  failures      integer not null default 0,
  failing_since timestamptz,
  locked_at     timestamptz,
  changed_at    timestamptz not null default clock_timestamp()
);

create table role_grants (
  id           uuid primary key,
  account_id   uuid not null,
  person_id    uuid not null,
  role         text not null constraint role_grants_role check (role in ('officer', 'coordinator', 'commander', 'custodian', 'chemist', 'analyst', 'auditor', 'prosecutor', 'administrator')),
  status       text not null default 'proposed' constraint role_grants_status check (status in ('proposed', 'confirmed', 'revoked')),
  proposed_by  uuid not null constraint role_grants_proposer references persons (id),
  proposed_at  timestamptz not null default clock_timestamp(),
  confirmed_by uuid constraint role_grants_confirmer references persons (id),
  confirmed_at timestamptz,
  revoked_by   uuid constraint role_grants_revoker references persons (id),
  revoked_at   timestamptz,
  fingerprint  text,
  version      integer not null default 1,
  constraint role_grants_account foreign key (account_id, person_id) references accounts (id, person_id),
  constraint role_grants_not_to_oneself check (person_id <> proposed_by and person_id <> confirmed_by),
  constraint role_grants_two_persons check (confirmed_by <> proposed_by),
  constraint role_grants_confirmed check (status <> 'confirmed' or (confirmed_by is not null and confirmed_at is not null)),
  constraint role_grants_revoked check (status <> 'revoked' or (revoked_by is not null and revoked_at is not null))
);
create unique index role_grants_once on role_grants (account_id, role) where status in ('proposed', 'confirmed');

-- Tokens are kept as their SHA-256; a refresh token that comes back after its rotation ends the session.
create table sessions (
  id                 uuid primary key,
  account_id         uuid not null constraint sessions_account references accounts (id),
  access_hash        text not null constraint sessions_access_once unique,
  access_expires_at  timestamptz not null,
  refresh_hash       text not null constraint sessions_refresh_once unique,
  previous_refresh_hash text,
  opened_at          timestamptz not null default clock_timestamp(),
  last_used_at       timestamptz not null default clock_timestamp(),
  expires_at         timestamptz not null,
  stepped_up_at      timestamptz,
  revoked_at         timestamptz,
  revoked_because    text
);
create index sessions_of_account on sessions (account_id) where revoked_at is null;
create index sessions_previous_refresh on sessions (previous_refresh_hash) where previous_refresh_hash is not null;

insert into persons (id, family_name, given_name) values
  ('00000000-0000-7000-8000-000000000001', 'Tamga', 'System'),
  ('00000000-0000-7000-8000-000000000003', 'Tamga', 'System, second hand');
insert into accounts (id, person_id, username, status) values
  ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 'system', 'disabled');

call audit.watch('persons');
call audit.watch('accounts');
call audit.watch('role_grants');
call tamga.open_to_all('persons', '{administrator}');
call tamga.open_to_all('accounts', '{administrator}');
call tamga.open_to_all('role_grants', '{administrator}');
grant select, insert, update on sessions to tamga_gate;
grant select, update on credentials to tamga_gate;
grant insert, update on credentials to tamga_administrator;
grant select (account_id, failures, locked_at, changed_at) on credentials to tamga_administrator;
grant select (id, account_id, revoked_at), update (revoked_at, revoked_because) on sessions to tamga_administrator;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop table sessions, role_grants, credentials, accounts, persons;
`);
  }
}
