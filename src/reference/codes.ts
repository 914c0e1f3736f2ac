import { Injectable } from '@nestjs/common';
import { gate } from '../access/session-directory.ts';
import { Exact } from '../platform/decimals.ts';
import type { InLanguages } from '../platform/languages.ts';
import { Reads } from '../platform/reads.ts';

export interface Coded {
  code: string;
  names: InLanguages;
}
export interface Substance extends Coded {
  group: string;
  class: 'drug' | 'precursor' | 'other';
  parent: string | null;
}
export interface Territory extends Coded {
  parent: string | null;
  rank: string;
}
export interface MeasurementUnit extends Coded {
  kind: 'mass' | 'volume' | 'area' | 'count';
  /** Base units (g, L, m2) in one of this; null for a count. */
  factor: string | null;
}
export interface Factor {
  code: string;
  substance: string | null;
  group: string | null;
  form: string | null;
  unit: string;
  gramsPerUnit: string;
  /** Null where it is not known since when it holds. */
  from: string | null;
  to: string | null;
}

interface Tables {
  substances: Map<string, Substance>;
  territories: Map<string, Territory>;
  units: Map<string, MeasurementUnit>;
  countries: Map<string, Coded>;
  programmes: Map<string, Coded>;
  factors: Factor[];
}

const names = `jsonb_build_object('en', name_en, 'ru', name_ru, 'ky', name_ky) as names`;
const texts = {
  substances: `select code, "group", class, parent, ${names} from substances`,
  territories: `select t.code, t.parent, t.rank, jsonb_build_object('en', coalesce(n.name_en, t.name_en), 'ru', coalesce(n.name_ru, t.name_ru), 'ky', coalesce(n.name_ky, t.name_ky)) as names
    from territories t left join territory_names n on n.territory = t.code and daterange(n.valid_from, n.valid_to) @> tamga.local_date(clock_timestamp())`,
  units: `select code, kind, factor_to_base::text as factor, ${names} from measurement_units`,
  countries: `select code, ${names} from countries`,
  programmes: `select code, ${names} from programmes`,
  factors: `select code, substance, substance_group as "group", form, unit, grams_per_unit::text as "gramsPerUnit", valid_from::text as "from", valid_to::text as "to" from conversion_factors order by form nulls last, code`,
};
const believedMs = 5000;

/** The codes of reference data, held in memory and read again every five seconds: checking one costs no statement. */
@Injectable()
export class Codes {
  private tables: Tables;
  private until = 0;
  /** Counts the changes made here, so that what was read before one is not believed after it. */
  private changes = 0;
  private reading: Promise<void> | undefined;

  constructor(private readonly reads: Reads) {}

  /** Call before the look-ups of a request; waits only where what is held is too old. */
  async ready(): Promise<this> {
    if (Date.now() >= this.until) await (this.reading ??= this.read().finally(() => (this.reading = undefined)));
    return this;
  }

  /** After a change of reference data here. */
  forget(): void {
    this.until = 0;
    this.changes += 1;
  }

  substance = (code: string) => this.tables.substances.get(code);
  territory = (code: string) => this.tables.territories.get(code);
  unit = (code: string) => this.tables.units.get(code);
  country = (code: string) => this.tables.countries.get(code);
  programme = (code: string) => this.tables.programmes.get(code);

  /**
   * Grams of a quantity, exact, with the code of the conversion factor used; null where the unit is no mass and no factor
   * with a source fits on that day. The nearest factor counts: the substance's own, one above it, its group's, any liquid's.
   */
  grams(quantity: string, unitCode: string, substance: string | null, form: string | null, day: string): { grams: string; factor: string | null } | null {
    const unit = this.unit(unitCode)!;
    if (unit.kind === 'mass') return { grams: new Exact(quantity).times(unit.factor!).toFixed(), factor: null };
    const fitting = this.tables.factors.filter((each) => (each.form === null || each.form === form) && holdsOn(each, day) && this.isConvertible(unit, each));
    for (const level of this.levelsOf(substance)) {
      const found = fitting.find((each) => each.substance === level.substance && each.group === level.group);
      if (!found) continue;
      const inItsUnit = found.unit === unitCode ? new Exact(quantity) : new Exact(quantity).times(unit.factor!).dividedBy(this.unit(found.unit)!.factor!);
      return { grams: inItsUnit.times(found.gramsPerUnit).toFixed(), factor: found.code };
    }
    return null;
  }

  private levelsOf(substance: string | null): { substance: string | null; group: string | null }[] {
    const levels: { substance: string | null; group: string | null }[] = [];
    const group = substance === null ? null : this.substance(substance)?.group ?? null;
    for (let code = substance; code !== null; code = this.substance(code)?.parent ?? null) levels.push({ substance: code, group: null });
    if (group !== null) levels.push({ substance: null, group });
    return [...levels, { substance: null, group: null }];
  }

  /** A factor of a litre serves millilitres too; counts are never converted into each other. */
  private isConvertible(unit: MeasurementUnit, { unit: other }: Factor): boolean {
    return other === unit.code || (unit.kind !== 'count' && this.unit(other)?.kind === unit.kind);
  }

  private async read(): Promise<void> {
    const { changes } = this;
    const entries = Object.entries(texts);
    const answers = await this.reads.all<Coded[][]>(gate, entries.map(([name, text]) => ({ name: `codes.${name}`, text, values: [] })));
    if (changes !== this.changes) return this.read();
    const tables = entries.map(([name], index) => [name, name === 'factors' ? answers[index] : new Map(answers[index]!.map((row) => [row.code, row]))]);
    this.tables = Object.fromEntries(tables) as Tables;
    this.until = Date.now() + believedMs;
  }
}

const holdsOn = (factor: Factor, day: string) => (factor.from === null || factor.from <= day) && (factor.to === null || day < factor.to);
