-- The whole schema, as the migrations make it. Made by `npm run schema`; never edited.

-- schemas

schema audit of tamga_owner
  grant usage to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_kernel, tamga_officer, tamga_prosecutor
schema tamga of tamga_owner
  grant usage to public, tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor

-- sequences

sequence audit.change_event_seq_seq of tamga_owner
  grant usage to tamga_kernel
sequence tamga.activity_plans_number of tamga_owner
  grant usage to tamga_commander, tamga_coordinator
sequence tamga.cases_number of tamga_owner
  grant usage to tamga_commander, tamga_coordinator, tamga_officer
sequence tamga.exhibits_number of tamga_owner
  grant usage to tamga_commander, tamga_coordinator, tamga_officer
sequence tamga.migrations_id_seq of tamga_owner
sequence tamga.operations_number of tamga_owner
  grant usage to tamga_commander, tamga_coordinator, tamga_officer
sequence tamga.seizures_number of tamga_owner
  grant usage to tamga_commander, tamga_coordinator, tamga_officer

-- functions

CREATE OR REPLACE FUNCTION audit.capture()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  actor text := nullif(current_setting('tamga.person', true), '');
  account text := nullif(current_setting('tamga.account', true), '');
  act text := nullif(current_setting('tamga.action', true), '');
  req text := coalesce(nullif(current_setting('tamga.request', true), ''), '-');
  why text := nullif(current_setting('tamga.reason', true), '');
  persona text := replace(current_setting('role'), 'tamga_', '');
  happened timestamptz := clock_timestamp();
  number bigint;
  shaped constant text[] := array[current_setting('timezone'), current_setting('datestyle'), current_setting('bytea_output'), current_setting('extra_float_digits')];
  is_plain constant boolean := shaped[1] = 'UTC' and shaped[2] like 'ISO%' and shaped[3] = 'hex' and shaped[4] = '1';
  tx xid8 := pg_current_xact_id();
  record_id uuid; root_case uuid; root_operation uuid; counted integer := 1;
  of_unit uuid; level smallint;
  was text; became text; salted bytea := uuid_send(gen_random_uuid()); line text;
begin
  if actor is null or account is null or act is null then
    raise exception 'a change of % needs an actor and an action', tg_table_name using errcode = '42501', hint = 'tamga.no-actor';
  end if;
  if act ~ '[[:cntrl:]]' or req ~ '[[:cntrl:]]' or persona ~ '[[:cntrl:]]' then
    raise exception 'control characters in the context' using errcode = '22023';
  end if;
  if not is_plain then
    perform set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO', true), set_config('bytea_output', 'hex', true), set_config('extra_float_digits', '1', true);
  end if;
  if tg_op = 'DELETE' then
    record_id := old.id;
    if tg_argv[0] = 'id' then root_case := old.id; elsif tg_argv[0] <> '' then root_case := old.case_id; end if;
    if tg_argv[1] = 'id' then root_operation := old.id; elsif tg_argv[1] <> '' then root_operation := old.operation_id; end if;
    if tg_argv[2] <> '' then counted := old.version + 1; end if;
    if tg_argv[3] <> '' then of_unit := old.unit_id; level := old.classification; end if;
  else
    record_id := new.id;
    if tg_argv[0] = 'id' then root_case := new.id; elsif tg_argv[0] <> '' then root_case := new.case_id; end if;
    if tg_argv[1] = 'id' then root_operation := new.id; elsif tg_argv[1] <> '' then root_operation := new.operation_id; end if;
    if tg_argv[2] <> '' then counted := new.version; end if;
    if tg_argv[3] <> '' then of_unit := new.unit_id; level := new.classification; end if;
    became := row_to_json(new)::text;
  end if;
  if tg_op <> 'INSERT' then was := row_to_json(old)::text; end if;
  if not is_plain then
    perform set_config('timezone', shaped[1], true), set_config('datestyle', shaped[2], true), set_config('bytea_output', shaped[3], true), set_config('extra_float_digits', shaped[4], true);
  end if;
  number := nextval('audit.change_event_seq_seq');
  line := concat_ws(E'\n', 'tamga change v1', 'event ' || number, 'xid ' || tx::text,
    'at ' || to_char(happened at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'by ' || actor || ' ' || account || ' ' || persona,
    'action ' || act, 'request ' || req, 'table ' || tg_table_name, 'record ' || record_id || ' ' || counted,
    'case ' || coalesce(root_case::text, '-'), 'operation ' || coalesce(root_operation::text, '-'),
    'body ' || encode(sha256(salted || convert_to(coalesce(why, ''), 'UTF8') || '\x00'::bytea
      || convert_to(coalesce(was, ''), 'UTF8') || '\x00'::bytea || convert_to(coalesce(became, ''), 'UTF8')), 'hex'));
  with event as (
    insert into audit.change_event (seq, xid, at, person_id, account_id, role, action, request, "table", record, version, case_id, operation_id, leaf, unit_id, classification)
      overriding system value
      values (number, tx, happened, actor::uuid, account::uuid, persona, act, req, tg_table_name, record_id, counted, root_case, root_operation, line, of_unit, level))
  insert into audit.change_body (seq, salt, reason, before, after) values (number, salted, why, was, became);
  return null;
end $function$
  owner tamga_kernel
  grant execute to public
CREATE OR REPLACE FUNCTION audit.count_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.id <> old.id then raise exception 'a record keeps its id' using errcode = '42501'; end if;
  new.version := old.version + 1;
  return new;
end $function$
  owner tamga_owner
CREATE OR REPLACE FUNCTION audit.refuse()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin raise exception 'history is append-only' using errcode = '42501'; end $function$
  owner tamga_owner
CREATE OR REPLACE FUNCTION audit.refuse_truncate()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin raise exception '% cannot be emptied', tg_table_name using errcode = '42501'; end $function$
  owner tamga_owner
CREATE OR REPLACE PROCEDURE audit.watch(IN target regclass)
 LANGUAGE plpgsql
AS $procedure$
declare
  plain text := (select relname from pg_class where oid = target);
  has_case boolean := exists (select from pg_attribute where attrelid = target and attname = 'case_id' and not attisdropped);
  has_operation boolean := exists (select from pg_attribute where attrelid = target and attname = 'operation_id' and not attisdropped);
  is_scoped boolean := 2 = (select count(*) from pg_attribute where attrelid = target and attname in ('unit_id', 'classification') and not attisdropped);
  has_version boolean := exists (select from pg_attribute where attrelid = target and attname = 'version' and not attisdropped);
begin
  execute format('create trigger capture after insert or update or delete on %s for each row execute function audit.capture(%L, %L, %L, %L)', target,
    case when plain = 'cases' then 'id' when has_case then 'case_id' else '' end,
    case when plain = 'operations' then 'id' when has_operation then 'operation_id' else '' end,
    case when has_version then 'version' else '' end, case when is_scoped then 'scoped' else '' end);
  execute format('alter table %s enable always trigger capture', target);
  execute format('create trigger never_emptied before truncate on %s for each statement execute function audit.refuse_truncate()', target);
  execute format('alter table %s enable always trigger never_emptied', target);
  if has_version then
    execute format('create trigger count_version before update on %s for each row execute function audit.count_version()', target);
    execute format('alter table %s enable always trigger count_version', target);
  end if;
end $procedure$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.acting_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('tamga.person', true), '')::uuid $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.acting_units()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('tamga.units', true), '')::uuid[] $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.check_case_move()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  if tg_op = 'INSERT' then
    if new.status <> 'registered' then raise exception 'a case begins as registered' using errcode = '23514', constraint = 'cases_lifecycle'; end if;
    new.status_since := new.registered_at;
    new.opened_at := null;
    new.closed_at := null;
    if new.severed_from_id is not null and not exists (select from cases where id = new.severed_from_id) then
      raise exception 'no such case' using errcode = '23503', constraint = 'cases_severed_from';
    end if;
    return new;
  end if;
  if new.number <> old.number or new.severed_from_id is distinct from old.severed_from_id then
    raise exception 'a case keeps its number and its origin' using errcode = '42501';
  end if;
  if new.status = old.status then
    new.status_since := old.status_since;
    new.opened_at := old.opened_at;
    new.closed_at := old.closed_at;
    if new.joined_into_id is distinct from old.joined_into_id then raise exception 'joined once' using errcode = '42501'; end if;
    return new;
  end if;
  if not exists (select from (values
    ('registered', 'open'), ('open', 'suspended'), ('open', 'with_prosecutor'), ('open', 'discontinued'), ('open', 'transferred'), ('open', 'joined'),
    ('suspended', 'open'), ('suspended', 'with_prosecutor'), ('with_prosecutor', 'open'), ('with_prosecutor', 'in_court'),
    ('in_court', 'with_prosecutor'), ('in_court', 'adjudicated'), ('adjudicated', 'closed'), ('closed', 'open'), ('discontinued', 'open')
  ) moves ("from", "to") where "from" = old.status and "to" = new.status) then
    raise exception 'no move from % to %', old.status, new.status using errcode = '23514', constraint = 'cases_lifecycle';
  end if;
  if new.status in ('closed', 'discontinued', 'transferred', 'joined') or old.status in ('closed', 'discontinued') then
    if current_setting('role') not in ('tamga_commander', 'tamga_coordinator') then
      raise exception 'who decides on a case ends and reopens it' using errcode = '42501';
    end if;
  end if;
  if (new.status in ('suspended', 'discontinued', 'transferred', 'joined') or old.status in ('closed', 'discontinued'))
    and coalesce(current_setting('tamga.reason', true), '') !~ '\S' then
    raise exception 'this move needs a reason' using errcode = '23514', constraint = 'cases_move_reasoned';
  end if;
  -- Locked, so that two cases cannot be joined into each other at once.
  if new.joined_into_id is not null and coalesce((select status from cases where id = new.joined_into_id for no key update), 'closed')
    in ('closed', 'discontinued', 'transferred', 'joined') then
    raise exception 'the case to join into is not a running one' using errcode = '23514', constraint = 'cases_joined_into_running';
  end if;
  new.opened_at := case when new.status = 'open' then coalesce(old.opened_at, new.status_since) else old.opened_at end;
  new.closed_at := case when new.status in ('closed', 'discontinued', 'transferred', 'joined') then new.status_since end;
  return new;
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.check_credits()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  if (select sum(share_percent) from seizure_credits where seizure_id = new.seizure_id and ended_at is null) > 100 then
    raise exception 'more than the whole is credited' using errcode = '23514', hint = 'seizures.credited-beyond-whole';
  end if;
  return null;
end $function$
  owner tamga_kernel
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.check_departure()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  if exists (select from officer_posts p where p.officer_id = new.id and coalesce(p.valid_to, 'infinity') > new.serves_until) then
    raise exception 'a post goes on' using errcode = '23514', constraint = 'officers_departure_ends_posts';
  end if;
  return new;
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.check_detained()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  if not exists (select from case_subjects where case_id = new.case_id and subject_id = new.subject_id and kind = 'person') then
    raise exception 'only a person who is a subject of the case' using errcode = '23503', constraint = 'detentions_of_subject';
  end if;
  return new;
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.check_dissolution()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  if exists (select from officer_posts p where p.unit_id = new.id and coalesce(p.valid_to, 'infinity') > new.dissolved_on) then
    raise exception 'officers serve in it' using errcode = '23514', constraint = 'units_dissolved_empty';
  end if;
  if exists (select from unit_parents p join units u on u.id = p.unit_id where p.parent_id = new.id and coalesce(p.valid_to, 'infinity') > new.dissolved_on
    and coalesce(u.dissolved_on, 'infinity') > new.dissolved_on) then
    raise exception 'units stand below it' using errcode = '23514', constraint = 'units_dissolved_childless';
  end if;
  return new;
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.check_hand()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  if current_user = 'tamga_owner'
    or (tg_op = 'INSERT' and new.status = 'proposed' and new.proposed_by = tamga.acting_person())
    or (tg_op = 'UPDATE' and old.status = 'proposed' and new.status = 'confirmed' and new.confirmed_by = tamga.acting_person())
    or (tg_op = 'UPDATE' and old.status <> 'revoked' and new.status = 'revoked' and new.revoked_by = tamga.acting_person()
      and new.confirmed_by is not distinct from old.confirmed_by) then
    return new;
  end if;
  raise exception 'a step of a grant names the person who takes it' using errcode = '42501', constraint = 'role_grants_own_hand';
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.check_programmes()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  if exists (select from unnest(new.programmes) code where code not in (select p.code from programmes p)) then
    raise exception 'unknown programme' using errcode = '23503', hint = 'programmes.unknown';
  end if;
  return new;
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.check_reset()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  if current_user <> 'tamga_administrator' then return new; end if;
  if tg_op = 'UPDATE' and new.password_hash = old.password_hash and not (old.must_change and not new.must_change) then return new; end if;
  if exists (select from accounts a where a.id = new.account_id and a.person_id = tamga.acting_person()) then
    raise exception 'an administrator does not keep their own account' using errcode = '42501', constraint = 'accounts_not_ones_own';
  end if;
  if exists (select from role_grants g where g.account_id = new.account_id and g.role = 'administrator' and g.status <> 'revoked') then
    raise exception 'an administrator''s password is not another administrator''s to set' using errcode = '42501', constraint = 'accounts_no_administrator_reset';
  end if;
  new.must_change := true;
  return new;
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.clearance()
 RETURNS smallint
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(nullif(current_setting('tamga.clearance', true), ''), '-1')::smallint $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.fold(given text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select regexp_replace(translate(normalize(given, nfkd),
    'ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯӨҮҢөүңΑΒΓΔЬЪьъ',
    'abcdefghijklmnopqrstuvwxyzабвгдежзиклмнопрстуфхцчшщыэюяоуноунαβγδ'),
    '[\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u02b0-\u036f\u2000-\u206f\u2212]', '', 'g')
$function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.guard_operation()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
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
    and coalesce(current_setting('tamga.reason', true), '') !~ '\S' then
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
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.guard_reported_figure()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  if old.status = 'withdrawn' then
    raise exception 'a withdrawn figure is at its end' using errcode = '23514', hint = 'reported-figures.withdrawn';
  end if;
  if new.recorded_at <> old.recorded_at or new.recorded_by <> old.recorded_by then
    raise exception 'the author stays' using errcode = '42501';
  end if;
  return new;
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.guard_seizure()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
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
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.guard_seizure_line()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
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
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.held_lines()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE PARALLEL RESTRICTED SECURITY DEFINER
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  return array(select line_id from exhibits where holder_unit_id = any(tamga.acting_units()));
end $function$
  owner tamga_kernel
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.inherit_from_activity_plan()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  select unit_id, classification into new.unit_id, new.classification from activity_plans where id = new.activity_plan_id;
  if not found then raise exception 'no such activity plan' using errcode = '23503', hint = 'scope.no-parent'; end if;
  return new;
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.inherit_from_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  select unit_id, classification into new.unit_id, new.classification from cases where id = new.case_id;
  if not found then raise exception 'no such case' using errcode = '23503', hint = 'scope.no-parent'; end if;
  return new;
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.inherit_from_exhibit()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  select unit_id, operation_id, case_id, classification into new.unit_id, new.operation_id, new.case_id, new.classification from exhibits where id = new.exhibit_id;
  if not found then raise exception 'no such exhibit' using errcode = '23503', hint = 'scope.no-parent'; end if;
  return new;
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.inherit_from_operation()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  select unit_id, case_id, classification into new.unit_id, new.case_id, new.classification from operations where id = new.operation_id;
  if not found then raise exception 'no such operation' using errcode = '23503', hint = 'scope.no-parent'; end if;
  return new;
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.inherit_from_seizure()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
declare s record;
begin
  select unit_id, operation_id, case_id, classification, seized_at, territory, jurisdiction, is_illustrative into s from seizures where id = new.seizure_id;
  if not found then raise exception 'no such seizure' using errcode = '23503', hint = 'scope.no-parent'; end if;
  new.unit_id := s.unit_id; new.operation_id := s.operation_id; new.case_id := s.case_id; new.classification := s.classification;
  if tg_table_name = 'seizure_lines' then
    new.seized_at := s.seized_at; new.territory := s.territory; new.is_national := s.jurisdiction = 'KG'; new.is_illustrative := s.is_illustrative;
  end if;
  return new;
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.link_subject()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  select kind, coalesce(new.known_as, name) into new.kind, new.known_as from subjects where id = new.subject_id;
  if not found then raise exception 'no such subject' using errcode = '23503', constraint = tg_table_name || '_subject'; end if;
  return new;
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.local_date(moment timestamp with time zone)
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select (moment at time zone tamga.time_zone())::date $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.mark_late_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
declare op record;
begin
  new.recorded_at := clock_timestamp();
  new.recorded_by := tamga.acting_person();
  new.late_because := '{}';
  select status, actual_from into op from operations where id = new.operation_id;
  if new.occurred_at < op.actual_from then new.late_because := new.late_because || 'before_start'::text; end if;
  if op.status in ('concluded', 'closed') then new.late_because := new.late_because || 'operation_over'::text; end if;
  return new;
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.member_cases()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE PARALLEL RESTRICTED SECURITY DEFINER
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  return array(select case_id from case_members where person_id = tamga.acting_person()
    and valid_from <= clock_timestamp() and (valid_until is null or valid_until > clock_timestamp()));
end $function$
  owner tamga_kernel
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.moment_of(given text)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select case when length(given) = 10 then given::timestamp at time zone tamga.time_zone()
    else given::timestamptz end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.note_case_move()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  insert into case_transitions (case_id, from_status, to_status, reason, occurred_at)
    values (new.id, case tg_op when 'UPDATE' then old.status end, new.status, nullif(current_setting('tamga.reason', true), ''), new.status_since);
  return null;
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.note_operation_move()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  insert into operation_transitions (operation_id, from_status, to_status, result, reason, occurred_at)
    values (new.id, case tg_op when 'UPDATE' then old.status end, new.status, new.result, nullif(current_setting('tamga.reason', true), ''), new.status_since);
  return null;
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.number_activity_plan()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
declare serial text := nextval('activity_plans_number')::text;
begin
  new.number := (select code from units where id = new.unit_id) || '/' || to_char(new.period_from, 'YYYY') || '/AP-' || lpad(serial, greatest(4, length(serial)), '0');
  return new;
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.number_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
declare serial text := nextval('cases_number')::text;
begin
  new.number := (select code from units where id = new.unit_id) || '/' || extract(year from tamga.local_date(new.registered_at))
    || '/C-' || lpad(serial, greatest(4, length(serial)), '0');
  return new;
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.number_plan()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  new.number := (select coalesce(max(number), 0) + 1 from plans where operation_id = new.operation_id);
  return new;
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE PROCEDURE tamga.open_to_all(IN target regclass, IN writers text[], IN verbs text DEFAULT 'insert, update'::text)
 LANGUAGE plpgsql
AS $procedure$
declare persona text;
begin
  foreach persona in array array['officer', 'coordinator', 'commander', 'custodian', 'chemist', 'analyst', 'auditor', 'prosecutor', 'administrator', 'gate', 'kernel'] loop
    execute format('grant select on %s to tamga_%s', target, persona);
  end loop;
  foreach persona in array writers loop
    execute format('grant %s on %s to tamga_%s', verbs, target, persona);
  end loop;
end $procedure$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.operation_moves(OUT was text, OUT becomes text, OUT movers text[])
 RETURNS SETOF record
 LANGUAGE sql
 IMMUTABLE
AS $function$
  values ('draft', 'planned', '{officer,coordinator,commander}'::text[]), ('draft', 'active', '{officer,commander}'), ('draft', 'cancelled', '{officer,coordinator,commander}'),
    ('planned', 'approved', '{commander}'), ('planned', 'cancelled', '{officer,coordinator,commander}'),
    ('approved', 'planned', '{officer,coordinator,commander}'), ('approved', 'active', '{officer,commander}'), ('approved', 'cancelled', '{officer,coordinator,commander}'),
    ('active', 'suspended', '{officer,commander}'), ('active', 'concluded', '{officer,commander}'),
    ('suspended', 'active', '{officer,commander}'), ('suspended', 'concluded', '{officer,commander}'),
    ('concluded', 'closed', '{officer,coordinator,commander}'), ('concluded', 'active', '{commander}')
$function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.participating_operations()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE PARALLEL RESTRICTED SECURITY DEFINER
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  return array(select operation_id from operation_participants where participant_unit_id = any(tamga.acting_units()) and left_at is null);
end $function$
  owner tamga_kernel
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.pass_on_from_activity_plan()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  update activity_plan_assessments set unit_id = new.unit_id, classification = new.classification where activity_plan_id = new.id;
  return null;
end $function$
  owner tamga_kernel
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.pass_on_from_seizure()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
declare child regclass;
begin
  update seizure_lines set unit_id = new.unit_id, operation_id = new.operation_id, case_id = new.case_id, classification = new.classification,
    seized_at = new.seized_at, territory = new.territory, is_national = new.jurisdiction = 'KG' where seizure_id = new.id;
  for child in select tgrelid from pg_trigger t join pg_proc f on f.oid = t.tgfoid where f.proname = 'inherit_from_seizure' and tgrelid <> 'tamga.seizure_lines'::regclass loop
    execute format('update %s set unit_id = $1, operation_id = $2, case_id = $3, classification = $4 where seizure_id = $5', child)
      using new.unit_id, new.operation_id, new.case_id, new.classification, new.id;
  end loop;
  return null;
end $function$
  owner tamga_kernel
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.pass_on_scope()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
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
end $function$
  owner tamga_kernel
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.pass_on_to_exhibits()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  update exhibits set unit_id = new.unit_id, operation_id = new.operation_id, case_id = new.case_id, classification = new.classification where seizure_id = new.id;
  update exhibit_weighings w set unit_id = new.unit_id, operation_id = new.operation_id, case_id = new.case_id, classification = new.classification
    from exhibits x where x.id = w.exhibit_id and x.seizure_id = new.id;
  return null;
end $function$
  owner tamga_kernel
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.pass_on_to_operations()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  update operations set classification = new.classification where case_id = new.id and classification < new.classification;
  return null;
end $function$
  owner tamga_kernel
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.pass_on_to_seizures()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  update seizures set classification = greatest(classification, new.classification), case_id = case when case_id is not distinct from old.case_id then new.case_id else case_id end
  where operation_id = new.id;
  return null;
end $function$
  owner tamga_kernel
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.place_exhibit()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
declare s record; serial text;
begin
  select z.unit_id, z.operation_id, z.case_id, z.classification, z.status, z.is_illustrative, u.code into s from seizures z join units u on u.id = z.unit_id where z.id = new.seizure_id;
  if not found then raise exception 'no such seizure' using errcode = '23503', hint = 'exhibits.no-seizure'; end if;
  if s.status = 'voided' then raise exception 'the seizure is voided' using errcode = '23514', hint = 'seizures.voided'; end if;
  new.unit_id := s.unit_id; new.operation_id := s.operation_id; new.case_id := s.case_id; new.classification := s.classification; new.is_illustrative := s.is_illustrative;
  serial := nextval('exhibits_number')::text;
  new.number := s.code || '/' || to_char(tamga.local_date(new.collected_at), 'YYYY') || '/EX-' || lpad(serial, greatest(4, length(serial)), '0');
  return new;
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.place_operation()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
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
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.place_seizure()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
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
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.plans_carried_out()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE PARALLEL RESTRICTED SECURITY DEFINER
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  return array(select distinct activity_plan_id from activity_plan_operations where ended_at is null
    and (unit_id = any(tamga.acting_units()) or operation_id = any(tamga.participating_operations())));
end $function$
  owner tamga_kernel
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.reach_of(roots uuid[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
  with recursive today (on_day) as (select tamga.local_date(clock_timestamp())), reach (id) as (
    select unnest(roots)
    union
    select next.id from reach r cross join today cross join lateral (
      select p.unit_id from unit_parents p where p.parent_id = r.id and p.valid_from <= on_day and (p.valid_to is null or p.valid_to > on_day)
      union all
      select s.unit_id from unit_successions s where s.successor_id = r.id and s."on" <= on_day
    ) next (id)
  ) select coalesce(array_agg(id), '{}') from reach where id is not null
$function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.refuse_cycle()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock(hashtext('tamga.unit_parents'));
  if exists (
    with recursive above (id, days) as (
      select new.parent_id, daterange(new.valid_from, new.valid_to)
      union
      select p.parent_id, a.days * daterange(p.valid_from, p.valid_to) from above a join unit_parents p on p.unit_id = a.id
      where a.id <> new.unit_id and daterange(p.valid_from, p.valid_to) && a.days
    ) select from above where id = new.unit_id) then
    raise exception 'a unit would stand below itself' using errcode = '23514', constraint = 'unit_parents_no_cycle';
  end if;
  return null;
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.refuse_departed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
declare ended date;
begin
  select serves_until into ended from officers where id = new.officer_id for share;
  if coalesce(new.valid_to, 'infinity') > ended then
    raise exception 'the officer has departed' using errcode = '23514', constraint = 'officer_posts_officer_departed';
  end if;
  return new;
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.refuse_dissolved()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
declare ended date;
begin
  select dissolved_on into ended from units where id = (to_jsonb(new) ->> tg_argv[0])::uuid for share;
  if coalesce(new.valid_to, 'infinity') > ended then
    raise exception 'the unit is dissolved' using errcode = '23514', constraint = tg_table_name || '_unit_dissolved';
  end if;
  return new;
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.refuse_own_account()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  if current_user = 'tamga_administrator' and new.person_id = tamga.acting_person() then
    raise exception 'an administrator does not keep their own account' using errcode = '42501', constraint = 'accounts_not_ones_own';
  end if;
  return new;
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.register_key(number text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$ select tamga.fold(replace(number, '№', '')) $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.registered_elsewhere(of_kind text, key text, than_case uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  return exists (select from case_registrations where number_key = key and kind = of_kind and case_id <> than_case and withdrawn_at is null);
end $function$
  owner tamga_kernel
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.schema_version()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'tamga', 'pg_temp'
AS $function$ select name::text from migrations order by id desc limit 1 $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE PROCEDURE tamga.scope(IN target regclass, IN writers text[], IN verbs text DEFAULT 'insert, update'::text)
 LANGUAGE plpgsql
AS $procedure$
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
end $procedure$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.search_rank(search text, sought text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when sought = '' then null
    when search like '%|' || sought || '|%' then 0
    when search like '%|' || sought || '%' then 1
    when search like '%' || sought || '%' then 2 end
$function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.search_text(words text[])
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select '|' || coalesce(string_agg(tamga.fold(word), '|'), '') || '|' from unnest(words) word where word <> ''
$function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.see_activity_plan()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
begin
  if not exists (select from activity_plans where id = new.activity_plan_id) then
    raise exception 'no such activity plan' using errcode = '23503', hint = 'scope.no-parent';
  end if;
  return new;
end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.sound(folded text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select replace(regexp_replace(replace(replace(replace(replace(replace(replace(replace(translate(
      replace(replace(replace(replace(replace(replace(replace(folded, 'щ', 'sh'), 'ш', 'sh'), 'ч', 'ch'), 'ю', 'iu'), 'я', 'ia'), 'дж', 'j'), 'ж', 'j'),
      'абвгдезиклмнопрстуфхцыэywq', 'abvgdeziklmnoprstufhcieivk'),
    'shch', 'sh'), 'dzh', 'j'), 'zh', 'j'), 'dj', 'j'), 'kh', 'h'), 'ts', 'c'), 'x', 'ks'), '([a-z])\1+', '\1', 'g'), 'ie', 'e')
$function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.sounds(words text[])
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select '|' || coalesce(string_agg(tamga.sound(tamga.fold(word)), '|'), '') || '|' from unnest(words) word where word <> ''
$function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.standing_of(person uuid, OUT officer_id uuid, OUT officer text, OUT unit_id uuid, OUT unit text, OUT reach uuid[], OUT command_reach uuid[])
 RETURNS record
 LANGUAGE sql
 STABLE
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
  with today (on_day) as (select tamga.local_date(clock_timestamp()))
  select o.id, o.code, u.id, u.code, tamga.reach_of(array[u.id]),
    tamga.reach_of(array(select c.unit_id from unit_commands c, today where c.person_id = person
      and c.valid_from <= on_day and (c.valid_to is null or c.valid_to > on_day)))
  from (select) one
  left join officers o on o.person_id = person
  left join officer_posts p on p.officer_id = o.id and p.valid_from <= (select on_day from today)
    and (p.valid_to is null or p.valid_to > (select on_day from today))
  left join units u on u.id = p.unit_id
$function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.subject_key(of_kind text, name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select nullif(case
    when of_kind in ('person', 'organization', 'address') then (
      select string_agg(tamga.sound(tamga.fold(word)), ' ' order by tamga.sound(tamga.fold(word)) collate "C")
      from regexp_split_to_table(name, '[[:space:],.;]+') word where tamga.fold(word) <> '')
    when of_kind = 'vehicle' then translate(tamga.fold(name), 'авекмнорстух', 'abekmhopctyx')
    when of_kind = 'phone' then right(regexp_replace(name, '[^0-9]', '', 'g'), 9)
    when of_kind = 'online_handle' then lower(regexp_replace(name, '^([^[:space:]]*/|[[:space:]]*@)+', ''))
    else tamga.fold(name) end, '')
$function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.time_zone()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select case when current_setting('tamga.time_zone', true) <> '' then current_setting('tamga.time_zone', true) else 'Asia/Bishkek' end $function$
  owner tamga_owner
  grant execute to public
CREATE OR REPLACE FUNCTION tamga.units_below(roots uuid[], on_day date DEFAULT tamga.local_date(clock_timestamp()))
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'tamga', 'pg_temp'
AS $function$
  with recursive below (id) as (
    select unnest(roots)
    union
    select p.unit_id from unit_parents p join below b on p.parent_id = b.id
    where p.valid_from <= on_day and (p.valid_to is null or p.valid_to > on_day)
  ) select coalesce(array_agg(id), '{}') from below where id is not null
$function$
  owner tamga_owner
  grant execute to public

-- tables

table audit.change_body of tamga_owner, row security
  seq bigint not null
  salt bytea not null
  reason text
  before text
  after text
  constraint change_body_pkey PRIMARY KEY (seq)
  constraint change_body_seq_fkey FOREIGN KEY (seq) REFERENCES audit.change_event(seq)
  CREATE TRIGGER append_only BEFORE UPDATE OR TRUNCATE ON audit.change_body FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse() -- always
  policy kernel_writes for all to tamga_kernel using true with check true
  policy reads_with_event for select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_officer, tamga_prosecutor using (EXISTS ( SELECT
   FROM audit.change_event e
  WHERE (e.seq = change_body.seq)))
  grant insert, select to tamga_kernel
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_officer, tamga_prosecutor
table audit.change_event of tamga_owner, row security
  seq bigint not null generated as identity
  xid xid8 not null
  at timestamp with time zone not null
  person_id uuid not null
  account_id uuid not null
  role text not null
  action text not null
  request text not null
  "table" text not null
  record uuid not null
  version integer not null
  case_id uuid
  operation_id uuid
  leaf text not null
  unit_id uuid
  classification smallint
  constraint change_event_pkey PRIMARY KEY (seq)
  CREATE INDEX change_event_case ON audit.change_event USING btree (case_id, seq) WHERE (case_id IS NOT NULL)
  CREATE INDEX change_event_operation ON audit.change_event USING btree (operation_id, seq) WHERE (operation_id IS NOT NULL)
  CREATE INDEX change_event_record ON audit.change_event USING btree (record, seq)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON audit.change_event FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse() -- always
  policy administrator_reads for select to tamga_administrator using (unit_id IS NULL)
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_writes for all to tamga_kernel using true with check true
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select to tamga_kernel
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_officer, tamga_prosecutor
table tamga.accounts of tamga_owner
  id uuid not null
  person_id uuid not null
  username text not null
  clearance smallint not null default 0
  language text not null default 'en'::text
  status text not null default 'active'::text
  is_demonstration boolean not null default false
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  version integer not null default 1
  password_set_at timestamp with time zone
  released_at timestamp with time zone
  constraint accounts_clearance CHECK (((clearance >= 0) AND (clearance <= 3)))
  constraint accounts_language CHECK ((language = ANY (ARRAY['en'::text, 'ru'::text, 'ky'::text])))
  constraint accounts_of_person UNIQUE (id, person_id)
  constraint accounts_person FOREIGN KEY (person_id) REFERENCES tamga.persons(id)
  constraint accounts_pkey PRIMARY KEY (id)
  constraint accounts_status CHECK ((status = ANY (ARRAY['active'::text, 'disabled'::text])))
  constraint accounts_username_form CHECK ((username ~ '^[a-z0-9][a-z0-9._-]{1,63}$'::text))
  constraint accounts_username_taken UNIQUE (username)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.accounts FOR EACH ROW EXECUTE FUNCTION audit.capture('', '', 'version', '') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.accounts FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.accounts FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  CREATE TRIGGER not_ones_own BEFORE INSERT OR UPDATE ON tamga.accounts FOR EACH ROW EXECUTE FUNCTION tamga.refuse_own_account() -- always
  grant insert, select to tamga_administrator
  grant select to tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor
  grant update (clearance, language, password_set_at, released_at, status) to tamga_administrator
  grant update (password_set_at) to tamga_gate
table tamga.activity_plan_assessments of tamga_owner, row security forced
  id uuid not null
  activity_plan_id uuid not null
  unit_id uuid not null
  operation_id uuid
  case_id uuid
  classification smallint not null
  amount numeric(24,9)
  currency text
  text text not null
  source text not null
  assessed_on date not null
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  version integer not null default 1
  constraint activity_plan_assessments_amount CHECK (((amount >= (0)::numeric) AND (amount <> 'NaN'::numeric)))
  constraint activity_plan_assessments_amount_whole CHECK (((amount IS NULL) = (currency IS NULL)))
  constraint activity_plan_assessments_case FOREIGN KEY (case_id) REFERENCES tamga.cases(id)
  constraint activity_plan_assessments_currency CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint activity_plan_assessments_of_no_case CHECK ((case_id IS NULL))
  constraint activity_plan_assessments_of_no_operation CHECK ((operation_id IS NULL))
  constraint activity_plan_assessments_operation FOREIGN KEY (operation_id) REFERENCES tamga.operations(id)
  constraint activity_plan_assessments_pkey PRIMARY KEY (id)
  constraint activity_plan_assessments_plan FOREIGN KEY (activity_plan_id) REFERENCES tamga.activity_plans(id)
  constraint activity_plan_assessments_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint activity_plan_assessments_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE INDEX activity_plan_assessments_of_plan ON tamga.activity_plan_assessments USING btree (activity_plan_id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.activity_plan_assessments FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', 'operation_id', 'version', 'scoped') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.activity_plan_assessments FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER inherit_from_activity_plan BEFORE INSERT ON tamga.activity_plan_assessments FOR EACH ROW EXECUTE FUNCTION tamga.inherit_from_activity_plan()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.activity_plan_assessments FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy carries_out for select to tamga_commander, tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (activity_plan_id = ANY (( SELECT tamga.plans_carried_out() AS plans_carried_out)::uuid[])))
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select to tamga_commander, tamga_coordinator
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_officer, tamga_prosecutor
  grant select, update to tamga_kernel
table tamga.activity_plan_operations of tamga_owner, row security forced
  id uuid not null
  activity_plan_id uuid not null
  operation_id uuid not null
  unit_id uuid not null
  case_id uuid
  classification smallint not null
  ended_at timestamp with time zone
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  version integer not null default 1
  constraint activity_plan_operations_case FOREIGN KEY (case_id) REFERENCES tamga.cases(id)
  constraint activity_plan_operations_operation FOREIGN KEY (operation_id) REFERENCES tamga.operations(id)
  constraint activity_plan_operations_pkey PRIMARY KEY (id)
  constraint activity_plan_operations_plan FOREIGN KEY (activity_plan_id) REFERENCES tamga.activity_plans(id)
  constraint activity_plan_operations_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint activity_plan_operations_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE INDEX activity_plan_operations_of_operation ON tamga.activity_plan_operations USING btree (operation_id)
  CREATE INDEX activity_plan_operations_of_unit ON tamga.activity_plan_operations USING btree (unit_id) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX activity_plan_operations_once ON tamga.activity_plan_operations USING btree (activity_plan_id, operation_id) WHERE (ended_at IS NULL)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.activity_plan_operations FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', 'operation_id', 'version', 'scoped') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.activity_plan_operations FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER inherit_scope BEFORE INSERT ON tamga.activity_plan_operations FOR EACH ROW EXECUTE FUNCTION tamga.inherit_from_operation()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.activity_plan_operations FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  CREATE TRIGGER see_activity_plan BEFORE INSERT ON tamga.activity_plan_operations FOR EACH ROW EXECUTE FUNCTION tamga.see_activity_plan()
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_changes for update to tamga_commander using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_changes for update to tamga_coordinator using true with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select to tamga_commander, tamga_coordinator
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_officer, tamga_prosecutor
  grant select, update to tamga_kernel
  grant update (ended_at) to tamga_commander
  grant update (ended_at) to tamga_coordinator
table tamga.activity_plans of tamga_owner, row security forced
  id uuid not null
  number text not null
  name text not null
  unit_id uuid not null
  operation_id uuid
  case_id uuid
  classification smallint not null default 0
  period_from date not null
  period_to date not null
  programmes text[] not null default '{}'::text[]
  objectives jsonb not null default '[]'::jsonb
  summary text
  is_illustrative boolean not null default false
  folded_name text not null generated always as tamga.fold(name)
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  version integer not null default 1
  constraint activity_plans_case FOREIGN KEY (case_id) REFERENCES tamga.cases(id)
  constraint activity_plans_classification CHECK (((classification >= 0) AND (classification <= 3)))
  constraint activity_plans_number_taken UNIQUE (number)
  constraint activity_plans_objectives CHECK ((jsonb_typeof(objectives) = 'array'::text))
  constraint activity_plans_of_no_case CHECK ((case_id IS NULL))
  constraint activity_plans_of_no_operation CHECK ((operation_id IS NULL))
  constraint activity_plans_operation FOREIGN KEY (operation_id) REFERENCES tamga.operations(id)
  constraint activity_plans_period CHECK ((period_to > period_from))
  constraint activity_plans_pkey PRIMARY KEY (id)
  constraint activity_plans_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint activity_plans_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE INDEX activity_plans_by_period ON tamga.activity_plans USING btree (period_from DESC, id DESC)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.activity_plans FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', 'operation_id', 'version', 'scoped') -- always
  CREATE TRIGGER check_programmes BEFORE INSERT OR UPDATE OF programmes ON tamga.activity_plans FOR EACH ROW EXECUTE FUNCTION tamga.check_programmes()
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.activity_plans FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER give_number BEFORE INSERT ON tamga.activity_plans FOR EACH ROW EXECUTE FUNCTION tamga.number_activity_plan()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.activity_plans FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  CREATE TRIGGER pass_on_scope AFTER UPDATE OF unit_id, classification ON tamga.activity_plans FOR EACH ROW WHEN (((old.unit_id IS DISTINCT FROM new.unit_id) OR (old.classification IS DISTINCT FROM new.classification))) EXECUTE FUNCTION tamga.pass_on_from_activity_plan()
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy carries_out for select to tamga_commander, tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (id = ANY (( SELECT tamga.plans_carried_out() AS plans_carried_out)::uuid[])))
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_changes for update to tamga_commander using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_changes for update to tamga_coordinator using true with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select to tamga_commander, tamga_coordinator
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_officer, tamga_prosecutor
  grant select, update to tamga_kernel
  grant update (classification, name, objectives, period_from, period_to, programmes, summary, unit_id) to tamga_commander
  grant update (classification, name, objectives, period_from, period_to, programmes, summary, unit_id) to tamga_coordinator
table tamga.case_members of tamga_owner, row security forced
  id uuid not null
  case_id uuid not null
  unit_id uuid not null
  classification smallint not null
  person_id uuid not null
  officer_id uuid
  part text not null
  valid_from timestamp with time zone not null
  valid_until timestamp with time zone
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  version integer not null default 1
  constraint case_members_case FOREIGN KEY (case_id) REFERENCES tamga.cases(id)
  constraint case_members_officer FOREIGN KEY (officer_id) REFERENCES tamga.officers(id)
  constraint case_members_once EXCLUDE USING gist (case_id WITH =, person_id WITH =, part WITH =, tstzrange(valid_from, valid_until) WITH &&)
  constraint case_members_one_lead EXCLUDE USING gist (case_id WITH =, tstzrange(valid_from, valid_until) WITH &&) WHERE ((part = 'lead_investigator'::text))
  constraint case_members_order CHECK ((valid_until >= valid_from))
  constraint case_members_part CHECK ((part = ANY (ARRAY['lead_investigator'::text, 'investigator'::text, 'analyst'::text, 'operative'::text, 'supervising_prosecutor'::text, 'observer'::text])))
  constraint case_members_person FOREIGN KEY (person_id) REFERENCES tamga.persons(id)
  constraint case_members_pkey PRIMARY KEY (id)
  constraint case_members_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint case_members_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE INDEX case_members_of_person ON tamga.case_members USING btree (person_id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.case_members FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', '', 'version', 'scoped') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.case_members FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER inherit_scope BEFORE INSERT ON tamga.case_members FOR EACH ROW EXECUTE FUNCTION tamga.inherit_from_case()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.case_members FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_changes for update to tamga_commander using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_changes for update to tamga_coordinator using true with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_adds for insert to tamga_officer with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_changes for update to tamga_officer using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select, update to tamga_commander, tamga_coordinator, tamga_officer
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_prosecutor
  grant select, update to tamga_kernel
table tamga.case_offences of tamga_owner, row security forced
  id uuid not null
  case_id uuid not null
  unit_id uuid not null
  classification smallint not null
  law text
  article text not null
  part text
  title text
  since_on date
  until_on date
  replaces_id uuid
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  version integer not null default 1
  constraint case_offences_case FOREIGN KEY (case_id) REFERENCES tamga.cases(id)
  constraint case_offences_once EXCLUDE USING gist (case_id WITH =, COALESCE(law, ''::text) WITH =, article WITH =, COALESCE(part, ''::text) WITH =, daterange(since_on, until_on) WITH &&)
  constraint case_offences_order CHECK ((until_on >= since_on))
  constraint case_offences_pkey PRIMARY KEY (id)
  constraint case_offences_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint case_offences_replaced_once UNIQUE (replaces_id)
  constraint case_offences_replaces FOREIGN KEY (replaces_id) REFERENCES tamga.case_offences(id)
  constraint case_offences_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE INDEX case_offences_by_article ON tamga.case_offences USING btree (article)
  CREATE INDEX case_offences_of_case ON tamga.case_offences USING btree (case_id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.case_offences FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', '', 'version', 'scoped') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.case_offences FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER inherit_scope BEFORE INSERT ON tamga.case_offences FOR EACH ROW EXECUTE FUNCTION tamga.inherit_from_case()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.case_offences FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_changes for update to tamga_commander using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_changes for update to tamga_coordinator using true with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_adds for insert to tamga_officer with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_changes for update to tamga_officer using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select, update to tamga_commander, tamga_coordinator, tamga_officer
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_prosecutor
  grant select, update to tamga_kernel
table tamga.case_registrations of tamga_owner, row security forced
  id uuid not null
  case_id uuid not null
  unit_id uuid not null
  classification smallint not null
  kind text not null
  number text not null
  number_key text not null generated always as tamga.register_key(number)
  registered_on date
  issuing_body text
  withdrawn_at timestamp with time zone
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  version integer not null default 1
  constraint case_registrations_case FOREIGN KEY (case_id) REFERENCES tamga.cases(id)
  constraint case_registrations_kind CHECK ((kind = ANY (ARRAY['erp'::text, 'zhui'::text])))
  constraint case_registrations_number CHECK ((number_key <> ''::text))
  constraint case_registrations_pkey PRIMARY KEY (id)
  constraint case_registrations_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint case_registrations_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE INDEX case_registrations_by_number ON tamga.case_registrations USING btree (number_key, kind)
  CREATE UNIQUE INDEX case_registrations_once ON tamga.case_registrations USING btree (case_id, kind, number_key) WHERE (withdrawn_at IS NULL)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.case_registrations FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', '', 'version', 'scoped') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.case_registrations FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER inherit_scope BEFORE INSERT ON tamga.case_registrations FOR EACH ROW EXECUTE FUNCTION tamga.inherit_from_case()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.case_registrations FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_changes for update to tamga_commander using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_changes for update to tamga_coordinator using true with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_adds for insert to tamga_officer with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_changes for update to tamga_officer using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select, update to tamga_commander, tamga_coordinator, tamga_officer
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_prosecutor
  grant select, update to tamga_kernel
table tamga.case_subjects of tamga_owner, row security forced
  id uuid not null
  case_id uuid not null
  unit_id uuid not null
  classification smallint not null
  subject_id uuid not null
  kind text not null
  known_as text not null
  search text not null generated always as tamga.sounds(ARRAY[known_as])
  role text not null
  valid_from timestamp with time zone
  valid_until timestamp with time zone
  note text
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  version integer not null default 1
  constraint case_subjects_case FOREIGN KEY (case_id) REFERENCES tamga.cases(id)
  constraint case_subjects_once EXCLUDE USING gist (case_id WITH =, subject_id WITH =, role WITH =, tstzrange(valid_from, valid_until) WITH &&)
  constraint case_subjects_order CHECK ((valid_until >= valid_from))
  constraint case_subjects_pkey PRIMARY KEY (id)
  constraint case_subjects_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint case_subjects_role CHECK ((role = ANY (ARRAY['suspect'::text, 'accused'::text, 'defendant'::text, 'convicted'::text, 'acquitted'::text, 'witness'::text, 'victim'::text, 'informant'::text, 'owner'::text, 'user'::text, 'courier'::text, 'organizer'::text, 'supplier'::text, 'buyer'::text, 'accomplice'::text, 'instrument'::text, 'proceeds'::text, 'storage_place'::text, 'other'::text])))
  constraint case_subjects_role_fits CHECK (((kind = 'person'::text) OR (role <> ALL (ARRAY['suspect'::text, 'accused'::text, 'defendant'::text, 'convicted'::text, 'acquitted'::text, 'witness'::text, 'informant'::text]))))
  constraint case_subjects_subject FOREIGN KEY (subject_id) REFERENCES tamga.subjects(id)
  constraint case_subjects_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE INDEX case_subjects_of_case ON tamga.case_subjects USING btree (case_id)
  CREATE INDEX case_subjects_of_subject ON tamga.case_subjects USING btree (subject_id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.case_subjects FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', '', 'version', 'scoped') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.case_subjects FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER inherit_scope BEFORE INSERT ON tamga.case_subjects FOR EACH ROW EXECUTE FUNCTION tamga.inherit_from_case()
  CREATE TRIGGER link_subject BEFORE INSERT ON tamga.case_subjects FOR EACH ROW EXECUTE FUNCTION tamga.link_subject()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.case_subjects FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_changes for update to tamga_commander using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_changes for update to tamga_coordinator using true with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_adds for insert to tamga_officer with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_changes for update to tamga_officer using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select, update to tamga_commander, tamga_coordinator, tamga_officer
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_prosecutor
  grant select, update to tamga_kernel
table tamga.case_transitions of tamga_owner, row security forced
  id uuid not null default gen_random_uuid()
  case_id uuid not null
  unit_id uuid not null
  classification smallint not null
  from_status text
  to_status text not null
  reason text
  occurred_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  version integer not null default 1
  constraint case_transitions_case FOREIGN KEY (case_id) REFERENCES tamga.cases(id)
  constraint case_transitions_not_ahead CHECK ((occurred_at <= (recorded_at + '24:05:00'::interval)))
  constraint case_transitions_pkey PRIMARY KEY (id)
  constraint case_transitions_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint case_transitions_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE INDEX case_transitions_of_case ON tamga.case_transitions USING btree (case_id, recorded_at)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.case_transitions FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', '', 'version', 'scoped') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.case_transitions FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER inherit_scope BEFORE INSERT ON tamga.case_transitions FOR EACH ROW EXECUTE FUNCTION tamga.inherit_from_case()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.case_transitions FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_adds for insert to tamga_officer with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select to tamga_commander, tamga_coordinator, tamga_officer
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_prosecutor
  grant select, update to tamga_kernel
table tamga.cases of tamga_owner, row security forced
  id uuid not null
  number text not null
  unit_id uuid not null
  classification smallint not null default 0
  title text not null
  summary text
  status text not null default 'registered'::text
  status_since timestamp with time zone not null
  registered_at timestamp with time zone not null
  opened_at timestamp with time zone
  closed_at timestamp with time zone
  joined_into_id uuid
  severed_from_id uuid
  programmes text[] not null default '{}'::text[]
  folded_title text not null generated always as tamga.fold(title)
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  version integer not null default 1
  constraint cases_classification CHECK (((classification >= 0) AND (classification <= 3)))
  constraint cases_joined CHECK (((status = 'joined'::text) = (joined_into_id IS NOT NULL)))
  constraint cases_joined_into FOREIGN KEY (joined_into_id) REFERENCES tamga.cases(id)
  constraint cases_not_ahead CHECK ((registered_at <= (recorded_at + '24:05:00'::interval)))
  constraint cases_not_from_itself CHECK ((severed_from_id <> id))
  constraint cases_not_into_itself CHECK ((joined_into_id <> id))
  constraint cases_number_taken UNIQUE (number)
  constraint cases_pkey PRIMARY KEY (id)
  constraint cases_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint cases_severed_from FOREIGN KEY (severed_from_id) REFERENCES tamga.cases(id)
  constraint cases_status CHECK ((status = ANY (ARRAY['registered'::text, 'open'::text, 'suspended'::text, 'with_prosecutor'::text, 'in_court'::text, 'adjudicated'::text, 'closed'::text, 'discontinued'::text, 'transferred'::text, 'joined'::text])))
  constraint cases_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE INDEX cases_by_time ON tamga.cases USING btree (registered_at DESC, id DESC)
  CREATE INDEX cases_joined_of ON tamga.cases USING btree (joined_into_id) WHERE (joined_into_id IS NOT NULL)
  CREATE INDEX cases_of_unit ON tamga.cases USING btree (unit_id, registered_at DESC, id DESC)
  CREATE INDEX cases_severed_of ON tamga.cases USING btree (severed_from_id) WHERE (severed_from_id IS NOT NULL)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.cases FOR EACH ROW EXECUTE FUNCTION audit.capture('id', '', 'version', 'scoped') -- always
  CREATE TRIGGER check_move BEFORE INSERT OR UPDATE ON tamga.cases FOR EACH ROW EXECUTE FUNCTION tamga.check_case_move()
  CREATE TRIGGER check_programmes BEFORE INSERT OR UPDATE OF programmes ON tamga.cases FOR EACH ROW EXECUTE FUNCTION tamga.check_programmes()
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.cases FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER give_number BEFORE INSERT ON tamga.cases FOR EACH ROW EXECUTE FUNCTION tamga.number_case()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.cases FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  CREATE TRIGGER note_first AFTER INSERT ON tamga.cases FOR EACH ROW EXECUTE FUNCTION tamga.note_case_move()
  CREATE TRIGGER note_move AFTER UPDATE OF status ON tamga.cases FOR EACH ROW WHEN ((old.status <> new.status)) EXECUTE FUNCTION tamga.note_case_move()
  CREATE TRIGGER pass_on_scope AFTER UPDATE OF unit_id, classification ON tamga.cases FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION tamga.pass_on_scope('case_id')
  CREATE TRIGGER pass_on_to_operations AFTER UPDATE OF classification ON tamga.cases FOR EACH ROW WHEN ((old.classification < new.classification)) EXECUTE FUNCTION tamga.pass_on_to_operations()
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_changes for update to tamga_commander using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_changes for update to tamga_coordinator using true with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_adds for insert to tamga_officer with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_changes for update to tamga_officer using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select, update to tamga_commander, tamga_coordinator, tamga_officer
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_prosecutor
  grant select, update to tamga_kernel
table tamga.conversion_factors of tamga_owner
  id uuid not null
  code text not null
  substance text
  substance_group text
  form text
  unit text not null
  grams_per_unit numeric(24,12) not null
  valid_from date
  valid_to date
  status text not null
  source text not null
  version integer not null default 1
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  constraint conversion_factors_code_form CHECK ((code ~ '^[a-z0-9][a-z0-9_]{0,63}$'::text))
  constraint conversion_factors_code_taken UNIQUE (code)
  constraint conversion_factors_group CHECK ((substance_group = ANY (ARRAY['cannabis'::text, 'opioids'::text, 'cocaine'::text, 'amphetamine_type_stimulants'::text, 'hallucinogens'::text, 'sedatives'::text, 'new_psychoactive_substances'::text, 'precursors'::text, 'other'::text])))
  constraint conversion_factors_no_overlap EXCLUDE USING gist (COALESCE(substance, ''::text) WITH =, COALESCE(substance_group, ''::text) WITH =, COALESCE(form, ''::text) WITH =, unit WITH =, daterange(valid_from, valid_to) WITH &&)
  constraint conversion_factors_of_one CHECK (((substance IS NULL) OR (substance_group IS NULL)))
  constraint conversion_factors_order CHECK ((valid_to > valid_from))
  constraint conversion_factors_pkey PRIMARY KEY (id)
  constraint conversion_factors_positive CHECK ((grams_per_unit > (0)::numeric))
  constraint conversion_factors_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint conversion_factors_status CHECK ((status = ANY (ARRAY['stated'::text, 'second_hand'::text, 'assumed'::text])))
  constraint conversion_factors_substance FOREIGN KEY (substance) REFERENCES tamga.substances(code)
  constraint conversion_factors_unit FOREIGN KEY (unit) REFERENCES tamga.measurement_units(code)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.conversion_factors FOR EACH ROW EXECUTE FUNCTION audit.capture('', '', 'version', '') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.conversion_factors FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.conversion_factors FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  grant insert, select, update to tamga_administrator
  grant select to tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor
table tamga.countries of tamga_owner
  id uuid not null
  code text not null
  alpha3 text not null
  name_en text not null
  name_ru text not null
  name_ky text not null
  source text not null
  search text not null generated always as tamga.search_text(ARRAY[code, alpha3, name_en, name_ru, name_ky])
  version integer not null default 1
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  constraint countries_code_form CHECK ((code ~ '^[A-Z]{2}$'::text))
  constraint countries_code_taken UNIQUE (code)
  constraint countries_pkey PRIMARY KEY (id)
  constraint countries_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.countries FOR EACH ROW EXECUTE FUNCTION audit.capture('', '', 'version', '') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.countries FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.countries FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  grant insert, select, update to tamga_administrator
  grant select to tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor
table tamga.credentials of tamga_owner
  account_id uuid not null
  password_hash text not null
  failures integer not null default 0
  failing_since timestamp with time zone
  locked_at timestamp with time zone
  changed_at timestamp with time zone not null default clock_timestamp()
  must_change boolean not null default false
  constraint credentials_account FOREIGN KEY (account_id) REFERENCES tamga.accounts(id)
  constraint credentials_pkey PRIMARY KEY (account_id)
  CREATE TRIGGER one_time BEFORE INSERT OR UPDATE ON tamga.credentials FOR EACH ROW EXECUTE FUNCTION tamga.check_reset() -- always
  grant insert to tamga_administrator
  grant select, update to tamga_gate
  grant select (account_id, changed_at, failures, locked_at, must_change) to tamga_administrator
  grant select (account_id, locked_at, must_change) to tamga_auditor
  grant update (changed_at, failing_since, failures, locked_at, must_change, password_hash) to tamga_administrator
table tamga.decisions of tamga_owner, row security forced
  id uuid not null
  case_id uuid not null
  unit_id uuid not null
  classification smallint not null
  kind text not null
  issuer_kind text not null
  issuer_name text
  number text
  decided_on date not null
  in_force_from date
  summary text
  orders text[] not null default '{}'::text[]
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  version integer not null default 1
  constraint decisions_case FOREIGN KEY (case_id) REFERENCES tamga.cases(id)
  constraint decisions_in_force CHECK ((in_force_from >= decided_on))
  constraint decisions_issuer_kind CHECK ((issuer_kind = ANY (ARRAY['court'::text, 'prosecutor'::text, 'investigator'::text])))
  constraint decisions_kind CHECK ((kind = ANY (ARRAY['opening'::text, 'examination'::text, 'physical_evidence'::text, 'indictment'::text, 'verdict'::text, 'return'::text, 'destruction'::text, 'confiscation'::text, 'appeal'::text, 'other'::text])))
  constraint decisions_pkey PRIMARY KEY (id)
  constraint decisions_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint decisions_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE INDEX decisions_of_case ON tamga.decisions USING btree (case_id, decided_on DESC)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.decisions FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', '', 'version', 'scoped') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.decisions FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER inherit_scope BEFORE INSERT ON tamga.decisions FOR EACH ROW EXECUTE FUNCTION tamga.inherit_from_case()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.decisions FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_changes for update to tamga_commander using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_changes for update to tamga_coordinator using true with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_adds for insert to tamga_officer with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_changes for update to tamga_officer using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select, update to tamga_commander, tamga_coordinator, tamga_officer
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_prosecutor
  grant select, update to tamga_kernel
table tamga.detentions of tamga_owner, row security forced
  id uuid not null
  case_id uuid not null
  unit_id uuid not null
  classification smallint not null
  subject_id uuid not null
  detained_at timestamp with time zone not null
  territory text
  place text
  article text
  rights_explained_at timestamp with time zone
  counsel text
  interpreter text
  is_minor boolean
  deadline_at timestamp with time zone
  released_at timestamp with time zone
  release_reason text
  release_note text
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  version integer not null default 1
  constraint detentions_case FOREIGN KEY (case_id) REFERENCES tamga.cases(id)
  constraint detentions_deadline CHECK ((deadline_at > detained_at))
  constraint detentions_not_ahead CHECK ((detained_at <= (recorded_at + '24:05:00'::interval)))
  constraint detentions_not_twice EXCLUDE USING gist (case_id WITH =, subject_id WITH =, tstzrange(detained_at, released_at) WITH &&)
  constraint detentions_order CHECK ((released_at >= detained_at))
  constraint detentions_pkey PRIMARY KEY (id)
  constraint detentions_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint detentions_release_reason CHECK ((release_reason = ANY (ARRAY['term_expired'::text, 'not_confirmed'::text, 'no_grounds'::text, 'court_refused'::text, 'custody_ordered'::text, 'house_arrest'::text, 'bail'::text, 'undertaking'::text, 'handed_over'::text, 'other'::text])))
  constraint detentions_released CHECK (((released_at IS NULL) = (release_reason IS NULL)))
  constraint detentions_subject FOREIGN KEY (subject_id) REFERENCES tamga.subjects(id)
  constraint detentions_territory FOREIGN KEY (territory) REFERENCES tamga.territories(code)
  constraint detentions_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE INDEX detentions_of_case ON tamga.detentions USING btree (case_id, detained_at)
  CREATE INDEX detentions_running ON tamga.detentions USING btree (deadline_at) WHERE (released_at IS NULL)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.detentions FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', '', 'version', 'scoped') -- always
  CREATE TRIGGER check_detained BEFORE INSERT ON tamga.detentions FOR EACH ROW EXECUTE FUNCTION tamga.check_detained()
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.detentions FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER inherit_scope BEFORE INSERT ON tamga.detentions FOR EACH ROW EXECUTE FUNCTION tamga.inherit_from_case()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.detentions FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_changes for update to tamga_commander using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_changes for update to tamga_coordinator using true with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_adds for insert to tamga_officer with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_changes for update to tamga_officer using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select, update to tamga_commander, tamga_coordinator, tamga_officer
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_prosecutor
  grant select, update to tamga_kernel
table tamga.exchange_rates of tamga_owner
  id uuid not null
  currency text not null
  per text not null
  rate numeric(24,9) not null
  "on" date not null
  source text not null
  fingerprint text
  version integer not null default 1
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  constraint exchange_rates_currency CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint exchange_rates_once UNIQUE (currency, per, "on")
  constraint exchange_rates_per CHECK ((per ~ '^[A-Z]{3}$'::text))
  constraint exchange_rates_pkey PRIMARY KEY (id)
  constraint exchange_rates_positive CHECK ((rate > (0)::numeric))
  constraint exchange_rates_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint exchange_rates_two_currencies CHECK ((currency <> per))
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.exchange_rates FOR EACH ROW EXECUTE FUNCTION audit.capture('', '', 'version', '') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.exchange_rates FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.exchange_rates FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  grant insert, select, update to tamga_administrator
  grant select to tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor
table tamga.exhibit_weighings of tamga_owner, row security forced
  id uuid not null
  exhibit_id uuid not null
  unit_id uuid not null
  operation_id uuid
  case_id uuid
  classification smallint not null
  quantity numeric(24,9) not null
  quantity_unit text not null
  mass_grams numeric(30,9) not null
  basis text not null
  scale_id uuid
  weighed_by_id uuid not null
  witness_id uuid
  weighed_at timestamp with time zone not null
  is_indicative boolean not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  constraint exhibit_weighings_basis CHECK ((basis = ANY (ARRAY['gross'::text, 'net'::text])))
  constraint exhibit_weighings_exhibit FOREIGN KEY (exhibit_id) REFERENCES tamga.exhibits(id)
  constraint exhibit_weighings_mass CHECK ((mass_grams > (0)::numeric))
  constraint exhibit_weighings_pkey PRIMARY KEY (id)
  constraint exhibit_weighings_positive CHECK ((quantity > (0)::numeric))
  constraint exhibit_weighings_scale FOREIGN KEY (scale_id) REFERENCES tamga.resources(id)
  constraint exhibit_weighings_unit FOREIGN KEY (quantity_unit) REFERENCES tamga.measurement_units(code)
  constraint exhibit_weighings_weigher FOREIGN KEY (weighed_by_id) REFERENCES tamga.officers(id)
  constraint exhibit_weighings_witness FOREIGN KEY (witness_id) REFERENCES tamga.officers(id)
  constraint exhibit_weighings_witness_other CHECK ((witness_id <> weighed_by_id))
  CREATE INDEX exhibit_weighings_of_exhibit ON tamga.exhibit_weighings USING btree (exhibit_id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.exhibit_weighings FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', 'operation_id', '', 'scoped') -- always
  CREATE TRIGGER inherit_from_exhibit BEFORE INSERT ON tamga.exhibit_weighings FOR EACH ROW EXECUTE FUNCTION tamga.inherit_from_exhibit()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.exhibit_weighings FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_adds for insert to tamga_officer with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select to tamga_commander, tamga_coordinator, tamga_officer
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_prosecutor
  grant select, update to tamga_kernel
table tamga.exhibits of tamga_owner, row security forced
  id uuid not null
  number text not null
  seizure_id uuid not null
  line_id uuid not null
  unit_id uuid not null
  operation_id uuid
  case_id uuid
  classification smallint not null
  holder_unit_id uuid not null
  holder_officer_id uuid
  category text not null
  status text not null default 'held'::text
  description text not null
  packages integer
  hazards text[] not null default '{}'::text[]
  storage_condition text
  seal_number text
  seal_issuer text
  flags text[] not null default '{}'::text[]
  collected_at timestamp with time zone not null
  collected_by_id uuid not null
  witness_id uuid
  alone_because text
  is_illustrative boolean not null default false
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  version integer not null default 1
  constraint exhibits_category CHECK ((category = ANY (ARRAY['drug'::text, 'sample'::text, 'packaging'::text, 'device'::text, 'document'::text, 'cash'::text, 'weapon'::text, 'vehicle'::text, 'biological'::text, 'digital'::text])))
  constraint exhibits_collector FOREIGN KEY (collected_by_id) REFERENCES tamga.officers(id)
  constraint exhibits_holder FOREIGN KEY (holder_officer_id) REFERENCES tamga.officers(id)
  constraint exhibits_holder_unit FOREIGN KEY (holder_unit_id) REFERENCES tamga.units(id)
  constraint exhibits_issuer_of_seal CHECK (((seal_issuer IS NULL) OR (seal_number IS NOT NULL)))
  constraint exhibits_line FOREIGN KEY (line_id, seizure_id) REFERENCES tamga.seizure_lines(id, seizure_id)
  constraint exhibits_not_ahead CHECK ((collected_at <= (recorded_at + '24:05:00'::interval)))
  constraint exhibits_number_taken UNIQUE (number)
  constraint exhibits_packages CHECK ((packages > 0))
  constraint exhibits_pkey PRIMARY KEY (id)
  constraint exhibits_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint exhibits_seizure FOREIGN KEY (seizure_id) REFERENCES tamga.seizures(id)
  constraint exhibits_status CHECK ((status = 'held'::text))
  constraint exhibits_witness FOREIGN KEY (witness_id) REFERENCES tamga.officers(id)
  constraint exhibits_witness_other CHECK ((witness_id <> collected_by_id))
  CREATE INDEX exhibits_by_time ON tamga.exhibits USING btree (collected_at DESC, id DESC)
  CREATE INDEX exhibits_of_case ON tamga.exhibits USING btree (case_id) WHERE (case_id IS NOT NULL)
  CREATE INDEX exhibits_of_line ON tamga.exhibits USING btree (line_id)
  CREATE INDEX exhibits_of_operation ON tamga.exhibits USING btree (operation_id) WHERE (operation_id IS NOT NULL)
  CREATE INDEX exhibits_of_seizure ON tamga.exhibits USING btree (seizure_id)
  CREATE UNIQUE INDEX exhibits_seal_once ON tamga.exhibits USING btree (COALESCE(seal_issuer, ''::text), seal_number) WHERE (seal_number IS NOT NULL)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.exhibits FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', 'operation_id', 'version', 'scoped') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.exhibits FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.exhibits FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  CREATE TRIGGER place BEFORE INSERT ON tamga.exhibits FOR EACH ROW EXECUTE FUNCTION tamga.place_exhibit()
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using (holder_unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using (holder_unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_adds for insert to tamga_officer with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select to tamga_commander, tamga_coordinator, tamga_officer
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_prosecutor
  grant select, update to tamga_kernel
table tamga.measurement_units of tamga_owner
  id uuid not null
  code text not null
  kind text not null
  base text
  factor_to_base numeric(24,12)
  name_en text not null
  name_ru text not null
  name_ky text not null
  source text not null
  version integer not null default 1
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  constraint measurement_units_base CHECK (((kind = 'count'::text) = (factor_to_base IS NULL)))
  constraint measurement_units_code_taken UNIQUE (code)
  constraint measurement_units_factor CHECK ((factor_to_base > (0)::numeric))
  constraint measurement_units_kind CHECK ((kind = ANY (ARRAY['mass'::text, 'volume'::text, 'area'::text, 'count'::text])))
  constraint measurement_units_pkey PRIMARY KEY (id)
  constraint measurement_units_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.measurement_units FOR EACH ROW EXECUTE FUNCTION audit.capture('', '', 'version', '') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.measurement_units FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.measurement_units FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  grant insert, select, update to tamga_administrator
  grant select to tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor
table tamga.migrations of tamga_owner
  id integer not null default nextval('tamga.migrations_id_seq'::regclass)
  "timestamp" bigint not null
  name character varying not null
  constraint PK_8c82d7f526340ab734260ea46be PRIMARY KEY (id)
table tamga.officer_posts of tamga_owner
  id uuid not null
  officer_id uuid not null
  unit_id uuid not null
  rank text not null
  "position" text
  valid_from date not null
  valid_to date
  order_number text
  version integer not null default 1
  constraint officer_posts_no_overlap EXCLUDE USING gist (officer_id WITH =, daterange(valid_from, valid_to) WITH &&)
  constraint officer_posts_officer FOREIGN KEY (officer_id) REFERENCES tamga.officers(id)
  constraint officer_posts_order CHECK ((valid_to > valid_from))
  constraint officer_posts_pkey PRIMARY KEY (id)
  constraint officer_posts_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE INDEX officer_posts_of_unit ON tamga.officer_posts USING btree (unit_id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.officer_posts FOR EACH ROW EXECUTE FUNCTION audit.capture('', '', 'version', '') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.officer_posts FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.officer_posts FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  CREATE TRIGGER officer_serves BEFORE INSERT OR UPDATE ON tamga.officer_posts FOR EACH ROW EXECUTE FUNCTION tamga.refuse_departed() -- always
  CREATE TRIGGER unit_stands BEFORE INSERT OR UPDATE ON tamga.officer_posts FOR EACH ROW EXECUTE FUNCTION tamga.refuse_dissolved('unit_id') -- always
  grant insert, select, update to tamga_administrator
  grant select to tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor
table tamga.officers of tamga_owner
  id uuid not null
  person_id uuid not null
  code text not null
  badge_number text not null
  serves_from date not null
  serves_until date
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  version integer not null default 1
  constraint officers_badge_taken UNIQUE (badge_number)
  constraint officers_code_form CHECK ((code ~ '^[A-Z0-9][A-Z0-9-]{1,31}$'::text))
  constraint officers_code_taken UNIQUE (code)
  constraint officers_order CHECK ((serves_until > serves_from))
  constraint officers_person FOREIGN KEY (person_id) REFERENCES tamga.persons(id)
  constraint officers_person_once UNIQUE (person_id)
  constraint officers_pkey PRIMARY KEY (id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.officers FOR EACH ROW EXECUTE FUNCTION audit.capture('', '', 'version', '') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.officers FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER departure BEFORE INSERT OR UPDATE OF serves_until ON tamga.officers FOR EACH ROW WHEN ((new.serves_until IS NOT NULL)) EXECUTE FUNCTION tamga.check_departure() -- always
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.officers FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  grant insert, select, update to tamga_administrator
  grant select to tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor
  grant update (version) to tamga_coordinator
table tamga.operation_authorities of tamga_owner, row security forced
  id uuid not null
  operation_id uuid not null
  unit_id uuid not null
  case_id uuid
  classification smallint not null
  kind text not null
  issuer text not null
  number text
  issued_on date not null
  scope text not null
  valid_from timestamp with time zone
  valid_to timestamp with time zone
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  version integer not null default 1
  constraint operation_authorities_case FOREIGN KEY (case_id) REFERENCES tamga.cases(id)
  constraint operation_authorities_kind CHECK ((kind = ANY (ARRAY['court_sanction'::text, 'prosecutor_sanction'::text, 'investigator_resolution'::text, 'head_resolution'::text, 'international_request'::text, 'other'::text])))
  constraint operation_authorities_operation FOREIGN KEY (operation_id) REFERENCES tamga.operations(id)
  constraint operation_authorities_order CHECK ((valid_to > valid_from))
  constraint operation_authorities_pkey PRIMARY KEY (id)
  constraint operation_authorities_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint operation_authorities_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE INDEX operation_authorities_of_operation ON tamga.operation_authorities USING btree (operation_id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.operation_authorities FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', 'operation_id', 'version', 'scoped') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.operation_authorities FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER inherit_scope BEFORE INSERT ON tamga.operation_authorities FOR EACH ROW EXECUTE FUNCTION tamga.inherit_from_operation()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.operation_authorities FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_changes for update to tamga_commander using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_changes for update to tamga_coordinator using true with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_adds for insert to tamga_officer with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_changes for update to tamga_officer using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select, update to tamga_commander, tamga_coordinator, tamga_officer
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_prosecutor
  grant select, update to tamga_kernel
table tamga.operation_debriefs of tamga_owner, row security forced
  id uuid not null
  operation_id uuid not null
  unit_id uuid not null
  case_id uuid
  classification smallint not null
  held_at timestamp with time zone
  summary text not null
  what_worked text
  what_did_not text
  lessons text[] not null default '{}'::text[]
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  version integer not null default 1
  constraint operation_debriefs_case FOREIGN KEY (case_id) REFERENCES tamga.cases(id)
  constraint operation_debriefs_once UNIQUE (operation_id)
  constraint operation_debriefs_operation FOREIGN KEY (operation_id) REFERENCES tamga.operations(id)
  constraint operation_debriefs_pkey PRIMARY KEY (id)
  constraint operation_debriefs_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint operation_debriefs_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.operation_debriefs FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', 'operation_id', 'version', 'scoped') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.operation_debriefs FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER inherit_scope BEFORE INSERT ON tamga.operation_debriefs FOR EACH ROW EXECUTE FUNCTION tamga.inherit_from_operation()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.operation_debriefs FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_changes for update to tamga_commander using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_changes for update to tamga_coordinator using true with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_adds for insert to tamga_officer with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_changes for update to tamga_officer using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select, update to tamga_commander, tamga_coordinator, tamga_officer
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_prosecutor
  grant select, update to tamga_kernel
table tamga.operation_log_entries of tamga_owner, row security forced
  id uuid not null
  operation_id uuid not null
  unit_id uuid not null
  case_id uuid
  classification smallint not null
  kind text not null
  occurred_at timestamp with time zone not null
  text text not null
  options text[] not null default '{}'::text[]
  rationale text
  officer_id uuid
  place text
  lat numeric(9,6)
  lon numeric(9,6)
  accuracy_meters integer
  corrects_id uuid
  late_because text[] not null default '{}'::text[]
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  version integer not null default 1
  constraint operation_log_entries_accuracy CHECK ((accuracy_meters >= 0))
  constraint operation_log_entries_case FOREIGN KEY (case_id) REFERENCES tamga.cases(id)
  constraint operation_log_entries_corrects FOREIGN KEY (corrects_id, operation_id) REFERENCES tamga.operation_log_entries(id, operation_id)
  constraint operation_log_entries_decision CHECK (((kind = 'decision'::text) OR ((options = '{}'::text[]) AND (rationale IS NULL))))
  constraint operation_log_entries_kind CHECK ((kind = ANY (ARRAY['situation'::text, 'decision'::text, 'order'::text, 'arrest'::text, 'seizure'::text, 'check_in'::text, 'use_of_force'::text, 'injury'::text, 'handover'::text])))
  constraint operation_log_entries_lat CHECK (((lat >= ('-90'::integer)::numeric) AND (lat <= (90)::numeric)))
  constraint operation_log_entries_lon CHECK (((lon >= ('-180'::integer)::numeric) AND (lon <= (180)::numeric)))
  constraint operation_log_entries_not_ahead CHECK ((occurred_at <= (recorded_at + '24:05:00'::interval)))
  constraint operation_log_entries_not_itself CHECK ((corrects_id <> id))
  constraint operation_log_entries_of_operation UNIQUE (id, operation_id)
  constraint operation_log_entries_officer FOREIGN KEY (officer_id) REFERENCES tamga.officers(id)
  constraint operation_log_entries_operation FOREIGN KEY (operation_id) REFERENCES tamga.operations(id)
  constraint operation_log_entries_pkey PRIMARY KEY (id)
  constraint operation_log_entries_place_whole CHECK (((lat IS NULL) = (lon IS NULL)))
  constraint operation_log_entries_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint operation_log_entries_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE INDEX operation_log_entries_by_time ON tamga.operation_log_entries USING btree (operation_id, occurred_at, id)
  CREATE INDEX operation_log_entries_corrected ON tamga.operation_log_entries USING btree (corrects_id) WHERE (corrects_id IS NOT NULL)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.operation_log_entries FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', 'operation_id', 'version', 'scoped') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.operation_log_entries FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER inherit_scope BEFORE INSERT ON tamga.operation_log_entries FOR EACH ROW EXECUTE FUNCTION tamga.inherit_from_operation()
  CREATE TRIGGER mark_late BEFORE INSERT ON tamga.operation_log_entries FOR EACH ROW EXECUTE FUNCTION tamga.mark_late_entry()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.operation_log_entries FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_adds for insert to tamga_officer with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select to tamga_commander, tamga_coordinator, tamga_officer
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_prosecutor
  grant select, update to tamga_kernel
table tamga.operation_outcomes of tamga_owner, row security forced
  id uuid not null
  operation_id uuid not null
  unit_id uuid not null
  case_id uuid
  classification smallint not null
  kind text not null
  count integer
  description text
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  version integer not null default 1
  constraint operation_outcomes_case FOREIGN KEY (case_id) REFERENCES tamga.cases(id)
  constraint operation_outcomes_count CHECK ((count >= 0))
  constraint operation_outcomes_described CHECK (((kind <> 'other'::text) OR (description IS NOT NULL)))
  constraint operation_outcomes_kind CHECK ((kind = ANY (ARRAY['arrests'::text, 'channels_suppressed'::text, 'groups_suppressed'::text, 'laboratories_dismantled'::text, 'fields_eradicated'::text, 'other'::text])))
  constraint operation_outcomes_operation FOREIGN KEY (operation_id) REFERENCES tamga.operations(id)
  constraint operation_outcomes_pkey PRIMARY KEY (id)
  constraint operation_outcomes_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint operation_outcomes_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE INDEX operation_outcomes_of_operation ON tamga.operation_outcomes USING btree (operation_id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.operation_outcomes FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', 'operation_id', 'version', 'scoped') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.operation_outcomes FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER inherit_scope BEFORE INSERT ON tamga.operation_outcomes FOR EACH ROW EXECUTE FUNCTION tamga.inherit_from_operation()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.operation_outcomes FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_changes for update to tamga_commander using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_changes for update to tamga_coordinator using true with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_adds for insert to tamga_officer with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_changes for update to tamga_officer using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select, update to tamga_commander, tamga_coordinator, tamga_officer
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_prosecutor
  grant select, update to tamga_kernel
table tamga.operation_participants of tamga_owner, row security forced
  id uuid not null
  operation_id uuid not null
  unit_id uuid not null
  case_id uuid
  classification smallint not null
  participant_unit_id uuid not null
  part text not null
  joined_at timestamp with time zone not null default clock_timestamp()
  left_at timestamp with time zone
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  version integer not null default 1
  constraint operation_participants_case FOREIGN KEY (case_id) REFERENCES tamga.cases(id)
  constraint operation_participants_lead FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  constraint operation_participants_not_lead CHECK (((participant_unit_id <> unit_id) OR (left_at IS NOT NULL)))
  constraint operation_participants_operation FOREIGN KEY (operation_id) REFERENCES tamga.operations(id)
  constraint operation_participants_order CHECK ((left_at >= joined_at))
  constraint operation_participants_pkey PRIMARY KEY (id)
  constraint operation_participants_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint operation_participants_unit FOREIGN KEY (participant_unit_id) REFERENCES tamga.units(id)
  CREATE INDEX operation_participants_of_unit ON tamga.operation_participants USING btree (participant_unit_id) WHERE (left_at IS NULL)
  CREATE UNIQUE INDEX operation_participants_once ON tamga.operation_participants USING btree (operation_id, participant_unit_id) WHERE (left_at IS NULL)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.operation_participants FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', 'operation_id', 'version', 'scoped') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.operation_participants FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER inherit_scope BEFORE INSERT ON tamga.operation_participants FOR EACH ROW EXECUTE FUNCTION tamga.inherit_from_operation()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.operation_participants FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_changes for update to tamga_commander using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_changes for update to tamga_coordinator using true with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_adds for insert to tamga_officer with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_changes for update to tamga_officer using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select to tamga_commander, tamga_coordinator, tamga_officer
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_prosecutor
  grant select, update to tamga_kernel
  grant update (left_at) to tamga_commander
  grant update (left_at) to tamga_coordinator
  grant update (left_at) to tamga_officer
table tamga.operation_subjects of tamga_owner, row security forced
  id uuid not null
  operation_id uuid not null
  unit_id uuid not null
  case_id uuid
  classification smallint not null
  subject_id uuid not null
  kind text not null
  known_as text not null
  role text not null
  valid_from timestamp with time zone
  valid_until timestamp with time zone
  note text
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  version integer not null default 1
  constraint operation_subjects_case FOREIGN KEY (case_id) REFERENCES tamga.cases(id)
  constraint operation_subjects_once EXCLUDE USING gist (operation_id WITH =, subject_id WITH =, role WITH =, tstzrange(valid_from, valid_until) WITH &&)
  constraint operation_subjects_operation FOREIGN KEY (operation_id) REFERENCES tamga.operations(id)
  constraint operation_subjects_order CHECK ((valid_until >= valid_from))
  constraint operation_subjects_pkey PRIMARY KEY (id)
  constraint operation_subjects_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint operation_subjects_role CHECK ((role = ANY (ARRAY['target'::text, 'organizer'::text, 'supplier'::text, 'courier'::text, 'buyer'::text, 'accomplice'::text, 'owner'::text, 'user'::text, 'instrument'::text, 'place'::text, 'other'::text, 'witness'::text])))
  constraint operation_subjects_role_fits CHECK (((kind = 'person'::text) OR (role <> 'witness'::text)))
  constraint operation_subjects_subject FOREIGN KEY (subject_id) REFERENCES tamga.subjects(id)
  constraint operation_subjects_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE INDEX operation_subjects_of_operation ON tamga.operation_subjects USING btree (operation_id)
  CREATE INDEX operation_subjects_of_subject ON tamga.operation_subjects USING btree (subject_id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.operation_subjects FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', 'operation_id', 'version', 'scoped') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.operation_subjects FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER inherit_scope BEFORE INSERT ON tamga.operation_subjects FOR EACH ROW EXECUTE FUNCTION tamga.inherit_from_operation()
  CREATE TRIGGER link_subject BEFORE INSERT ON tamga.operation_subjects FOR EACH ROW EXECUTE FUNCTION tamga.link_subject()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.operation_subjects FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_changes for update to tamga_commander using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_changes for update to tamga_coordinator using true with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_adds for insert to tamga_officer with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_changes for update to tamga_officer using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select to tamga_commander, tamga_coordinator, tamga_officer
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_prosecutor
  grant select, update to tamga_kernel
  grant update (valid_until) to tamga_commander
  grant update (valid_until) to tamga_coordinator
  grant update (valid_until) to tamga_officer
table tamga.operation_transitions of tamga_owner, row security forced
  id uuid not null default gen_random_uuid()
  operation_id uuid not null
  unit_id uuid not null
  case_id uuid
  classification smallint not null
  from_status text
  to_status text not null
  result text
  reason text
  occurred_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  version integer not null default 1
  constraint operation_transitions_case FOREIGN KEY (case_id) REFERENCES tamga.cases(id)
  constraint operation_transitions_not_ahead CHECK ((occurred_at <= (recorded_at + '24:05:00'::interval)))
  constraint operation_transitions_operation FOREIGN KEY (operation_id) REFERENCES tamga.operations(id)
  constraint operation_transitions_pkey PRIMARY KEY (id)
  constraint operation_transitions_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint operation_transitions_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE INDEX operation_transitions_of_operation ON tamga.operation_transitions USING btree (operation_id, recorded_at)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.operation_transitions FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', 'operation_id', 'version', 'scoped') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.operation_transitions FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER inherit_scope BEFORE INSERT ON tamga.operation_transitions FOR EACH ROW EXECUTE FUNCTION tamga.inherit_from_operation()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.operation_transitions FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_adds for insert to tamga_officer with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select to tamga_commander, tamga_coordinator, tamga_officer
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_prosecutor
  grant select, update to tamga_kernel
table tamga.operation_waivers of tamga_owner, row security forced
  id uuid not null
  operation_id uuid not null
  unit_id uuid not null
  case_id uuid
  classification smallint not null
  waives text not null
  reason text not null
  review_due_on date not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  version integer not null default 1
  constraint operation_waivers_case FOREIGN KEY (case_id) REFERENCES tamga.cases(id)
  constraint operation_waivers_operation FOREIGN KEY (operation_id) REFERENCES tamga.operations(id)
  constraint operation_waivers_pkey PRIMARY KEY (id)
  constraint operation_waivers_reason CHECK ((reason ~ '\S'::text))
  constraint operation_waivers_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint operation_waivers_review CHECK ((review_due_on >= ((recorded_at AT TIME ZONE 'UTC'::text))::date))
  constraint operation_waivers_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  constraint operation_waivers_waives CHECK ((waives = 'approved_plan'::text))
  CREATE INDEX operation_waivers_of_operation ON tamga.operation_waivers USING btree (operation_id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.operation_waivers FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', 'operation_id', 'version', 'scoped') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.operation_waivers FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER inherit_scope BEFORE INSERT ON tamga.operation_waivers FOR EACH ROW EXECUTE FUNCTION tamga.inherit_from_operation()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.operation_waivers FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select to tamga_commander
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_coordinator, tamga_custodian, tamga_officer, tamga_prosecutor
  grant select, update to tamga_kernel
table tamga.operations of tamga_owner, row security forced
  id uuid not null
  number text not null
  kind text not null
  name text not null
  unit_id uuid not null
  case_id uuid
  classification smallint not null default 0
  programmes text[] not null default '{}'::text[]
  territory text
  place text
  lat numeric(9,6)
  lon numeric(9,6)
  accuracy_meters integer
  planned_from timestamp with time zone
  planned_to timestamp with time zone
  actual_from timestamp with time zone
  actual_to timestamp with time zone
  status text not null default 'draft'::text
  result text
  objective text
  summary text
  status_since timestamp with time zone not null
  is_illustrative boolean not null default false
  folded_name text not null generated always as tamga.fold(name)
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  main_at timestamp with time zone not null generated always as COALESCE(planned_from, recorded_at)
  version integer not null default 1
  constraint operations_accuracy CHECK ((accuracy_meters >= 0))
  constraint operations_actual_order CHECK ((actual_to >= actual_from))
  constraint operations_case FOREIGN KEY (case_id) REFERENCES tamga.cases(id)
  constraint operations_classification CHECK (((classification >= 0) AND (classification <= 3)))
  constraint operations_ended CHECK (((status = ANY (ARRAY['concluded'::text, 'closed'::text])) = (actual_to IS NOT NULL)))
  constraint operations_kind CHECK ((kind = ANY (ARRAY['special_operation'::text, 'controlled_delivery'::text, 'test_purchase'::text, 'search'::text, 'checkpoint'::text, 'surveillance'::text, 'raid'::text, 'eradication'::text, 'patrol'::text])))
  constraint operations_lat CHECK (((lat >= ('-90'::integer)::numeric) AND (lat <= (90)::numeric)))
  constraint operations_lon CHECK (((lon >= ('-180'::integer)::numeric) AND (lon <= (180)::numeric)))
  constraint operations_number_taken UNIQUE (number)
  constraint operations_pkey PRIMARY KEY (id)
  constraint operations_place_whole CHECK (((lat IS NULL) = (lon IS NULL)))
  constraint operations_planned_order CHECK ((planned_to > planned_from))
  constraint operations_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint operations_result CHECK ((result = ANY (ARRAY['achieved'::text, 'partly'::text, 'not'::text, 'aborted'::text])))
  constraint operations_result_needed CHECK (((status = ANY (ARRAY['concluded'::text, 'closed'::text])) = (result IS NOT NULL)))
  constraint operations_started CHECK (((status = ANY (ARRAY['active'::text, 'suspended'::text, 'concluded'::text, 'closed'::text])) = (actual_from IS NOT NULL)))
  constraint operations_status CHECK ((status = ANY (ARRAY['draft'::text, 'planned'::text, 'approved'::text, 'active'::text, 'suspended'::text, 'concluded'::text, 'closed'::text, 'cancelled'::text])))
  constraint operations_territory FOREIGN KEY (territory) REFERENCES tamga.territories(code)
  constraint operations_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE INDEX operations_by_time ON tamga.operations USING btree (main_at DESC, id DESC)
  CREATE INDEX operations_of_case ON tamga.operations USING btree (case_id) WHERE (case_id IS NOT NULL)
  CREATE INDEX operations_of_programme ON tamga.operations USING gin (programmes)
  CREATE INDEX operations_of_unit ON tamga.operations USING btree (unit_id, main_at DESC, id DESC)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.operations FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', 'id', 'version', 'scoped') -- always
  CREATE TRIGGER check_programmes BEFORE INSERT OR UPDATE OF programmes ON tamga.operations FOR EACH ROW EXECUTE FUNCTION tamga.check_programmes()
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.operations FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER guard BEFORE UPDATE ON tamga.operations FOR EACH ROW EXECUTE FUNCTION tamga.guard_operation()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.operations FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  CREATE TRIGGER note_first AFTER INSERT ON tamga.operations FOR EACH ROW EXECUTE FUNCTION tamga.note_operation_move()
  CREATE TRIGGER note_move AFTER UPDATE OF status ON tamga.operations FOR EACH ROW WHEN ((old.status <> new.status)) EXECUTE FUNCTION tamga.note_operation_move()
  CREATE TRIGGER pass_on_scope AFTER UPDATE OF unit_id, case_id, classification ON tamga.operations FOR EACH ROW WHEN ((((old.unit_id IS DISTINCT FROM new.unit_id) OR (old.case_id IS DISTINCT FROM new.case_id)) OR (old.classification IS DISTINCT FROM new.classification))) EXECUTE FUNCTION tamga.pass_on_scope('operation_id')
  CREATE TRIGGER pass_on_to_seizures AFTER UPDATE OF case_id, classification ON tamga.operations FOR EACH ROW WHEN (((old.case_id IS DISTINCT FROM new.case_id) OR (old.classification IS DISTINCT FROM new.classification))) EXECUTE FUNCTION tamga.pass_on_to_seizures()
  CREATE TRIGGER place BEFORE INSERT OR UPDATE OF case_id, classification ON tamga.operations FOR EACH ROW EXECUTE FUNCTION tamga.place_operation()
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_changes for update to tamga_commander using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_changes for update to tamga_coordinator using true with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_adds for insert to tamga_officer with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_changes for update to tamga_officer using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select, update to tamga_commander, tamga_coordinator, tamga_officer
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_prosecutor
  grant select, update to tamga_kernel
table tamga.persons of tamga_owner
  id uuid not null
  family_name text not null
  given_name text not null
  patronymic text
  recorded_at timestamp with time zone not null default clock_timestamp()
  version integer not null default 1
  constraint persons_pkey PRIMARY KEY (id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.persons FOR EACH ROW EXECUTE FUNCTION audit.capture('', '', 'version', '') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.persons FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.persons FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  grant insert, select, update to tamga_administrator
  grant select to tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor
table tamga.plans of tamga_owner, row security forced
  id uuid not null
  operation_id uuid not null
  unit_id uuid not null
  case_id uuid
  classification smallint not null
  number integer not null
  status text not null default 'draft'::text
  situation text
  mission text
  execution text
  administration text
  command text
  risks text
  legal_basis text
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  version integer not null default 1
  constraint plans_case FOREIGN KEY (case_id) REFERENCES tamga.cases(id)
  constraint plans_number_taken UNIQUE (operation_id, number)
  constraint plans_operation FOREIGN KEY (operation_id) REFERENCES tamga.operations(id)
  constraint plans_pkey PRIMARY KEY (id)
  constraint plans_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint plans_status CHECK ((status = 'draft'::text))
  constraint plans_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.plans FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', 'operation_id', 'version', 'scoped') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.plans FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER inherit_scope BEFORE INSERT ON tamga.plans FOR EACH ROW EXECUTE FUNCTION tamga.inherit_from_operation()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.plans FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  CREATE TRIGGER number_plan BEFORE INSERT ON tamga.plans FOR EACH ROW EXECUTE FUNCTION tamga.number_plan()
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_changes for update to tamga_commander using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_changes for update to tamga_coordinator using true with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_adds for insert to tamga_officer with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_changes for update to tamga_officer using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select to tamga_commander, tamga_coordinator, tamga_officer
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_prosecutor
  grant select, update to tamga_kernel
  grant update (administration, command, execution, legal_basis, mission, risks, situation) to tamga_commander
  grant update (administration, command, execution, legal_basis, mission, risks, situation) to tamga_coordinator
  grant update (administration, command, execution, legal_basis, mission, risks, situation) to tamga_officer
table tamga.prices of tamga_owner
  id uuid not null
  substance text not null
  form text
  territory text
  level text not null
  amount numeric(24,9) not null
  currency text not null
  unit text not null
  valid_from date not null
  valid_to date
  source text not null
  fingerprint text
  version integer not null default 1
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  constraint prices_currency CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint prices_level CHECK ((level = ANY (ARRAY['retail'::text, 'wholesale'::text, 'export'::text])))
  constraint prices_no_overlap EXCLUDE USING gist (substance WITH =, COALESCE(form, ''::text) WITH =, COALESCE(territory, ''::text) WITH =, level WITH =, currency WITH =, unit WITH =, daterange(valid_from, valid_to) WITH &&)
  constraint prices_order CHECK ((valid_to > valid_from))
  constraint prices_pkey PRIMARY KEY (id)
  constraint prices_positive CHECK ((amount > (0)::numeric))
  constraint prices_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint prices_substance FOREIGN KEY (substance) REFERENCES tamga.substances(code)
  constraint prices_territory FOREIGN KEY (territory) REFERENCES tamga.territories(code)
  constraint prices_unit FOREIGN KEY (unit) REFERENCES tamga.measurement_units(code)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.prices FOR EACH ROW EXECUTE FUNCTION audit.capture('', '', 'version', '') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.prices FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.prices FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  grant insert, select, update to tamga_administrator
  grant select to tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor
table tamga.programmes of tamga_owner
  id uuid not null
  code text not null
  name_en text not null
  name_ru text
  name_ky text
  donor text
  parent text
  valid_from date
  valid_to date
  source text
  fingerprint text
  version integer not null default 1
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  constraint programmes_code_form CHECK ((code ~ '^[A-Z0-9][A-Z0-9_-]{0,63}$'::text))
  constraint programmes_code_taken UNIQUE (code)
  constraint programmes_not_own_parent CHECK ((parent <> code))
  constraint programmes_order CHECK ((valid_to > valid_from))
  constraint programmes_parent FOREIGN KEY (parent) REFERENCES tamga.programmes(code)
  constraint programmes_pkey PRIMARY KEY (id)
  constraint programmes_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.programmes FOR EACH ROW EXECUTE FUNCTION audit.capture('', '', 'version', '') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.programmes FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.programmes FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  grant insert, select, update to tamga_administrator
  grant select to tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor
table tamga.qualifications of tamga_owner
  id uuid not null
  officer_id uuid not null
  kind text not null
  title text not null
  issuer text
  certificate_number text
  issued_on date not null
  expires_on date
  programme text
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  version integer not null default 1
  constraint qualifications_kind CHECK ((kind = ANY (ARRAY['weapon_permit'::text, 'driver'::text, 'dog_handler'::text, 'drone_pilot'::text, 'field_testing'::text, 'undercover'::text, 'controlled_delivery'::text, 'first_aid'::text, 'interpreter'::text, 'training_course'::text, 'other'::text])))
  constraint qualifications_officer FOREIGN KEY (officer_id) REFERENCES tamga.officers(id)
  constraint qualifications_order CHECK ((expires_on > issued_on))
  constraint qualifications_pkey PRIMARY KEY (id)
  constraint qualifications_programme FOREIGN KEY (programme) REFERENCES tamga.programmes(code)
  CREATE INDEX qualifications_of_officer ON tamga.qualifications USING btree (officer_id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.qualifications FOR EACH ROW EXECUTE FUNCTION audit.capture('', '', 'version', '') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.qualifications FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.qualifications FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  grant insert, select, update to tamga_administrator, tamga_coordinator
  grant select to tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor
table tamga.reported_figure_places of tamga_owner
  id uuid not null
  figure_id uuid not null
  territory text not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  ended_at timestamp with time zone
  version integer not null default 1
  constraint reported_figure_places_figure FOREIGN KEY (figure_id) REFERENCES tamga.reported_figures(id)
  constraint reported_figure_places_pkey PRIMARY KEY (id)
  constraint reported_figure_places_territory FOREIGN KEY (territory) REFERENCES tamga.territories(code)
  CREATE UNIQUE INDEX reported_figure_places_once ON tamga.reported_figure_places USING btree (figure_id, territory) WHERE (ended_at IS NULL)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.reported_figure_places FOR EACH ROW EXECUTE FUNCTION audit.capture('', '', 'version', '') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.reported_figure_places FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.reported_figure_places FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  grant insert, select, update to tamga_analyst, tamga_coordinator
  grant select to tamga_administrator, tamga_auditor, tamga_chemist, tamga_commander, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor
table tamga.reported_figures of tamga_owner
  id uuid not null
  title text not null
  period_from date not null
  period_to date not null
  substance text
  quantity numeric(24,9)
  quantity_unit text
  mass_grams numeric(30,9)
  conversion_factor text
  exactness text not null default 'exact'::text
  amount numeric(24,9)
  currency text
  statement text not null
  source text not null
  source_url text
  published_on date
  status text not null default 'standing'::text
  withdrawn_because text
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  version integer not null default 1
  constraint reported_figures_amount_positive CHECK (((amount > (0)::numeric) AND (amount <> 'NaN'::numeric)))
  constraint reported_figures_amount_whole CHECK (((amount IS NULL) = (currency IS NULL)))
  constraint reported_figures_currency CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint reported_figures_exactness CHECK ((exactness = ANY (ARRAY['exact'::text, 'rounded'::text, 'at_least'::text])))
  constraint reported_figures_factor FOREIGN KEY (conversion_factor) REFERENCES tamga.conversion_factors(code)
  constraint reported_figures_mass_of_quantity CHECK (((mass_grams IS NULL) OR (quantity IS NOT NULL)))
  constraint reported_figures_mass_positive CHECK (((mass_grams > (0)::numeric) AND (mass_grams <> 'NaN'::numeric)))
  constraint reported_figures_period CHECK ((period_to > period_from))
  constraint reported_figures_pkey PRIMARY KEY (id)
  constraint reported_figures_quantity_positive CHECK (((quantity > (0)::numeric) AND (quantity <> 'NaN'::numeric)))
  constraint reported_figures_quantity_unit FOREIGN KEY (quantity_unit) REFERENCES tamga.measurement_units(code)
  constraint reported_figures_quantity_whole CHECK (((quantity IS NULL) = (quantity_unit IS NULL)))
  constraint reported_figures_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint reported_figures_says_something CHECK (((quantity IS NOT NULL) OR (amount IS NOT NULL)))
  constraint reported_figures_status CHECK ((status = ANY (ARRAY['standing'::text, 'withdrawn'::text])))
  constraint reported_figures_substance FOREIGN KEY (substance) REFERENCES tamga.substances(code)
  constraint reported_figures_withdrawn CHECK (((status = 'withdrawn'::text) = (withdrawn_because IS NOT NULL)))
  constraint reported_figures_withdrawn_reason CHECK ((withdrawn_because ~ '\S'::text))
  CREATE INDEX reported_figures_by_period ON tamga.reported_figures USING btree (period_from DESC, id DESC)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.reported_figures FOR EACH ROW EXECUTE FUNCTION audit.capture('', '', 'version', '') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.reported_figures FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER guard BEFORE UPDATE ON tamga.reported_figures FOR EACH ROW EXECUTE FUNCTION tamga.guard_reported_figure()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.reported_figures FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  grant insert, select, update to tamga_analyst, tamga_coordinator
  grant select to tamga_administrator, tamga_auditor, tamga_chemist, tamga_commander, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor
table tamga.resources of tamga_owner
  id uuid not null
  code text not null
  kind text not null
  name text not null
  unit_id uuid not null
  registration text
  calibrated_on date
  calibration_expires_at timestamp with time zone
  calibration_certificate text
  capacity_grams numeric(24,9)
  resolution_grams numeric(24,9)
  expanded_uncertainty_grams numeric(24,9)
  coverage_factor numeric(6,3)
  status text not null default 'available'::text
  programme text
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  version integer not null default 1
  constraint resources_calibration CHECK (((kind = ANY (ARRAY['scale'::text, 'weighbridge'::text])) OR (calibration_expires_at IS NULL)))
  constraint resources_code_form CHECK ((code ~ '^[A-Z0-9][A-Z0-9-]{1,31}$'::text))
  constraint resources_code_taken UNIQUE (code)
  constraint resources_coverage CHECK ((coverage_factor > (0)::numeric))
  constraint resources_kind CHECK ((kind = ANY (ARRAY['vehicle'::text, 'drone'::text, 'dog'::text, 'scale'::text, 'weighbridge'::text, 'other'::text])))
  constraint resources_pkey PRIMARY KEY (id)
  constraint resources_programme FOREIGN KEY (programme) REFERENCES tamga.programmes(code)
  constraint resources_status CHECK ((status = ANY (ARRAY['available'::text, 'in_repair'::text, 'retired'::text])))
  constraint resources_uncertainty CHECK ((expanded_uncertainty_grams > (0)::numeric))
  constraint resources_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.resources FOR EACH ROW EXECUTE FUNCTION audit.capture('', '', 'version', '') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.resources FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.resources FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  grant insert, select, update to tamga_administrator, tamga_coordinator
  grant select to tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor
table tamga.role_grants of tamga_owner
  id uuid not null
  account_id uuid not null
  person_id uuid not null
  role text not null
  status text not null default 'proposed'::text
  proposed_by uuid not null
  proposed_at timestamp with time zone not null default clock_timestamp()
  confirmed_by uuid
  confirmed_at timestamp with time zone
  revoked_by uuid
  revoked_at timestamp with time zone
  fingerprint text
  version integer not null default 1
  constraint role_grants_account FOREIGN KEY (account_id, person_id) REFERENCES tamga.accounts(id, person_id)
  constraint role_grants_confirmed CHECK (((status <> 'confirmed'::text) OR ((confirmed_by IS NOT NULL) AND (confirmed_at IS NOT NULL))))
  constraint role_grants_confirmer FOREIGN KEY (confirmed_by) REFERENCES tamga.persons(id)
  constraint role_grants_not_to_oneself CHECK (((person_id <> proposed_by) AND (person_id <> confirmed_by)))
  constraint role_grants_pkey PRIMARY KEY (id)
  constraint role_grants_proposer FOREIGN KEY (proposed_by) REFERENCES tamga.persons(id)
  constraint role_grants_revoked CHECK (((status <> 'revoked'::text) OR ((revoked_by IS NOT NULL) AND (revoked_at IS NOT NULL))))
  constraint role_grants_revoker FOREIGN KEY (revoked_by) REFERENCES tamga.persons(id)
  constraint role_grants_role CHECK ((role = ANY (ARRAY['officer'::text, 'coordinator'::text, 'commander'::text, 'custodian'::text, 'chemist'::text, 'analyst'::text, 'auditor'::text, 'prosecutor'::text, 'administrator'::text])))
  constraint role_grants_status CHECK ((status = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'revoked'::text])))
  constraint role_grants_two_persons CHECK ((confirmed_by <> proposed_by))
  CREATE UNIQUE INDEX role_grants_once ON tamga.role_grants USING btree (account_id, role) WHERE (status = ANY (ARRAY['proposed'::text, 'confirmed'::text]))
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.role_grants FOR EACH ROW EXECUTE FUNCTION audit.capture('', '', 'version', '') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.role_grants FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.role_grants FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  CREATE TRIGGER own_hand BEFORE INSERT OR UPDATE ON tamga.role_grants FOR EACH ROW EXECUTE FUNCTION tamga.check_hand() -- always
  grant insert, select to tamga_administrator
  grant select to tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor
  grant update (confirmed_at, confirmed_by, revoked_at, revoked_by, status) to tamga_administrator
table tamga.seizure_amendments of tamga_owner, row security forced
  id uuid not null
  seizure_id uuid not null
  unit_id uuid not null
  operation_id uuid
  case_id uuid
  classification smallint not null
  kind text not null
  status text not null
  reason text not null
  was text not null
  becomes text not null
  proposed_by uuid not null default tamga.acting_person()
  confirmed_by uuid
  confirmed_at timestamp with time zone
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  version integer not null default 1
  constraint seizure_amendments_confirmer FOREIGN KEY (confirmed_by) REFERENCES tamga.persons(id)
  constraint seizure_amendments_kind CHECK ((kind = ANY (ARRAY['amendment'::text, 'void'::text])))
  constraint seizure_amendments_pkey PRIMARY KEY (id)
  constraint seizure_amendments_proposer FOREIGN KEY (proposed_by) REFERENCES tamga.persons(id)
  constraint seizure_amendments_reason CHECK ((reason ~ '\S'::text))
  constraint seizure_amendments_seizure FOREIGN KEY (seizure_id) REFERENCES tamga.seizures(id)
  constraint seizure_amendments_status CHECK ((status = ANY (ARRAY['applied'::text, 'awaiting_second_person'::text, 'declined'::text])))
  constraint seizure_amendments_two_persons CHECK ((confirmed_by <> proposed_by))
  CREATE INDEX seizure_amendments_of_seizure ON tamga.seizure_amendments USING btree (seizure_id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.seizure_amendments FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', 'operation_id', 'version', 'scoped') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.seizure_amendments FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER inherit_from_seizure BEFORE INSERT ON tamga.seizure_amendments FOR EACH ROW EXECUTE FUNCTION tamga.inherit_from_seizure()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.seizure_amendments FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_changes for update to tamga_commander using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_changes for update to tamga_coordinator using true with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_adds for insert to tamga_officer with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_changes for update to tamga_officer using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select, update to tamga_commander, tamga_coordinator, tamga_officer
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_prosecutor
  grant select, update to tamga_kernel
table tamga.seizure_credits of tamga_owner, row security forced
  id uuid not null
  seizure_id uuid not null
  credited_operation_id uuid not null
  share_percent numeric(9,6) not null
  unit_id uuid not null
  operation_id uuid
  case_id uuid
  classification smallint not null
  ended_at timestamp with time zone
  recorded_at timestamp with time zone not null default clock_timestamp()
  version integer not null default 1
  constraint seizure_credits_operation FOREIGN KEY (credited_operation_id) REFERENCES tamga.operations(id)
  constraint seizure_credits_pkey PRIMARY KEY (id)
  constraint seizure_credits_seizure FOREIGN KEY (seizure_id) REFERENCES tamga.seizures(id)
  constraint seizure_credits_share CHECK (((share_percent > (0)::numeric) AND (share_percent <= (100)::numeric)))
  CREATE INDEX seizure_credits_of_operation ON tamga.seizure_credits USING btree (credited_operation_id) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX seizure_credits_once ON tamga.seizure_credits USING btree (seizure_id, credited_operation_id) WHERE (ended_at IS NULL)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.seizure_credits FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', 'operation_id', 'version', 'scoped') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.seizure_credits FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE CONSTRAINT TRIGGER credits_within_whole AFTER INSERT OR UPDATE ON tamga.seizure_credits DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tamga.check_credits()
  CREATE TRIGGER inherit_from_seizure BEFORE INSERT ON tamga.seizure_credits FOR EACH ROW EXECUTE FUNCTION tamga.inherit_from_seizure()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.seizure_credits FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_changes for update to tamga_commander using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_changes for update to tamga_coordinator using true with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_adds for insert to tamga_officer with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_changes for update to tamga_officer using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select, update to tamga_commander, tamga_coordinator, tamga_officer
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_prosecutor
  grant select, update to tamga_kernel
table tamga.seizure_lines of tamga_owner, row security forced
  id uuid not null
  seizure_id uuid not null
  line_number smallint not null
  unit_id uuid not null
  operation_id uuid
  case_id uuid
  classification smallint not null
  seized_at timestamp with time zone not null
  territory text
  is_national boolean not null
  kind tamga.seizure_lines_kind not null
  status tamga.seizure_lines_status not null default 'declared'::text
  substance text
  described_as text
  form text
  moisture tamga.seizure_lines_moisture
  quantity tamga.seizure_lines_quantity_positive
  quantity_unit text
  mass_grams tamga.seizure_lines_mass_positive
  conversion_factor text
  basis tamga.seizure_lines_basis
  method tamga.seizure_lines_method
  packages tamga.seizure_lines_packages
  packaging text
  markings text
  logo text
  purity_percent tamga.seizure_lines_purity
  field_test tamga.seizure_lines_field_test
  field_test_kit text
  serial_number text
  registration text
  amount tamga.seizure_lines_amount_positive
  currency tamga.seizure_lines_currency
  destroyed_in_place_at timestamp with time zone
  destroyed_area_m2 tamga.seizure_lines_area
  destroyed_plants tamga.seizure_lines_plants
  destruction_method text
  destruction_act text
  destruction_witnesses text[] not null default '{}'::text[]
  reserved_samples text
  note text
  is_illustrative boolean not null default false
  recorded_at timestamp with time zone not null default clock_timestamp()
  version integer not null default 1
  constraint seizure_lines_amount_whole CHECK (((amount IS NULL) = (currency IS NULL)))
  constraint seizure_lines_factor FOREIGN KEY (conversion_factor) REFERENCES tamga.conversion_factors(code)
  constraint seizure_lines_mass_of_quantity CHECK (((mass_grams IS NULL) OR (quantity IS NOT NULL)))
  constraint seizure_lines_named CHECK (((substance IS NOT NULL) OR (described_as IS NOT NULL)))
  constraint seizure_lines_numbered UNIQUE (seizure_id, line_number)
  constraint seizure_lines_of_seizure UNIQUE (id, seizure_id)
  constraint seizure_lines_pkey PRIMARY KEY (id)
  constraint seizure_lines_quantity_unit FOREIGN KEY (quantity_unit) REFERENCES tamga.measurement_units(code)
  constraint seizure_lines_quantity_whole CHECK (((quantity IS NULL) = (quantity_unit IS NULL)))
  constraint seizure_lines_seizure FOREIGN KEY (seizure_id) REFERENCES tamga.seizures(id)
  constraint seizure_lines_substance FOREIGN KEY (substance) REFERENCES tamga.substances(code)
  constraint seizure_lines_substance_kind CHECK (((substance IS NULL) OR ((kind)::text = 'substance'::text)))
  CREATE INDEX seizure_lines_alike ON tamga.seizure_lines USING btree (territory, substance, seized_at) WHERE ((status)::text <> 'voided'::text)
  CREATE INDEX seizure_lines_by_substance ON tamga.seizure_lines USING btree (substance, seized_at DESC, seizure_id DESC) WHERE ((status)::text <> 'voided'::text)
  CREATE INDEX seizure_lines_further ON tamga.seizure_lines USING btree (seized_at) WHERE ((line_number > 1) AND ((kind)::text = 'substance'::text) AND ((status)::text <> 'voided'::text))
  CREATE INDEX seizure_lines_other_things ON tamga.seizure_lines USING btree (seized_at) WHERE (((kind)::text <> 'substance'::text) AND ((status)::text <> 'voided'::text))
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.seizure_lines FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', 'operation_id', 'version', 'scoped') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.seizure_lines FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER guard BEFORE UPDATE ON tamga.seizure_lines FOR EACH ROW EXECUTE FUNCTION tamga.guard_seizure_line()
  CREATE TRIGGER inherit_from_seizure BEFORE INSERT ON tamga.seizure_lines FOR EACH ROW EXECUTE FUNCTION tamga.inherit_from_seizure()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.seizure_lines FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using (id = ANY (( SELECT tamga.held_lines() AS held_lines)::uuid[]))
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_changes for update to tamga_commander using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_changes for update to tamga_coordinator using true with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using (id = ANY (( SELECT tamga.held_lines() AS held_lines)::uuid[]))
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_adds for insert to tamga_officer with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_changes for update to tamga_officer using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select, update to tamga_commander, tamga_coordinator, tamga_officer
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_prosecutor
  grant select, update to tamga_kernel
table tamga.seizure_subjects of tamga_owner, row security forced
  id uuid not null
  seizure_id uuid not null
  unit_id uuid not null
  operation_id uuid
  case_id uuid
  classification smallint not null
  subject_id uuid not null
  kind text not null
  known_as text not null
  role text not null
  valid_from timestamp with time zone
  valid_until timestamp with time zone
  note text
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  version integer not null default 1
  constraint seizure_subjects_once EXCLUDE USING gist (seizure_id WITH =, subject_id WITH =, role WITH =, tstzrange(valid_from, valid_until) WITH &&)
  constraint seizure_subjects_order CHECK ((valid_until >= valid_from))
  constraint seizure_subjects_pkey PRIMARY KEY (id)
  constraint seizure_subjects_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint seizure_subjects_role CHECK ((role = ANY (ARRAY['taken_from'::text, 'owner'::text, 'courier'::text, 'sender'::text, 'recipient'::text, 'other'::text, 'present'::text])))
  constraint seizure_subjects_role_fits CHECK (((kind = 'person'::text) OR (role <> 'present'::text)))
  constraint seizure_subjects_seizure FOREIGN KEY (seizure_id) REFERENCES tamga.seizures(id)
  constraint seizure_subjects_subject FOREIGN KEY (subject_id) REFERENCES tamga.subjects(id)
  CREATE INDEX seizure_subjects_of_seizure ON tamga.seizure_subjects USING btree (seizure_id)
  CREATE INDEX seizure_subjects_of_subject ON tamga.seizure_subjects USING btree (subject_id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.seizure_subjects FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', 'operation_id', 'version', 'scoped') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.seizure_subjects FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER inherit_from_seizure BEFORE INSERT ON tamga.seizure_subjects FOR EACH ROW EXECUTE FUNCTION tamga.inherit_from_seizure()
  CREATE TRIGGER link_subject BEFORE INSERT ON tamga.seizure_subjects FOR EACH ROW EXECUTE FUNCTION tamga.link_subject()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.seizure_subjects FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_changes for update to tamga_commander using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_changes for update to tamga_coordinator using true with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_adds for insert to tamga_officer with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_changes for update to tamga_officer using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select to tamga_commander, tamga_coordinator, tamga_officer
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_prosecutor
  grant select, update to tamga_kernel
  grant update (valid_until) to tamga_commander
  grant update (valid_until) to tamga_coordinator
  grant update (valid_until) to tamga_officer
table tamga.seizure_valuations of tamga_owner, row security forced
  id uuid not null
  seizure_id uuid not null
  line_id uuid not null
  unit_id uuid not null
  operation_id uuid
  case_id uuid
  classification smallint not null
  amount numeric(24,9) not null
  currency text not null
  level text
  price_id uuid
  valued_on date not null
  source text not null
  ended_at timestamp with time zone
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  version integer not null default 1
  constraint seizure_valuations_currency CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint seizure_valuations_level CHECK ((level = ANY (ARRAY['retail'::text, 'wholesale'::text, 'export'::text])))
  constraint seizure_valuations_line FOREIGN KEY (line_id, seizure_id) REFERENCES tamga.seizure_lines(id, seizure_id)
  constraint seizure_valuations_pkey PRIMARY KEY (id)
  constraint seizure_valuations_positive CHECK ((amount > (0)::numeric))
  constraint seizure_valuations_price FOREIGN KEY (price_id) REFERENCES tamga.prices(id)
  constraint seizure_valuations_seizure FOREIGN KEY (seizure_id) REFERENCES tamga.seizures(id)
  CREATE UNIQUE INDEX seizure_valuations_one ON tamga.seizure_valuations USING btree (line_id) WHERE (ended_at IS NULL)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.seizure_valuations FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', 'operation_id', 'version', 'scoped') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.seizure_valuations FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER inherit_from_seizure BEFORE INSERT ON tamga.seizure_valuations FOR EACH ROW EXECUTE FUNCTION tamga.inherit_from_seizure()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.seizure_valuations FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_changes for update to tamga_commander using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_changes for update to tamga_coordinator using true with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_adds for insert to tamga_officer with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_changes for update to tamga_officer using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select, update to tamga_commander, tamga_coordinator, tamga_officer
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_prosecutor
  grant select, update to tamga_kernel
table tamga.seizures of tamga_owner, row security forced
  id uuid not null
  number text not null
  unit_id uuid not null
  operation_id uuid
  case_id uuid
  classification tamga.seizures_classification not null
  status tamga.seizures_status not null default 'recorded'::text
  seized_at timestamp with time zone not null
  seized_to timestamp with time zone
  seized_precision tamga.seizures_precision not null default 'minute'::text
  territory text
  place text
  lat tamga.seizures_lat
  lon tamga.seizures_lon
  accuracy_meters integer
  discovery tamga.seizures_discovery
  jurisdiction text not null default 'KG'::text
  seizing_authority text
  protocol_number text
  protocol_on date
  legal_authority text
  witnesses text[] not null default '{}'::text[]
  is_video_recorded boolean
  taken_from text
  producing_country text
  departure_country text
  transit_countries text[] not null default '{}'::text[]
  destination_country text
  transport tamga.seizures_transport
  conveyance text
  concealment text
  reported_by_id uuid
  reported_via tamga.seizures_reported_via
  note text
  flags text[] not null default '{}'::text[]
  is_illustrative boolean not null default false
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  version integer not null default 1
  constraint seizures_case FOREIGN KEY (case_id) REFERENCES tamga.cases(id)
  constraint seizures_departure FOREIGN KEY (departure_country) REFERENCES tamga.countries(code)
  constraint seizures_destination FOREIGN KEY (destination_country) REFERENCES tamga.countries(code)
  constraint seizures_jurisdiction FOREIGN KEY (jurisdiction) REFERENCES tamga.countries(code)
  constraint seizures_not_ahead CHECK ((seized_at <= (recorded_at + '24:05:00'::interval)))
  constraint seizures_number_taken UNIQUE (number)
  constraint seizures_operation FOREIGN KEY (operation_id) REFERENCES tamga.operations(id)
  constraint seizures_period CHECK ((seized_to >= seized_at))
  constraint seizures_pkey PRIMARY KEY (id)
  constraint seizures_place_whole CHECK (((lat IS NULL) = (lon IS NULL)))
  constraint seizures_producing FOREIGN KEY (producing_country) REFERENCES tamga.countries(code)
  constraint seizures_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint seizures_reporter FOREIGN KEY (reported_by_id) REFERENCES tamga.officers(id)
  constraint seizures_territory FOREIGN KEY (territory) REFERENCES tamga.territories(code)
  constraint seizures_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE INDEX seizures_by_time ON tamga.seizures USING btree (seized_at DESC, id DESC)
  CREATE INDEX seizures_of_case ON tamga.seizures USING btree (case_id) WHERE (case_id IS NOT NULL)
  CREATE INDEX seizures_of_operation ON tamga.seizures USING btree (operation_id) WHERE (operation_id IS NOT NULL)
  CREATE INDEX seizures_of_unit ON tamga.seizures USING btree (unit_id, seized_at DESC, id DESC)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.seizures FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', 'operation_id', 'version', 'scoped') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.seizures FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER guard BEFORE UPDATE ON tamga.seizures FOR EACH ROW EXECUTE FUNCTION tamga.guard_seizure()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.seizures FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  CREATE TRIGGER pass_on AFTER UPDATE OF unit_id, operation_id, case_id, classification, seized_at, territory, jurisdiction ON tamga.seizures FOR EACH ROW WHEN ((((((((old.unit_id IS DISTINCT FROM new.unit_id) OR (old.operation_id IS DISTINCT FROM new.operation_id)) OR (old.case_id IS DISTINCT FROM new.case_id)) OR ((old.classification)::smallint IS DISTINCT FROM (new.classification)::smallint)) OR (old.seized_at IS DISTINCT FROM new.seized_at)) OR (old.territory IS DISTINCT FROM new.territory)) OR (old.jurisdiction IS DISTINCT FROM new.jurisdiction))) EXECUTE FUNCTION tamga.pass_on_from_seizure()
  CREATE TRIGGER pass_on_to_exhibits AFTER UPDATE OF unit_id, operation_id, case_id, classification ON tamga.seizures FOR EACH ROW WHEN (((((old.unit_id IS DISTINCT FROM new.unit_id) OR (old.operation_id IS DISTINCT FROM new.operation_id)) OR (old.case_id IS DISTINCT FROM new.case_id)) OR ((old.classification)::smallint IS DISTINCT FROM (new.classification)::smallint))) EXECUTE FUNCTION tamga.pass_on_to_exhibits()
  CREATE TRIGGER place BEFORE INSERT ON tamga.seizures FOR EACH ROW EXECUTE FUNCTION tamga.place_seizure()
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using ((classification)::smallint <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check (((classification)::smallint <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_changes for update to tamga_commander using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check (((classification)::smallint <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using (((classification)::smallint <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check ((classification)::smallint <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_changes for update to tamga_coordinator using true with check ((classification)::smallint <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using ((classification)::smallint <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_adds for insert to tamga_officer with check (((classification)::smallint <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_changes for update to tamga_officer using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check (((classification)::smallint <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_reads for select to tamga_officer using (((classification)::smallint <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (operation_id = ANY (( SELECT tamga.participating_operations() AS participating_operations)::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select, update to tamga_commander, tamga_coordinator, tamga_officer
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_prosecutor
  grant select, update to tamga_kernel
table tamga.sessions of tamga_owner
  id uuid not null
  account_id uuid not null
  access_hash text not null
  access_expires_at timestamp with time zone not null
  refresh_hash text not null
  previous_refresh_hash text
  opened_at timestamp with time zone not null default clock_timestamp()
  last_used_at timestamp with time zone not null default clock_timestamp()
  expires_at timestamp with time zone not null
  stepped_up_at timestamp with time zone
  revoked_at timestamp with time zone
  revoked_because text
  constraint sessions_access_once UNIQUE (access_hash)
  constraint sessions_account FOREIGN KEY (account_id) REFERENCES tamga.accounts(id)
  constraint sessions_pkey PRIMARY KEY (id)
  constraint sessions_refresh_once UNIQUE (refresh_hash)
  CREATE INDEX sessions_of_account ON tamga.sessions USING btree (account_id) WHERE (revoked_at IS NULL)
  CREATE INDEX sessions_previous_refresh ON tamga.sessions USING btree (previous_refresh_hash) WHERE (previous_refresh_hash IS NOT NULL)
  grant insert, select, update to tamga_gate
  grant select (account_id, id, revoked_at) to tamga_administrator
  grant update (revoked_at, revoked_because) to tamga_administrator
table tamga.statutory_sizes of tamga_owner
  id uuid not null
  substance text not null
  form text
  size text not null
  from_grams numeric(24,9) not null
  valid_from date not null
  valid_to date
  source text not null
  fingerprint text
  version integer not null default 1
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  constraint statutory_sizes_grams CHECK ((from_grams >= (0)::numeric))
  constraint statutory_sizes_no_overlap EXCLUDE USING gist (substance WITH =, COALESCE(form, ''::text) WITH =, size WITH =, daterange(valid_from, valid_to) WITH &&)
  constraint statutory_sizes_order CHECK ((valid_to > valid_from))
  constraint statutory_sizes_pkey PRIMARY KEY (id)
  constraint statutory_sizes_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint statutory_sizes_size CHECK ((size = ANY (ARRAY['small'::text, 'large'::text, 'especially_large'::text])))
  constraint statutory_sizes_substance FOREIGN KEY (substance) REFERENCES tamga.substances(code)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.statutory_sizes FOR EACH ROW EXECUTE FUNCTION audit.capture('', '', 'version', '') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.statutory_sizes FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.statutory_sizes FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  grant insert, select, update to tamga_administrator
  grant select to tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor
table tamga.subjects of tamga_owner, row security forced
  id uuid not null
  case_id uuid not null
  unit_id uuid not null
  classification smallint not null
  kind text not null
  name text not null
  aliases text[] not null default '{}'::text[]
  identifier text
  birth_date date
  sex text
  citizenship text
  description text
  match_key text generated always as tamga.subject_key(kind, name)
  identifier_key text generated always as NULLIF(tamga.fold(identifier), ''::text)
  search text not null generated always as tamga.sounds((ARRAY[name, identifier] || aliases))
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  version integer not null default 1
  constraint subjects_case FOREIGN KEY (case_id) REFERENCES tamga.cases(id)
  constraint subjects_citizenship FOREIGN KEY (citizenship) REFERENCES tamga.countries(code)
  constraint subjects_kind CHECK ((kind = ANY (ARRAY['person'::text, 'organization'::text, 'vehicle'::text, 'phone'::text, 'account'::text, 'wallet'::text, 'online_handle'::text, 'address'::text])))
  constraint subjects_person_only CHECK (((kind = 'person'::text) OR ((birth_date IS NULL) AND (sex IS NULL) AND (citizenship IS NULL))))
  constraint subjects_pkey PRIMARY KEY (id)
  constraint subjects_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint subjects_sex CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text])))
  constraint subjects_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE INDEX subjects_by_identifier ON tamga.subjects USING btree (identifier_key, kind) WHERE (identifier_key IS NOT NULL)
  CREATE INDEX subjects_by_key ON tamga.subjects USING btree (match_key, kind) WHERE (match_key IS NOT NULL)
  CREATE INDEX subjects_of_case ON tamga.subjects USING btree (case_id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.subjects FOR EACH ROW EXECUTE FUNCTION audit.capture('case_id', '', 'version', 'scoped') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.subjects FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER inherit_scope BEFORE INSERT ON tamga.subjects FOR EACH ROW EXECUTE FUNCTION tamga.inherit_from_case()
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.subjects FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  policy administrator_reads for select to tamga_administrator using false
  policy analyst_reads for select to tamga_analyst using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy auditor_reads for select to tamga_auditor using true
  policy chemist_reads for select to tamga_chemist using false
  policy commander_adds for insert to tamga_commander with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_changes for update to tamga_commander using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy commander_reads for select to tamga_commander using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy coordinator_adds for insert to tamga_coordinator with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_changes for update to tamga_coordinator using true with check (classification <= ( SELECT tamga.clearance() AS clearance))
  policy coordinator_reads for select to tamga_coordinator using (classification <= ( SELECT tamga.clearance() AS clearance))
  policy custodian_reads for select to tamga_custodian using false
  policy kernel_sees for all to tamga_kernel using true with check true
  policy officer_adds for insert to tamga_officer with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_changes for update to tamga_officer using (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) with check ((classification <= ( SELECT tamga.clearance() AS clearance)) AND (unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))
  policy officer_reads for select to tamga_officer using ((classification <= ( SELECT tamga.clearance() AS clearance)) AND ((unit_id = ANY (( SELECT (NULLIF(current_setting('tamga.units'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])) OR (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))))
  policy prosecutor_reads for select to tamga_prosecutor using (case_id = ANY (( SELECT tamga.member_cases() AS member_cases)::uuid[]))
  grant insert, select, update to tamga_commander, tamga_coordinator, tamga_officer
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_custodian, tamga_prosecutor
  grant select, update to tamga_kernel
table tamga.substance_controls of tamga_owner
  id uuid not null
  substance text not null
  convention text not null
  schedule text not null
  valid_from date not null
  valid_to date
  source text not null
  version integer not null default 1
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  constraint substance_controls_convention CHECK ((convention = ANY (ARRAY['1961'::text, '1971'::text, '1988'::text, 'national'::text])))
  constraint substance_controls_no_overlap EXCLUDE USING gist (substance WITH =, convention WITH =, schedule WITH =, daterange(valid_from, valid_to) WITH &&)
  constraint substance_controls_order CHECK ((valid_to > valid_from))
  constraint substance_controls_pkey PRIMARY KEY (id)
  constraint substance_controls_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint substance_controls_substance FOREIGN KEY (substance) REFERENCES tamga.substances(code)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.substance_controls FOR EACH ROW EXECUTE FUNCTION audit.capture('', '', 'version', '') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.substance_controls FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.substance_controls FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  grant insert, select, update to tamga_administrator
  grant select to tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor
table tamga.substances of tamga_owner
  id uuid not null
  code text not null
  "group" text not null
  class text not null
  parent text
  name_en text not null
  name_ru text not null
  name_ky text not null
  aliases text[] not null default '{}'::text[]
  forms text[] not null default '{}'::text[]
  cas text
  source text not null
  version integer not null default 1
  search text not null generated always as tamga.search_text((ARRAY[code, name_en, name_ru, name_ky, cas] || aliases))
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  constraint substances_class CHECK ((class = ANY (ARRAY['drug'::text, 'precursor'::text, 'other'::text])))
  constraint substances_code_form CHECK ((code ~ '^[a-z0-9][a-z0-9_]{0,63}$'::text))
  constraint substances_code_taken UNIQUE (code)
  constraint substances_group CHECK (("group" = ANY (ARRAY['cannabis'::text, 'opioids'::text, 'cocaine'::text, 'amphetamine_type_stimulants'::text, 'hallucinogens'::text, 'sedatives'::text, 'new_psychoactive_substances'::text, 'precursors'::text, 'other'::text])))
  constraint substances_not_own_parent CHECK ((parent <> code))
  constraint substances_parent FOREIGN KEY (parent) REFERENCES tamga.substances(code)
  constraint substances_pkey PRIMARY KEY (id)
  constraint substances_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.substances FOR EACH ROW EXECUTE FUNCTION audit.capture('', '', 'version', '') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.substances FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.substances FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  grant insert, select, update to tamga_administrator
  grant select to tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor
table tamga.territories of tamga_owner
  id uuid not null
  code text not null
  parent text
  rank text not null
  name_en text not null
  name_ru text not null
  name_ky text not null
  aliases text[] not null default '{}'::text[]
  iso_3166_2 text
  soate text
  lat numeric(9,6)
  lon numeric(9,6)
  valid_from date
  valid_to date
  source text not null
  version integer not null default 1
  search text not null generated always as tamga.search_text((ARRAY[code, name_en, name_ru, name_ky, soate] || aliases))
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  constraint territories_code_form CHECK ((code ~ '^[A-Z0-9][A-Z0-9-]{0,31}$'::text))
  constraint territories_code_taken UNIQUE (code)
  constraint territories_location CHECK ((((lat IS NULL) = (lon IS NULL)) AND ((lat >= ('-90'::integer)::numeric) AND (lat <= (90)::numeric)) AND ((lon >= ('-180'::integer)::numeric) AND (lon <= (180)::numeric))))
  constraint territories_not_own_parent CHECK ((parent <> code))
  constraint territories_order CHECK ((valid_to > valid_from))
  constraint territories_parent FOREIGN KEY (parent) REFERENCES tamga.territories(code)
  constraint territories_pkey PRIMARY KEY (id)
  constraint territories_rank CHECK ((rank = ANY (ARRAY['country'::text, 'oblast'::text, 'city'::text, 'rayon'::text, 'town'::text, 'city_rayon'::text, 'settlement'::text])))
  constraint territories_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.territories FOR EACH ROW EXECUTE FUNCTION audit.capture('', '', 'version', '') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.territories FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.territories FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  grant insert, select, update to tamga_administrator
  grant select to tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor
table tamga.territory_names of tamga_owner
  id uuid not null
  territory text not null
  name_en text
  name_ru text
  name_ky text
  valid_from date
  valid_to date
  source text not null
  search text not null generated always as tamga.search_text(ARRAY[name_en, name_ru, name_ky])
  version integer not null default 1
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by uuid not null default tamga.acting_person()
  constraint territory_names_no_overlap EXCLUDE USING gist (territory WITH =, daterange(valid_from, valid_to) WITH &&)
  constraint territory_names_order CHECK ((valid_to > valid_from))
  constraint territory_names_pkey PRIMARY KEY (id)
  constraint territory_names_recorder FOREIGN KEY (recorded_by) REFERENCES tamga.persons(id)
  constraint territory_names_territory FOREIGN KEY (territory) REFERENCES tamga.territories(code)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.territory_names FOR EACH ROW EXECUTE FUNCTION audit.capture('', '', 'version', '') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.territory_names FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.territory_names FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  grant insert, select, update to tamga_administrator
  grant select to tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor
table tamga.unit_commands of tamga_owner
  id uuid not null
  unit_id uuid not null
  person_id uuid not null
  is_acting boolean not null default false
  valid_from date not null
  valid_to date
  order_number text
  version integer not null default 1
  constraint unit_commands_one_head EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE ((NOT is_acting))
  constraint unit_commands_order CHECK ((valid_to > valid_from))
  constraint unit_commands_person FOREIGN KEY (person_id) REFERENCES tamga.persons(id)
  constraint unit_commands_pkey PRIMARY KEY (id)
  constraint unit_commands_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.unit_commands FOR EACH ROW EXECUTE FUNCTION audit.capture('', '', 'version', '') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.unit_commands FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.unit_commands FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  CREATE TRIGGER unit_stands BEFORE INSERT OR UPDATE ON tamga.unit_commands FOR EACH ROW EXECUTE FUNCTION tamga.refuse_dissolved('unit_id') -- always
  grant insert, select, update to tamga_administrator
  grant select to tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor
table tamga.unit_names of tamga_owner
  id uuid not null
  unit_id uuid not null
  name_en text not null
  name_ru text
  name_ky text
  valid_from date not null
  valid_to date
  version integer not null default 1
  constraint unit_names_no_overlap EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to) WITH &&)
  constraint unit_names_order CHECK ((valid_to > valid_from))
  constraint unit_names_pkey PRIMARY KEY (id)
  constraint unit_names_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.unit_names FOR EACH ROW EXECUTE FUNCTION audit.capture('', '', 'version', '') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.unit_names FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.unit_names FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  grant insert, select, update to tamga_administrator
  grant select to tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor
table tamga.unit_parents of tamga_owner
  id uuid not null
  unit_id uuid not null
  parent_id uuid not null
  valid_from date not null
  valid_to date
  version integer not null default 1
  constraint unit_parents_no_overlap EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to) WITH &&)
  constraint unit_parents_not_itself CHECK ((parent_id <> unit_id))
  constraint unit_parents_order CHECK ((valid_to > valid_from))
  constraint unit_parents_parent FOREIGN KEY (parent_id) REFERENCES tamga.units(id)
  constraint unit_parents_pkey PRIMARY KEY (id)
  constraint unit_parents_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE INDEX unit_parents_below ON tamga.unit_parents USING btree (parent_id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.unit_parents FOR EACH ROW EXECUTE FUNCTION audit.capture('', '', 'version', '') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.unit_parents FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.unit_parents FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  CREATE TRIGGER no_cycle AFTER INSERT OR UPDATE ON tamga.unit_parents FOR EACH ROW EXECUTE FUNCTION tamga.refuse_cycle() -- always
  CREATE TRIGGER unit_stands BEFORE INSERT OR UPDATE ON tamga.unit_parents FOR EACH ROW EXECUTE FUNCTION tamga.refuse_dissolved('parent_id') -- always
  grant insert, select, update to tamga_administrator
  grant select to tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor
table tamga.unit_states of tamga_owner
  unit_id uuid
  valid_from date
  valid_to date
  name_en text
  name_ru text
  name_ky text
  parent_id uuid
  is_dissolved boolean
  grant select to tamga_administrator, tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor
table tamga.unit_successions of tamga_owner
  id uuid not null
  unit_id uuid not null
  successor_id uuid not null
  "on" date not null
  reason text
  constraint unit_successions_not_itself CHECK ((successor_id <> unit_id))
  constraint unit_successions_once UNIQUE (unit_id, successor_id)
  constraint unit_successions_pkey PRIMARY KEY (id)
  constraint unit_successions_successor FOREIGN KEY (successor_id) REFERENCES tamga.units(id)
  constraint unit_successions_unit FOREIGN KEY (unit_id) REFERENCES tamga.units(id)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.unit_successions FOR EACH ROW EXECUTE FUNCTION audit.capture('', '', '', '') -- always
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.unit_successions FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  grant insert, select, update to tamga_administrator
  grant select to tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor
table tamga.units of tamga_owner
  id uuid not null
  code text not null
  kind text not null
  is_exclusive boolean not null default false
  strength integer
  territory text
  phone text
  established_on date not null
  dissolved_on date
  fingerprint text
  recorded_at timestamp with time zone not null default clock_timestamp()
  version integer not null default 1
  constraint units_code_form CHECK ((code ~ '^[A-Z][A-Z0-9-]{1,31}$'::text))
  constraint units_code_taken UNIQUE (code)
  constraint units_kind CHECK ((kind = ANY (ARRAY['service'::text, 'directorate'::text, 'department'::text, 'mobile_group'::text, 'canine_group'::text, 'laboratory'::text, 'evidence_store'::text, 'analytical_center'::text, 'partner_agency'::text])))
  constraint units_order CHECK ((dissolved_on > established_on))
  constraint units_pkey PRIMARY KEY (id)
  constraint units_strength CHECK ((strength >= 0))
  constraint units_territory FOREIGN KEY (territory) REFERENCES tamga.territories(code)
  CREATE TRIGGER capture AFTER INSERT OR DELETE OR UPDATE ON tamga.units FOR EACH ROW EXECUTE FUNCTION audit.capture('', '', 'version', '') -- always
  CREATE TRIGGER count_version BEFORE UPDATE ON tamga.units FOR EACH ROW EXECUTE FUNCTION audit.count_version() -- always
  CREATE TRIGGER dissolution BEFORE INSERT OR UPDATE OF dissolved_on ON tamga.units FOR EACH ROW WHEN ((new.dissolved_on IS NOT NULL)) EXECUTE FUNCTION tamga.check_dissolution() -- always
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON tamga.units FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_truncate() -- always
  grant insert, select, update to tamga_administrator
  grant select to tamga_analyst, tamga_auditor, tamga_chemist, tamga_commander, tamga_coordinator, tamga_custodian, tamga_gate, tamga_kernel, tamga_officer, tamga_prosecutor
