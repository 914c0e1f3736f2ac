import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The head of an exhibit, registered from a seizure's line, with its first weighing: where the thread reaches evidence. */
export class Evidence implements MigrationInterface {
  name = 'Evidence1764000000800';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create sequence exhibits_number;

create table exhibits (
  id             uuid primary key,
  number         text not null constraint exhibits_number_taken unique,
  seizure_id     uuid not null constraint exhibits_seizure references seizures (id),
  line_id        uuid not null,
  unit_id uuid not null, operation_id uuid, case_id uuid, classification smallint not null,
  holder_unit_id uuid not null constraint exhibits_holder_unit references units (id),
  holder_officer_id uuid constraint exhibits_holder references officers (id),
  category       text not null constraint exhibits_category check (category in ('drug', 'sample', 'packaging', 'device', 'document', 'cash', 'weapon', 'vehicle', 'biological', 'digital')),
  status         text not null default 'held' constraint exhibits_status check (status in ('held')),
  description    text not null,
  packages       integer constraint exhibits_packages check (packages > 0),
  hazards        text[] not null default '{}',
  storage_condition text,
  seal_number    text,
  seal_issuer    text,
  flags          text[] not null default '{}',
  collected_at   timestamptz not null,
  collected_by_id uuid not null constraint exhibits_collector references officers (id),
  witness_id     uuid constraint exhibits_witness references officers (id) constraint exhibits_witness_other check (witness_id <> collected_by_id),
  alone_because  text,
  is_illustrative boolean not null default false,
  fingerprint    text,
  recorded_at    timestamptz not null default clock_timestamp(),
  recorded_by    uuid not null default tamga.acting_person() constraint exhibits_recorder references persons (id),
  version        integer not null default 1,
  constraint exhibits_line foreign key (line_id, seizure_id) references seizure_lines (id, seizure_id),
  constraint exhibits_not_ahead check (collected_at <= recorded_at + interval '24 hours 5 minutes'),
  constraint exhibits_issuer_of_seal check (seal_issuer is null or seal_number is not null)
);
create index exhibits_of_seizure on exhibits (seizure_id);
create index exhibits_of_line on exhibits (line_id);
create index exhibits_of_operation on exhibits (operation_id) where operation_id is not null;
create index exhibits_of_case on exhibits (case_id) where case_id is not null;
create index exhibits_by_time on exhibits (collected_at desc, id desc);
-- A seal is used once in the service's lifetime, whoever issued it.
create unique index exhibits_seal_once on exhibits (coalesce(seal_issuer, ''), seal_number) where seal_number is not null;

create table exhibit_weighings (
  id             uuid primary key,
  exhibit_id     uuid not null constraint exhibit_weighings_exhibit references exhibits (id),
  unit_id uuid not null, operation_id uuid, case_id uuid, classification smallint not null,
  quantity       numeric(24,9) not null constraint exhibit_weighings_positive check (quantity > 0),
  quantity_unit  text not null constraint exhibit_weighings_unit references measurement_units (code),
  mass_grams     numeric(30,9) not null constraint exhibit_weighings_mass check (mass_grams > 0),
  basis          text not null constraint exhibit_weighings_basis check (basis in ('gross', 'net')),
  scale_id       uuid constraint exhibit_weighings_scale references resources (id),
  weighed_by_id  uuid not null constraint exhibit_weighings_weigher references officers (id),
  witness_id     uuid constraint exhibit_weighings_witness references officers (id) constraint exhibit_weighings_witness_other check (witness_id <> weighed_by_id),
  weighed_at     timestamptz not null,
  is_indicative  boolean not null,
  recorded_at    timestamptz not null default clock_timestamp()
);
create index exhibit_weighings_of_exhibit on exhibit_weighings (exhibit_id);

create function tamga.place_exhibit() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
declare s record; serial text;
begin
  select z.unit_id, z.operation_id, z.case_id, z.classification, z.status, z.is_illustrative, u.code into s from seizures z join units u on u.id = z.unit_id where z.id = new.seizure_id;
  if not found then raise exception 'no such seizure' using errcode = '23503', hint = 'exhibits.no-seizure'; end if;
  if s.status = 'voided' then raise exception 'the seizure is voided' using errcode = '23514', hint = 'seizures.voided'; end if;
  new.unit_id := s.unit_id; new.operation_id := s.operation_id; new.case_id := s.case_id; new.classification := s.classification; new.is_illustrative := s.is_illustrative;
  serial := nextval('exhibits_number')::text;
  new.number := s.code || '/' || to_char(tamga.local_date(new.collected_at), 'YYYY') || '/EX-' || lpad(serial, greatest(4, length(serial)), '0');
  return new;
end $$;
create trigger place before insert on exhibits for each row execute function tamga.place_exhibit();

create function tamga.inherit_from_exhibit() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
begin
  select unit_id, operation_id, case_id, classification into new.unit_id, new.operation_id, new.case_id, new.classification from exhibits where id = new.exhibit_id;
  if not found then raise exception 'no such exhibit' using errcode = '23503', hint = 'scope.no-parent'; end if;
  return new;
end $$;
create trigger inherit_from_exhibit before insert on exhibit_weighings for each row execute function tamga.inherit_from_exhibit();

-- A seizure that moves to a case or a higher classification takes its exhibits, and they their weighings.
create function tamga.pass_on_to_exhibits() returns trigger language plpgsql security definer set search_path = tamga, pg_temp as $$
begin
  update exhibits set unit_id = new.unit_id, operation_id = new.operation_id, case_id = new.case_id, classification = new.classification where seizure_id = new.id;
  update exhibit_weighings w set unit_id = new.unit_id, operation_id = new.operation_id, case_id = new.case_id, classification = new.classification
    from exhibits x where x.id = w.exhibit_id and x.seizure_id = new.id;
  return null;
end $$;
create trigger pass_on_to_exhibits after update of unit_id, operation_id, case_id, classification on seizures
  for each row when ((old.unit_id, old.operation_id, old.case_id, old.classification) is distinct from (new.unit_id, new.operation_id, new.case_id, new.classification))
  execute function tamga.pass_on_to_exhibits();

grant usage on sequence exhibits_number to tamga_officer, tamga_coordinator, tamga_commander;
call audit.watch('exhibits');
call audit.watch('exhibit_weighings');
call tamga.scope('exhibits', '{officer,coordinator,commander}', 'insert');
call tamga.scope('exhibit_weighings', '{officer,coordinator,commander}', 'insert');

-- A store and a laboratory see what they hold, and the lines it came from.
create function tamga.held_lines() returns uuid[] language plpgsql stable parallel restricted security definer set search_path = tamga, pg_temp as $$
begin
  return array(select line_id from exhibits where holder_unit_id = any(tamga.acting_units()));
end $$;
drop policy custodian_reads on exhibits;
drop policy chemist_reads on exhibits;
create policy custodian_reads on exhibits for select to tamga_custodian using (holder_unit_id = any ((select nullif(current_setting('tamga.units', true), '')::uuid[])::uuid[]));
create policy chemist_reads on exhibits for select to tamga_chemist using (holder_unit_id = any ((select nullif(current_setting('tamga.units', true), '')::uuid[])::uuid[]));
drop policy custodian_reads on seizure_lines;
drop policy chemist_reads on seizure_lines;
create policy custodian_reads on seizure_lines for select to tamga_custodian using (id = any ((select tamga.held_lines())::uuid[]));
create policy chemist_reads on seizure_lines for select to tamga_chemist using (id = any ((select tamga.held_lines())::uuid[]));
grant create on schema tamga to tamga_kernel;
alter function tamga.pass_on_to_exhibits() owner to tamga_kernel;
alter function tamga.held_lines() owner to tamga_kernel;
revoke create on schema tamga from tamga_kernel;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop policy custodian_reads on seizure_lines;
drop policy chemist_reads on seizure_lines;
create policy custodian_reads on seizure_lines for select to tamga_custodian using (false);
create policy chemist_reads on seizure_lines for select to tamga_chemist using (false);
drop trigger pass_on_to_exhibits on seizures;
drop table exhibit_weighings, exhibits;
drop function tamga.held_lines(), tamga.pass_on_to_exhibits(), tamga.inherit_from_exhibit(), tamga.place_exhibit();
drop sequence exhibits_number;
`);
  }
}
