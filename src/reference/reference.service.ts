import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import type { Made } from '../platform/answers.ts';
import { Faults, notFound, stale } from '../platform/errors.ts';
import { idPattern, newId } from '../platform/ids.ts';
import type { ListSpec } from '../platform/lists.ts';
import { Creates, fingerprint } from '../platform/records.ts';
import { Reads } from '../platform/reads.ts';
import { UnitOfWork, type Tx } from '../platform/unit-of-work.ts';
import { Codes } from './codes.ts';
import type { EndValidity } from './reference.dto.ts';
import { alreadyEnded, endBeforeStart } from './reference.errors.ts';

export type ReferenceTable = 'substances' | 'substance_controls' | 'territories' | 'conversion_factors' | 'prices' | 'exchange_rates' | 'statutory_sizes' | 'programmes';
export type EndingTable = Exclude<ReferenceTable, 'substances' | 'exchange_rates'>;

/** Columns and what they get. The names are ours, never a caller's. */
export type Columns = Record<string, unknown>;

/** The book of reference data: rows are added and ended, each with its source and reason; none is ever removed or overwritten. */
@Injectable()
export class ReferenceService {
  constructor(private readonly work: UnitOfWork, private readonly reads: Reads, private readonly creates: Creates, private readonly codes: Codes) {}

  /** One record of a list, known by its id or, where `alias` has one, its code. */
  coded<Row, View>(actor: Actor, spec: ListSpec<Row, View>, alias: string, key: string): Promise<View> {
    return idPattern.test(key) ? this.one(actor, spec, spec.order.id, key) : this.one(actor, spec, `${alias}.code`, key);
  }


  async one<Row, View>(actor: Actor, spec: ListSpec<Row, View>, column: string, key: string): Promise<View> {
    const [row] = await this.reads.rows<Row>(actor, `${spec.name}.by.${column}`, `select ${spec.select} from ${spec.from} where ${column} = $1`, [key]);
    if (!row) throw notFound();
    return spec.view(row, actor);
  }

  /** Adds a row once. `check` gathers what the body names and is not known. */
  async add<Row, View>(
    actor: Actor, table: ReferenceTable, spec: ListSpec<Row, View>, command: { id?: string }, columns: Columns, check: (faults: Faults, codes: Codes) => void,
  ): Promise<Made<View>> {
    const id = command.id ?? newId();
    const show = (of: string) => this.one(actor, spec, spec.order.id, of);
    return this.creates.once(actor, table, command, async () => {
      const faults = new Faults();
      check(faults, await this.codes.ready());
      faults.throwIfAny();
      await this.change(actor, 'reference.add', (tx) => insert(tx, table, { id, ...columns, fingerprint: fingerprint(command) }));
      return show(id);
    }, show);
  }

  /** Ends the validity of a row on a day: from that day on it is not in force, and what it said before stays so. */
  async end<Row, View>(actor: Actor, table: EndingTable, spec: ListSpec<Row, View>, id: string, version: number | undefined, { validTo }: EndValidity): Promise<View> {
    await this.change(actor, 'reference.end', async (tx) => {
      const [row] = await tx.rows<{ version: number; from: string | null; to: string | null }>(
        `select version, valid_from as "from", valid_to as "to" from ${table} where id = $1 for no key update`, [id]);
      if (!row) throw notFound();
      if (version !== undefined && version !== row.version) throw stale();
      if (row.to !== null) throw alreadyEnded();
      if (row.from !== null && validTo <= row.from) throw endBeforeStart(undefined, '/validTo');
      await tx.rows(`update ${table} set valid_to = $2 where id = $1`, [id, validTo]);
    });
    return this.one(actor, spec, spec.order.id, id);
  }

  /** Changes reference data in one transaction, after which every look-up reads them anew. */
  change<T>(actor: Actor, action: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.work.run(actor, action, (tx) => {
      tx.whenCommitted(() => this.codes.forget());
      return work(tx);
    });
  }
}

export async function insert(tx: Tx, table: ReferenceTable | 'territory_names', columns: Columns): Promise<void> {
  const names = Object.keys(columns);
  await tx.rows(`insert into ${table} (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`, Object.values(columns));
}
