import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './places.mjs';
import { ensureBuilt, ensureInstalled } from './project.mjs';
import { listSchema } from './schema-listing.mjs';
import { StopSignals } from './stop-signals.mjs';
import { startThrowAway } from './throw-away.mjs';

const say = (line) => console.error(`tamga: ${line}`);

/** `npm run schema`: every migration on a throw-away PostgreSQL, and what came of it written to migrations/schema.sql. */
export async function writeSchema() {
  const stop = new StopSignals();
  await ensureInstalled({ say, signal: stop.signal });
  await ensureBuilt({ say, signal: stop.signal });
  const postgres = await startThrowAway({ durable: false, signal: stop.signal });
  const { default: pg } = await import('pg');
  const connect = async (database) => {
    const client = new pg.Client({ connectionString: postgres.superuserUrl(database) });
    client.on('error', () => {}); // where the work fails, the server is stopped under it: the failure is what is told
    await client.connect();
    return client;
  };
  try {
    const maintenance = await connect('postgres');
    await maintenance.query(`create role tamga_service login nosuperuser nobypassrls noinherit`);
    await maintenance.query('create database tamga');
    await maintenance.end();
    const require = createRequire(import.meta.url);
    const { Settings } = require(join(root, 'dist/src/platform/settings.js'));
    const { migrate } = require(join(root, 'dist/src/migrate.js'));
    await migrate(Settings.from({ DATABASE_URL: `postgres://tamga_service@${postgres.host}:${postgres.port}/tamga`, MIGRATION_DATABASE_URL: postgres.superuserUrl('tamga') }));
    const client = await connect('tamga');
    writeFileSync(join(root, 'migrations/schema.sql'), await listSchema(client));
    await client.end();
    say('migrations/schema.sql is what the migrations make');
  } finally {
    await postgres.stop();
    stop.release();
  }
}
