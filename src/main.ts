import 'reflect-metadata';
import { demonstrationAccounts, loadDemonstration } from './demonstration/demonstration.ts';
import { migrate } from './migrate.ts';
import { HealthController } from './platform/health.controller.ts';
import { log } from './platform/log.ts';
import { Settings } from './platform/settings.ts';
import { setUp } from './setup.ts';

export interface Running {
  url: string;
  accounts: string[];
  /** Finishes the requests in flight, then lets go of the database. */
  stop(): Promise<void>;
}

/** Starts the service: settings checked, schema brought up to date where it may, listening. */
export async function start(environment: NodeJS.ProcessEnv): Promise<Running> {
  const settings = Settings.from(environment);
  if (settings.MIGRATION_DATABASE_URL) {
    await migrate(settings);
    if (settings.TAMGA_EMBEDDED) await loadDemonstration(settings);
  }
  const app = await setUp(settings);
  try {
    await app.listen(settings.PORT, settings.HOST);
  } catch (error) {
    await app.close();
    throw error;
  }
  return {
    url: await app.getUrl(),
    accounts: settings.TAMGA_EMBEDDED ? demonstrationAccounts : [],
    stop: async () => {
      HealthController.stopping = true;
      await app.close();
    },
  };
}

if (require.main === module) {
  start(process.env).then(
    (running) => {
      log.info({ url: running.url }, 'serving');
      const stop = (signal: string) => {
        log.info({ signal }, 'stopping');
        running.stop().then(() => process.exit(0), () => process.exit(1));
      };
      process.once('SIGTERM', stop).once('SIGINT', stop);
    },
    (error: Error) => {
      console.error(error.message);
      process.exitCode = 1;
    },
  );
}
