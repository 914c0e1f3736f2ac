import { chmodSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopLeftover } from './cluster.mjs';
import { startPostgres } from './embedded-postgres.mjs';
import { holderIn } from './lock.mjs';

const PREFIX = 'tamga-throw-away-';
const ABANDONED_AFTER_MS = 600_000;

/** A PostgreSQL for a test run or a measurement, gone with all its data after `stop()` or with this process. Options as for startPostgres. */
export async function startThrowAway(options) {
  await sweep();
  const dataDir = mkdtempSync(join(realpathSync(tmpdir()), PREFIX));
  chmodSync(dataDir, 0o755);
  const remove = (directory) => rmSync(directory, { recursive: true, force: true, maxRetries: 10 });
  let postgres;
  const clearAway = () => {
    if (postgres) process.kill(postgres.pid, 'SIGQUIT');
    for (const directory of new Set([dataDir, postgres?.dataDir ?? dataDir])) remove(directory);
  };
  process.once('exit', clearAway);
  postgres = await startPostgres({ ...options, dataDir });
  return {
    ...postgres,
    async stop() {
      await postgres.stop({ patienceMs: 1000 });
      process.off('exit', clearAway);
      for (const directory of new Set([dataDir, postgres.dataDir])) remove(directory);
    },
  };
}

/** Clears away what killed runs left: their servers would hold memory until the next reboot. */
async function sweep() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const directory = join(realpathSync(tmpdir()), name);
    const found = statSync(directory, { throwIfNoEntry: false });
    if (found?.uid !== process.getuid()) continue;
    // Nobody holds one that is just beginning, or whose test starts its server anew: only an old one is abandoned.
    if (Date.now() - found.mtimeMs < ABANDONED_AFTER_MS || holderIn(directory)) continue;
    if (existsSync(join(directory, 'postgres'))) await stopLeftover(join(directory, 'postgres'), () => {});
    rmSync(directory, { recursive: true, force: true, maxRetries: 10 });
  }
}
