import { Injectable } from '@nestjs/common';
import type { Actor, Statement } from '../platform/actor.ts';
import { fingerprintOf } from '../platform/ids.ts';
import { Reads } from '../platform/reads.ts';
import { Codes } from '../reference/codes.ts';
import { UnitDirectory } from '../units/unit-directory.ts';
import type { OperationAsk, OperationDimension } from './operation-report.ask.ts';
import type { OperationMeasures, OperationReportView, OperationRow } from './operation-report.view.ts';
import { ReportFrame, type Period } from './report-frame.ts';
import { list, programmesBelow, reportSettings, territoriesBelow, unitsThen, Values } from './report-frame.sql.ts';

const keys: Record<OperationDimension, string> = { kind: 'o.kind', unit: 'o.unit_id', status: 'o.status', result: 'o.result', programme: 'p.programme' };
const began = 'coalesce(o.actual_from, o.main_at)';

const outcomes = ['arrests', 'channels_suppressed', 'groups_suppressed', 'laboratories_dismantled', 'fields_eradicated'] as const;
const camel = (name: string) => name.replace(/_[a-z]/g, (letters) => letters[1]!.toUpperCase());

/** Sums over operations `o`, each with what came of it as `x`; what no outcome counts stays null. */
const measures = `count(*)::int as operations, ${outcomes.map((kind) => `sum(x.${kind})::int as "${camel(kind)}"`).join(', ')},
  coalesce(sum(x.uncounted), 0)::int as "outcomesWithoutCount", count(*) filter (where x.outcomes = 0 and o.status in ('concluded', 'closed'))::int as "withoutOutcome"`;
const ofEach = `select ${outcomes.map((kind) => `sum(r.count) filter (where r.kind = '${kind}') as ${kind}`).join(', ')},
  count(*) filter (where r.count is null) as uncounted, count(*) as outcomes from operation_outcomes r where r.operation_id = o.id`;

function operationStatement({ by, illustrative, filters: f }: OperationAsk, period: Period): Statement {
  const values = new Values();
  const where = [
    `${began} >= ${values.add(period.from)}::timestamptz and ${began} < ${values.add(period.to)}::timestamptz`,
    ...(illustrative === 'exclude' ? ['not o.is_illustrative'] : illustrative === 'only' ? ['o.is_illustrative'] : []),
    ...(['kind', 'status', 'result'] as const).flatMap((name) => (f[name] ? [`o.${name} = any(${values.add(f[name])}::text[])`] : [])),
    ...(f.unit ? [unitsThen(values.add(f.unit), 'o', began)] : []),
    ...(f.territory ? [`o.territory in ${territoriesBelow(values.add(f.territory))}`] : []),
    ...(f.programme ? [`exists (select from unnest(o.programmes) w (programme) where w.programme in ${programmesBelow(values.add(f.programme))})`] : []),
  ].join(' and ');
  const from = `from operations o left join lateral (${ofEach}) x on true`;
  const grouped = by.map((_, index) => index + 1).join(', ');
  const rows = by.length === 0 ? `'[]'::json` : list(`select ${by.map((each) => `${keys[each]} as "${each}"`).join(', ')}, ${measures}
    ${from} ${by.includes('programme') ? 'left join lateral unnest(o.programmes) p (programme) on true' : ''} where ${where} group by ${grouped} order by ${grouped}`);
  const text = `select pg_current_snapshot()::text as "asOf", ${rows} as rows, (select to_json(t) from (select ${measures} ${from} where ${where}) t) as total`;
  return { name: `reports.operations.${fingerprintOf(text).slice(0, 24)}`, text, values: values.all };
}

type Row = OperationMeasures & Pick<OperationRow, OperationDimension>;

/** Operations and what came of them, as the reader may see them, in one snapshot. */
@Injectable()
export class OperationReportsService {
  constructor(private readonly reads: Reads, private readonly codes: Codes, private readonly units: UnitDirectory, private readonly frame: ReportFrame) {}

  async report(actor: Actor, ask: OperationAsk): Promise<OperationReportView> {
    const period = await this.frame.period(actor, ask);
    const [, [answer]] = await this.reads.all<[unknown[], { asOf: string; rows: Row[]; total: OperationMeasures }[]]>(actor, [reportSettings, operationStatement(ask, period)]);
    const { asOf, rows, total } = answer!;
    return {
      from: ask.from, to: ask.to, by: ask.by, asOf, illustrative: ask.illustrative, scope: this.frame.scopeOf(actor), rowsOverlap: ask.by.includes('programme'),
      rows: rows.map((row) => this.rowOf(row, ask.by)), total,
    };
  }

  private rowOf(row: Row, by: readonly OperationDimension[]): OperationRow {
    const named = { ...row, ...(row.unit === undefined ? {} : { unit: this.units.codeOf(row.unit) }) };
    const names = {
      ...(by.includes('unit') ? { unit: this.units.withCode(named.unit!)?.names as OperationRow['names']['unit'] } : {}),
      ...(by.includes('programme') ? { programme: named.programme ? (this.codes.programme(named.programme)?.names as OperationRow['names']['programme']) : null } : {}),
    };
    return { ...named, names };
  }
}
