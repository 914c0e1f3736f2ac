import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reported figures: what a publication stated, with its source, kept beside the records and never mixed into them. */
export class Reports implements MigrationInterface {
  name = 'Reports1764000000900';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
-- A figure without a substance speaks of everything that was seized in its period; its days are half-open, of the service's zone.
create table reported_figures (
  id            uuid primary key,
  title         text not null,
  period_from   date not null,
  period_to     date not null constraint reported_figures_period check (period_to > period_from),
  substance     text constraint reported_figures_substance references substances (code),
  quantity      numeric(24,9) constraint reported_figures_quantity_positive check (quantity > 0 and quantity <> 'NaN'),
  quantity_unit text constraint reported_figures_quantity_unit references measurement_units (code),
  mass_grams    numeric(30,9) constraint reported_figures_mass_positive check (mass_grams > 0 and mass_grams <> 'NaN'),
  conversion_factor text constraint reported_figures_factor references conversion_factors (code),
  exactness     text not null default 'exact' constraint reported_figures_exactness check (exactness in ('exact', 'rounded', 'at_least')),
  amount        numeric(24,9) constraint reported_figures_amount_positive check (amount > 0 and amount <> 'NaN'),
  currency      text constraint reported_figures_currency check (currency ~ '^[A-Z]{3}$'),
  statement     text not null,
  source        text not null,
  source_url    text,
  published_on  date,
  status        text not null default 'standing' constraint reported_figures_status check (status in ('standing', 'withdrawn')),
  withdrawn_because text constraint reported_figures_withdrawn_reason check (withdrawn_because ~ '\\S'),
  fingerprint   text,
  recorded_at   timestamptz not null default clock_timestamp(),
  recorded_by   uuid not null default tamga.acting_person() constraint reported_figures_recorder references persons (id),
  version       integer not null default 1,
  constraint reported_figures_quantity_whole check ((quantity is null) = (quantity_unit is null)),
  constraint reported_figures_mass_of_quantity check (mass_grams is null or quantity is not null),
  constraint reported_figures_amount_whole check ((amount is null) = (currency is null)),
  constraint reported_figures_says_something check (quantity is not null or amount is not null),
  constraint reported_figures_withdrawn check ((status = 'withdrawn') = (withdrawn_because is not null))
);
create index reported_figures_by_period on reported_figures (period_from desc, id desc);

-- The places a figure was stated for, together: how much fell to each is not known.
create table reported_figure_places (
  id          uuid primary key,
  figure_id   uuid not null constraint reported_figure_places_figure references reported_figures (id),
  territory   text not null constraint reported_figure_places_territory references territories (code),
  recorded_at timestamptz not null default clock_timestamp(),
  ended_at    timestamptz,
  version     integer not null default 1
);
create unique index reported_figure_places_once on reported_figure_places (figure_id, territory) where ended_at is null;

create function tamga.guard_reported_figure() returns trigger language plpgsql set search_path = tamga, pg_temp as $$
begin
  if old.status = 'withdrawn' then
    raise exception 'a withdrawn figure is at its end' using errcode = '23514', hint = 'reported-figures.withdrawn';
  end if;
  if new.recorded_at <> old.recorded_at or new.recorded_by <> old.recorded_by then
    raise exception 'the author stays' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guard before update on reported_figures for each row execute function tamga.guard_reported_figure();

-- Statistics count a seizure by its first line; the few lines that are not a first one, and those that are no substance, are found without reading the rest.
create index seizure_lines_further on seizure_lines (seized_at) where line_number > 1 and kind = 'substance' and status <> 'voided';
create index seizure_lines_other_things on seizure_lines (seized_at) where kind <> 'substance' and status <> 'voided';

call audit.watch('reported_figures');
call audit.watch('reported_figure_places');
call tamga.open_to_all('reported_figures', '{coordinator,analyst}');
call tamga.open_to_all('reported_figure_places', '{coordinator,analyst}');
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop index seizure_lines_other_things, seizure_lines_further;
drop table reported_figure_places, reported_figures;
drop function tamga.guard_reported_figure();
`);
  }
}
