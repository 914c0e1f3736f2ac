import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { PoolClient } from 'pg';
import { contextOf, type Actor, type Statement } from './actor.ts';
import { poolOf } from './database.ts';
import { log } from './log.ts';
import { send, type Answer } from './trip.ts';

/** The right to write: made by {@link UnitOfWork} alone, so that no write can lack its actor, action and transaction. */
export class Tx {
  private readonly afterCommit: (() => void)[] = [];

  constructor(readonly manager: EntityManager, readonly actor: Actor, readonly action: string) {}

  /** Rows of one SQL statement in this transaction. */
  async rows<T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> {
    const result = await this.manager.queryRunner!.query(text, values, true);
    return result.records as T[];
  }

  /** Runs when, and only when, the transaction is committed. */
  whenCommitted(act: () => void): void {
    this.afterCommit.push(act);
  }

  committed(): void {
    for (const act of this.afterCommit) act();
  }
}

const begin: Statement = { name: 'begin', text: 'begin', values: [] };
const maxTries = 5;

/** Opens every transaction that writes: role and context first, in the same round trip as BEGIN. */
@Injectable()
export class UnitOfWork {
  constructor(private readonly source: DataSource) {}

  /** Runs the work in one transaction, again from its start after a serialization failure or deadlock. */
  async run<T>(actor: Actor, action: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(actor, action, work);
      } catch (error) {
        if (attempt >= maxTries || !isTransient(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
      }
    }
  }

  /**
   * The fast lane: a fixed list of statements, atomic, in one round trip. For the few paths that a benchmark names;
   * everything else is `run`. Answers come in the order of the statements.
   */
  async send(actor: Actor, action: string, statements: readonly Statement[]): Promise<Answer[]> {
    const client = await poolOf(this.source).connect();
    try {
      const named = statements.map((each) => ({ ...each, name: `${each.name}@${actor.role}` }));
      return (await send(client, [contextOf(actor, action), ...named])).slice(1);
    } finally {
      client.release();
    }
  }

  private async once<T>(actor: Actor, action: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    try {
      await send(client, [begin, contextOf(actor, action)]);
      // BEGIN went past TypeORM, which takes locks only in a transaction it knows of.
      Object.assign(runner, { isTransactionActive: true });
      const tx = new Tx(runner.manager, actor, action);
      const result = await work(tx);
      const { command } = await client.query('commit');
      // A transaction that failed inside answers COMMIT with ROLLBACK and no error: that is not a success.
      if (command !== 'COMMIT') throw new Error(`the transaction answered ${command} to its commit`);
      tx.committed();
      return result;
    } catch (error) {
      // Where even the rollback fails, the connection is gone, and the transaction with it; the pool drops it on release.
      await client.query('rollback').catch((lost: Error) => log.warn({ err: lost }, 'a transaction ended with its connection'));
      throw error;
    } finally {
      await runner.release();
    }
  }
}

function isTransient(error: unknown): boolean {
  const code = (error as { code?: string; driverError?: { code?: string } }).driverError?.code ?? (error as { code?: string }).code;
  return code === '40001' || code === '40P01';
}
