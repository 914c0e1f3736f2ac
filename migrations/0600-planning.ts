import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Activity plans (the general plan of a period, what belongs to it and how its result was assessed) and the plans of operations, as drafts. */
export class Planning implements MigrationInterface {
  name = 'Planning1764000000600';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create sequence activity_plans_number;

-- Of a period from its first day up to, and without, period_to. It belongs to no single operation or case: those two columns of the scope stay empty.
create table activity_plans (
  id             uuid primary key,
  number         text not null constraint activity_plans_number_taken unique,
  name           text not null,
  unit_id        uuid not null constraint activity_plans_unit references units (id),
  operation_id   uuid constraint activity_plans_operation references operations (id) constraint activity_plans_of_no_operation check (operation_id is null),
  case_id        uuid constraint activity_plans_case references cases (id) constraint activity_plans_of_no_case check (case_id is null),
  classification smallint not null default 0 constraint activity_plans_classification check (classification between 0 and 3),
  period_from    date not null,
  period_to      date not null,
  programmes     text[] not null default '{}',
  objectives     jsonb not null default '[]' constraint activity_plans_objectives check (jsonb_typeof(objectives) = 'array'),
  summary        text,
  is_illustrative boolean not null default false,
  folded_name    text not null generated always as (tamga.fold(name)) stored,
  fingerprint    text,
  recorded_at    timestamptz not null default clock_timestamp(),
  recorded_by    uuid not null default tamga.acting_person() constraint activity_plans_recorder references persons (id),
  version        integer not null default 1,
  constraint activity_plans_period check (period_to > period_from)
);
create index activity_plans_by_period on activity_plans (period_from desc, id desc);

create table activity_plan_operations (
  id             uuid primary key,
  activity_plan_id uuid not null constraint activity_plan_operations_plan references activity_plans (id),
  operation_id   uuid not null constraint activity_plan_operations_operation references operations (id),
  unit_id        uuid not null constraint activity_plan_operations_unit references units (id),
  case_id        uuid constraint activity_plan_operations_case references cases (id),
  classification smallint not null,
  ended_at       timestamptz,
  fingerprint    text,
  recorded_at    timestamptz not null default clock_timestamp(),
  recorded_by    uuid not null default tamga.acting_person() constraint activity_plan_operations_recorder references persons (id),
  version        integer not null default 1
);
create unique index activity_plan_operations_once on activity_plan_operations (activity_plan_id, operation_id) where ended_at is null;
create index activity_plan_operations_of_operation on activity_plan_operations (operation_id);
create index activity_plan_operations_of_unit on activity_plan_operations (unit_id) where ended_at is null;

-- What the whole plan was held to be worth, by whom and where that is stated. A later assessment stands beside an earlier one.
create table activity_plan_assessments (
  id             uuid primary key,
  activity_plan_id uuid not null constraint activity_plan_assessments_plan references activity_plans (id),
  unit_id        uuid not null constraint activity_plan_assessments_unit references units (id),
  operation_id   uuid constraint activity_plan_assessments_operation references operations (id) constraint activity_plan_assessments_of_no_operation check (operation_id is null),
  case_id        uuid constraint activity_plan_assessments_case references cases (id) constraint activity_plan_assessments_of_no_case check (case_id is null),
  classification smallint not null,
  amount         numeric(24,9) constraint activity_plan_assessments_amount check (amount >= 0 and amount <> 'NaN'),
  currency       text constraint activity_plan_assessments_currency check (currency ~ '^[A-Z]{3}$'),
  text           text not null,
  source         text not null,
  assessed_on    date not null,
  fingerprint    text,
  recorded_at    timestamptz not null default clock_timestamp(),
  recorded_by    uuid not null default tamga.acting_person() constraint activity_plan_assessments_recorder references persons (id),
  version        integer not null default 1,
  constraint activity_plan_assessments_amount_whole check ((amount is null) = (currency is null))
);
create index activity_plan_assessments_of_plan on activity_plan_assessments (activity_plan_id);

-- The planning record of an operation, in versions: number counts them, version counts the changes of one.
create table plans (
  id             uuid primary key,
  operation_id   uuid not null constraint plans_operation references operations (id),
  unit_id        uuid not null constraint plans_unit references units (id),
  case_id        uuid constraint plans_case references cases (id),
  classification smallint not null,
  number         integer not null,
  status         text not null default 'draft' constraint plans_status check (status = 'draft'),
  situation      text,
  mission        text,
  execution      text,
  administration text,
  command        text,
  risks          text,
  legal_basis    text,
  fingerprint    text,
  recorded_at    timestamptz not null default clock_timestamp(),
  recorded_by    uuid not null default tamga.acting_person() constraint plans_recorder references persons (id),
  version        integer not null default 1,
  constraint plans_number_taken unique (operation_id, number)
);

create function tamga.number_activity_plan() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
declare serial text := nextval('activity_plans_number')::text;
begin
  new.number := (select code from units where id = new.unit_id) || '/' || to_char(new.period_from, 'YYYY') || '/AP-' || lpad(serial, greatest(4, length(serial)), '0');
  return new;
end $$;
create trigger give_number before insert on activity_plans for each row execute function tamga.number_activity_plan();
create trigger check_programmes before insert or update of programmes on activity_plans for each row execute function tamga.check_programmes();

create function tamga.number_plan() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
begin
  new.number := (select coalesce(max(number), 0) + 1 from plans where operation_id = new.operation_id);
  return new;
end $$;
create trigger number_plan before insert on plans for each row execute function tamga.number_plan();

-- An operation is put under a plan by those who see both.
create function tamga.see_activity_plan() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
begin
  if not exists (select from activity_plans where id = new.activity_plan_id) then
    raise exception 'no such activity plan' using errcode = '23503', hint = 'scope.no-parent';
  end if;
  return new;
end $$;
create trigger see_activity_plan before insert on activity_plan_operations for each row execute function tamga.see_activity_plan();

create function tamga.inherit_from_activity_plan() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
begin
  select unit_id, classification into new.unit_id, new.classification from activity_plans where id = new.activity_plan_id;
  if not found then raise exception 'no such activity plan' using errcode = '23503', hint = 'scope.no-parent'; end if;
  return new;
end $$;
create function tamga.pass_on_from_activity_plan() returns trigger language plpgsql security definer set search_path = tamga, pg_temp as $$
begin
  update activity_plan_assessments set unit_id = new.unit_id, classification = new.classification where activity_plan_id = new.id;
  return null;
end $$;
create trigger inherit_from_activity_plan before insert on activity_plan_assessments for each row execute function tamga.inherit_from_activity_plan();
create trigger pass_on_scope after update of unit_id, classification on activity_plans
  for each row when ((old.unit_id, old.classification) is distinct from (new.unit_id, new.classification)) execute function tamga.pass_on_from_activity_plan();
create trigger inherit_scope before insert on activity_plan_operations for each row execute function tamga.inherit_from_operation();
create trigger inherit_scope before insert on plans for each row execute function tamga.inherit_from_operation();

do $$ declare t text; begin
  foreach t in array array['activity_plans', 'activity_plan_operations', 'activity_plan_assessments', 'plans'] loop
    execute format('call audit.watch(%L)', t);
    execute format('call tamga.scope(%L, %L, %L)', t, case t when 'plans' then '{officer,coordinator,commander}' else '{coordinator,commander}' end,
      case t when 'activity_plan_assessments' then 'insert' else 'insert, update' end);
  end loop;
end $$;

-- A general plan is mostly made above those who carry it out: whoever leads an operation of it, or takes part in one, sees the plan.
create function tamga.plans_carried_out() returns uuid[] language plpgsql stable parallel restricted security definer set search_path = tamga, pg_temp as $$
begin
  return array(select distinct activity_plan_id from activity_plan_operations where ended_at is null
    and (unit_id = any(tamga.acting_units()) or operation_id = any(tamga.participating_operations())));
end $$;
create policy carries_out on activity_plans for select to tamga_officer, tamga_commander
  using (classification <= (select tamga.clearance()) and id = any ((select tamga.plans_carried_out())::uuid[]));
create policy carries_out on activity_plan_assessments for select to tamga_officer, tamga_commander
  using (classification <= (select tamga.clearance()) and activity_plan_id = any ((select tamga.plans_carried_out())::uuid[]));

-- Number, origin and author stay; a link changes by its end alone.
revoke update on activity_plans, activity_plan_operations from tamga_coordinator, tamga_commander;
revoke update on plans from tamga_officer, tamga_coordinator, tamga_commander;
grant update (name, unit_id, classification, period_from, period_to, programmes, objectives, summary) on activity_plans to tamga_coordinator, tamga_commander;
grant update (ended_at) on activity_plan_operations to tamga_coordinator, tamga_commander;
grant update (situation, mission, execution, administration, command, risks, legal_basis) on plans to tamga_officer, tamga_coordinator, tamga_commander;

grant usage on sequence activity_plans_number to tamga_coordinator, tamga_commander;
grant create on schema tamga to tamga_kernel;
alter function tamga.pass_on_from_activity_plan() owner to tamga_kernel;
alter function tamga.plans_carried_out() owner to tamga_kernel;
revoke create on schema tamga from tamga_kernel;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop table plans, activity_plan_assessments, activity_plan_operations, activity_plans;
drop function tamga.plans_carried_out(), tamga.pass_on_from_activity_plan(), tamga.inherit_from_activity_plan(), tamga.see_activity_plan(), tamga.number_plan(),
  tamga.number_activity_plan();
drop sequence activity_plans_number;
`);
  }
}
