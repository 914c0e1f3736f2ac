import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, hasEnded, startedAt } from './processes.mjs';
import { refusalOf, StartRefused } from './refusal.mjs';

/** Only what PostgreSQL needs: a PGDATA or LC_ALL of the caller's would lead it astray. */
export const environment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };

/** Makes the cluster where there is none. It appears under its name only when whole: half of one, left by a kill, is thrown away. */
export async function ensureCluster({ dataDir, binaries, account, password, durable, say, signal }) {
  const cluster = join(dataDir, 'postgres');
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith('postgres.new-')) rmSync(join(dataDir, name), { recursive: true, force: true, maxRetries: 5 });
  }
  if (existsSync(cluster)) return checkVersion(cluster, binaries.major);
  say('initialising the database…');
  try {
    const fresh = mkdtempSync(`${cluster}.new-`);
    try {
      await initialise(fresh, { dataDir, binaries, account, password, durable, signal });
      renameSync(join(fresh, 'postgres'), cluster);
    } finally {
      rmSync(fresh, { recursive: true, force: true, maxRetries: 5 });
    }
  } catch (error) {
    throw refusalOf(error, dataDir);
  }
}

async function initialise(fresh, { dataDir, binaries, account, password, durable, signal }) {
  const passwordFile = join(fresh, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [fresh, passwordFile]) chownSync(path, account.uid, account.gid);
  const args = ['-D', join(fresh, 'postgres'), '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`,
    '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions', ...(durable ? [] : ['--no-sync'])];
  const child = spawn(join(binaries.bin, 'initdb'), args, { ...account, env: environment, cwd: '/', detached: true, signal, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => { said += text; });
  const code = await ended(child);
  if (code !== 0) throw refusalBy('initdb', said, dataDir);
}

/** The exit code of `child` (null after a signal); a program that cannot be started at all is a refusal. */
export function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('close', resolve);
    child.once('error', (error) => {
      if (error.name === 'AbortError') reject(error);
      else reject(new StartRefused(`cannot run ${child.spawnfile} (${error.code}): is this a system with glibc, and may this user run programs there? Else set DATABASE_URL.`, { cause: error }));
    });
  });
}

/** That a PostgreSQL program gave up, and why, in one line, from what it `said`. */
export function refusalBy(program, said, directory) {
  if (said.includes('No space left on device')) return refusalOf(Object.assign(new Error(said), { code: 'ENOSPC' }), directory);
  const lines = said.trim().split('\n').filter((line) => !line.startsWith('initdb: removing'));
  const last = lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1);
  return new StartRefused(`${program} has ended: ${last?.replace(/^.*?(FATAL|PANIC|error):\s*/, '') || 'it does not say why'}`);
}

function checkVersion(cluster, major) {
  const versionFile = join(cluster, 'PG_VERSION');
  if (!existsSync(versionFile)) throw new StartRefused(`${cluster} is not a PostgreSQL data directory: move it away, or set DATA_DIR to another.`);
  const found = readFileSync(versionFile, 'utf8').trim();
  if (found !== String(major)) {
    throw new StartRefused(`${cluster} was made by PostgreSQL ${found}, and this is PostgreSQL ${major}: move it away, or set DATA_DIR to another.`);
  }
}

/** What the server wrote about itself in postmaster.pid: its process, directory and state. */
export function serverIn(cluster) {
  let text;
  try {
    text = readFileSync(join(cluster, 'postmaster.pid'), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
  const [pid, directory, , , , , , state = ''] = text.split('\n');
  return { pid: Number(pid), directory, isReady: state.startsWith('ready') };
}

/** Stops a server that outlived the process that started it. Only for who holds the lock of the data directory. */
export async function stopLeftover(cluster, say) {
  const server = serverIn(cluster);
  if (!server) return;
  if (startedAt(server.pid) !== undefined && commandLine(server.pid).includes(`-D ${server.directory} `)) {
    say('stopping the PostgreSQL that an earlier start left running…');
    process.kill(server.pid, 'SIGINT');
    if (!(await hasEnded(server.pid, 10_000))) process.kill(server.pid, 'SIGQUIT');
    if (!(await hasEnded(server.pid, 10_000))) throw new StartRefused(`PostgreSQL (process ${server.pid}) still runs in ${cluster} and does not stop: end it first.`);
  }
  // The number may meanwhile be another process's, or a zombie's that nobody reaps: PostgreSQL would take either for a living
  // server and refuse. Two servers in one cluster stay impossible: it also checks who is attached to its shared memory.
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
}
