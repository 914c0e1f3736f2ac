import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The service's tree with its dated names and parents, who served where and when, and the means they have. */
export class Units implements MigrationInterface {
  name = 'Units1764000000300';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table units (
  id          uuid primary key,
  code        text not null constraint units_code_taken unique constraint units_code_form check (code ~ '^[A-Z][A-Z0-9-]{1,31}$'),
  kind        text not null constraint units_kind check (kind in ('service', 'directorate', 'department', 'mobile_group', 'canine_group', 'laboratory', 'evidence_store', 'analytical_center', 'partner_agency')),
  is_exclusive boolean not null default false,
  strength    integer constraint units_strength check (strength >= 0),
  territory   text constraint units_territory references territories (code),
  phone       text,
  established_on date not null,
  dissolved_on   date constraint units_order check (dissolved_on > established_on),
  fingerprint text,
  recorded_at timestamptz not null default clock_timestamp(),
  version     integer not null default 1
);

create table unit_names (
  id uuid primary key,
  unit_id uuid not null constraint unit_names_unit references units (id),
  name_en text not null, name_ru text, name_ky text,
  valid_from date not null, valid_to date constraint unit_names_order check (valid_to > valid_from),
  version integer not null default 1,
  constraint unit_names_no_overlap exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&)
);

create table unit_parents (
  id uuid primary key,
  unit_id uuid not null constraint unit_parents_unit references units (id),
  parent_id uuid not null constraint unit_parents_parent references units (id) constraint unit_parents_not_itself check (parent_id <> unit_id),
  valid_from date not null, valid_to date constraint unit_parents_order check (valid_to > valid_from),
  version integer not null default 1,
  constraint unit_parents_no_overlap exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&)
);
create index unit_parents_below on unit_parents (parent_id);

create table unit_successions (
  id uuid primary key,
  unit_id uuid not null constraint unit_successions_unit references units (id),
  successor_id uuid not null constraint unit_successions_successor references units (id) constraint unit_successions_not_itself check (successor_id <> unit_id),
  "on" date not null,
  reason text,
  constraint unit_successions_once unique (unit_id, successor_id)
);

create table officers (
  id            uuid primary key,
  person_id     uuid not null constraint officers_person_once unique constraint officers_person references persons (id),
  code          text not null constraint officers_code_taken unique constraint officers_code_form check (code ~ '^[A-Z0-9][A-Z0-9-]{1,31}$'),
  badge_number  text not null constraint officers_badge_taken unique,
  serves_from   date not null,
  serves_until  date constraint officers_order check (serves_until > serves_from),
  fingerprint   text,
  recorded_at   timestamptz not null default clock_timestamp(),
  version       integer not null default 1
);

-- One post at a time; the officer stays the author of what was done in an earlier one.
create table officer_posts (
  id uuid primary key,
  officer_id uuid not null constraint officer_posts_officer references officers (id),
  unit_id uuid not null constraint officer_posts_unit references units (id),
  rank text not null,
  position text,
  valid_from date not null, valid_to date constraint officer_posts_order check (valid_to > valid_from),
  order_number text,
  version integer not null default 1,
  constraint officer_posts_no_overlap exclude using gist (officer_id with =, daterange(valid_from, valid_to) with &&)
);
create index officer_posts_of_unit on officer_posts (unit_id);

-- Who commands which unit, and so everything below it.
create table unit_commands (
  id uuid primary key,
  unit_id uuid not null constraint unit_commands_unit references units (id),
  person_id uuid not null constraint unit_commands_person references persons (id),
  is_acting boolean not null default false,
  valid_from date not null, valid_to date constraint unit_commands_order check (valid_to > valid_from),
  order_number text,
  version integer not null default 1
);

create table qualifications (
  id uuid primary key,
  officer_id uuid not null constraint qualifications_officer references officers (id),
  kind text not null constraint qualifications_kind check (kind in ('weapon_permit', 'driver', 'dog_handler', 'drone_pilot', 'field_testing', 'undercover', 'controlled_delivery', 'first_aid', 'interpreter', 'training_course', 'other')),
  title text not null,
  issuer text, certificate_number text,
  issued_on date not null,
  expires_on date constraint qualifications_order check (expires_on > issued_on),
  programme text constraint qualifications_programme references programmes (code),
  fingerprint text,
  recorded_at timestamptz not null default clock_timestamp(),
  version integer not null default 1
);
create index qualifications_of_officer on qualifications (officer_id);

create table resources (
  id uuid primary key,
  code text not null constraint resources_code_taken unique constraint resources_code_form check (code ~ '^[A-Z0-9][A-Z0-9-]{1,31}$'),
  kind text not null constraint resources_kind check (kind in ('vehicle', 'drone', 'dog', 'scale', 'weighbridge', 'other')),
  name text not null,
  unit_id uuid not null constraint resources_unit references units (id),
  registration text,
  calibrated_on date, calibration_expires_at timestamptz,
  calibration_certificate text,
  capacity_grams numeric(24,9), resolution_grams numeric(24,9),
  expanded_uncertainty_grams numeric(24,9) constraint resources_uncertainty check (expanded_uncertainty_grams > 0),
  coverage_factor numeric(6,3) constraint resources_coverage check (coverage_factor > 0),
  status text not null default 'available' constraint resources_status check (status in ('available', 'in_repair', 'retired')),
  programme text constraint resources_programme references programmes (code),
  fingerprint text,
  recorded_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  constraint resources_calibration check (kind in ('scale', 'weighbridge') or calibration_expires_at is null)
);

-- Ids of the given units and of every unit below them on that day.
create function tamga.units_below(roots uuid[], on_day date default tamga.local_date(clock_timestamp())) returns uuid[] language sql stable
  set search_path = tamga, pg_temp as $$
  with recursive below (id) as (
    select unnest(roots)
    union
    select p.unit_id from unit_parents p join below b on p.parent_id = b.id
    where p.valid_from <= on_day and (p.valid_to is null or p.valid_to > on_day)
  ) select coalesce(array_agg(id), '{}') from below where id is not null
$$;

-- Where a person stands today, and the units each of their roles reaches: the session's question, answered here.
create function tamga.standing_of(person uuid, out officer_id uuid, out officer text, out unit_id uuid, out unit text, out reach uuid[], out command_reach uuid[])
  language sql stable set search_path = tamga, pg_temp as $$
  with today (on_day) as (select tamga.local_date(clock_timestamp()))
  select o.id, o.code, u.id, u.code, tamga.units_below(array[u.id]),
    tamga.units_below(array(select c.unit_id from unit_commands c, today where c.person_id = person
      and c.valid_from <= on_day and (c.valid_to is null or c.valid_to > on_day)))
  from (select) one
  left join officers o on o.person_id = person
  left join officer_posts p on p.officer_id = o.id and p.valid_from <= (select on_day from today)
    and (p.valid_to is null or p.valid_to > (select on_day from today))
  left join units u on u.id = p.unit_id
$$;

do $$ declare t text; begin
  foreach t in array array['units', 'unit_names', 'unit_parents', 'unit_successions', 'officers', 'officer_posts', 'unit_commands', 'qualifications', 'resources'] loop
    execute format('call audit.watch(%L)', t);
    execute format('call tamga.open_to_all(%L, ''{administrator}'')', t);
  end loop;
end $$;
grant insert, update on qualifications, resources to tamga_coordinator;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop function tamga.standing_of(uuid); drop function tamga.units_below(uuid[], date);
drop table resources, qualifications, unit_commands, officer_posts, officers, unit_successions, unit_parents, unit_names, units;
`);
  }
}
