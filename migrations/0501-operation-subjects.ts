import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom or what an operation is about: subjects in dated roles, in the operation's scope. */
export class OperationSubjects implements MigrationInterface {
  name = 'OperationSubjects1764000000501';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
-- The rule of 0402 for every table of links: only a subject that one may see can be linked; its readers then know its kind and what it is called there.
create or replace function tamga.link_subject() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
begin
  select kind, coalesce(new.known_as, name) into new.kind, new.known_as from subjects where id = new.subject_id;
  if not found then raise exception 'no such subject' using errcode = '23503', constraint = tg_table_name || '_subject'; end if;
  return new;
end $$;

-- No informants: every unit that takes part sees these.
create table operation_subjects (
  id             uuid primary key,
  operation_id   uuid not null constraint operation_subjects_operation references operations (id),
  unit_id        uuid not null constraint operation_subjects_unit references units (id),
  case_id        uuid constraint operation_subjects_case references cases (id),
  classification smallint not null,
  subject_id     uuid not null constraint operation_subjects_subject references subjects (id),
  kind           text not null,
  known_as       text not null,
  role           text not null constraint operation_subjects_role check
    (role in ('target', 'organizer', 'supplier', 'courier', 'buyer', 'accomplice', 'owner', 'user', 'instrument', 'place', 'other', 'witness')),
  valid_from     timestamptz,
  valid_until    timestamptz constraint operation_subjects_order check (valid_until >= valid_from),
  note           text,
  fingerprint    text,
  recorded_at    timestamptz not null default clock_timestamp(),
  recorded_by    uuid not null default tamga.acting_person() constraint operation_subjects_recorder references persons (id),
  version        integer not null default 1,
  constraint operation_subjects_role_fits check (kind = 'person' or role <> 'witness'),
  constraint operation_subjects_once exclude using gist (operation_id with =, subject_id with =, role with =, tstzrange(valid_from, valid_until) with &&)
);
create index operation_subjects_of_operation on operation_subjects (operation_id);
create index operation_subjects_of_subject on operation_subjects (subject_id);

create trigger inherit_scope before insert on operation_subjects for each row execute function tamga.inherit_from_operation();
create trigger link_subject before insert on operation_subjects for each row execute function tamga.link_subject();
call audit.watch('operation_subjects');
call tamga.scope('operation_subjects', '{officer,coordinator,commander}');

-- A link changes by its end alone.
revoke update on operation_subjects from tamga_officer, tamga_coordinator, tamga_commander;
grant update (valid_until) on operation_subjects to tamga_officer, tamga_coordinator, tamga_commander;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop table operation_subjects;
create or replace function tamga.link_subject() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
begin
  select kind, coalesce(new.known_as, name) into new.kind, new.known_as from subjects where id = new.subject_id;
  if not found then raise exception 'no such subject' using errcode = '23503', constraint = 'case_subjects_subject'; end if;
  return new;
end $$;
`);
  }
}
