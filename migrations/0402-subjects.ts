import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who and what cases are about: a subject is one record, known however it is written, linked to cases in dated roles; and detentions. */
export class Subjects implements MigrationInterface {
  name = 'Subjects1764000000402';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
-- Folded words as they sound: Эргешов, Ergeshov; Джумабаев, Жумабаев, Dzhumabaev, Jumabaev; Dmitriy, Dmitry are one.
create function tamga.sound(folded text) returns text language sql immutable strict parallel safe as $$
  select replace(regexp_replace(replace(replace(replace(replace(replace(replace(replace(translate(
      replace(replace(replace(replace(replace(replace(replace(folded, 'щ', 'sh'), 'ш', 'sh'), 'ч', 'ch'), 'ю', 'iu'), 'я', 'ia'), 'дж', 'j'), 'ж', 'j'),
      'абвгдезиклмнопрстуфхцыэywq', 'abvgdeziklmnoprstufhcieivk'),
    'shch', 'sh'), 'dzh', 'j'), 'zh', 'j'), 'dj', 'j'), 'kh', 'h'), 'ts', 'c'), 'x', 'ks'), '([a-z])\\1+', '\\1', 'g'), 'ie', 'e')
$$;
-- What two records of one subject have in common: a name's words in any order, a phone's last nine digits, a plate whatever its alphabet.
create function tamga.subject_key(of_kind text, name text) returns text language sql immutable strict parallel safe as $$
  select nullif(case
    when of_kind in ('person', 'organization', 'address') then (
      select string_agg(tamga.sound(tamga.fold(word)), ' ' order by tamga.sound(tamga.fold(word)) collate "C")
      from regexp_split_to_table(name, '[[:space:],.;]+') word where tamga.fold(word) <> '')
    when of_kind = 'vehicle' then translate(tamga.fold(name), 'авекмнорстух', 'abekmhopctyx')
    when of_kind = 'phone' then right(regexp_replace(name, '[^0-9]', '', 'g'), 9)
    when of_kind = 'online_handle' then lower(regexp_replace(name, '^([^[:space:]]*/|[[:space:]]*@)+', ''))
    else tamga.fold(name) end, '')
$$;
-- Every spelling, folded to its sound, each between bars.
create function tamga.sounds(words text[]) returns text language sql immutable parallel safe as $$
  select '|' || coalesce(string_agg(tamga.sound(tamga.fold(word)), '|'), '') || '|' from unnest(words) word where word <> ''
$$;

-- case_id is the case in which the subject was first recorded: its scope. Other cases hold a link that says what the subject is called there.
create table subjects (
  id             uuid primary key,
  case_id        uuid not null constraint subjects_case references cases (id),
  unit_id        uuid not null constraint subjects_unit references units (id),
  classification smallint not null,
  kind           text not null constraint subjects_kind check
    (kind in ('person', 'organization', 'vehicle', 'phone', 'account', 'wallet', 'online_handle', 'address')),
  name           text not null,
  aliases        text[] not null default '{}',
  identifier     text,
  birth_date     date,
  sex            text constraint subjects_sex check (sex in ('female', 'male')),
  citizenship    text constraint subjects_citizenship references countries (code),
  description    text,
  match_key      text generated always as (tamga.subject_key(kind, name)) stored,
  identifier_key text generated always as (nullif(tamga.fold(identifier), '')) stored,
  search         text not null generated always as (tamga.sounds(array[name, identifier] || aliases)) stored,
  fingerprint    text,
  recorded_at    timestamptz not null default clock_timestamp(),
  recorded_by    uuid not null default tamga.acting_person() constraint subjects_recorder references persons (id),
  version        integer not null default 1,
  constraint subjects_person_only check (kind = 'person' or (birth_date is null and sex is null and citizenship is null))
);
create index subjects_by_key on subjects (match_key, kind) where match_key is not null;
create index subjects_by_identifier on subjects (identifier_key, kind) where identifier_key is not null;
create index subjects_of_case on subjects (case_id);

create table case_subjects (
  id             uuid primary key,
  case_id        uuid not null constraint case_subjects_case references cases (id),
  unit_id        uuid not null constraint case_subjects_unit references units (id),
  classification smallint not null,
  subject_id     uuid not null constraint case_subjects_subject references subjects (id),
  kind           text not null,
  known_as       text not null,
  search         text not null generated always as (tamga.sounds(array[known_as])) stored,
  role           text not null constraint case_subjects_role check (role in ('suspect', 'accused', 'defendant', 'convicted', 'acquitted', 'witness', 'victim', 'informant',
    'owner', 'user', 'courier', 'organizer', 'supplier', 'buyer', 'accomplice', 'instrument', 'proceeds', 'storage_place', 'other')),
  valid_from     timestamptz,
  valid_until    timestamptz constraint case_subjects_order check (valid_until >= valid_from),
  note           text,
  fingerprint    text,
  recorded_at    timestamptz not null default clock_timestamp(),
  recorded_by    uuid not null default tamga.acting_person() constraint case_subjects_recorder references persons (id),
  version        integer not null default 1,
  constraint case_subjects_role_fits check
    (kind = 'person' or role not in ('suspect', 'accused', 'defendant', 'convicted', 'acquitted', 'witness', 'informant')),
  constraint case_subjects_once exclude using gist (case_id with =, subject_id with =, role with =, tstzrange(valid_from, valid_until) with &&)
);
create index case_subjects_of_case on case_subjects (case_id);
create index case_subjects_of_subject on case_subjects (subject_id);

-- Only a subject that one may see can be linked; the case then knows its kind and what it is called, and nothing else of it.
create function tamga.link_subject() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
begin
  select kind, coalesce(new.known_as, name) into new.kind, new.known_as from subjects where id = new.subject_id;
  if not found then raise exception 'no such subject' using errcode = '23503', constraint = 'case_subjects_subject'; end if;
  return new;
end $$;
create trigger link_subject before insert on case_subjects for each row execute function tamga.link_subject();

create table detentions (
  id             uuid primary key,
  case_id        uuid not null constraint detentions_case references cases (id),
  unit_id        uuid not null constraint detentions_unit references units (id),
  classification smallint not null,
  subject_id     uuid not null constraint detentions_subject references subjects (id),
  detained_at    timestamptz not null,
  territory      text constraint detentions_territory references territories (code),
  place          text,
  article        text,
  rights_explained_at timestamptz,
  counsel        text,
  interpreter    text,
  is_minor       boolean,
  deadline_at    timestamptz constraint detentions_deadline check (deadline_at > detained_at),
  released_at    timestamptz constraint detentions_order check (released_at >= detained_at),
  release_reason text constraint detentions_release_reason check
    (release_reason in ('term_expired', 'not_confirmed', 'no_grounds', 'court_refused', 'custody_ordered', 'house_arrest', 'bail', 'undertaking', 'handed_over', 'other')),
  release_note   text,
  fingerprint    text,
  recorded_at    timestamptz not null default clock_timestamp(),
  recorded_by    uuid not null default tamga.acting_person() constraint detentions_recorder references persons (id),
  version        integer not null default 1,
  constraint detentions_released check ((released_at is null) = (release_reason is null)),
  constraint detentions_not_ahead check (detained_at <= recorded_at + interval '24 hours 5 minutes'),
  constraint detentions_not_twice exclude using gist (case_id with =, subject_id with =, tstzrange(detained_at, released_at) with &&)
);
create index detentions_of_case on detentions (case_id, detained_at);
create index detentions_running on detentions (deadline_at) where released_at is null;

create function tamga.check_detained() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
begin
  if not exists (select from case_subjects where case_id = new.case_id and subject_id = new.subject_id and kind = 'person') then
    raise exception 'only a person who is a subject of the case' using errcode = '23503', constraint = 'detentions_of_subject';
  end if;
  return new;
end $$;
create trigger check_detained before insert on detentions for each row execute function tamga.check_detained();

do $$ declare t text; begin
  foreach t in array array['subjects', 'case_subjects', 'detentions'] loop
    execute format('create trigger inherit_scope before insert on %I for each row execute function tamga.inherit_from_case()', t);
    execute format('call audit.watch(%L)', t);
    execute format('call tamga.scope(%L, ''{officer,coordinator,commander}'')', t);
  end loop;
end $$;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop table detentions, case_subjects, subjects;
drop function tamga.check_detained(), tamga.link_subject(), tamga.sounds(text[]), tamga.subject_key(text, text), tamga.sound(text);
`);
  }
}
