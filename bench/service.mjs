import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../launch/places.mjs';
import { password } from './database.mjs';

/** The service as it is run: its own process, its log written to a file as in production. `nodeOptions`: for a profile. */
export async function startService(database, { nodeOptions = [], env = {} } = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'tamga-bench-'));
  const logPath = join(directory, 'service.log');
  const log = openSync(logPath, 'a');
  const child = spawn(process.execPath, [...nodeOptions, join(root, 'dist/src/main.js')], {
    cwd: directory, stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH, NODE_ENV: 'production', DATABASE_URL: database.url, PORT: '0', RATE_LIMIT: '100000', ACCESS_TOKEN_SECONDS: '3600', ...env },
  });
  closeSync(log);
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const url = new URL(await servingAt(child, logPath));
  return {
    pid: child.pid, directory, host: url.hostname, port: Number(url.port), database,
    token: (username) => openSession(url, username),
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      process.off('exit', kill);
      if (nodeOptions.length === 0) rmSync(directory, { recursive: true });
    },
  };
}

async function servingAt(child, logPath) {
  for (;;) {
    const text = readFileSync(logPath, 'utf8');
    const line = text.split('\n').find((each) => each.includes('"msg":"serving"'));
    if (line) return JSON.parse(line).url;
    if (child.exitCode !== null) throw new Error(`the service does not start:\n${text}`);
    await sleep(20);
  }
}

async function openSession(url, username) {
  const response = await fetch(new URL('/api/v1/sessions', url), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password }) });
  if (response.status !== 201) throw new Error(`no session for ${username}: ${response.status} ${await response.text()}`);
  return (await response.json()).accessToken;
}
