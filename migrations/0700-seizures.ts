import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Seizures and their lines: what was taken, where, when and by whom; kept as recorded, amended or voided, never edited quietly. */
export class Seizures implements MigrationInterface {
  name = 'Seizures1764000000700';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create sequence seizures_number;

-- What one column may hold, as domains: PostgreSQL reads the text of a table's own check anew in every statement that inserts, a domain's once a session.
create domain seizures_classification as smallint constraint seizures_classification check (value between 0 and 3);
create domain seizures_status as text constraint seizures_status check (value in ('recorded', 'amended', 'voided'));
create domain seizures_precision as text constraint seizures_precision check (value in ('minute', 'hour', 'day', 'month', 'year'));
create domain seizures_lat as numeric(9,6) constraint seizures_lat check (value between -90 and 90);
create domain seizures_lon as numeric(9,6) constraint seizures_lon check (value between -180 and 180);
create domain seizures_discovery as text constraint seizures_discovery check (value in ('special_operation', 'controlled_delivery', 'checkpoint', 'border_control', 'search', 'patrol', 'postal', 'online', 'dead_drop', 'abandoned', 'handed_in'));
create domain seizures_transport as text constraint seizures_transport check (value in ('road', 'rail', 'air', 'water', 'post', 'foot', 'animal', 'drone', 'pipeline', 'other'));
create domain seizures_reported_via as text constraint seizures_reported_via check (value in ('radio', 'telephone', 'duty_desk', 'message', 'in_person'));
create domain seizure_lines_kind as text constraint seizure_lines_kind check (value in ('substance', 'weapon', 'cash', 'vehicle', 'equipment', 'document'));
create domain seizure_lines_status as text constraint seizure_lines_status check (value in ('declared', 'presumptive', 'confirmed', 'refuted', 'inconclusive', 'voided'));
create domain seizure_lines_moisture as text constraint seizure_lines_moisture check (value in ('wet', 'dry'));
create domain seizure_lines_quantity_positive as numeric(24,9) constraint seizure_lines_quantity_positive check (value > 0 and value <> 'NaN');
create domain seizure_lines_mass_positive as numeric(30,9) constraint seizure_lines_mass_positive check (value > 0 and value <> 'NaN');
create domain seizure_lines_basis as text constraint seizure_lines_basis check (value in ('gross', 'net'));
create domain seizure_lines_method as text constraint seizure_lines_method check (value in ('scale', 'weighbridge', 'estimate', 'count', 'impossible'));
create domain seizure_lines_packages as integer constraint seizure_lines_packages check (value > 0);
create domain seizure_lines_purity as numeric(9,6) constraint seizure_lines_purity check (value >= 0 and value <= 100);
create domain seizure_lines_field_test as text constraint seizure_lines_field_test check (value in ('positive', 'negative', 'inconclusive', 'not_done'));
create domain seizure_lines_amount_positive as numeric(24,9) constraint seizure_lines_amount_positive check (value > 0 and value <> 'NaN');
create domain seizure_lines_currency as text constraint seizure_lines_currency check (value ~ '^[A-Z]{3}$');
create domain seizure_lines_area as numeric(24,9) constraint seizure_lines_area check (value > 0);
create domain seizure_lines_plants as integer constraint seizure_lines_plants check (value > 0);

create table seizures (
  id             uuid primary key,
  number         text not null constraint seizures_number_taken unique,
  unit_id        uuid not null constraint seizures_unit references units (id),
  operation_id   uuid constraint seizures_operation references operations (id),
  case_id        uuid constraint seizures_case references cases (id),
  classification seizures_classification not null,
  status         seizures_status not null default 'recorded',
  seized_at      timestamptz not null,
  seized_to      timestamptz constraint seizures_period check (seized_to >= seized_at),
  seized_precision seizures_precision not null default 'minute',
  territory      text constraint seizures_territory references territories (code),
  place          text,
  lat seizures_lat, lon seizures_lon,
  accuracy_meters integer,
  discovery      seizures_discovery,
  jurisdiction   text not null default 'KG' constraint seizures_jurisdiction references countries (code),
  seizing_authority text,
  protocol_number text, protocol_on date,
  legal_authority text,
  witnesses      text[] not null default '{}',
  is_video_recorded boolean,
  taken_from     text,
  producing_country   text constraint seizures_producing references countries (code),
  departure_country   text constraint seizures_departure references countries (code),
  transit_countries   text[] not null default '{}',
  destination_country text constraint seizures_destination references countries (code),
  transport      seizures_transport,
  conveyance     text,
  concealment    text,
  reported_by_id uuid constraint seizures_reporter references officers (id),
  reported_via   seizures_reported_via,
  note           text,
  flags          text[] not null default '{}',
  is_illustrative boolean not null default false,
  fingerprint    text,
  recorded_at    timestamptz not null default clock_timestamp(),
  recorded_by    uuid not null default tamga.acting_person() constraint seizures_recorder references persons (id),
  version        integer not null default 1,
  constraint seizures_place_whole check ((lat is null) = (lon is null)),
  constraint seizures_not_ahead check (seized_at <= recorded_at + interval '24 hours 5 minutes')
);
create index seizures_by_time on seizures (seized_at desc, id desc);
create index seizures_of_unit on seizures (unit_id, seized_at desc, id desc);
create index seizures_of_operation on seizures (operation_id) where operation_id is not null;
create index seizures_of_case on seizures (case_id) where case_id is not null;

create table seizure_lines (
  id             uuid primary key,
  seizure_id     uuid not null constraint seizure_lines_seizure references seizures (id),
  line_number    smallint not null,
  unit_id        uuid not null,
  operation_id   uuid,
  case_id        uuid,
  classification smallint not null,
  seized_at      timestamptz not null,
  territory      text,
  is_national    boolean not null,
  kind           seizure_lines_kind not null,
  status         seizure_lines_status not null default 'declared',
  substance      text constraint seizure_lines_substance references substances (code),
  described_as   text,
  form           text,
  moisture       seizure_lines_moisture,
  quantity       seizure_lines_quantity_positive,
  quantity_unit  text constraint seizure_lines_quantity_unit references measurement_units (code),
  mass_grams     seizure_lines_mass_positive,
  conversion_factor text constraint seizure_lines_factor references conversion_factors (code),
  basis          seizure_lines_basis,
  method         seizure_lines_method,
  packages       seizure_lines_packages,
  packaging      text, markings text, logo text,
  purity_percent seizure_lines_purity,
  field_test     seizure_lines_field_test,
  field_test_kit text,
  serial_number  text, registration text,
  amount         seizure_lines_amount_positive,
  currency       seizure_lines_currency,
  destroyed_in_place_at timestamptz,
  destroyed_area_m2 seizure_lines_area,
  destroyed_plants seizure_lines_plants,
  destruction_method text, destruction_act text, destruction_witnesses text[] not null default '{}', reserved_samples text,
  note           text,
  is_illustrative boolean not null default false,
  recorded_at    timestamptz not null default clock_timestamp(),
  version        integer not null default 1,
  constraint seizure_lines_numbered unique (seizure_id, line_number),
  constraint seizure_lines_of_seizure unique (id, seizure_id),
  constraint seizure_lines_quantity_whole check ((quantity is null) = (quantity_unit is null)),
  constraint seizure_lines_mass_of_quantity check (mass_grams is null or quantity is not null),
  constraint seizure_lines_amount_whole check ((amount is null) = (currency is null)),
  constraint seizure_lines_named check (substance is not null or described_as is not null),
  constraint seizure_lines_substance_kind check (substance is null or kind = 'substance')
);
create index seizure_lines_by_substance on seizure_lines (substance, seized_at desc, seizure_id desc) where status <> 'voided';
create index seizure_lines_alike on seizure_lines (territory, substance, seized_at) where status <> 'voided';

create table seizure_credits (
  id             uuid primary key,
  seizure_id     uuid not null constraint seizure_credits_seizure references seizures (id),
  credited_operation_id uuid not null constraint seizure_credits_operation references operations (id),
  share_percent  numeric(9,6) not null constraint seizure_credits_share check (share_percent > 0 and share_percent <= 100),
  unit_id uuid not null, operation_id uuid, case_id uuid, classification smallint not null,
  ended_at       timestamptz,
  recorded_at    timestamptz not null default clock_timestamp(),
  version        integer not null default 1
);
create unique index seizure_credits_once on seizure_credits (seizure_id, credited_operation_id) where ended_at is null;
create index seizure_credits_of_operation on seizure_credits (credited_operation_id) where ended_at is null;

create table seizure_valuations (
  id             uuid primary key,
  seizure_id     uuid not null constraint seizure_valuations_seizure references seizures (id),
  line_id        uuid not null,
  unit_id uuid not null, operation_id uuid, case_id uuid, classification smallint not null,
  amount         numeric(24,9) not null constraint seizure_valuations_positive check (amount > 0),
  currency       text not null constraint seizure_valuations_currency check (currency ~ '^[A-Z]{3}$'),
  level          text constraint seizure_valuations_level check (level in ('retail', 'wholesale', 'export')),
  price_id       uuid constraint seizure_valuations_price references prices (id),
  valued_on      date not null,
  source         text not null,
  ended_at       timestamptz,
  fingerprint    text,
  recorded_at    timestamptz not null default clock_timestamp(),
  version        integer not null default 1,
  constraint seizure_valuations_line foreign key (line_id, seizure_id) references seizure_lines (id, seizure_id)
);
create unique index seizure_valuations_one on seizure_valuations (line_id) where ended_at is null;

-- What an amendment or a void changed, readable in place: the earlier values stand in "was".
create table seizure_amendments (
  id             uuid primary key,
  seizure_id     uuid not null constraint seizure_amendments_seizure references seizures (id),
  unit_id uuid not null, operation_id uuid, case_id uuid, classification smallint not null,
  kind           text not null constraint seizure_amendments_kind check (kind in ('amendment', 'void')),
  status         text not null constraint seizure_amendments_status check (status in ('applied', 'awaiting_second_person', 'declined')),
  reason         text not null constraint seizure_amendments_reason check (reason ~ '\\S'),
  was            text not null,
  becomes        text not null,
  proposed_by    uuid not null default tamga.acting_person() constraint seizure_amendments_proposer references persons (id),
  confirmed_by   uuid constraint seizure_amendments_confirmer references persons (id),
  confirmed_at   timestamptz,
  fingerprint    text,
  recorded_at    timestamptz not null default clock_timestamp(),
  version        integer not null default 1,
  constraint seizure_amendments_two_persons check (confirmed_by <> proposed_by)
);
create index seizure_amendments_of_seizure on seizure_amendments (seizure_id);

-- A seizure gets its number and scope from its unit, operation and case, which must be visible to whoever records it.
create function tamga.place_seizure() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
declare
  unit_code text; op record; op_case uuid; serial text;
begin
  new.classification := coalesce(new.classification, 0);
  if new.operation_id is not null then
    select case_id, classification, status, actual_from into op from operations where id = new.operation_id;
    if not found then raise exception 'no such operation' using errcode = '23503', hint = 'seizures.no-operation'; end if;
    op_case := op.case_id;
    new.case_id := coalesce(new.case_id, op_case);
    new.classification := greatest(new.classification, op.classification);
    if op.status in ('concluded', 'closed') then new.flags := new.flags || 'operation_over'::text; end if;
    if new.seized_at < op.actual_from then new.flags := new.flags || 'before_operation'::text; end if;
  end if;
  if new.case_id is distinct from op_case then
    select greatest(new.classification, classification) into new.classification from cases where id = new.case_id;
    if not found then raise exception 'no such case' using errcode = '23503', hint = 'seizures.no-case'; end if;
  end if;
  select code into unit_code from units where id = new.unit_id;
  serial := nextval('seizures_number')::text;
  new.number := unit_code || '/' || to_char(tamga.local_date(new.seized_at), 'YYYY') || '/SZ-' || lpad(serial, greatest(4, length(serial)), '0');
  return new;
end $$;
create trigger place before insert on seizures for each row execute function tamga.place_seizure();

-- What hangs on a seizure bears its scope; lines also its time and place, so that lists and statistics need no join.
create function tamga.inherit_from_seizure() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
declare s record;
begin
  select unit_id, operation_id, case_id, classification, seized_at, territory, jurisdiction, is_illustrative into s from seizures where id = new.seizure_id;
  if not found then raise exception 'no such seizure' using errcode = '23503', hint = 'scope.no-parent'; end if;
  new.unit_id := s.unit_id; new.operation_id := s.operation_id; new.case_id := s.case_id; new.classification := s.classification;
  if tg_table_name = 'seizure_lines' then
    new.seized_at := s.seized_at; new.territory := s.territory; new.is_national := s.jurisdiction = 'KG'; new.is_illustrative := s.is_illustrative;
  end if;
  return new;
end $$;
create trigger inherit_from_seizure before insert on seizure_lines for each row execute function tamga.inherit_from_seizure();
create trigger inherit_from_seizure before insert on seizure_credits for each row execute function tamga.inherit_from_seizure();
create trigger inherit_from_seizure before insert on seizure_valuations for each row execute function tamga.inherit_from_seizure();
create trigger inherit_from_seizure before insert on seizure_amendments for each row execute function tamga.inherit_from_seizure();

create function tamga.pass_on_from_seizure() returns trigger language plpgsql security definer set search_path = tamga, pg_temp as $$
declare child regclass;
begin
  update seizure_lines set unit_id = new.unit_id, operation_id = new.operation_id, case_id = new.case_id, classification = new.classification,
    seized_at = new.seized_at, territory = new.territory, is_national = new.jurisdiction = 'KG' where seizure_id = new.id;
  for child in select tgrelid from pg_trigger t join pg_proc f on f.oid = t.tgfoid where f.proname = 'inherit_from_seizure' and tgrelid <> 'tamga.seizure_lines'::regclass loop
    execute format('update %s set unit_id = $1, operation_id = $2, case_id = $3, classification = $4 where seizure_id = $5', child)
      using new.unit_id, new.operation_id, new.case_id, new.classification, new.id;
  end loop;
  return null;
end $$;
create trigger pass_on after update of unit_id, operation_id, case_id, classification, seized_at, territory, jurisdiction on seizures
  for each row when ((old.unit_id, old.operation_id, old.case_id, old.classification, old.seized_at, old.territory, old.jurisdiction)
    is distinct from (new.unit_id, new.operation_id, new.case_id, new.classification, new.seized_at, new.territory, new.jurisdiction))
  execute function tamga.pass_on_from_seizure();

-- An operation that joins a case, or changes classification, takes its seizures with it.
create function tamga.pass_on_to_seizures() returns trigger language plpgsql security definer set search_path = tamga, pg_temp as $$
begin
  update seizures set classification = greatest(classification, new.classification), case_id = case when case_id is not distinct from old.case_id then new.case_id else case_id end
  where operation_id = new.id;
  return null;
end $$;
create trigger pass_on_to_seizures after update of case_id, classification on operations
  for each row when ((old.case_id, old.classification) is distinct from (new.case_id, new.classification)) execute function tamga.pass_on_to_seizures();

-- A voided seizure is at its end; it changes no more.
create function tamga.guard_seizure() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
begin
  if old.status = 'voided' and (new.unit_id, new.case_id, new.classification) is not distinct from (old.unit_id, old.case_id, old.classification) then
    raise exception 'a voided seizure is at its end' using errcode = '23514', hint = 'seizures.voided';
  end if;
  if new.status = 'recorded' and old.status <> 'recorded' then
    raise exception 'an amended seizure stays amended' using errcode = '23514', hint = 'lifecycle.refused';
  end if;
  if new.number <> old.number or new.recorded_at <> old.recorded_at or new.recorded_by <> old.recorded_by then
    raise exception 'number and author stay' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guard before update on seizures for each row execute function tamga.guard_seizure();

-- The moves of a line, as in src/seizures/seizure.lifecycle.ts; a voided one changes no more but for its scope.
create function tamga.guard_seizure_line() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
begin
  if new.status <> old.status and not (old.status, new.status) in (('declared', 'presumptive'), ('presumptive', 'declared'), ('presumptive', 'confirmed'),
      ('presumptive', 'refuted'), ('presumptive', 'inconclusive'), ('inconclusive', 'confirmed'), ('inconclusive', 'refuted'),
      ('declared', 'voided'), ('presumptive', 'voided'), ('confirmed', 'voided'), ('refuted', 'voided'), ('inconclusive', 'voided')) then
    raise exception 'no move from % to %', old.status, new.status using errcode = '23514', hint = 'lifecycle.refused';
  end if;
  if old.status = 'voided' and (new.quantity, new.substance, new.mass_grams) is distinct from (old.quantity, old.substance, old.mass_grams) then
    raise exception 'a voided line is at its end' using errcode = '23514', hint = 'seizures.line-voided';
  end if;
  if new.seizure_id <> old.seizure_id or new.line_number <> old.line_number then
    raise exception 'a line stays where it is' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guard before update on seizure_lines for each row execute function tamga.guard_seizure_line();

-- No more than the whole of a seizure can be credited.
create function tamga.check_credits() returns trigger language plpgsql security definer set search_path = tamga, pg_temp as $$
begin
  if (select sum(share_percent) from seizure_credits where seizure_id = new.seizure_id and ended_at is null) > 100 then
    raise exception 'more than the whole is credited' using errcode = '23514', hint = 'seizures.credited-beyond-whole';
  end if;
  return null;
end $$;
create constraint trigger credits_within_whole after insert or update on seizure_credits deferrable initially deferred for each row execute function tamga.check_credits();

grant usage on sequence seizures_number to tamga_officer, tamga_coordinator, tamga_commander;
do $$ declare t text; begin
  foreach t in array array['seizures', 'seizure_lines', 'seizure_credits', 'seizure_valuations', 'seizure_amendments'] loop
    execute format('call audit.watch(%L)', t);
    execute format('call tamga.scope(%L, ''{officer,coordinator,commander}'')', t);
  end loop;
end $$;
grant create on schema tamga to tamga_kernel;
alter function tamga.pass_on_from_seizure() owner to tamga_kernel;
alter function tamga.pass_on_to_seizures() owner to tamga_kernel;
alter function tamga.check_credits() owner to tamga_kernel;
revoke create on schema tamga from tamga_kernel;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop trigger pass_on_to_seizures on operations;
drop table seizure_amendments, seizure_valuations, seizure_credits, seizure_lines, seizures;
drop function tamga.check_credits(), tamga.guard_seizure_line(), tamga.guard_seizure(), tamga.pass_on_to_seizures(), tamga.pass_on_from_seizure(), tamga.inherit_from_seizure(), tamga.place_seizure();
drop sequence seizures_number;
drop domain seizures_classification, seizures_status, seizures_precision, seizures_lat, seizures_lon, seizures_discovery, seizures_transport, seizures_reported_via, seizure_lines_kind, seizure_lines_status, seizure_lines_moisture, seizure_lines_quantity_positive, seizure_lines_mass_positive, seizure_lines_basis, seizure_lines_method, seizure_lines_packages, seizure_lines_purity, seizure_lines_field_test, seizure_lines_amount_positive, seizure_lines_currency, seizure_lines_area, seizure_lines_plants;
`);
  }
}
