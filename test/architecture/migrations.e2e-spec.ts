import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import { listSchema } from '../../launch/schema-listing.mjs';
import { migrations } from '../../migrations/index.ts';
import { migrationSource } from '../../src/platform/database.ts';
import { prepareRoles } from '../../src/platform/roles.ts';
import type { Settings } from '../../src/platform/settings.ts';
import { settingsFor, superuser, template } from '../support/cluster.ts';
import { root } from './sources.ts';

const database = `tamga_${randomBytes(6).toString('hex')}`;
let settings: Settings;
let client: Client;

beforeAll(async () => {
  const maintenance = await superuser('postgres');
  await maintenance.query(`create database ${database}`);
  await maintenance.end();
  settings = settingsFor(database);
  await prepareRoles(settings.MIGRATION_DATABASE_URL!, 'tamga_service');
  client = await superuser(database);
}, 60_000);
afterAll(async () => {
  await client.end();
  const maintenance = await superuser('postgres');
  await maintenance.query(`drop database ${database} with (force)`);
  await maintenance.end();
});

const upTo = async <T>(count: number, work: (source: DataSource) => Promise<T>): Promise<T> => {
  const source = await new DataSource({ ...migrationSource(settings).options, migrations: migrations.slice(0, count) } as never).initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
};

/** How two listings differ, line by line, short enough to read. */
function difference(before: string, after: string): string[] {
  const count = (text: string) => text.split('\n').reduce((lines, line) => lines.set(line, (lines.get(line) ?? 0) + 1), new Map<string, number>());
  const [were, are] = [count(before), count(after)];
  return [...[...were].filter(([line, times]) => (are.get(line) ?? 0) < times).map(([line]) => `- ${line}`), ...[...are].filter(([line, times]) => (were.get(line) ?? 0) < times).map(([line]) => `+ ${line}`)].slice(0, 30);
}

it('each migration undone leaves what was before it, and done again the same as the first time', async () => {
  const after: string[] = [];
  for (let count = 1; count <= migrations.length; count += 1) {
    await upTo(count, (source) => source.runMigrations());
    after[count] = await listSchema(client);
  }
  const faults: Record<string, string[]> = {};
  for (let count = migrations.length; count >= 2; count -= 1) {
    await upTo(count, (source) => source.undoLastMigration());
    const found = difference(after[count - 1]!, await listSchema(client));
    if (found.length > 0) faults[`${migrations[count - 1]!.name}.down`] = found;
  }
  await upTo(1, (source) => source.undoLastMigration());
  await upTo(migrations.length, (source) => source.runMigrations());
  const found = difference(after[migrations.length]!, await listSchema(client));
  if (found.length > 0) faults['all of them, again'] = found;
  expect(faults).toEqual({});
}, 120_000);

it('schema.sql is what the migrations make', async () => {
  const made = await superuser(template);
  const listed = await listSchema(made);
  await made.end();
  const found = difference(readFileSync(join(root, 'migrations/schema.sql'), 'utf8'), listed);
  if (found.length > 0) throw new Error(`Run \`npm run schema\` and commit migrations/schema.sql with the migration:\n${found.join('\n')}`);
});

it('names and times of migrations follow their files, in order', () => {
  const names = migrations.map((each) => new each().name);
  const times = names.map((name) => Number(/(\d{13})$/.exec(name)?.[1]));
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(new Set(times).size).toBe(times.length);
});
