import { spawn } from 'node:child_process';
import { closeSync, existsSync, fchownSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './binaries.mjs';
import { ended, ensureCluster, environment, serverIn, stopLeftover, refusalBy } from './cluster.mjs';
import { claim } from './lock.mjs';
import { accountFor, settleDataDir } from './places.mjs';
import { settings } from './postgres-settings.mjs';
import { refusalOf, StartRefused } from './refusal.mjs';
import { secretOf } from './secrets.mjs';

const HOST = '127.0.0.1';
const LOG_KEPT_BYTES = 10 * 1024 * 1024;

/**
 * Starts PostgreSQL on the cluster in `dataDir`, made if there is none, on a free port of the loopback interface.
 * One process has a data directory at a time; a server that a killed one left there is stopped first.
 * `durable: false` gives up safety on power loss for speed: tests only. `extra` overrides single settings. `say` hears what takes long.
 * `signal` gives up the start. `lock` is a claim on `dataDir` already held. Throws StartRefused where a person can put it right.
 */
export async function startPostgres({ dataDir: wanted, durable = true, say = () => {}, extra = {}, signal, lock }) {
  const dataDir = settleDataDir(wanted, say);
  lock ??= claimDataDir(dataDir);
  try {
    const cluster = join(dataDir, 'postgres');
    const account = accountFor(cluster);
    const binaries = findBinaries(account, dataDir, say);
    const password = keptPassword(dataDir, cluster);
    await ensureCluster({ dataDir, binaries, account, password, durable, say, signal });
    await stopLeftover(cluster, say);
    const server = await launch({ dataDir, cluster, account, binaries, durable, extra, signal });
    return {
      host: HOST,
      port: server.port,
      pid: server.child.pid,
      dataDir,
      password,
      superuserUrl: (database = 'postgres') => `postgres://postgres:${password}@${HOST}:${server.port}/${database}`,
      /** A secret kept with this data, made on first asking. */
      secret: (name) => secretOf(dataDir, name),
      /** Resolves, once the server has ended for whatever reason, to the line in which it says why (for an ordered stop: undefined). */
      exited: server.exited,
      /** Fast shutdown; after `patienceMs` the immediate one, from which the next start recovers. */
      async stop({ patienceMs = 10_000 } = {}) {
        await server.stop(patienceMs);
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Takes the data directory for this process, or says who has it. */
export function claimDataDir(dataDir) {
  let lock;
  try {
    lock = claim(dataDir);
  } catch (error) {
    throw refusalOf(error, dataDir);
  }
  if (lock.holder) throw new StartRefused(`Tamga already runs on ${dataDir} (process ${lock.holder}): stop it first, or set DATA_DIR to another directory.`);
  return lock;
}

function keptPassword(dataDir, cluster) {
  if (existsSync(cluster) && !existsSync(join(dataDir, 'secrets.json'))) {
    throw new StartRefused(`${join(dataDir, 'secrets.json')} with the database's password is missing: put it back, or move ${cluster} away to begin anew.`);
  }
  try {
    return secretOf(dataDir, 'superuserPassword');
  } catch (error) {
    throw refusalOf(error, dataDir);
  }
}

async function launch(start) {
  // Another process may take the port between our look and PostgreSQL's; backends of a killed server may need a moment to notice.
  for (let attempt = 1; ; attempt += 1) {
    const server = await spawnServer(start, await freePort());
    if (await isReady(server, start.cluster, start.signal)) return server;
    const said = server.said();
    const isPassing = /could not create any TCP\/IP sockets|pre-existing shared memory block/.test(said);
    if (!isPassing || attempt === 25) throw refusalBy('PostgreSQL', said, start.dataDir);
    await sleep(200);
  }
}

async function spawnServer({ dataDir, cluster, account, binaries, durable, extra }, port) {
  const logPath = join(dataDir, 'postgres.log');
  const log = openLog(logPath, dataDir, account);
  const begin = statSync(logPath).size;
  const options = Object.entries(settings({ port, durable, extra })).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // A process group of its own: Ctrl-C in the terminal must not stop the database under requests in flight.
  const child = spawn(join(binaries.bin, 'postgres'), ['-D', cluster, ...options], { ...account, env: environment, cwd: '/', detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  let isStopping = false;
  let hasExited = false;
  const said = () => readFileSync(logPath).subarray(begin).toString();
  const exited = ended(child).then(() => {
    hasExited = true;
    process.off('exit', abandon);
    return isStopping ? undefined : refusalBy('PostgreSQL', said(), dataDir).message;
  });
  const abandon = () => child.kill('SIGINT'); // however this process ends, short of a kill -9, the server is told
  process.once('exit', abandon);
  const isUp = () => !hasExited;
  const stop = async (patienceMs) => {
    isStopping = true;
    child.ref();
    child.kill('SIGINT');
    await Promise.race([exited, sleep(patienceMs, undefined, { ref: false })]);
    if (isUp()) child.kill('SIGQUIT');
    await exited;
  };
  return { child, port, exited, said, isUp, stop };
}

/** True once the server takes connections, false when it ended before. Recovery after a crash may take its time, so there is no limit. */
async function isReady(server, cluster, signal) {
  let failure;
  server.exited.catch((error) => { failure = error; });
  while (server.isUp()) {
    if (failure) throw failure;
    if (signal?.aborted) {
      await server.stop(0);
      signal.throwIfAborted();
    }
    const state = serverIn(cluster);
    if (state?.isReady && state.pid === server.child.pid) {
      server.child.unref();
      return true;
    }
    await sleep(10);
  }
  return false;
}

function openLog(path, dataDir, account) {
  try {
    if (existsSync(path) && statSync(path).size > LOG_KEPT_BYTES) renameSync(path, `${path}.1`);
    const log = openSync(path, 'a', 0o600);
    if (account) fchownSync(log, account.uid, account.gid);
    return log;
  } catch (error) {
    throw refusalOf(error, dataDir);
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, HOST, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
