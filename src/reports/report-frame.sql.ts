import type { Statement } from '../platform/actor.ts';

/** Moments as PostgreSQL's own text, exact to the microsecond, and the starts of the local months between them. */
export interface Span {
  from: string;
  to: string;
  bounds: string[];
  months: string[];
}

const monthsOf = (from: string, to: string, what: string) => `array(select ${what} from generate_series(date_trunc('month', ${from}), ${to} - interval '1 microsecond', interval '1 month') m order by m)`;

/** Resolves a period, its months and the one before it: by whole months where it is such, then by days, else by its length. */
export const periodText = `
with given as (select tamga.moment_of($1::text) f, tamga.moment_of($2::text) t, coalesce(nullif(current_setting('tamga.time_zone', true), ''), 'Asia/Bishkek') as zone),
local as (select *, f at time zone zone as lf, t at time zone zone as lt from given),
before as (select *, case
  when lf = date_trunc('month', lf) and lt = date_trunc('month', lt)
    then lf - make_interval(months => ((extract(year from lt) - extract(year from lf)) * 12 + extract(month from lt) - extract(month from lf))::int)
  when lf = date_trunc('day', lf) and lt = date_trunc('day', lt) then lf - (lt - lf)
  else (f - (t - f)) at time zone zone end as lp from local)
select f::text as "from", t::text as "to", f < t as "isOrdered", (lp at time zone zone)::text as "previousFrom",
  ${monthsOf('lf', 'lt', '(m at time zone zone)::text')} as bounds, ${monthsOf('lf', 'lt', `to_char(m, 'YYYY-MM')`)} as months,
  ${monthsOf('lp', 'lf', '(m at time zone zone)::text')} as "previousBounds", ${monthsOf('lp', 'lf', `to_char(m, 'YYYY-MM')`)} as "previousMonths"
from before`;

export const territoriesBelow = (codes: string) => `(with recursive below (code) as (
  select unnest(${codes}::text[]) union select t.code from territories t join below b on t.parent = b.code) select code from below)`;
export const programmesBelow = (codes: string) => `(with recursive below (code) as (
  select unnest(${codes}::text[]) union select p.code from programmes p join below b on p.parent = b.code) select code from below)`;

/** Whether `record` was its unit's on a day on which that stood under one of those named. */
export const unitsThen = (codes: string, record: string, moment: string) => `exists (select from (with recursive under (id, days) as (
  select id, daterange(null, null) from units where code = any(${codes}::text[])
  union select p.unit_id, u.days * daterange(p.valid_from, p.valid_to) from under u join unit_parents p on p.parent_id = u.id where daterange(p.valid_from, p.valid_to) && u.days
) select * from under) u where u.id = ${record}.unit_id and u.days @> tamga.local_date(${moment}))`;

/** Gathers the values of one statement; each gives its place-holder. */
export class Values {
  readonly all: unknown[] = [];
  add(value: unknown): string {
    return `$${this.all.push(value)}`;
  }
}

/** One row's JSON for each row of a query. */
export const list = (query: string) => `(select coalesce(json_agg(x), '[]') from (${query}) x)`;

/**
 * Sent before the statement of a report. A plan made for these very dates: a generic one expects few lines, and would read a million
 * of them one by one. And the time and memory that sums of years may take.
 */
export const reportSettings: Statement = {
  name: 'reports.settings', values: [],
  text: `select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('statement_timeout', '20s', true), set_config('work_mem', '32MB', true)`,
};
