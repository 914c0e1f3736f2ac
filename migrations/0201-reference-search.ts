import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['substances', 'substance_controls', 'countries', 'territories', 'territory_names', 'measurement_units', 'conversion_factors', 'prices', 'exchange_rates', 'statutory_sizes', 'programmes'];
const withoutVersion = ['substance_controls', 'countries', 'territory_names', 'measurement_units', 'conversion_factors', 'prices', 'exchange_rates', 'statutory_sizes'];
const withoutFingerprint = ['substances', 'substance_controls', 'territories', 'conversion_factors'];
const system = '00000000-0000-7000-8000-000000000001';

/** Reference data can be found however they are spelt, and administrators add to them: with author, version and no overlap in time. */
export class ReferenceSearch implements MigrationInterface {
  name = 'ReferenceSearch1764000000201';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
-- The one form in which names are compared: small letters without marks (NFKD), Kyrgyz letters as their Russian neighbours, no hard or soft signs,
-- no spaces, hyphens, apostrophes or brackets. Spelt out, so that it is the same under every collation and version of PostgreSQL.
create function tamga.fold(given text) returns text language sql immutable strict parallel safe as $$
  select regexp_replace(translate(normalize(given, nfkd),
    'ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯӨҮҢөүңΑΒΓΔЬЪьъ',
    'abcdefghijklmnopqrstuvwxyzабвгдежзиклмнопрстуфхцчшщыэюяоуноунαβγδ'),
    '[\\u0001-\\u002f\\u003a-\\u0060\\u007b-\\u00bf\\u02b0-\\u036f\\u2000-\\u206f\\u2212]', '', 'g')
$$;
-- All spellings of one record, folded, each between bars: |karasuu|карасуу|
create function tamga.search_text(words text[]) returns text language sql immutable parallel safe as $$
  select '|' || coalesce(string_agg(tamga.fold(word), '|'), '') || '|' from unnest(words) word where word <> ''
$$;
-- 0 where a spelling is what is sought, 1 where one begins with it, 2 where one holds it; null where none does.
create function tamga.search_rank(search text, sought text) returns integer language sql immutable parallel safe as $$
  select case when sought = '' then null
    when search like '%|' || sought || '|%' then 0
    when search like '%|' || sought || '%' then 1
    when search like '%' || sought || '%' then 2 end
$$;

alter table substances add column search text not null generated always as (tamga.search_text(array[code, name_en, name_ru, name_ky, cas] || aliases)) stored,
  add constraint substances_code_form check (code ~ '^[a-z0-9][a-z0-9_]{0,63}$'),
  add constraint substances_not_own_parent check (parent <> code);
alter table territories add column search text not null generated always as (tamga.search_text(array[code, name_en, name_ru, name_ky, soate] || aliases)) stored,
  add constraint territories_code_form check (code ~ '^[A-Z0-9][A-Z0-9-]{0,31}$'),
  add constraint territories_not_own_parent check (parent <> code),
  add constraint territories_order check (valid_to > valid_from),
  add constraint territories_location check ((lat is null) = (lon is null) and lat between -90 and 90 and lon between -180 and 180);
alter table territory_names add column search text not null generated always as (tamga.search_text(array[name_en, name_ru, name_ky])) stored,
  add constraint territory_names_order check (valid_to > valid_from),
  add constraint territory_names_no_overlap exclude using gist (territory with =, daterange(valid_from, valid_to) with &&);
alter table countries add column search text not null generated always as (tamga.search_text(array[code, alpha3, name_en, name_ru, name_ky])) stored;
alter table programmes add constraint programmes_code_form check (code ~ '^[A-Z0-9][A-Z0-9_-]{0,63}$'),
  add constraint programmes_not_own_parent check (parent <> code),
  add constraint programmes_order check (valid_to > valid_from);

-- Null: since when it holds is not known. The figures that come with the product have no such day.
alter table conversion_factors alter column valid_from drop not null, alter column valid_from type date using nullif(valid_from, '-infinity'),
  add constraint conversion_factors_code_form check (code ~ '^[a-z0-9][a-z0-9_]{0,63}$'),
  add constraint conversion_factors_group check (substance_group in ('cannabis', 'opioids', 'cocaine', 'amphetamine_type_stimulants', 'hallucinogens', 'sedatives', 'new_psychoactive_substances', 'precursors', 'other')),
  add constraint conversion_factors_of_one check (substance is null or substance_group is null),
  add constraint conversion_factors_no_overlap exclude using gist
    (coalesce(substance, '') with =, coalesce(substance_group, '') with =, coalesce(form, '') with =, unit with =, daterange(valid_from, valid_to) with &&);
alter table prices add constraint prices_no_overlap exclude using gist
  (substance with =, coalesce(form, '') with =, coalesce(territory, '') with =, level with =, currency with =, unit with =, daterange(valid_from, valid_to) with &&);
alter table exchange_rates add constraint exchange_rates_two_currencies check (currency <> per);
alter table statutory_sizes add constraint statutory_sizes_no_overlap exclude using gist
  (substance with =, coalesce(form, '') with =, size with =, daterange(valid_from, valid_to) with &&);
`);
    for (const table of tables) {
      const version = withoutVersion.includes(table) ? 'add column version integer not null default 1,' : '';
      const fingerprint = withoutFingerprint.includes(table) ? 'add column fingerprint text,' : '';
      await db.query(`alter table ${table} ${version} ${fingerprint} add column recorded_at timestamptz not null default clock_timestamp(),
        add column recorded_by uuid not null default '${system}' constraint ${table}_recorder references persons (id)`);
      await db.query(`alter table ${table} alter column recorded_by set default tamga.acting_person()`);
    }
    for (const table of withoutVersion) await watchAgain(db, table);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of withoutVersion) {
      await db.query(`drop trigger count_version on ${table}`);
      await db.query(`alter table ${table} drop column version`);
      await watchAgain(db, table);
    }
    for (const table of withoutFingerprint) await db.query(`alter table ${table} drop column fingerprint`);
    for (const table of tables) await db.query(`alter table ${table} drop column recorded_at, drop column recorded_by`);
    await db.query(`
alter table statutory_sizes drop constraint statutory_sizes_no_overlap;
alter table exchange_rates drop constraint exchange_rates_two_currencies;
alter table prices drop constraint prices_no_overlap;
alter table conversion_factors drop constraint conversion_factors_no_overlap, drop constraint conversion_factors_of_one, drop constraint conversion_factors_group,
  drop constraint conversion_factors_code_form;
alter table conversion_factors alter column valid_from type date using coalesce(valid_from, '-infinity'), alter column valid_from set not null;
alter table programmes drop constraint programmes_order, drop constraint programmes_not_own_parent, drop constraint programmes_code_form;
alter table countries drop column search;
alter table territory_names drop constraint territory_names_no_overlap, drop constraint territory_names_order, drop column search;
alter table territories drop constraint territories_location, drop constraint territories_order, drop constraint territories_not_own_parent, drop constraint territories_code_form, drop column search;
alter table substances drop constraint substances_not_own_parent, drop constraint substances_code_form, drop column search;
drop function tamga.search_rank(text, text), tamga.search_text(text[]), tamga.fold(text);
`);
  }
}

/** The capture trigger is told once whether its table has a version. */
async function watchAgain(db: QueryRunner, table: string): Promise<void> {
  await db.query(`drop trigger capture on ${table}`);
  await db.query(`drop trigger never_emptied on ${table}`);
  await db.query(`call audit.watch('${table}')`);
}
