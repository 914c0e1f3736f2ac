import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reference data: every row that can change carries its dates and its source. */
export class Reference implements MigrationInterface {
  name = 'Reference1764000000200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table substances (
  id      uuid primary key,
  code    text not null constraint substances_code_taken unique,
  "group" text not null constraint substances_group check ("group" in ('cannabis', 'opioids', 'cocaine', 'amphetamine_type_stimulants', 'hallucinogens', 'sedatives', 'new_psychoactive_substances', 'precursors', 'other')),
  class   text not null constraint substances_class check (class in ('drug', 'precursor', 'other')),
  parent  text constraint substances_parent references substances (code),
  name_en text not null, name_ru text not null, name_ky text not null,
  aliases text[] not null default '{}',
  forms   text[] not null default '{}',
  cas     text,
  source  text not null,
  version integer not null default 1
);

create table substance_controls (
  id         uuid primary key,
  substance  text not null constraint substance_controls_substance references substances (code),
  convention text not null constraint substance_controls_convention check (convention in ('1961', '1971', '1988', 'national')),
  schedule   text not null,
  valid_from date not null,
  valid_to   date constraint substance_controls_order check (valid_to > valid_from),
  source     text not null,
  constraint substance_controls_no_overlap exclude using gist (substance with =, convention with =, schedule with =, daterange(valid_from, valid_to) with &&)
);

create table countries (
  id uuid primary key,
  code text not null constraint countries_code_taken unique constraint countries_code_form check (code ~ '^[A-Z]{2}$'),
  alpha3 text not null, name_en text not null, name_ru text not null, name_ky text not null,
  source text not null
);

create table territories (
  id         uuid primary key,
  code       text not null constraint territories_code_taken unique,
  parent     text constraint territories_parent references territories (code),
  rank       text not null constraint territories_rank check (rank in ('country', 'oblast', 'city', 'rayon', 'town', 'city_rayon', 'settlement')),
  name_en text not null, name_ru text not null, name_ky text not null,
  aliases    text[] not null default '{}',
  iso_3166_2 text, soate text,
  lat numeric(9,6), lon numeric(9,6),
  valid_from date, valid_to date,
  source     text not null,
  version    integer not null default 1
);

create table territory_names (
  id        uuid primary key,
  territory text not null constraint territory_names_territory references territories (code),
  name_en text, name_ru text, name_ky text,
  valid_from date, valid_to date,
  source    text not null
);

create table measurement_units (
  id     uuid primary key,
  code   text not null constraint measurement_units_code_taken unique,
  kind   text not null constraint measurement_units_kind check (kind in ('mass', 'volume', 'area', 'count')),
  base   text,
  factor_to_base numeric(24,12) constraint measurement_units_factor check (factor_to_base > 0),
  name_en text not null, name_ru text not null, name_ky text not null,
  source text not null,
  constraint measurement_units_base check ((kind = 'count') = (factor_to_base is null))
);

-- Grams of one unit of something: kept beside the quantity as recorded, never instead of it.
create table conversion_factors (
  id              uuid primary key,
  code            text not null constraint conversion_factors_code_taken unique,
  substance       text constraint conversion_factors_substance references substances (code),
  substance_group text,
  form            text,
  unit            text not null constraint conversion_factors_unit references measurement_units (code),
  grams_per_unit  numeric(24,12) not null constraint conversion_factors_positive check (grams_per_unit > 0),
  valid_from date not null,
  valid_to   date constraint conversion_factors_order check (valid_to > valid_from),
  status     text not null constraint conversion_factors_status check (status in ('stated', 'second_hand', 'assumed')),
  source     text not null
);

create table prices (
  id uuid primary key,
  substance text not null constraint prices_substance references substances (code),
  form text, territory text constraint prices_territory references territories (code),
  level text not null constraint prices_level check (level in ('retail', 'wholesale', 'export')),
  amount numeric(24,9) not null constraint prices_positive check (amount > 0),
  currency text not null constraint prices_currency check (currency ~ '^[A-Z]{3}$'),
  unit text not null constraint prices_unit references measurement_units (code),
  valid_from date not null, valid_to date constraint prices_order check (valid_to > valid_from),
  source text not null, fingerprint text
);

create table exchange_rates (
  id uuid primary key,
  currency text not null constraint exchange_rates_currency check (currency ~ '^[A-Z]{3}$'),
  per text not null constraint exchange_rates_per check (per ~ '^[A-Z]{3}$'),
  rate numeric(24,9) not null constraint exchange_rates_positive check (rate > 0),
  "on" date not null,
  source text not null, fingerprint text,
  constraint exchange_rates_once unique (currency, per, "on")
);

create table statutory_sizes (
  id uuid primary key,
  substance text not null constraint statutory_sizes_substance references substances (code),
  form text, size text not null constraint statutory_sizes_size check (size in ('small', 'large', 'especially_large')),
  from_grams numeric(24,9) not null constraint statutory_sizes_grams check (from_grams >= 0),
  valid_from date not null, valid_to date constraint statutory_sizes_order check (valid_to > valid_from),
  source text not null, fingerprint text
);

create table programmes (
  id uuid primary key,
  code text not null constraint programmes_code_taken unique,
  name_en text not null, name_ru text, name_ky text,
  donor text,
  parent text constraint programmes_parent references programmes (code),
  valid_from date, valid_to date,
  source text, fingerprint text,
  version integer not null default 1
);

do $$ declare t text; begin
  foreach t in array array['substances', 'substance_controls', 'countries', 'territories', 'territory_names', 'measurement_units', 'conversion_factors', 'prices', 'exchange_rates', 'statutory_sizes', 'programmes'] loop
    execute format('call audit.watch(%L)', t);
    execute format('call tamga.open_to_all(%L, ''{administrator}'')', t);
  end loop;
end $$;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop table programmes, statutory_sizes, exchange_rates, prices, conversion_factors, measurement_units, territory_names, territories, countries, substance_controls, substances;
`);
  }
}
