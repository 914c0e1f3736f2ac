import { migrate } from '../../src/migrate.ts';
import { type Settings } from '../../src/platform/settings.ts';
import { loadIdentities } from '../../src/demonstration/identities.ts';
import { demoPassword, settingsFor, superuser, template } from './cluster.ts';

/** Migrates the template that each test file clones: schema, reference data, demonstration accounts, no case. */
export async function prepareTemplate(): Promise<void> {
  const root = await superuser('postgres');
  await root.query(`create database ${template}`);
  await root.end();
  const settings: Settings = settingsFor(template);
  await migrate(settings);
  await loadIdentities(settings, demoPassword);
}
