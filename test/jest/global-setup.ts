import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startThrowAway } from '../../launch/throw-away.mjs';

const template = join(__dirname, '../support/template.ts');

/** One PostgreSQL for the whole run. Its parts are in TAMGA_TEST_CLUSTER, where every worker finds them. */
export default async function globalSetup(): Promise<void> {
  // jest would leave at once; by way of `exit` the cluster is cleared away first.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
  const cluster = await startThrowAway({ durable: false });
  (globalThis as { tamgaTestCluster?: unknown }).tamgaTestCluster = cluster;
  const servicePassword = cluster.secret('servicePassword');
  const client = new pg.Client({ connectionString: cluster.superuserUrl() });
  await client.connect();
  try {
    await client.query(`create role tamga_service login nosuperuser nobypassrls noinherit password ${client.escapeLiteral(servicePassword)}`);
  } finally {
    await client.end();
  }
  const { host, port, password: superuserPassword } = cluster;
  process.env.TAMGA_TEST_CLUSTER = JSON.stringify({ host, port, superuserPassword, servicePassword });
  if (existsSync(template)) await ((await import(template)) as { prepareTemplate(): Promise<void> }).prepareTemplate();
}
