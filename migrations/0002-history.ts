import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every change of a domain record leaves one event and one erasable body, in the same transaction, raw SQL too. The leaf's format is for ever. */
export class History implements MigrationInterface {
  name = 'History1764000000002';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
-- One event a change. Its leaf is the exact text that is hashed later: never derived again, never changed.
create table audit.change_event (
  seq          bigint generated always as identity primary key,
  xid          xid8 not null,
  at           timestamptz not null,
  person_id    uuid not null,
  account_id   uuid not null,
  role         text not null,
  action       text not null,
  request      text not null,
  "table"      text not null,
  record       uuid not null,
  version      integer not null,
  case_id      uuid,
  operation_id uuid,
  leaf         text not null,
  unit_id        uuid,     -- whose record it was: for row-level security alone, not part of the leaf
  classification smallint
);
create index change_event_record on audit.change_event (record, seq);
create index change_event_operation on audit.change_event (operation_id, seq) where operation_id is not null;
create index change_event_case on audit.change_event (case_id, seq) where case_id is not null;

-- What may lawfully be erased: the leaf holds only its salted hash, so proofs survive the erasure.
create table audit.change_body (
  seq    bigint primary key references audit.change_event (seq),
  salt   bytea not null,
  reason text,
  before text,
  after  text
);
alter table audit.change_event enable row level security;
alter table audit.change_body enable row level security;

create function audit.refuse() returns trigger language plpgsql
  as $$ begin raise exception 'history is append-only' using errcode = '42501'; end $$;
create trigger append_only before update or delete or truncate on audit.change_event for each statement execute function audit.refuse();
create trigger append_only before update or truncate on audit.change_body for each statement execute function audit.refuse();
alter table audit.change_event enable always trigger append_only;
alter table audit.change_body enable always trigger append_only;

-- Leaf, version 1: eleven lines and a last one with SHA-256(salt || reason || 00 || before || 00 || after), a missing
-- part standing as empty. No value can hold a line end (checked here), so the text has one reading only.
-- tg_argv: 0 = where the case stands ('case_id', 'id' or ''), 1 = where the operation stands, 2 = 'version' or '', 3 = 'scoped' or ''.
-- The body's text must not hang on who writes it: settings that shape it are put right where they are not, and put back after it (each
-- SET clause of a function costs on every call, and the service's own sessions have these already).
create function audit.capture() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
  line := concat_ws(E'\\n', 'tamga change v1', 'event ' || number, 'xid ' || tx::text,
    'at ' || to_char(happened at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'by ' || actor || ' ' || account || ' ' || persona,
    'action ' || act, 'request ' || req, 'table ' || tg_table_name, 'record ' || record_id || ' ' || counted,
    'case ' || coalesce(root_case::text, '-'), 'operation ' || coalesce(root_operation::text, '-'),
    'body ' || encode(sha256(salted || convert_to(coalesce(why, ''), 'UTF8') || '\\x00'::bytea
      || convert_to(coalesce(was, ''), 'UTF8') || '\\x00'::bytea || convert_to(coalesce(became, ''), 'UTF8')), 'hex'));
  with event as (
    insert into audit.change_event (seq, xid, at, person_id, account_id, role, action, request, "table", record, version, case_id, operation_id, leaf, unit_id, classification)
      overriding system value
      values (number, tx, happened, actor::uuid, account::uuid, persona, act, req, tg_table_name, record_id, counted, root_case, root_operation, line, of_unit, level))
  insert into audit.change_body (seq, salt, reason, before, after) values (number, salted, why, was, became);
  return null;
end $$;

create function audit.refuse_truncate() returns trigger language plpgsql
  as $$ begin raise exception '% cannot be emptied', tg_table_name using errcode = '42501'; end $$;

-- The version counts itself, and a record never changes its identity.
create function audit.count_version() returns trigger language plpgsql as $$
begin
  if new.id <> old.id then raise exception 'a record keeps its id' using errcode = '42501'; end if;
  new.version := old.version + 1;
  return new;
end $$;

-- Puts a table under history: the one call that every migration makes for every domain table.
create procedure audit.watch(target regclass) language plpgsql as $$
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
end $$;

-- The sole owner of the history writer: it may insert, and nobody else may.
grant usage on schema tamga, audit to tamga_kernel;
grant insert, select on audit.change_event, audit.change_body to tamga_kernel;
create policy kernel_writes on audit.change_event to tamga_kernel using (true) with check (true);
create policy kernel_writes on audit.change_body to tamga_kernel using (true) with check (true);
grant usage on sequence audit.change_event_seq_seq to tamga_kernel;
grant create on schema audit to tamga_kernel;
alter function audit.capture() owner to tamga_kernel;
revoke create on schema audit from tamga_kernel;
revoke all on all functions in schema audit from public;
grant execute on function audit.capture(), audit.refuse_truncate(), audit.count_version(), audit.refuse() to tamga_owner;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
revoke usage on schema audit from tamga_kernel;
drop procedure audit.watch(regclass);
drop function audit.count_version(), audit.refuse_truncate(), audit.capture();
drop table audit.change_body, audit.change_event;
drop function audit.refuse();
`);
  }
}
