import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Client } from 'pg';
import { maintain } from '../platform/maintenance.ts';
import type { Settings } from '../platform/settings.ts';

type Row = Record<string, string>;

/** A file of `data/`, its table, what a row is known by, and how its columns are kept; the rest of a row is text. */
interface Source {
  table: string;
  key: readonly string[];
  types: Readonly<Record<string, 'text[]' | 'date' | 'numeric'>>;
}

const period = { valid_from: 'date', valid_to: 'date' } as const;

/** In the order in which they point to each other. */
const sources: readonly Source[] = [
  { table: 'substances', key: ['code'], types: { aliases: 'text[]', forms: 'text[]' } },
  { table: 'substance_controls', key: ['substance', 'convention', 'schedule', 'valid_from'], types: period },
  { table: 'countries', key: ['code'], types: {} },
  { table: 'territories', key: ['code'], types: { ...period, aliases: 'text[]', lat: 'numeric', lon: 'numeric' } },
  { table: 'territory_names', key: ['territory', 'valid_from'], types: period },
  { table: 'measurement_units', key: ['code'], types: { factor_to_base: 'numeric' } },
  { table: 'conversion_factors', key: ['code'], types: { ...period, grams_per_unit: 'numeric' } },
  { table: 'programmes', key: ['code'], types: {} },
];

/**
 * Brings the product's own reference data (`src/reference/data`) into the database: what is not there yet is added; what is there, and may since
 * have been ended or replaced by an administrator, is left as it is. All or nothing, one at a time, harmless to repeat.
 */
export function loadReference(settings: Settings): Promise<void> {
  return maintain(settings, 'reference.load', 'reference data that come with the product (src/reference/data)', async (client) => {
    for (const source of sources) await load(client, source);
  });
}

async function load(client: Client, { table, key, types }: Source): Promise<void> {
  const rows = parse(readFileSync(join(dataFolder(), `${table}.csv`)), { columns: true }) as Row[];
  const columns = Object.keys(rows[0] ?? {});
  const records = rows.map((row) => ({
    id: idOf(table, key.map((column) => row[column])),
    ...Object.fromEntries(columns.map((column) => [column, types[column] === 'text[]' ? row[column]!.split('|').filter(Boolean) : row[column] || null])),
  }));
  const names = ['id', ...columns].map((column) => client.escapeIdentifier(column));
  const typed = names.map((name, index) => `${name} ${index === 0 ? 'uuid' : (types[columns[index - 1]!] ?? 'text')}`);
  await client.query(
    `insert into ${table} (${names.join(', ')}) select ${names.join(', ')} from jsonb_to_recordset($1::jsonb) as given (${typed.join(', ')}) on conflict do nothing`,
    [JSON.stringify(records)]);
}

/** The same row has the same id in every installation: a UUID of version 8 (RFC 9562) made from what the row is known by. */
function idOf(table: string, key: (string | undefined)[]): string {
  const hash = createHash('sha256').update(JSON.stringify([table, ...key])).digest();
  hash[6] = 0x80 | (hash[6]! & 0x0f);
  hash[8] = 0x80 | (hash[8]! & 0x3f);
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The data stay in `src`, also where the compiled code runs from `dist`: looked for from the package's root. */
function dataFolder(): string {
  let root = __dirname;
  while (!existsSync(join(root, 'package.json'))) {
    if (root === dirname(root)) throw new Error('the package.json of the product is not found above its code');
    root = dirname(root);
  }
  return join(root, 'src', 'reference', 'data');
}
