import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import Cursor from 'pg-cursor';
import type { PoolClient } from 'pg';
import { contextOf, type Actor, type Statement } from './actor.ts';
import { poolOf } from './database.ts';
import { send } from './trip.ts';

/** The only way to read: in the reader's own role and scope, so that row-level security stands behind every query. */
@Injectable()
export class Reads {
  constructor(private readonly source: DataSource) {}

  /** Rows of one prepared statement. `name` must belong to one text only; the persona is added to it. */
  async rows<T>(actor: Actor, name: string, text: string, values: unknown[] = []): Promise<T[]> {
    const [rows] = await this.all<[T[]]>(actor, [{ name, text, values }]);
    return rows;
  }

  /** Several statements in one round trip and one transaction, each with a snapshot of its own. What must agree is one statement. */
  async all<T extends unknown[][]>(actor: Actor, statements: readonly Statement[]): Promise<T> {
    const client = await poolOf(this.source).connect();
    try {
      const named = statements.map((each) => ({ ...each, name: `${each.name}@${actor.role}` }));
      const answers = await send(client, [contextOf(actor, 'read'), ...named]);
      return answers.slice(1).map(({ rows }) => rows) as T;
    } finally {
      client.release();
    }
  }

  /** Rows one batch after the other, for exports of any length; the transaction lives as long as the caller reads. */
  async *stream<T>(actor: Actor, text: string, values: unknown[], batch = 500): AsyncGenerator<T[]> {
    const client: PoolClient = await poolOf(this.source).connect();
    let broken: Error | undefined;
    try {
      await send(client, [{ name: 'begin read only', text: 'begin read only', values: [] }, contextOf(actor, 'export')]);
      await client.query(`set local statement_timeout = '10min'; set local idle_in_transaction_session_timeout = '5min'`);
      const cursor = client.query(new Cursor<T>(text, values));
      for (let rows = await cursor.read(batch); rows.length > 0; rows = await cursor.read(batch)) yield rows;
      await cursor.close();
    } finally {
      await client.query('rollback').catch((error: Error) => (broken = error));
      client.release(broken);
    }
  }
}
