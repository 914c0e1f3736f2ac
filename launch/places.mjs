import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refusalOf } from './refusal.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

/** PostgreSQL refuses to run as root, so root starts it as `nobody`, who cannot enter a 0700 home: these go here instead. */
export const sharedHome = '/var/lib/tamga';
const NOBODY = { uid: 65534, gid: 65534 };

/** Whom PostgreSQL runs as: the user at hand; for root the owner of an existing cluster (a user may have made it), else nobody. */
export function accountFor(cluster) {
  if (process.getuid() !== 0) return undefined;
  if (!existsSync(cluster)) return NOBODY;
  const { uid, gid } = statSync(cluster);
  return uid === 0 ? NOBODY : { uid, gid };
}

/** May `account` pass through every directory on the way to `path`, and run it if it is a file? Without an account: it is the user at hand, whom the system itself will ask. */
export function reaches(account, path) {
  if (!account) return true;
  for (let place = realpathSync(path); ; place = dirname(place)) {
    const found = statSync(place);
    const allowed = found.uid === account.uid ? found.mode >> 6 : found.gid === account.gid ? found.mode >> 3 : found.mode;
    const needed = found.isDirectory() ? 0o1 : 0o5;
    if ((allowed & needed) !== needed) return false;
    if (place === dirname(place)) return true;
  }
}

/** The data directory that will really be used: `wanted`, or for root, where PostgreSQL's user cannot reach that, one of its own under /var/lib. */
export function settleDataDir(wanted, say) {
  let directory = resolve(wanted);
  try {
    let nearest = directory;
    while (!existsSync(nearest)) nearest = dirname(nearest);
    readdirSync(nearest); // says so where it is no directory, or closed to us
    if (!reaches(accountFor(join(directory, 'postgres')), nearest)) {
      const name = createHash('sha256').update(directory).digest('hex').slice(0, 16);
      say(`${directory} cannot be reached by the user PostgreSQL runs as: the data is kept in ${join(sharedHome, name)}`);
      directory = join(sharedHome, name);
    }
    makePublicly(directory);
    return realpathSync(directory);
  } catch (error) {
    throw refusalOf(error, directory);
  }
}

/** Makes a directory others may pass through whatever the umask; the secrets inside have modes of their own. */
export function makePublicly(directory) {
  if (existsSync(directory)) return;
  makePublicly(dirname(directory));
  // One at a time: Node's recursive mkdir says ENOENT on a read-only file system.
  try {
    mkdirSync(directory);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error; // another start was first
  }
  chmodSync(directory, 0o755);
}
