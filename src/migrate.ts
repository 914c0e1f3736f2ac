import { migrationSource } from './platform/database.ts';
import { prepareRoles } from './platform/roles.ts';
import { Settings } from './platform/settings.ts';
import { loadReference } from './reference/reference.loader.ts';

/** Brings the database to this build's schema and reference data; harmless where it is there already, and one at a time. */
export async function migrate(settings: Settings): Promise<void> {
  const login = decodeURIComponent(new URL(settings.DATABASE_URL).username);
  if (!settings.MIGRATION_DATABASE_URL) throw new Error('MIGRATION_DATABASE_URL must be set: the service’s own login may not change the schema');
  await prepareRoles(settings.MIGRATION_DATABASE_URL, login);
  const source = await migrationSource(settings).initialize();
  try {
    await source.query(`select pg_advisory_lock(hashtext('tamga.migrate'))`);
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
  await loadReference(settings);
}

if (require.main === module) {
  migrate(Settings.from(process.env)).then(
    () => console.log('the database has this build’s schema and reference data'),
    (error: Error) => {
      console.error(error.message);
      process.exitCode = 1;
    },
  );
}
