import { Exact } from '../platform/decimals.ts';
import type { Dimension } from './seizure-report.ask.ts';
import type { Difference, SeizureRow, Worth } from './seizure-report.view.ts';

/** A row's key values, in the order of `by`; month as its place in the period. */
type Keyed = Partial<Record<Dimension, string | number | null>> & { substance: string | null };

interface Sums extends Keyed {
  unit_of_quantity: string | null;
  lines: number;
  weighed: number;
  grams: string | null;
  quantity: string | null;
  pure: number;
  firsts: number;
  credited?: string | null;
}
interface Further extends Keyed {
  ofSubstance: number;
  ofAny: number;
}
interface Valued extends Keyed {
  currency: string;
  lines: number;
  amount: string;
}

/** One period as SQL gives it: sums by the rows' keys, substance and unit of quantity. Decimals are text. */
export interface Parts {
  sums: Sums[];
  further: Further[];
  values: Valued[];
}
export interface PeriodParts extends Parts {
  others: { kind: string; currency: string | null; lines: number; amount: string | null }[];
  /** The same without rows, where a seizure may stand in several of them. */
  whole?: Parts;
}

/** What is summed of some lines. */
export class Tally {
  seizures = 0;
  lines = 0;
  private weighed = 0;
  private pure = 0;
  private valued = 0;
  private grams = new Exact(0);
  private credited: Exact | undefined;
  private readonly quantities = new Map<string, Exact>();
  private readonly amounts = new Map<string, Exact>();

  add(sums: Sums): void {
    this.seizures += sums.firsts;
    this.lines += sums.lines;
    this.weighed += sums.weighed;
    this.pure += sums.pure;
    this.grams = this.grams.plus(sums.grams ?? 0);
    if (sums.credited !== undefined) this.credited = (this.credited ?? new Exact(0)).plus(sums.credited ?? 0);
    if (sums.unit_of_quantity && sums.quantity) this.quantities.set(sums.unit_of_quantity, (this.quantities.get(sums.unit_of_quantity) ?? new Exact(0)).plus(sums.quantity));
  }

  addValue({ currency, lines, amount }: Valued): void {
    this.valued += lines;
    this.amounts.set(currency, (this.amounts.get(currency) ?? new Exact(0)).plus(amount));
  }

  /** Grams of the lines whose mass is known; null where none is. */
  get massGrams(): string | null {
    return this.weighed > 0 ? this.grams.toFixed() : null;
  }

  get value(): Worth {
    const amounts = [...this.amounts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, amount]) => ({ currency, amount: amount.toFixed() }));
    const only = amounts.length === 1 ? amounts[0] : undefined;
    return { amount: only?.amount ?? null, currency: only?.currency ?? (amounts.length === 0 ? 'USD' : null), linesNotValued: this.lines - this.valued, amounts };
  }

  measures() {
    return {
      seizures: this.seizures, lines: this.lines, massGrams: this.massGrams, linesWithoutMass: this.lines - this.weighed, linesWithoutPurity: this.lines - this.pure,
      quantities: [...this.quantities].sort(([a], [b]) => (a < b ? -1 : 1)).map(([unit, quantity]) => ({ unit, quantity: quantity.toFixed() })),
      value: this.value,
      ...(this.credited === undefined ? {} : { creditedGrams: this.weighed > 0 ? this.credited.toFixed() : null }),
    };
  }
}

export interface Folded {
  keys: Keyed;
  tally: Tally;
}

/** Folds the parts into one tally a row, in the order of their keys, what is not known last. */
export function foldRows({ sums, further, values }: Parts, by: readonly Dimension[]): Folded[] {
  const rows = new Map<string, Folded>();
  const rowOf = (keyed: Keyed): Tally => {
    const key = JSON.stringify(by.map((each) => keyed[each]));
    if (!rows.has(key)) rows.set(key, { keys: keyed, tally: new Tally() });
    return rows.get(key)!.tally;
  };
  for (const each of sums) rowOf(each).add(each);
  for (const each of further) rowOf(each).seizures += by.includes('substance') ? each.ofSubstance : each.ofAny;
  for (const each of values) rowOf(each).addValue(each);
  return [...rows.values()].sort((a, b) => {
    for (const each of by) {
      const [x, y] = [a.keys[each] ?? null, b.keys[each] ?? null];
      if (x !== y) return x === null ? 1 : y === null ? -1 : x < y ? -1 : 1;
    }
    return 0;
  });
}

/** The total of a period: each seizure once. */
export function foldTotal(parts: PeriodParts, classOf: (substance: string) => string | undefined) {
  const whole = parts.whole ?? parts;
  const tally = new Tally();
  const byClass: Record<string, Exact> = {};
  for (const each of whole.sums) {
    tally.add({ ...each, credited: undefined });
    if (each.grams === null) continue;
    const kind = each.substance === null ? 'unknown' : (classOf(each.substance) ?? 'unknown');
    byClass[kind] = (byClass[kind] ?? new Exact(0)).plus(each.grams);
  }
  for (const each of whole.further) tally.seizures += each.ofAny;
  for (const each of whole.values) tally.addValue(each);
  const kinds = [...new Set(parts.others.map(({ kind }) => kind))];
  return {
    ...tally.measures(),
    byClass: Object.fromEntries(Object.entries(byClass).sort().map(([kind, grams]) => [kind, grams.toFixed()])),
    otherLines: kinds.map((kind) => {
      const same = parts.others.filter((each) => each.kind === kind);
      const amounts = same.flatMap(({ currency, amount }) => (currency && amount ? [{ currency, amount: new Exact(amount).toFixed() }] : []));
      return { kind, lines: same.reduce((sum, { lines }) => sum + lines, 0), amounts };
    }),
  };
}

type Compared = Pick<SeizureRow, 'seizures' | 'lines' | 'massGrams'>;
const nothing: Compared = { seizures: 0, lines: 0, massGrams: '0' };

/** This period less the one before; a row that one of them lacks counts as nothing there. */
export function difference(now: Compared = nothing, before: Compared = nothing): Pick<Difference, 'seizures' | 'lines' | 'massGrams'> {
  // No line at all is nothing; lines of which no mass is known are not.
  const grams = (each: Compared) => (each.lines === 0 ? '0' : each.massGrams);
  const [a, b] = [grams(now), grams(before)];
  return {
    seizures: now.seizures - before.seizures, lines: now.lines - before.lines,
    massGrams: a === null || b === null ? null : new Exact(a).minus(b).toFixed(),
  };
}
