import { Injectable } from '@nestjs/common';
import type { InLanguages } from '../platform/languages.ts';
import { Reads } from '../platform/reads.ts';
import { gate } from '../access/session-directory.ts';

export interface KnownUnit {
  id: string;
  code: string;
  kind: string;
  names: InLanguages | null;
  isDissolved: boolean;
}

const text = `select u.id, u.code, u.kind, u.dissolved_on <= tamga.local_date(clock_timestamp()) is true as "isDissolved",
  (select jsonb_build_object('en', n.name_en, 'ru', n.name_ru, 'ky', n.name_ky) from unit_names n where n.unit_id = u.id
    and n.valid_from <= greatest(tamga.local_date(clock_timestamp()), u.established_on) order by n.valid_from desc limit 1) as names
from units u`;
const believedMs = 5000;

/** Units by code and by id, held in memory and read again every five seconds. */
@Injectable()
export class UnitDirectory {
  private byCode = new Map<string, KnownUnit>();
  private byId = new Map<string, KnownUnit>();
  private until = 0;
  private forgotten = 0;
  private reading: Promise<void> | undefined;

  constructor(private readonly reads: Reads) {}

  /** Call before the look-ups of a request; waits only where what is held is too old. */
  async ready(): Promise<this> {
    while (Date.now() >= this.until) await (this.reading ??= this.read().finally(() => (this.reading = undefined)));
    return this;
  }

  /** After a change made here; a reading on its way may have begun before it, and is not believed either. */
  forget(): void {
    this.until = 0;
    this.forgotten += 1;
    this.reading = undefined;
  }

  withCode = (code: string) => this.byCode.get(code);
  /** The code of a unit's id, for views; ids come from foreign keys, so there always is one. */
  codeOf = (id: string): string => this.byId.get(id)?.code ?? id;

  private async read(): Promise<void> {
    const { forgotten } = this;
    const units = await this.reads.rows<KnownUnit>(gate, 'units.directory', text);
    if (forgotten !== this.forgotten) return;
    this.byCode = new Map(units.map((unit) => [unit.code, unit]));
    this.byId = new Map(units.map((unit) => [unit.id, unit]));
    this.until = Date.now() + believedMs;
  }
}
