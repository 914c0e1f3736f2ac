import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Operations and what is recorded below them: who takes part, what moved, what happened, what came of it. */
export class Operations implements MigrationInterface {
  name = 'Operations1764000000500';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create sequence operations_number;

create table operations (
  id             uuid primary key,
  number         text not null constraint operations_number_taken unique,
  kind           text not null constraint operations_kind check (kind in ('special_operation', 'controlled_delivery', 'test_purchase', 'search', 'checkpoint', 'surveillance', 'raid', 'eradication', 'patrol')),
  name           text not null,
  unit_id        uuid not null constraint operations_unit references units (id),
  case_id        uuid constraint operations_case references cases (id),
  classification smallint not null default 0 constraint operations_classification check (classification between 0 and 3),
  programmes     text[] not null default '{}',
  territory      text constraint operations_territory references territories (code),
  place          text,
  lat numeric(9,6) constraint operations_lat check (lat between -90 and 90), lon numeric(9,6) constraint operations_lon check (lon between -180 and 180),
  accuracy_meters integer constraint operations_accuracy check (accuracy_meters >= 0),
  planned_from   timestamptz,
  planned_to     timestamptz,
  actual_from    timestamptz,
  actual_to      timestamptz,
  status         text not null default 'draft' constraint operations_status check (status in ('draft', 'planned', 'approved', 'active', 'suspended', 'concluded', 'closed', 'cancelled')),
  result         text constraint operations_result check (result in ('achieved', 'partly', 'not', 'aborted')),
  objective      text,
  summary        text,
  status_since   timestamptz not null,
  is_illustrative boolean not null default false,
  folded_name    text not null generated always as (tamga.fold(name)) stored,
  fingerprint    text,
  recorded_at    timestamptz not null default clock_timestamp(),
  recorded_by    uuid not null default tamga.acting_person() constraint operations_recorder references persons (id),
  main_at        timestamptz not null generated always as (coalesce(planned_from, recorded_at)) stored,
  version        integer not null default 1,
  constraint operations_place_whole check ((lat is null) = (lon is null)),
  constraint operations_planned_order check (planned_to > planned_from),
  constraint operations_actual_order check (actual_to >= actual_from),
  constraint operations_started check ((status in ('active', 'suspended', 'concluded', 'closed')) = (actual_from is not null)),
  constraint operations_ended check ((status in ('concluded', 'closed')) = (actual_to is not null)),
  constraint operations_result_needed check ((status in ('concluded', 'closed')) = (result is not null))
);
create index operations_by_time on operations (main_at desc, id desc);
create index operations_of_unit on operations (unit_id, main_at desc, id desc);
create index operations_of_case on operations (case_id) where case_id is not null;
create index operations_of_programme on operations using gin (programmes);

create table operation_participants (
  id             uuid primary key,
  operation_id   uuid not null constraint operation_participants_operation references operations (id),
  unit_id        uuid not null constraint operation_participants_lead references units (id),
  case_id        uuid constraint operation_participants_case references cases (id),
  classification smallint not null,
  participant_unit_id uuid not null constraint operation_participants_unit references units (id),
  part           text not null,
  joined_at      timestamptz not null default clock_timestamp(),
  left_at        timestamptz constraint operation_participants_order check (left_at >= joined_at),
  fingerprint    text,
  recorded_at    timestamptz not null default clock_timestamp(),
  recorded_by    uuid not null default tamga.acting_person() constraint operation_participants_recorder references persons (id),
  version        integer not null default 1,
  constraint operation_participants_not_lead check (participant_unit_id <> unit_id or left_at is not null)
);
create unique index operation_participants_once on operation_participants (operation_id, participant_unit_id) where left_at is null;
create index operation_participants_of_unit on operation_participants (participant_unit_id) where left_at is null;

-- Every move with the time it happened: written by the database, whoever moves the operation.
create table operation_transitions (
  id             uuid primary key default gen_random_uuid(),
  operation_id   uuid not null constraint operation_transitions_operation references operations (id),
  unit_id        uuid not null constraint operation_transitions_unit references units (id),
  case_id        uuid constraint operation_transitions_case references cases (id),
  classification smallint not null,
  from_status    text,
  to_status      text not null,
  result         text,
  reason         text,
  occurred_at    timestamptz not null,
  recorded_at    timestamptz not null default clock_timestamp(),
  recorded_by    uuid not null default tamga.acting_person() constraint operation_transitions_recorder references persons (id),
  version        integer not null default 1,
  constraint operation_transitions_not_ahead check (occurred_at <= recorded_at + interval '24 hours 5 minutes')
);
create index operation_transitions_of_operation on operation_transitions (operation_id, recorded_at);

-- A commander took it upon themselves to start without an approved plan; somebody looks at it afterwards.
create table operation_waivers (
  id             uuid primary key,
  operation_id   uuid not null constraint operation_waivers_operation references operations (id),
  unit_id        uuid not null constraint operation_waivers_unit references units (id),
  case_id        uuid constraint operation_waivers_case references cases (id),
  classification smallint not null,
  waives         text not null constraint operation_waivers_waives check (waives in ('approved_plan')),
  reason         text not null constraint operation_waivers_reason check (reason ~ '\\S'),
  review_due_on  date not null,
  recorded_at    timestamptz not null default clock_timestamp(),
  recorded_by    uuid not null default tamga.acting_person() constraint operation_waivers_recorder references persons (id),
  version        integer not null default 1,
  constraint operation_waivers_review check (review_due_on >= (recorded_at at time zone 'UTC')::date)
);
create index operation_waivers_of_operation on operation_waivers (operation_id);

create table operation_log_entries (
  id             uuid primary key,
  operation_id   uuid not null constraint operation_log_entries_operation references operations (id),
  unit_id        uuid not null constraint operation_log_entries_unit references units (id),
  case_id        uuid constraint operation_log_entries_case references cases (id),
  classification smallint not null,
  kind           text not null constraint operation_log_entries_kind check (kind in ('situation', 'decision', 'order', 'arrest', 'seizure', 'check_in', 'use_of_force', 'injury', 'handover')),
  occurred_at    timestamptz not null,
  text           text not null,
  options        text[] not null default '{}',
  rationale      text,
  officer_id     uuid constraint operation_log_entries_officer references officers (id),
  place          text,
  lat numeric(9,6) constraint operation_log_entries_lat check (lat between -90 and 90), lon numeric(9,6) constraint operation_log_entries_lon check (lon between -180 and 180),
  accuracy_meters integer constraint operation_log_entries_accuracy check (accuracy_meters >= 0),
  corrects_id    uuid,
  late_because   text[] not null default '{}',
  fingerprint    text,
  recorded_at    timestamptz not null default clock_timestamp(),
  recorded_by    uuid not null default tamga.acting_person() constraint operation_log_entries_recorder references persons (id),
  version        integer not null default 1,
  constraint operation_log_entries_of_operation unique (id, operation_id),
  constraint operation_log_entries_corrects foreign key (corrects_id, operation_id) references operation_log_entries (id, operation_id),
  constraint operation_log_entries_not_itself check (corrects_id <> id),
  constraint operation_log_entries_not_ahead check (occurred_at <= recorded_at + interval '24 hours 5 minutes'),
  constraint operation_log_entries_place_whole check ((lat is null) = (lon is null)),
  constraint operation_log_entries_decision check (kind = 'decision' or (options = '{}' and rationale is null))
);
create index operation_log_entries_by_time on operation_log_entries (operation_id, occurred_at, id);
create index operation_log_entries_corrected on operation_log_entries (corrects_id) where corrects_id is not null;

create table operation_outcomes (
  id             uuid primary key,
  operation_id   uuid not null constraint operation_outcomes_operation references operations (id),
  unit_id        uuid not null constraint operation_outcomes_unit references units (id),
  case_id        uuid constraint operation_outcomes_case references cases (id),
  classification smallint not null,
  kind           text not null constraint operation_outcomes_kind check (kind in ('arrests', 'channels_suppressed', 'groups_suppressed', 'laboratories_dismantled', 'fields_eradicated', 'other')),
  count          integer constraint operation_outcomes_count check (count >= 0),
  description    text,
  fingerprint    text,
  recorded_at    timestamptz not null default clock_timestamp(),
  recorded_by    uuid not null default tamga.acting_person() constraint operation_outcomes_recorder references persons (id),
  version        integer not null default 1,
  constraint operation_outcomes_described check (kind <> 'other' or description is not null)
);
create index operation_outcomes_of_operation on operation_outcomes (operation_id);

create table operation_debriefs (
  id             uuid primary key,
  operation_id   uuid not null constraint operation_debriefs_operation references operations (id) constraint operation_debriefs_once unique,
  unit_id        uuid not null constraint operation_debriefs_unit references units (id),
  case_id        uuid constraint operation_debriefs_case references cases (id),
  classification smallint not null,
  held_at        timestamptz,
  summary        text not null,
  what_worked    text,
  what_did_not   text,
  lessons        text[] not null default '{}',
  fingerprint    text,
  recorded_at    timestamptz not null default clock_timestamp(),
  recorded_by    uuid not null default tamga.acting_person() constraint operation_debriefs_recorder references persons (id),
  version        integer not null default 1
);

create table operation_authorities (
  id             uuid primary key,
  operation_id   uuid not null constraint operation_authorities_operation references operations (id),
  unit_id        uuid not null constraint operation_authorities_unit references units (id),
  case_id        uuid constraint operation_authorities_case references cases (id),
  classification smallint not null,
  kind           text not null constraint operation_authorities_kind check (kind in ('court_sanction', 'prosecutor_sanction', 'investigator_resolution', 'head_resolution', 'international_request', 'other')),
  issuer         text not null,
  number         text,
  issued_on      date not null,
  scope          text not null,
  valid_from     timestamptz,
  valid_to       timestamptz constraint operation_authorities_order check (valid_to > valid_from),
  fingerprint    text,
  recorded_at    timestamptz not null default clock_timestamp(),
  recorded_by    uuid not null default tamga.acting_person() constraint operation_authorities_recorder references persons (id),
  version        integer not null default 1
);
create index operation_authorities_of_operation on operation_authorities (operation_id);

-- Every move and who may make it: the same table as operation.lifecycle.ts, and a test holds them together.
create function tamga.operation_moves(out was text, out becomes text, out movers text[]) returns setof record language sql immutable as $$
  values ('draft', 'planned', '{officer,coordinator,commander}'::text[]), ('draft', 'active', '{officer,commander}'), ('draft', 'cancelled', '{officer,coordinator,commander}'),
    ('planned', 'approved', '{commander}'), ('planned', 'cancelled', '{officer,coordinator,commander}'),
    ('approved', 'planned', '{officer,coordinator,commander}'), ('approved', 'active', '{officer,commander}'), ('approved', 'cancelled', '{officer,coordinator,commander}'),
    ('active', 'suspended', '{officer,commander}'), ('active', 'concluded', '{officer,commander}'),
    ('suspended', 'active', '{officer,commander}'), ('suspended', 'concluded', '{officer,commander}'),
    ('concluded', 'closed', '{officer,coordinator,commander}'), ('concluded', 'active', '{commander}')
$$;

-- An operation gets its number from its lead unit and year; the case it joins must be visible to whoever joins it, and its classification holds here too.
create function tamga.place_operation() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
declare
  serial text;
  floor smallint;
begin
  if tg_op = 'INSERT' then
    if new.status <> 'draft' then raise exception 'an operation begins as a draft' using errcode = '23514', hint = 'lifecycle.refused'; end if;
    new.status_since := coalesce(new.status_since, new.recorded_at);
    serial := nextval('operations_number')::text;
    new.number := (select code from units where id = new.unit_id) || '/' || to_char(tamga.local_date(coalesce(new.planned_from, new.recorded_at)), 'YYYY')
      || '/OP-' || lpad(serial, greatest(4, length(serial)), '0');
  end if;
  if new.case_id is not null then
    floor := (select classification from cases where id = new.case_id);
    new.classification := greatest(new.classification, floor);
    if floor is null and (tg_op = 'INSERT' or new.case_id is distinct from old.case_id) then raise exception 'no such case' using errcode = '23503', hint = 'operations.no-case'; end if;
  end if;
  return new;
end $$;
create trigger place before insert or update of case_id, classification on operations for each row execute function tamga.place_operation();
create trigger check_programmes before insert or update of programmes on operations for each row execute function tamga.check_programmes();

-- The lifecycle of src/operations/operation.lifecycle.ts. The recorded start and end follow the moves; a later correction keeps their order.
create function tamga.guard_operation() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
declare
  allowed text[];
  persona text := replace(current_setting('role'), 'tamga_', '');
begin
  if (new.number, new.recorded_at, new.recorded_by, new.is_illustrative) is distinct from (old.number, old.recorded_at, old.recorded_by, old.is_illustrative) then
    raise exception 'number and author stay' using errcode = '42501';
  end if;
  if new.status = old.status then
    if old.status in ('closed', 'cancelled') and (new.unit_id, new.case_id, new.classification) is not distinct from (old.unit_id, old.case_id, old.classification) then
      raise exception 'the operation is over' using errcode = '23514', hint = 'operations.over';
    end if;
    new.status_since := old.status_since;
    return new;
  end if;
  select movers into allowed from tamga.operation_moves() where was = old.status and becomes = new.status;
  if not found then raise exception 'no such move' using errcode = '23514', hint = 'lifecycle.refused'; end if;
  if persona in ('officer', 'coordinator', 'commander') and persona <> all (allowed) then
    raise exception 'not theirs to move' using errcode = '42501', hint = 'operations.not-yours-to-move';
  end if;
  if (new.status in ('suspended', 'cancelled') or (old.status, new.status) in (('approved', 'planned'), ('concluded', 'active')) or new.result = 'aborted' and new.status = 'concluded')
    and coalesce(current_setting('tamga.reason', true), '') !~ '\\S' then
    raise exception 'this move needs a reason' using errcode = '23514', hint = 'operations.move-reasoned';
  end if;
  if old.status = 'draft' and new.status = 'active' and new.kind in ('special_operation', 'controlled_delivery', 'raid')
    and not exists (select from operation_waivers w where w.operation_id = new.id) then
    raise exception 'it needs an approved plan or a waiver' using errcode = '23514', hint = 'operations.plan-needed';
  end if;
  if new.status = 'active' then
    new.actual_from := coalesce(old.actual_from, new.status_since);
    new.actual_to := null;
    new.result := null;
  elsif new.status = 'concluded' then
    new.actual_to := new.status_since;
  end if;
  return new;
end $$;
create trigger guard before update on operations for each row execute function tamga.guard_operation();

create function tamga.note_operation_move() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
begin
  insert into operation_transitions (operation_id, from_status, to_status, result, reason, occurred_at)
    values (new.id, case tg_op when 'UPDATE' then old.status end, new.status, new.result, nullif(current_setting('tamga.reason', true), ''), new.status_since);
  return null;
end $$;
create trigger note_first after insert on operations for each row execute function tamga.note_operation_move();
create trigger note_move after update of status on operations for each row when (old.status <> new.status) execute function tamga.note_operation_move();

create trigger pass_on_scope after update of unit_id, case_id, classification on operations
  for each row when ((old.unit_id, old.case_id, old.classification) is distinct from (new.unit_id, new.case_id, new.classification))
  execute function tamga.pass_on_scope('operation_id');

-- A case that is classified higher takes its operations with it; one that is lowered leaves them where they are.
create function tamga.pass_on_to_operations() returns trigger language plpgsql security definer set search_path = tamga, pg_temp as $$
begin
  update operations set classification = new.classification where case_id = new.id and classification < new.classification;
  return null;
end $$;
create trigger pass_on_to_operations after update of classification on cases
  for each row when (old.classification < new.classification) execute function tamga.pass_on_to_operations();

-- A log entry is stamped by the database; one that comes after the fact is welcome and says so.
create function tamga.mark_late_entry() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
declare op record;
begin
  new.recorded_at := clock_timestamp();
  new.recorded_by := tamga.acting_person();
  new.late_because := '{}';
  select status, actual_from into op from operations where id = new.operation_id;
  if new.occurred_at < op.actual_from then new.late_because := new.late_because || 'before_start'::text; end if;
  if op.status in ('concluded', 'closed') then new.late_because := new.late_because || 'operation_over'::text; end if;
  return new;
end $$;

do $$ declare t text; begin
  foreach t in array array['operation_participants', 'operation_transitions', 'operation_waivers', 'operation_log_entries', 'operation_outcomes', 'operation_debriefs', 'operation_authorities'] loop
    execute format('create trigger inherit_scope before insert on %I for each row execute function tamga.inherit_from_operation()', t);
  end loop;
  foreach t in array array['operations', 'operation_participants', 'operation_transitions', 'operation_waivers', 'operation_log_entries', 'operation_outcomes', 'operation_debriefs', 'operation_authorities'] loop
    execute format('call audit.watch(%L)', t);
    execute format('call tamga.scope(%L, %L, %L)', t, case t when 'operation_waivers' then '{commander}' else '{officer,coordinator,commander}' end,
      case when t in ('operation_transitions', 'operation_waivers', 'operation_log_entries') then 'insert' else 'insert, update' end);
  end loop;
end $$;
create trigger mark_late before insert on operation_log_entries for each row execute function tamga.mark_late_entry();

-- A participation changes by its end alone.
revoke update on operation_participants from tamga_officer, tamga_coordinator, tamga_commander;
grant update (left_at) on operation_participants to tamga_officer, tamga_coordinator, tamga_commander;

grant usage on sequence operations_number to tamga_officer, tamga_coordinator, tamga_commander;
grant create on schema tamga to tamga_kernel;
alter function tamga.pass_on_to_operations() owner to tamga_kernel;
revoke create on schema tamga from tamga_kernel;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop trigger pass_on_to_operations on cases;
drop function tamga.pass_on_to_operations();
drop table operation_authorities, operation_debriefs, operation_outcomes, operation_log_entries, operation_waivers, operation_transitions, operation_participants, operations;
drop function tamga.mark_late_entry(), tamga.note_operation_move(), tamga.guard_operation(), tamga.place_operation(), tamga.operation_moves();
drop sequence operations_number;
`);
  }
}
