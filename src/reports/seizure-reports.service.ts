import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { Exact } from '../platform/decimals.ts';
import type { InLanguages } from '../platform/languages.ts';
import { Reads } from '../platform/reads.ts';
import { Codes } from '../reference/codes.ts';
import { UnitDirectory } from '../units/unit-directory.ts';
import { ReportFrame } from './report-frame.ts';
import { reportSettings, type Span } from './report-frame.sql.ts';
import type { Dimension, SeizureAsk } from './seizure-report.ask.ts';
import { difference, foldRows, foldTotal, type Folded, type PeriodParts } from './seizure-report.fold.ts';
import { seizureStatement } from './seizure-report.sql.ts';
import type { Difference, Previous, Reported, SeizureReportView, SeizureRow } from './seizure-report.view.ts';

type ReportedRow = Omit<Reported, 'substanceNames' | 'quantities' | 'recordedGrams' | 'difference' | 'value'> & {
  quantity: string | null; unit: string | null; recorded: string; amount: string | null; currency: string | null;
};

interface Answer {
  asOf: string;
  current: PeriodParts;
  previous: PeriodParts | null;
  reported: ReportedRow[];
}

/** What was seized, as the reader may see it: every figure of one answer stands in one snapshot, which it names. */
@Injectable()
export class SeizureReportsService {
  constructor(private readonly reads: Reads, private readonly codes: Codes, private readonly units: UnitDirectory, private readonly frame: ReportFrame) {}

  async report(actor: Actor, ask: SeizureAsk): Promise<SeizureReportView> {
    const period = await this.frame.period(actor, ask);
    const before: Span | undefined = ask.isCompared ? { from: period.previousFrom, to: period.from, bounds: period.previousBounds, months: period.previousMonths } : undefined;
    const [, [answer]] = await this.reads.all<[unknown[], Answer[]]>(actor, [reportSettings, seizureStatement(ask, period, before)]);
    const { asOf, current, previous, reported } = answer!;
    const folded = foldRows(current, ask.by);
    const total = foldTotal(current, this.classOf);
    const view: SeizureReportView = {
      from: ask.from, to: ask.to, by: ask.by, asOf, jurisdiction: ask.jurisdiction, illustrative: ask.illustrative, unitsAs: ask.unitsAs,
      scope: this.frame.scopeOf(actor), rowsOverlap: ask.by.includes('programme'),
      rows: folded.map((row) => this.rowOf(row, ask.by, period.months)), total, reported: reported.map((row) => this.reportedOf(row)),
    };
    if (previous && before) {
      const earlier = foldRows(previous, ask.by);
      const earlierTotal = foldTotal(previous, this.classOf);
      view.previous = {
        from: new Date(before.from).toISOString(), to: new Date(before.to).toISOString(),
        rows: earlier.map((row) => this.rowOf(row, ask.by, before.months)), total: earlierTotal,
        differences: this.differences(folded, earlier, ask.by, period.months), totalDifference: difference(total, earlierTotal),
      } satisfies Previous;
    }
    return view;
  }

  private readonly classOf = (substance: string) => this.codes.substance(substance)?.class;

  private keysOf({ keys }: Folded, by: readonly Dimension[], months: string[]): Pick<SeizureRow, Dimension> {
    return Object.fromEntries(by.map((each) => {
      const key = keys[each] ?? null;
      if (each === 'month') return [each, months[(key as number) - 1]];
      return [each, each === 'unit' ? this.units.codeOf(key as string) : key];
    }));
  }

  private rowOf(row: Folded, by: readonly Dimension[], months: string[]): SeizureRow {
    const keys = this.keysOf(row, by, months);
    const find: Partial<Record<Dimension, (code: string) => { names: InLanguages | null } | undefined>> = {
      substance: this.codes.substance, territory: this.codes.territory, unit: this.units.withCode, programme: this.codes.programme,
    };
    const names = by.filter((each) => each !== 'month').map((each) => [each, keys[each] ? (find[each]!(keys[each])?.names ?? null) : null]);
    return { ...keys, ...row.tally.measures(), names: Object.fromEntries(names) as SeizureRow['names'] };
  }

  /** Rows of both periods side by side, a month with the month at its place in the other. */
  private differences(now: Folded[], before: Folded[], by: readonly Dimension[], months: string[]): Difference[] {
    const keyOf = (row: Folded) => JSON.stringify(by.map((each) => row.keys[each]));
    const earlier = new Map(before.map((row) => [keyOf(row), row]));
    const both = [...now, ...before.filter((row) => !now.some((each) => keyOf(each) === keyOf(row)))];
    const current = new Set(now);
    return both.map((row) => ({ ...this.keysOf(row, by, months), ...difference(current.has(row) ? row.tally : undefined, earlier.get(keyOf(row))?.tally) }));
  }

  private reportedOf({ quantity, unit, recorded, amount, currency, ...row }: ReportedRow): Reported {
    return {
      ...row,
      substanceNames: row.substance ? (this.codes.substance(row.substance)?.names as Reported['substanceNames']) : null,
      quantities: quantity === null ? [] : [{ quantity, unit: unit! }],
      recordedGrams: recorded,
      difference: row.massGrams !== null && row.exactness === 'exact' ? new Exact(recorded).minus(row.massGrams).toFixed() : null,
      value: amount === null ? null : { amount, currency: currency! },
    };
  }
}
