import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a case rests on: its registrations, the offences it is qualified as, and the decisions taken in it. */
export class CaseRecords implements MigrationInterface {
  name = 'CaseRecords1764000000401';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
-- A register's number without what people put around it: 03-175/20, № 03 175-20.
create function tamga.register_key(number text) returns text language sql immutable strict parallel safe as $$ select tamga.fold(replace(number, '№', '')) $$;

-- Numbers in the Unified Register (ЕРП) and the journal (ЖУИ). The same number on two cases is lawful (joined, severed) and is warned of.
create table case_registrations (
  id             uuid primary key,
  case_id        uuid not null constraint case_registrations_case references cases (id),
  unit_id        uuid not null constraint case_registrations_unit references units (id),
  classification smallint not null,
  kind           text not null constraint case_registrations_kind check (kind in ('erp', 'zhui')),
  number         text not null,
  number_key     text not null generated always as (tamga.register_key(number)) stored constraint case_registrations_number check (number_key <> ''),
  registered_on  date,
  issuing_body   text,
  withdrawn_at   timestamptz,
  fingerprint    text,
  recorded_at    timestamptz not null default clock_timestamp(),
  recorded_by    uuid not null default tamga.acting_person() constraint case_registrations_recorder references persons (id),
  version        integer not null default 1
);
create unique index case_registrations_once on case_registrations (case_id, kind, number_key) where withdrawn_at is null;
create index case_registrations_by_number on case_registrations (number_key, kind);

-- Whether another case bears the number, whoever may see that case: that one exists is all that is told.
create function tamga.registered_elsewhere(of_kind text, key text, than_case uuid) returns boolean language plpgsql stable security definer set search_path = tamga, pg_temp as $$
begin
  return exists (select from case_registrations where number_key = key and kind = of_kind and case_id <> than_case and withdrawn_at is null);
end $$;

-- A qualification lasts until another takes its place; the earlier one stays.
create table case_offences (
  id             uuid primary key,
  case_id        uuid not null constraint case_offences_case references cases (id),
  unit_id        uuid not null constraint case_offences_unit references units (id),
  classification smallint not null,
  law            text,
  article        text not null,
  part           text,
  title          text,
  since_on       date,
  until_on       date constraint case_offences_order check (until_on >= since_on),
  replaces_id    uuid constraint case_offences_replaces references case_offences (id) constraint case_offences_replaced_once unique,
  fingerprint    text,
  recorded_at    timestamptz not null default clock_timestamp(),
  recorded_by    uuid not null default tamga.acting_person() constraint case_offences_recorder references persons (id),
  version        integer not null default 1,
  constraint case_offences_once exclude using gist
    (case_id with =, coalesce(law, '') with =, article with =, coalesce(part, '') with =, daterange(since_on, until_on) with &&)
);
create index case_offences_of_case on case_offences (case_id);
create index case_offences_by_article on case_offences (article);

create table decisions (
  id             uuid primary key,
  case_id        uuid not null constraint decisions_case references cases (id),
  unit_id        uuid not null constraint decisions_unit references units (id),
  classification smallint not null,
  kind           text not null constraint decisions_kind check
    (kind in ('opening', 'examination', 'physical_evidence', 'indictment', 'verdict', 'return', 'destruction', 'confiscation', 'appeal', 'other')),
  issuer_kind    text not null constraint decisions_issuer_kind check (issuer_kind in ('court', 'prosecutor', 'investigator')),
  issuer_name    text,
  number         text,
  decided_on     date not null,
  in_force_from  date constraint decisions_in_force check (in_force_from >= decided_on),
  summary        text,
  orders         text[] not null default '{}',
  fingerprint    text,
  recorded_at    timestamptz not null default clock_timestamp(),
  recorded_by    uuid not null default tamga.acting_person() constraint decisions_recorder references persons (id),
  version        integer not null default 1
);
create index decisions_of_case on decisions (case_id, decided_on desc);

do $$ declare t text; begin
  foreach t in array array['case_registrations', 'case_offences', 'decisions'] loop
    execute format('create trigger inherit_scope before insert on %I for each row execute function tamga.inherit_from_case()', t);
    execute format('call audit.watch(%L)', t);
    execute format('call tamga.scope(%L, ''{officer,coordinator,commander}'')', t);
  end loop;
end $$;
grant create on schema tamga to tamga_kernel;
alter function tamga.registered_elsewhere(text, text, uuid) owner to tamga_kernel;
revoke create on schema tamga from tamga_kernel;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop function tamga.registered_elsewhere(text, text, uuid);
drop table decisions, case_offences, case_registrations;
drop function tamga.register_key(text);
`);
  }
}
