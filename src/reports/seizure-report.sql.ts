import type { Statement } from '../platform/actor.ts';
import { fingerprintOf } from '../platform/ids.ts';
import type { Dimension, SeizureAsk } from './seizure-report.ask.ts';
import { list, programmesBelow, territoriesBelow, unitsThen, Values, type Span } from './report-frame.sql.ts';
import { placesOf } from './reported-figures.queries.ts';

/** Units that stand under those named today, and those that they succeeded. */
const unitsNow = (codes: string) => `l.unit_id in (with recursive under (id) as (
  select id from units where code = any(${codes}::text[])
  union select x.id from under u, lateral (
    select p.unit_id as id from unit_parents p where p.parent_id = u.id and daterange(p.valid_from, p.valid_to) @> tamga.local_date(clock_timestamp())
    union all select s.unit_id from unit_successions s where s.successor_id = u.id) x) select id from under)`;

/** The unit that stands in another's place today: its only successor, and that one's. A unit that was split stays itself. */
const heirs = `(with recursive chain (id, heir) as (
  select id, id from units union select c.id, s.successor_id from chain c join unit_successions s on s.unit_id = c.heir
  where (select count(*) from unit_successions x where x.unit_id = c.heir) = 1
) select id, heir from chain where (select count(*) from unit_successions x where x.unit_id = chain.heir) <> 1)`;

/** Oblasts and cities of their rank, with everything below them. */
const regions = `(with recursive down (code, region) as (
  select code, code from territories where rank in ('oblast', 'city')
  union all select t.code, d.region from territories t join down d on t.parent = d.code where t.rank not in ('oblast', 'city')
) select code, region from down)`;

/** The programmes a seizure is credited to, with the share of it: those of the operations it is credited to, else of the one it was made in. */
const credits = `(select c.seizure_id, p.programme, least(sum(c.share_percent), 100) as share
  from seizure_credits c join operations o on o.id = c.credited_operation_id, unnest(o.programmes) p (programme) where c.ended_at is null group by 1, 2
  union all select s.id, p.programme, 100 from seizures s join operations o on o.id = s.operation_id, unnest(o.programmes) p (programme)
  where not exists (select from seizure_credits c where c.seizure_id = s.id and c.ended_at is null))`;

/** What lines are summed by, as it stands on them; and what the rows are of, once the sums `a` are few. */
const raw: Record<Dimension, string> = { substance: 'l.substance', territory: 'l.territory', month: 'm.n::int', unit: 'l.unit_id', programme: 'pc.programme' };

/** Conditions on a line `l`, and those of them that tell one line of a seizure from another, for any alias. */
function conditionsOf({ filters: f, unitsAs, illustrative, jurisdiction }: SeizureAsk, values: Values) {
  const substance = f.substance && values.add(f.substance);
  const group = f.substanceGroup && values.add(f.substanceGroup);
  const ofLine = (l: string) => [`${l}.kind = 'substance'`, `${l}.status <> 'voided'`, ...(substance ? [`${l}.substance = any(${substance}::text[])`] : []),
    ...(group ? [`${l}.substance in (select code from substances where "group" = any(${group}::text[]))`] : [])].join(' and ');
  /** What a record is, whoever made it: a reported figure is compared with such records alone. */
  const ofRecord = [
    ...(jurisdiction === 'national' ? ['l.is_national'] : []),
    ...(illustrative === 'exclude' ? ['not l.is_illustrative'] : illustrative === 'only' ? ['l.is_illustrative'] : []),
  ];
  const ofSeizure = [
    ...ofRecord,
    ...(f.territory ? [`l.territory in ${territoriesBelow(values.add(f.territory))}`] : []),
    ...(f.unit ? [unitsAs === 'then' ? unitsThen(values.add(f.unit), 'l', 'l.seized_at') : unitsNow(values.add(f.unit))] : []),
    ...(f.programme ? [`l.seizure_id in (select seizure_id from ${credits} c where c.programme in ${programmesBelow(values.add(f.programme))})`] : []),
    ...(f.operationKind ? [`l.operation_id in (select id from operations where kind = any(${values.add(f.operationKind)}::text[]))`] : []),
    ...(f.discovery ? [`l.seizure_id in (select id from seizures where discovery = any(${values.add(f.discovery)}::text[]))`] : []),
  ];
  return { ofLine, ofRecord, ofSeizure };
}

/**
 * The whole report as one statement, so that all of its figures stand in the snapshot it names. Lines are summed where
 * they lie, in parallel and without a join where the rows allow it. A seizure is counted by its first line; what a
 * further line adds is asked apart, of those lines alone.
 */
export function seizureStatement(ask: SeizureAsk, current: Span, previous: Span | undefined): Statement {
  const values = new Values();
  const { ofLine, ofRecord, ofSeizure } = conditionsOf(ask, values);

  const part = (span: Span, by: readonly Dimension[]) => {
    const from = values.add(span.from);
    const to = values.add(span.to);
    const bounds = by.includes('month') ? values.add(span.bounds) : '';
    const all: Dimension[] = by.includes('substance') ? [...by] : [...by, 'substance'];
    const columns = all.map((each) => `${raw[each]} as "${each}"`).join(', ');
    const grouped = all.map((_, index) => index + 1).join(', ');
    const joins = [
      // Joined, not computed: the planner then knows how few months there are, and sums in parallel.
      ...(by.includes('month') ? [`join unnest(${bounds}::timestamptz[]) with ordinality m (start, n) on m.n = width_bucket(l.seized_at, ${bounds}::timestamptz[])`] : []),
      ...(by.includes('programme') ? [`left join ${credits} pc on pc.seizure_id = l.seizure_id`] : []),
    ].join(' ');
    const inSpan = `l.seized_at >= ${from}::timestamptz and l.seized_at < ${to}::timestamptz`;
    const where = [inSpan, ofLine('l'), ...ofSeizure].join(' and ');

    /** Sums of a query `a` by its keys, one more column among them or none, with places and units rolled up. */
    const rolled = (query: string, more: string[], counts: string[], decimals: string[]) => {
      const isNow = ask.unitsAs === 'now' && by.includes('unit');
      const rolls: Partial<Record<Dimension, string>> = { territory: 'r.region', ...(isNow ? { unit: 'h.heir' } : {}) };
      const selected = [...all.map((each) => `${rolls[each] ?? `a."${each}"`} as "${each}"`), ...more.map((each) => `a.${each}`)];
      const sums = [...counts.map((each) => `sum(a."${each}")::int as "${each}"`), ...decimals.map((each) => `sum(a.${each})::text as ${each}`)];
      return list(`select ${[...selected, ...sums].join(', ')} from (${query}) a ${by.includes('territory') ? `left join ${regions} r on r.code = a.territory` : ''}
        ${isNow ? `left join ${heirs} h on h.id = a.unit` : ''} group by ${selected.map((_, index) => index + 1).join(', ')}`);
    };
    const isCredited = by.includes('programme');
    return {
      sums: rolled(`select ${columns}, l.quantity_unit as unit_of_quantity, count(*) as lines, count(l.mass_grams) as weighed, sum(l.mass_grams) as grams,
        sum(l.quantity) as quantity, count(l.purity_percent) as pure, count(*) filter (where l.line_number = 1) as firsts
        ${isCredited ? ', sum(l.mass_grams * coalesce(pc.share, 100) / 100) as credited' : ''}
        from seizure_lines l ${joins} where ${where} group by ${grouped}, l.quantity_unit`,
      ['unit_of_quantity'], ['lines', 'weighed', 'pure', 'firsts'], ['grams', 'quantity', ...(isCredited ? ['credited'] : [])]),
      further: rolled(`select ${all.map((each) => `f."${each}"`).join(', ')}, count(*) filter (where not f.follows_same) as "ofSubstance", count(*) filter (where not f.follows) as "ofAny"
        from (select ${columns}, bool_or(e.id is not null) as follows, bool_or(e.id is not null and e.substance is not distinct from l.substance) as follows_same
          from seizure_lines l ${joins} left join seizure_lines e on e.seizure_id = l.seizure_id and e.line_number < l.line_number and ${ofLine('e')}
          where l.line_number > 1 and ${where} group by ${grouped}, l.id) f group by ${grouped}`,
      [], ['ofSubstance', 'ofAny'], []),
      values: rolled(`select ${columns}, v.currency, count(*) as lines, sum(v.amount) as amount
        from seizure_valuations v join seizure_lines l on l.id = v.line_id ${joins} where v.ended_at is null and ${where} group by ${grouped}, v.currency`,
      ['currency'], ['lines'], ['amount']),
      others: list(`select l.kind, l.currency, count(*)::int as lines, sum(l.amount)::text as amount from seizure_lines l
        where l.kind <> 'substance' and l.status <> 'voided' and ${[inSpan, ...ofSeizure].join(' and ')} group by 1, 2 order by 1, 2`),
    };
  };

  /** The parts of one period: its rows, and its total apart where a seizure may stand in several rows. */
  const period = (span: Span) => {
    const { sums, further, values: valued, others } = part(span, ask.by);
    const whole = ask.by.includes('programme') ? part(span, []) : undefined;
    const isNarrowed = ask.filters.substance ?? ask.filters.substanceGroup;
    return `json_build_object('sums', ${sums}, 'further', ${further}, 'values', ${valued}, 'others', ${isNarrowed ? `'[]'::json` : others}${
      whole ? `, 'whole', json_build_object('sums', ${whole.sums}, 'further', ${whole.further}, 'values', ${whole.values})` : ''})`;
  };

  const substances = ask.filters.substance && values.add(ask.filters.substance);
  const from = values.add(current.from);
  const to = values.add(current.to);
  const reported = list(`select f.title, f.substance, f."periodFrom", f."periodTo", trim_scale(f.quantity)::text as quantity, f.quantity_unit as unit,
    trim_scale(f.mass_grams)::text as "massGrams", f.exactness, trim_scale(f.amount)::text as amount, f.currency, f.territories, f.statement, f.source, f.source_url as "sourceUrl",
    f.published_on as "publishedOn", f.id, trim_scale(coalesce((select sum(l.mass_grams) from seizure_lines l where l.kind = 'substance' and l.status <> 'voided'
      and l.seized_at >= f.starts and l.seized_at < f.ends and (f.substance is null or l.substance = f.substance)
      and (f.territories = '{}' or l.territory in ${territoriesBelow('f.territories')}) ${ofRecord.map((condition) => `and ${condition}`).join(' ')}), 0))::text as recorded
    from (select f.*, f.period_from as "periodFrom", f.period_to as "periodTo", tamga.moment_of(f.period_from::text) as starts, tamga.moment_of(f.period_to::text) as ends, ${placesOf('f')} as territories
      from reported_figures f where f.status = 'standing' ${substances ? `and f.substance = any(${substances}::text[])` : ''} offset 0) f
    where f.starts >= ${from}::timestamptz and f.ends <= ${to}::timestamptz order by f.period_from, f.substance nulls last, f.id`);

  const text = `select pg_current_snapshot()::text as "asOf", ${period(current)} as current, ${previous ? period(previous) : 'null::json'} as previous, ${reported} as reported`;
  return { name: `reports.seizures.${fingerprintOf(text).slice(0, 24)}`, text, values: values.all };
}
