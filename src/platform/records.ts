import { Injectable } from '@nestjs/common';
import type { EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { Actor } from './actor.ts';
import type { Made } from './answers.ts';
import { sentBodyOf } from './body.pipe.ts';
import { forbidden, idTaken, notFound, stale } from './errors.ts';
import { fingerprintOf } from './ids.ts';
import { Reads } from './reads.ts';
import type { Tx } from './unit-of-work.ts';

/**
 * Locks a record for a change and returns it. 404 where the actor cannot see it, 403 where they see it but may not
 * change it, 412 where it has changed since `version` (undefined: whatever it is now).
 */
export async function take<T extends ObjectLiteral & { id: string; version: number }>(tx: Tx, entity: EntityTarget<T>, id: string, version: number | undefined): Promise<T> {
  const where = { id } as FindOptionsWhere<T>;
  const record = await tx.manager.findOne(entity, { where, lock: { mode: 'for_no_key_update' } });
  if (!record) throw (await tx.manager.existsBy(entity, where)) ? forbidden() : notFound();
  if (version !== undefined && version !== record.version) throw stale();
  return record;
}

/** What a create keeps beside its record: a hash of the body it was made from. */
export const fingerprint = (command: object): string => fingerprintOf(sentBodyOf(command));

/** Creates that may safely be sent again: same id and body, same record; same id and another body, 409. */
@Injectable()
export class Creates {
  constructor(private readonly reads: Reads) {}

  /**
   * Runs `make`; where it fails because the record is there already, answers with it as it is now. `table` has the
   * columns `id` and `fingerprint`; `show` reads the view of an existing record.
   */
  async once<View>(actor: Actor, table: string, command: { id?: string }, make: () => Promise<View>, show: (id: string) => Promise<View>): Promise<Made<View>> {
    try {
      return { view: await make(), isNew: true };
    } catch (error) {
      if (!command.id) throw error;
      const [there] = await this.reads.rows<{ fingerprint: string }>(actor, `fingerprint:${table}`, `select fingerprint from ${table} where id = $1`, [command.id]);
      if (there?.fingerprint === fingerprint(command)) return { view: await show(command.id), isNew: false };
      throw isTaken(error, table) || there ? idTaken() : error;
    }
  }
}

function isTaken(error: unknown, table: string): boolean {
  const { code, constraint } = (error as { driverError?: { code?: string; constraint?: string } }).driverError ?? (error as { code?: string; constraint?: string });
  return code === '23505' && constraint === `${table}_pkey`;
}
