import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases, who works on them and how they moved: the lifecycle is held here too, so that no statement leaves the table of moves. */
export class Cases implements MigrationInterface {
  name = 'Cases1764000000400';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create sequence cases_number;

create table cases (
  id             uuid primary key,
  number         text not null constraint cases_number_taken unique,
  unit_id        uuid not null constraint cases_unit references units (id),
  classification smallint not null default 0 constraint cases_classification check (classification between 0 and 3),
  title          text not null,
  summary        text,
  status         text not null default 'registered' constraint cases_status check
    (status in ('registered', 'open', 'suspended', 'with_prosecutor', 'in_court', 'adjudicated', 'closed', 'discontinued', 'transferred', 'joined')),
  status_since   timestamptz not null,
  registered_at  timestamptz not null,
  opened_at      timestamptz,
  closed_at      timestamptz,
  joined_into_id uuid constraint cases_joined_into references cases (id) constraint cases_not_into_itself check (joined_into_id <> id),
  severed_from_id uuid constraint cases_severed_from references cases (id) constraint cases_not_from_itself check (severed_from_id <> id),
  programmes     text[] not null default '{}',
  folded_title   text not null generated always as (tamga.fold(title)) stored,
  fingerprint    text,
  recorded_at    timestamptz not null default clock_timestamp(),
  recorded_by    uuid not null default tamga.acting_person() constraint cases_recorder references persons (id),
  version        integer not null default 1,
  constraint cases_joined check ((status = 'joined') = (joined_into_id is not null)),
  constraint cases_not_ahead check (registered_at <= recorded_at + interval '24 hours 5 minutes')
);
create index cases_by_time on cases (registered_at desc, id desc);
create index cases_of_unit on cases (unit_id, registered_at desc, id desc);
create index cases_joined_of on cases (joined_into_id) where joined_into_id is not null;
create index cases_severed_of on cases (severed_from_id) where severed_from_id is not null;

-- CNS-OSH/2020/C-0012: the lead unit when registered, the local year, a serial. It stays when the case changes hands.
create function tamga.number_case() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
declare serial text := nextval('cases_number')::text;
begin
  new.number := (select code from units where id = new.unit_id) || '/' || extract(year from tamga.local_date(new.registered_at))
    || '/C-' || lpad(serial, greatest(4, length(serial)), '0');
  return new;
end $$;

-- Programmes are codes in an array; an unknown one is refused as a foreign key would.
create function tamga.check_programmes() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
begin
  if exists (select from unnest(new.programmes) code where code not in (select p.code from programmes p)) then
    raise exception 'unknown programme' using errcode = '23503', hint = 'programmes.unknown';
  end if;
  return new;
end $$;

-- The lifecycle of src/cases/case.lifecycle.ts. Times of opening and closing follow the moves, and nothing else sets them.
create function tamga.check_case_move() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
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
    and coalesce(current_setting('tamga.reason', true), '') !~ '\\S' then
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
end $$;

create trigger check_move before insert or update on cases for each row execute function tamga.check_case_move();
create trigger check_programmes before insert or update of programmes on cases for each row execute function tamga.check_programmes();
create trigger give_number before insert on cases for each row execute function tamga.number_case();
create trigger pass_on_scope after update of unit_id, classification on cases for each row when (old.* is distinct from new.*)
  execute function tamga.pass_on_scope('case_id');
call audit.watch('cases');
call tamga.scope('cases', '{officer,coordinator,commander}');
grant usage on sequence cases_number to tamga_officer, tamga_coordinator, tamga_commander;

-- Every move with the time it happened: written by the database, whoever moves the case.
create table case_transitions (
  id             uuid primary key default gen_random_uuid(),
  case_id        uuid not null constraint case_transitions_case references cases (id),
  unit_id        uuid not null constraint case_transitions_unit references units (id),
  classification smallint not null,
  from_status    text,
  to_status      text not null,
  reason         text,
  occurred_at    timestamptz not null,
  recorded_at    timestamptz not null default clock_timestamp(),
  recorded_by    uuid not null default tamga.acting_person() constraint case_transitions_recorder references persons (id),
  version        integer not null default 1,
  constraint case_transitions_not_ahead check (occurred_at <= recorded_at + interval '24 hours 5 minutes')
);
create index case_transitions_of_case on case_transitions (case_id, recorded_at);
create trigger inherit_scope before insert on case_transitions for each row execute function tamga.inherit_from_case();
call audit.watch('case_transitions');
call tamga.scope('case_transitions', '{officer,coordinator,commander}', 'insert');

create function tamga.note_case_move() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
begin
  insert into case_transitions (case_id, from_status, to_status, reason, occurred_at)
    values (new.id, case tg_op when 'UPDATE' then old.status end, new.status, nullif(current_setting('tamga.reason', true), ''), new.status_since);
  return null;
end $$;
create trigger note_first after insert on cases for each row execute function tamga.note_case_move();
create trigger note_move after update of status on cases for each row when (old.status <> new.status) execute function tamga.note_case_move();

-- Who works on a case, in which part and from when until when: what opens it to people outside its unit, prosecutors among them.
create table case_members (
  id             uuid primary key,
  case_id        uuid not null constraint case_members_case references cases (id),
  unit_id        uuid not null constraint case_members_unit references units (id),
  classification smallint not null,
  person_id      uuid not null constraint case_members_person references persons (id),
  officer_id     uuid constraint case_members_officer references officers (id),
  part           text not null constraint case_members_part check
    (part in ('lead_investigator', 'investigator', 'analyst', 'operative', 'supervising_prosecutor', 'observer')),
  valid_from     timestamptz not null,
  valid_until    timestamptz constraint case_members_order check (valid_until >= valid_from),
  fingerprint    text,
  recorded_at    timestamptz not null default clock_timestamp(),
  recorded_by    uuid not null default tamga.acting_person() constraint case_members_recorder references persons (id),
  version        integer not null default 1,
  constraint case_members_once exclude using gist (case_id with =, person_id with =, part with =, tstzrange(valid_from, valid_until) with &&),
  constraint case_members_one_lead exclude using gist (case_id with =, tstzrange(valid_from, valid_until) with &&) where (part = 'lead_investigator')
);
create index case_members_of_person on case_members (person_id);
create trigger inherit_scope before insert on case_members for each row execute function tamga.inherit_from_case();
call audit.watch('case_members');
call tamga.scope('case_members', '{officer,coordinator,commander}');
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop table case_members, case_transitions, cases;
drop function tamga.note_case_move(), tamga.check_case_move(), tamga.check_programmes(), tamga.number_case();
drop sequence cases_number;
`);
  }
}
