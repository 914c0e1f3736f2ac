import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { prefixOf } from './statements.mjs';

/** The script of a limit: what is set, what is sent, and whether in one round trip. */
export const limitsOf = ({ sets, variables, context, ours, bare = ours }) => ({
  kernel: { login: 'tamga_service', sets, statements: [context, ...ours], variables, isPipelined: true },
  bare: { login: 'bench_bare', sets, statements: bare, variables, isPipelined: false },
});

export function hasPgbench() {
  try {
    return Number(/(\d+)/.exec(execFileSync('pgbench', ['--version'], { encoding: 'utf8' }))[1]) >= 14; // the first that can pipeline
  } catch {
    return false;
  }
}

export const sqlOf = ({ sets, statements, isPipelined }) => [
  ...sets.map(([name, expression]) => `\\set ${name} ${expression}`),
  ...(isPipelined ? ['\\startpipeline'] : []), ...statements.map(({ sql }) => `${sql.trim()};`), ...(isPipelined ? ['\\endpipeline'] : []), '',
].join('\n');

export const variablesOf = ({ statements, variables }) => ({ ...variables, ...Object.assign({}, ...statements.map((each) => each.variables)), prefix: prefixOf() });

/** Runs a limit for some seconds: transactions per second and latencies in milliseconds, sorted. */
export async function runPgbench(limit, { host, port, secret, name }, connections, seconds) {
  const directory = mkdtempSync(join(tmpdir(), 'tamga-pgbench-'));
  try {
    writeFileSync(join(directory, 'script.sql'), sqlOf(limit));
    const args = ['-n', '-M', 'prepared', '-f', 'script.sql', '-c', connections, '-j', Math.min(2, connections), '-T', seconds, '-l', '--sampling-rate', '0.5',
      ...Object.entries(variablesOf(limit)).flatMap(([key, value]) => ['-D', `${key}=${value}`]), '-h', host, '-p', port, '-U', limit.login, name];
    const { stdout, stderr } = await promisify(execFile)('pgbench', args.map(String), {
      cwd: directory, env: { PATH: process.env.PATH, PGPASSWORD: secret, PGOPTIONS: '-c search_path=tamga -c timezone=UTC -c jit=off -c tamga.time_zone=Asia/Bishkek' }, maxBuffer: 2 ** 26,
    });
    if (/aborted|ERROR/.test(stderr)) throw new Error(`pgbench: ${stderr.slice(0, 2000)}`);
    const count = Number(/actually processed: (\d+)/.exec(stdout)[1]);
    const perSecond = Number(/tps = ([\d.]+)/.exec(stdout)[1]);
    return { count, seconds: count / perSecond, latencies: latenciesIn(directory) };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** The third column of pgbench's log: microseconds. */
function latenciesIn(directory) {
  const text = readdirSync(directory).filter((file) => file.startsWith('pgbench_log')).map((file) => readFileSync(join(directory, file), 'utf8')).join('');
  return text.split('\n').filter(Boolean).map((line) => Number(line.split(' ', 3)[2]) / 1000).sort((a, b) => a - b);
}
