import { prepareRoles } from './platform/roles.ts';
import { migrationSource } from './platform/database.ts';
import { Settings } from './platform/settings.ts';

/** Brings the database to this build's schema; harmless where it is there already, and one at a time. */
export async function migrate(settings: Settings): Promise<void> {
  const login = decodeURIComponent(new URL(settings.DATABASE_URL).username);
  await prepareRoles(settings.MIGRATION_DATABASE_URL ?? settings.DATABASE_URL, login);
  const source = await migrationSource(settings).initialize();
  try {
    await source.query(`select pg_advisory_lock(hashtext('tamga.migrate'))`);
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}

if (require.main === module) {
  migrate(Settings.from(process.env)).then(
    () => console.log('the database has this build’s schema'),
    (error: Error) => {
      console.error(error.message);
      process.exitCode = 1;
    },
  );
}
