import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './places.mjs';
import { ensureInstalled } from './project.mjs';
import { StartRefused } from './refusal.mjs';
import { StopSignals } from './stop-signals.mjs';

/** What the specs named *.tools-spec.ts call. A machine with only Node has none of it, so `npm test` leaves those specs out. */
const TOOLS = [
  { name: 'python3', package: 'python3', calls: [['python3', '--version']] },
  { name: 'openssl', package: 'openssl', calls: [['openssl', 'version']] },
  { name: 'pgbench', package: 'postgresql', calls: [['pgbench', '--version']] },
  { name: 'a compose client', package: 'docker-compose', calls: [['docker-compose', 'version'], ['docker', 'compose', 'version']] },
];

/** `npm test` and, with --tools, `npm run test:tools`: jest in this process, everything else on the command line passed on to it. */
export async function check(args) {
  try {
    await install();
    if (args.includes('--tools')) requireTools();
  } catch (error) {
    if (error.name === 'AbortError') process.exit(130);
    console.error(`tamga: ${error instanceof StartRefused ? error.message : error.stack}`);
    process.exit(1);
  }
  process.chdir(root);
  process.env.NODE_ENV ??= 'test';
  if (args.includes('--tools')) process.env.TAMGA_TEST_TOOLS = '1';
  const jest = createRequire(import.meta.url)('jest');
  await jest.run(['--config', join(root, 'test/jest/config.mjs'), ...args.filter((arg) => arg !== '--tools')]);
}

async function install() {
  const stop = new StopSignals();
  await ensureInstalled({ say: (line) => console.error(`tamga: ${line}`), signal: stop.signal });
  stop.release(); // from here on a signal is jest's, or ends the process
}

function requireTools() {
  const missing = TOOLS.filter(({ calls }) => !calls.some(([program, ...args]) => spawnSync(program, args, { stdio: 'ignore' }).status === 0));
  if (missing.length === 0) return;
  const list = missing.map((tool) => `${tool.name} (Debian: ${tool.package})`).join(', ');
  throw new StartRefused(`these tests need tools that are not here: ${list}`);
}
