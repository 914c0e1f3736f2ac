import { createRequire } from 'node:module';
import { join } from 'node:path';
import pg from 'pg';
import { root } from '../launch/places.mjs';
import { startThrowAway } from '../launch/throw-away.mjs';
import { loadSeizures } from './data.mjs';

const require = createRequire(import.meta.url);
export const product = (path) => require(join(root, 'dist', `${path}.js`));
export const password = 'a password for measurements only';

/** A durable PostgreSQL of the measurement's own, with one database for each size, migrated and loaded by the product itself. */
export async function startDatabases(sizes, say) {
  const cluster = await startThrowAway({
    durable: true,
    extra: { shared_preload_libraries: 'pg_stat_statements', max_wal_size: '4GB', checkpoint_timeout: '30min' },
  });
  const secret = cluster.secret('servicePassword');
  const urlOf = (user, name) => `postgres://${user}:${encodeURIComponent(secret)}@${cluster.host}:${cluster.port}/${name}`;
  await as(cluster.superuserUrl(), async (client) => {
    await client.query(`create role tamga_service login nosuperuser nobypassrls noinherit password ${client.escapeLiteral(secret)}`);
    await client.query(`create role bench_bare login nosuperuser bypassrls password ${client.escapeLiteral(secret)}`);
    await client.query('create database bench_empty');
    await requireDurable(client);
    // Statements are counted in a step of their own, not while anything is timed.
    await client.query(`alter system set pg_stat_statements.track = 'none'`);
    await client.query('select pg_reload_conf()');
  });
  await prepare(urlOf('tamga_service', 'bench_empty'), cluster.superuserUrl('bench_empty'));
  const databases = [];
  for (const size of sizes) {
    const name = `bench_${size}`;
    say(`loading ${size.toLocaleString('en')} seizures…`);
    await as(cluster.superuserUrl(), (client) => client.query(`create database ${name} template bench_empty`));
    await as(cluster.superuserUrl(name), (client) => loadSeizures(client, size));
    databases.push({
      size, name, host: cluster.host, port: cluster.port, secret,
      url: urlOf('tamga_service', name), bareUrl: urlOf('bench_bare', name), superuserUrl: cluster.superuserUrl(name),
    });
  }
  await as(cluster.superuserUrl(), (client) => client.query('checkpoint'));
  return { cluster, databases, stop: () => cluster.stop() };
}

async function prepare(DATABASE_URL, MIGRATION_DATABASE_URL) {
  const settings = product('src/platform/settings').Settings.from({ DATABASE_URL, MIGRATION_DATABASE_URL });
  await product('src/migrate').migrate(settings);
  await product('src/reference/reference.loader').loadReference(settings);
  await product('src/demonstration/identities').loadIdentities(settings, password);
}

/** A number measured without durability would be worth nothing. */
async function requireDurable(client) {
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const { rows: [row] } = await client.query(`show ${name}`);
    if (row[name] !== 'on') throw new Error(`${name} is ${row[name]}: the measurement needs it on`);
  }
}

export async function as(connectionString, work) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
