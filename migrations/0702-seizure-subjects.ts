import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom a seizure was taken from, and who else it is about: subjects in dated roles, in the seizure's scope. */
export class SeizureSubjects implements MigrationInterface {
  name = 'SeizureSubjects1764000000702';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table seizure_subjects (
  id             uuid primary key,
  seizure_id     uuid not null constraint seizure_subjects_seizure references seizures (id),
  unit_id uuid not null, operation_id uuid, case_id uuid, classification smallint not null,
  subject_id     uuid not null constraint seizure_subjects_subject references subjects (id),
  kind           text not null,
  known_as       text not null,
  role           text not null constraint seizure_subjects_role check
    (role in ('taken_from', 'owner', 'courier', 'sender', 'recipient', 'other', 'present')),
  valid_from     timestamptz,
  valid_until    timestamptz constraint seizure_subjects_order check (valid_until >= valid_from),
  note           text,
  fingerprint    text,
  recorded_at    timestamptz not null default clock_timestamp(),
  recorded_by    uuid not null default tamga.acting_person() constraint seizure_subjects_recorder references persons (id),
  version        integer not null default 1,
  constraint seizure_subjects_role_fits check (kind = 'person' or role <> 'present'),
  constraint seizure_subjects_once exclude using gist (seizure_id with =, subject_id with =, role with =, tstzrange(valid_from, valid_until) with &&)
);
create index seizure_subjects_of_seizure on seizure_subjects (seizure_id);
create index seizure_subjects_of_subject on seizure_subjects (subject_id);

create trigger inherit_from_seizure before insert on seizure_subjects for each row execute function tamga.inherit_from_seizure();
create trigger link_subject before insert on seizure_subjects for each row execute function tamga.link_subject();
call audit.watch('seizure_subjects');
call tamga.scope('seizure_subjects', '{officer,coordinator,commander}');

-- A link changes by its end alone.
revoke update on seizure_subjects from tamga_officer, tamga_coordinator, tamga_commander;
grant update (valid_until) on seizure_subjects to tamga_officer, tamga_coordinator, tamga_commander;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table seizure_subjects');
  }
}
