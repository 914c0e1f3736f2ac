import { DataSource, DefaultNamingStrategy, type DataSourceOptions } from 'typeorm';
import { types, type Pool, type PoolClient } from 'pg';
import { migrations } from '../../migrations/index.ts';
import { log } from './log.ts';
import type { Settings } from './settings.ts';

/** A bare date stays the text it is: as a Date it would move with the machine's time zone. */
types.setTypeParser(types.builtins.DATE, (text) => text);

/** Bounds on every session: a statement, a lock and an idle transaction end by themselves. Times in milliseconds. */
const session = (timeZone: string) => [
  'search_path=tamga', 'timezone=UTC', 'statement_timeout=5000', 'lock_timeout=2000', 'idle_in_transaction_session_timeout=10000',
  `tamga.time_zone=${timeZone}`, 'jit=off',
];

const asOptions = (pairs: string[]) => pairs.map((pair) => `-c ${pair}`).join(' ');

/** `seizedAt` in an entity is `seized_at` in the table. */
class SnakeCase extends DefaultNamingStrategy {
  override columnName(property: string, given: string | undefined): string {
    return given ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}

/** What the service works with: the login that can do nothing until it takes a persona's role. */
export function serviceOptions(settings: Settings, entities: NonNullable<DataSourceOptions['entities']>): DataSourceOptions {
  return {
    type: 'postgres',
    url: settings.DATABASE_URL,
    schema: 'tamga',
    entities,
    namingStrategy: new SnakeCase(),
    synchronize: false,
    logging: false,
    applicationName: 'tamga',
    poolErrorHandler: () => undefined, // the pool drops the broken connection itself; the next request opens another
    extra: {
      max: settings.DATABASE_POOL,
      connectionTimeoutMillis: 2000,
      keepAlive: true,
      options: asOptions(session(settings.TIME_ZONE)),
    },
  };
}

/** What migrates: logs in as the migrator and works as the owner. */
export function migrationSource(settings: Settings): DataSource {
  return new DataSource({
    type: 'postgres',
    url: settings.MIGRATION_DATABASE_URL,
    schema: 'tamga',
    migrations,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    applicationName: 'tamga-migrations',
    extra: { max: 1, options: asOptions(['role=tamga_owner', 'search_path=tamga', 'timezone=UTC', `tamga.time_zone=${settings.TIME_ZONE}`]) },
  });
}

/**
 * A connection that breaks while a request holds it fails that request, which answers 503; without a listener of its own
 * it would end the process. The pool drops it by itself.
 */
export function surviveLostConnections(pool: Pool): void {
  const heard = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => {
    if (heard.has(client)) return;
    heard.add(client);
    client.on('error', (error) => log.warn({ err: error }, 'a connection to the database was lost'));
  });
}

/** The driver's pool beneath TypeORM: one pool serves both lanes, so that its bound is the bound. */
export const poolOf = (source: DataSource): Pool => (source.driver as unknown as { master: Pool }).master;
