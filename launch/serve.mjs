import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { claimDataDir, startPostgres } from './embedded-postgres.mjs';
import { firstSteps } from './first-steps.mjs';
import { holderIn } from './lock.mjs';
import { root, settleDataDir } from './places.mjs';
import { ensureBuilt, ensureInstalled } from './project.mjs';
import { StartRefused } from './refusal.mjs';
import { StopSignals } from './stop-signals.mjs';

const say = (line) => console.log(`tamga: ${line}`);
const complain = (line) => console.error(`tamga: ${line}`);

/** `npm start`: everything from a bare checkout to a listening service, until a signal ends it. */
export async function serve() {
  const stop = new StopSignals();
  const running = {};
  let exitCode = 0;
  try {
    await begin(running, stop.signal);
    await Promise.race([stop.asked, running.postgres?.exited.then(failOn) ?? stop.asked]);
  } catch (error) {
    if (error.name !== 'AbortError') {
      exitCode = 1;
      // A connection that broke is told by its cause: PostgreSQL's own last words, if it is going down.
      const lastWords = await Promise.race([running.postgres?.exited, sleep(500)]);
      explain(lastWords ? new StartRefused(lastWords) : error);
    }
  }
  if (exitCode === 0) say('stopping…');
  await end(running, stop);
  process.exit(exitCode);
}

async function begin(running, signal) {
  await ensureInstalled({ say, signal });
  await ensureBuilt({ say, signal });
  const env = await prepareEnvironment(running, signal);
  const { start } = createRequire(import.meta.url)(join(root, 'dist/src/main.js'));
  signal.throwIfAborted();
  // A start under way cannot be called back: on a signal it is left behind, and ends with the process.
  running.app = await Promise.race([start(env), aborted(signal), running.postgres?.exited.then(failOn) ?? aborted(signal)]);
  say(`ready on ${running.app.url}`);
  if (running.postgres) console.log(firstSteps({ url: running.app.url, accounts: running.app.accounts, password: env.DEMO_PASSWORD }));
}

async function prepareEnvironment(running, signal) {
  const { TAMGA_EMBEDDED, DEMO_PASSWORD, ...env } = process.env;
  if (env.DATABASE_URL === '') throw new StartRefused('DATABASE_URL is empty: give the address of a PostgreSQL, or unset it for the embedded one.');
  // Demonstration accounts never come to a database that is somebody's own.
  if (env.DATABASE_URL) return env;
  const dataDir = settleDataDir(process.env.DATA_DIR || join(root, '.data'), say);
  await requireFreePort(env, dataDir);
  const lock = claimDataDir(dataDir);
  running.postgres = await startPostgres({ dataDir, say, signal, lock });
  const { host, port, secret, superuserUrl } = running.postgres;
  const servicePassword = secret('servicePassword');
  await prepareDatabase(superuserUrl(), servicePassword);
  return {
    ...env,
    DATABASE_URL: `postgres://tamga_service:${servicePassword}@${host}:${port}/tamga`,
    MIGRATION_DATABASE_URL: superuserUrl('tamga'),
    TAMGA_EMBEDDED: '1',
    DEMO_PASSWORD: DEMO_PASSWORD || secret('demoPassword'),
  };
}

async function prepareDatabase(connectionString, servicePassword) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows: [found] } = await client.query(`select exists (select from pg_roles where rolname = 'tamga_service') as login,
      exists (select from pg_database where datname = 'tamga') as database`);
    if (!found.login) await client.query(`create role tamga_service login nosuperuser nobypassrls noinherit password ${client.escapeLiteral(servicePassword)}`);
    if (!found.database) await client.query('create database tamga');
  } finally {
    await client.end();
  }
}

// Asked before PostgreSQL starts, so that the answer comes at once. A port that is no port is for the settings to refuse, with all their faults.
async function requireFreePort({ PORT = '3000', HOST = '127.0.0.1' }, dataDir) {
  if (!/^\d{1,5}$/.test(PORT) || Number(PORT) > 65535) return;
  const probe = createServer();
  const error = await new Promise((resolve) => {
    probe.once('error', resolve).listen({ port: Number(PORT), host: HOST }, () => probe.close(() => resolve()));
  });
  // The holder of the port is most likely ourselves: then the data directory's own line says it better.
  if (error && !holderIn(dataDir)) throw error;
}

function failOn(reason) {
  if (reason) throw new StartRefused(reason);
}

function aborted(signal) {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

// What a person can put right is one line; anything else is a fault of ours and keeps its stack.
function explain(error) {
  const { PORT = '3000', HOST = '127.0.0.1' } = process.env;
  if (Array.isArray(error.faults)) for (const fault of error.faults) complain(fault);
  else if (error instanceof StartRefused) complain(error.message);
  else if (error.code === 'EADDRINUSE') complain(`port ${PORT} of ${HOST} is taken: stop what listens there, or set PORT to another.`);
  else if (error.syscall === 'listen' || error.syscall === 'getaddrinfo') complain(`cannot listen on port ${PORT} of ${HOST} (${error.code}): set PORT and HOST to what this user may use.`);
  else if (error.code === '53100') complain(`no space left on the disk of ${resolve(process.env.DATA_DIR || join(root, '.data'))}: make room, or set DATA_DIR to another directory.`);
  else complain(error.stack);
}

// Requests in flight may finish, but all is over within 5 seconds: 2.5 for them, 1.5 for an orderly end of the database.
// What that cuts short, the database recovers at the next start.
async function end({ app, postgres }, stop) {
  if (app) await Promise.race([app.stop().catch((error) => complain(error.stack)), sleep(2500), stop.urged]);
  if (postgres) await postgres.stop({ patienceMs: stop.isUrgent ? 0 : 1500 });
}
