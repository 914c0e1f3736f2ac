import { Injectable } from '@nestjs/common';
import { classifications, type Actor } from '../platform/actor.ts';
import { unknownCode } from '../platform/errors.ts';
import { Reads } from '../platform/reads.ts';
import { Codes } from '../reference/codes.ts';
import { UnitDirectory } from '../units/unit-directory.ts';
import { periodText } from './report-frame.sql.ts';
import { periodReversed } from './reports.errors.ts';
import type { Scope } from './seizure-report.view.ts';

export interface Period {
  from: string;
  to: string;
  isOrdered: boolean;
  bounds: string[];
  months: string[];
  previousFrom: string;
  previousBounds: string[];
  previousMonths: string[];
}

interface Asked {
  from: string;
  to: string;
  filters: Partial<Record<string, string[]>>;
}

/** What every report stands in: its period, the codes it is narrowed to, and whose records it is of. */
@Injectable()
export class ReportFrame {
  constructor(private readonly reads: Reads, private readonly codes: Codes, private readonly units: UnitDirectory) {}

  /** Resolves the period that is asked for, once its codes are known to exist: an empty report would be read as "nothing was seized". */
  async period(actor: Actor, { from, to, filters }: Asked): Promise<Period> {
    await Promise.all([this.codes.ready(), this.units.ready()]);
    this.check(filters);
    const [period] = await this.reads.rows<Period>(actor, 'reports.period', periodText, [from, to]);
    if (!period!.isOrdered) throw periodReversed(`${to} is not after ${from}`, '?to');
    return period!;
  }

  scopeOf(actor: Actor): Scope {
    const seesAll = ['coordinator', 'analyst', 'auditor'].includes(actor.role);
    return {
      role: actor.role, units: seesAll ? null : actor.units.map(this.units.codeOf).sort(),
      clearance: actor.role === 'auditor' ? 'top_secret' : classifications[actor.clearance]!,
    };
  }

  private check(filters: Asked['filters']): void {
    const known = { substance: this.codes.substance, territory: this.codes.territory, unit: this.units.withCode, programme: this.codes.programme };
    for (const [name, find] of Object.entries(known)) {
      const missing = filters[name]?.find((code) => find(code) === undefined);
      if (missing !== undefined) throw unknownCode(`${missing} is not known`, `?${name}`);
    }
  }
}
