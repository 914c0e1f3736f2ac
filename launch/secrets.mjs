import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** The secret called `name` of this data directory: random, made once, kept in a file only its owner can read. */
export function secretOf(dataDir, name) {
  const path = join(dataDir, 'secrets.json');
  const secrets = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  if (secrets[name]) return secrets[name];
  secrets[name] = randomBytes(18).toString('base64url');
  replace(path, `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets[name];
}

// Written beside and renamed: a full disk or a power cut leaves the old file, never half of the new one.
function replace(path, text) {
  const fresh = `${path}.new`;
  rmSync(fresh, { force: true });
  const file = openSync(fresh, 'wx', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(fresh, path);
}
