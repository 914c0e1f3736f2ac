import { Client } from 'pg';
import { Settings } from '../../src/platform/settings.ts';

export const template = 'tamga_template';
export const demoPassword = 'a password for tests only';

interface Cluster {
  host: string;
  port: number;
  superuserPassword: string;
  servicePassword: string;
}

const cluster = (): Cluster => JSON.parse(process.env['TAMGA_TEST_CLUSTER']!) as Cluster;

const urlOf = (user: string, password: string, database: string) => `postgres://${user}:${encodeURIComponent(password)}@${cluster().host}:${cluster().port}/${database}`;

export const settingsFor = (database: string, more: Record<string, string> = {}): Settings => Settings.from({
  DATABASE_URL: urlOf('tamga_service', cluster().servicePassword, database),
  MIGRATION_DATABASE_URL: urlOf('postgres', cluster().superuserPassword, database),
  PORT: '0', LOG_LEVEL: 'silent', DATABASE_POOL: '5', RATE_LIMIT: '100000', ...more,
} as NodeJS.ProcessEnv);

export async function superuser(database: string): Promise<Client> {
  const client = new Client({ connectionString: urlOf('postgres', cluster().superuserPassword, database) });
  await client.connect();
  return client;
}

export async function service(database: string): Promise<Client> {
  const client = new Client({ connectionString: urlOf('tamga_service', cluster().servicePassword, database), options: '-c search_path=tamga' });
  await client.connect();
  return client;
}
