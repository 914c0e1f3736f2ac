import { Client } from 'pg';
import { system } from './actor.ts';
import type { Settings } from './settings.ts';

/**
 * Work that the product does on its own behalf: reference data, demonstration, first administrators. One transaction as the
 * schema's owner with the system's person as its actor, one at a time in a database.
 */
export async function maintain<T>(settings: Settings, action: string, reason: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: settings.MIGRATION_DATABASE_URL, options: `-c search_path=tamga -c timezone=UTC -c tamga.time_zone=${settings.TIME_ZONE}` });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('set local role tamga_owner');
    await client.query(`select pg_advisory_xact_lock(hashtext('tamga.maintenance'))`);
    await client.query(`select set_config('tamga.person', $1, true), set_config('tamga.account', $2, true), set_config('tamga.action', $3, true), set_config('tamga.reason', $4, true)`,
      [system.person, system.account, action, reason]);
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    await client.end(); // a transaction that did not commit ends with its connection
  }
}
