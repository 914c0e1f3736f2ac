import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../launch/places.mjs';

/** Seconds from the command to "ready", on a data folder that an earlier start has made: PostgreSQL, migrations and service. */
export async function coldStart() {
  const directory = mkdtempSync(join(tmpdir(), 'tamga-bench-data-'));
  chmodSync(directory, 0o755);
  try {
    await startOnce(directory);
    return await startOnce(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function startOnce(directory) {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, 'launch/start.mjs')], { env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: directory, PORT: String(port), LOG_LEVEL: 'warn' }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const ready = new Promise((resolve) => {
    const hear = (text) => {
      said += text;
      if (said.includes('ready on')) resolve((performance.now() - began) / 1000);
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
  });
  const seconds = await Promise.race([ready, once(child, 'exit').then(() => undefined)]);
  if (seconds === undefined) throw new Error(`the product does not start: ${said.slice(-1000)}`);
  child.kill('SIGINT');
  await once(child, 'exit');
  return seconds;
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
