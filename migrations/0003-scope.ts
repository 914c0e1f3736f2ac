import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may see which row: one procedure that puts a table under row-level security, so that no table invents its own. */
export class Scope implements MigrationInterface {
  name = 'Scope1764000000003';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
-- The two lists that no single column can tell. Definer functions, so that their own reading is not scoped in turn.
create function tamga.participating_operations() returns uuid[] language plpgsql stable parallel restricted security definer
  set search_path = tamga, pg_temp as $$
begin
  return array(select operation_id from operation_participants where participant_unit_id = any(tamga.acting_units()) and left_at is null);
end $$;
create function tamga.member_cases() returns uuid[] language plpgsql stable parallel restricted security definer
  set search_path = tamga, pg_temp as $$
begin
  return array(select case_id from case_members where person_id = tamga.acting_person()
    and valid_from <= clock_timestamp() and (valid_until is null or valid_until > clock_timestamp()));
end $$;

-- A scoped table bears unit_id, operation_id, case_id and classification (the roots themselves bear their own id instead; what hangs on a case
-- alone has no operation_id).
-- Each arm of a policy is an array comparison whose list is made once a statement: the cast stands inside the sub-select.
create procedure tamga.scope(target regclass, writers text[], verbs text default 'insert, update') language plpgsql as $$
declare
  plain text := (select relname from pg_class where oid = target);
  cleared text := '(classification <= (select tamga.clearance()))';
  own_unit text := '(unit_id = any ((select nullif(current_setting(''tamga.units'', true), '''')::uuid[])::uuid[]))';
  of_case text := format('(%s = any ((select tamga.member_cases())::uuid[]))', case plain when 'cases' then 'id' else 'case_id' end);
  of_operation text := format('(%s = any ((select tamga.participating_operations())::uuid[]))', case plain when 'operations' then 'id' else 'operation_id' end);
  has_operation boolean := plain = 'operations' or exists (select from pg_attribute where attrelid = target and attname = 'operation_id' and not attisdropped);
  joined text := case when has_operation then of_operation || ' or ' || of_case else of_case end;
  persona text;
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('grant select, update on %s to tamga_kernel', target);
  execute format('create policy kernel_sees on %s to tamga_kernel using (true) with check (true)', target);
  foreach persona in array array['officer', 'coordinator', 'commander', 'custodian', 'chemist', 'analyst', 'auditor', 'prosecutor', 'administrator'] loop
    execute format('grant select on %s to tamga_%s', target, persona);
    execute format('create policy %s_reads on %s for select to tamga_%s using (%s)', persona, target, persona, case
      when persona in ('officer', 'commander') then format('%s and (%s or %s)', cleared, own_unit, joined)
      when persona in ('coordinator', 'analyst') then cleared
      when persona = 'auditor' then 'true'
      when persona = 'prosecutor' then of_case
      else 'false' end);
  end loop;
  foreach persona in array writers loop
    execute format('grant %s on %s to tamga_%s', verbs, target, persona);
    execute format('create policy %s_adds on %s for insert to tamga_%s with check (%s)', persona, target, persona,
      case when persona in ('officer', 'commander') then format('%s and %s', cleared, own_unit) else cleared end);
    continue when verbs not like '%update%';
    execute format('create policy %s_changes on %s for update to tamga_%s using (%s) with check (%s)', persona, target, persona,
      case when persona in ('officer', 'commander') then own_unit else 'true' end,
      case when persona in ('officer', 'commander') then format('%s and %s', cleared, own_unit) else cleared end);
  end loop;
end $$;

-- A record below a case or an operation takes its scope from it, whoever inserts it; the parent must be visible to them.
create function tamga.inherit_from_case() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
begin
  select unit_id, classification into new.unit_id, new.classification from cases where id = new.case_id;
  if not found then raise exception 'no such case' using errcode = '23503', hint = 'scope.no-parent'; end if;
  return new;
end $$;
create function tamga.inherit_from_operation() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
begin
  select unit_id, case_id, classification into new.unit_id, new.case_id, new.classification from operations where id = new.operation_id;
  if not found then raise exception 'no such operation' using errcode = '23503', hint = 'scope.no-parent'; end if;
  return new;
end $$;

-- When a case or an operation changes hands or classification, what hangs on it follows: every table with the trigger inherit_scope.
create function tamga.pass_on_scope() returns trigger language plpgsql security definer set search_path = tamga, pg_temp as $$
declare
  parent constant text := tg_argv[0];
  child regclass;
begin
  for child in
    select t.tgrelid from pg_trigger t join pg_proc f on f.oid = t.tgfoid
    where t.tgname = 'inherit_scope' and f.proname = case parent when 'case_id' then 'inherit_from_case' else 'inherit_from_operation' end
  loop
    if parent = 'case_id' then
      execute format('update %s set unit_id = $1, classification = $2 where case_id = $3', child) using new.unit_id, new.classification, new.id;
    else
      execute format('update %s set unit_id = $1, classification = $2, case_id = $3 where operation_id = $4', child) using new.unit_id, new.classification, new.case_id, new.id;
    end if;
  end loop;
  return null;
end $$;

-- A table that everybody may read and only some roles may write: reference data, the service's tree.
create procedure tamga.open_to_all(target regclass, writers text[], verbs text default 'insert, update') language plpgsql as $$
declare persona text;
begin
  foreach persona in array array['officer', 'coordinator', 'commander', 'custodian', 'chemist', 'analyst', 'auditor', 'prosecutor', 'administrator', 'gate', 'kernel'] loop
    execute format('grant select on %s to tamga_%s', target, persona);
  end loop;
  foreach persona in array writers loop
    execute format('grant %s on %s to tamga_%s', verbs, target, persona);
  end loop;
end $$;

-- History is read in the scope of the records it tells of; a body is read with its event (one index look-up a row).
call tamga.scope('audit.change_event', '{}');
alter table audit.change_event no force row level security;
revoke update on audit.change_event from tamga_kernel;
drop policy kernel_sees on audit.change_event;
drop policy administrator_reads on audit.change_event;
create policy administrator_reads on audit.change_event for select to tamga_administrator using (unit_id is null);
create policy reads_with_event on audit.change_body for select
  to tamga_officer, tamga_coordinator, tamga_commander, tamga_custodian, tamga_chemist, tamga_analyst, tamga_auditor, tamga_prosecutor, tamga_administrator
  using (exists (select from audit.change_event e where e.seq = change_body.seq));
grant usage on schema audit to tamga_officer, tamga_coordinator, tamga_commander, tamga_custodian, tamga_chemist, tamga_analyst, tamga_auditor, tamga_prosecutor, tamga_administrator;
grant select on audit.change_body to tamga_officer, tamga_coordinator, tamga_commander, tamga_custodian, tamga_chemist, tamga_analyst, tamga_auditor, tamga_prosecutor, tamga_administrator;

-- Definer functions belong to the kernel's role, which can do nothing else.
grant create on schema tamga to tamga_kernel;
alter function tamga.participating_operations() owner to tamga_kernel;
alter function tamga.member_cases() owner to tamga_kernel;
alter function tamga.pass_on_scope() owner to tamga_kernel;
revoke create on schema tamga from tamga_kernel;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
do $$ declare p record; begin
  for p in select policyname, schemaname, tablename from pg_policies where schemaname = 'audit' and policyname <> 'kernel_writes' loop
    execute format('drop policy %I on %I.%I', p.policyname, p.schemaname, p.tablename);
  end loop;
end $$;
revoke select on audit.change_event, audit.change_body from tamga_officer, tamga_coordinator, tamga_commander, tamga_custodian, tamga_chemist, tamga_analyst, tamga_auditor, tamga_prosecutor, tamga_administrator;
revoke usage on schema audit from tamga_officer, tamga_coordinator, tamga_commander, tamga_custodian, tamga_chemist, tamga_analyst, tamga_auditor, tamga_prosecutor, tamga_administrator;
drop procedure tamga.open_to_all(regclass, text[], text);
drop procedure tamga.scope(regclass, text[], text);
drop function tamga.pass_on_scope(), tamga.inherit_from_operation(), tamga.inherit_from_case(), tamga.member_cases(), tamga.participating_operations();
`);
  }
}
