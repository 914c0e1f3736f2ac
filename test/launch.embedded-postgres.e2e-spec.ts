import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';

// Every start is a process of its own, as `npm start` is one: only so can it be killed under its server.
const program = `
  const { startPostgres } = await import(${JSON.stringify(pathToFileURL(join(__dirname, '../launch/embedded-postgres.mjs')).href)});
  const tell = (message) => process.stdout.write(JSON.stringify(message) + '\\n');
  if (process.env.AS_NOBODY) { process.setgroups([]); process.setgid(65534); process.setuid(65534); }
  try {
    const postgres = await startPostgres({ dataDir: process.env.DATA_DIR, say: (line) => tell({ said: line }) });
    process.on('SIGTERM', async () => { await postgres.stop(); process.exit(0); });
    setInterval(() => {}, 60_000);
    tell({ url: postgres.superuserUrl(), pid: postgres.pid });
  } catch (error) {
    tell({ refused: error.name === 'StartRefused', why: error.name === 'StartRefused' ? error.message : error.stack });
    process.exit(1);
  }`;

interface Message { said?: string; url?: string; pid?: number; refused?: boolean; why?: string }

class Start {
  readonly said: string[] = [];
  readonly outcome: Promise<Message>;
  readonly ended: Promise<number | null>;
  readonly process: ChildProcess;

  constructor(dataDir: string, env: Record<string, string> = {}) {
    this.process = spawn(process.execPath, ['--input-type=module', '-e', program], { env: { ...process.env, ...env, DATA_DIR: dataDir }, stdio: ['ignore', 'pipe', 'inherit'] });
    this.ended = new Promise((resolve) => this.process.once('close', resolve));
    this.outcome = new Promise((resolve, reject) => {
      let text = '';
      this.process.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
          const message = JSON.parse(text.slice(0, end)) as Message;
          text = text.slice(end + 1);
          if (message.said) this.said.push(message.said);
          else resolve(message);
        }
      });
      this.process.once('close', () => reject(new Error('ended without a word')));
    });
    this.outcome.catch(() => undefined); // a start that a test kills has no outcome
    starts.push(this);
  }

  async url(): Promise<string> {
    const { url, why } = await this.outcome;
    if (!url) throw new Error(why);
    return url;
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    this.process.kill(signal);
    await this.ended;
  }
}

const starts: Start[] = [];
let dataDir: string;

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

beforeEach(() => {
  dataDir = mkdtempSync(join(realpathSync(tmpdir()), 'tamga-throw-away-')); // so named, a later run clears away what a killed one left
  chmodSync(dataDir, 0o755); // for root, PostgreSQL runs as another user
});

afterEach(async () => {
  for (const start of starts.splice(0)) await start.end();
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 });
});

test('the first start makes a durable cluster on loopback, the second one finds it as it was', async () => {
  const first = new Start(dataDir);
  const url = await first.url();
  expect(first.said).toEqual(['initialising the database…']);
  const [settings] = await ask(url, `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
    current_setting('synchronous_commit') as commits, current_setting('listen_addresses') as address, lower('ЖАЛАЛ') as lower`);
  expect(settings).toEqual({ fsync: 'on', pages: 'on', commits: 'on', address: '127.0.0.1', lower: 'жалал' });
  await ask(url, 'create table kept as select 4711 as number');
  await first.end();
  expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);

  const second = new Start(dataDir);
  expect(await ask(await second.url(), 'select number from kept')).toEqual([{ number: 4711 }]);
  expect(second.said).toEqual([]);
});

test('nobody gets in without the password, which only its owner can read', async () => {
  const url = new URL(await new Start(dataDir).url());
  url.password = 'guessed';
  await expect(ask(url.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
});

test('a server that outlives its killed starter is stopped, and what was committed is there', async () => {
  const killed = new Start(dataDir);
  await ask(await killed.url(), 'create table kept as select 4711 as number');
  const { pid } = await killed.outcome;
  await killed.end('SIGKILL');
  expect(process.kill(pid!, 0)).toBe(true);

  const next = new Start(dataDir);
  expect(await ask(await next.url(), 'select number from kept')).toEqual([{ number: 4711 }]);
  expect(next.said).toEqual(['stopping the PostgreSQL that an earlier start left running…']);
  expect((await next.outcome).pid).not.toBe(pid);
});

test('a server killed together with its starter is recovered, even where its number is now that of another process', async () => {
  const killed = new Start(dataDir);
  await ask(await killed.url(), 'create table kept as select 4711 as number');
  await killed.end('SIGKILL');
  const pidFile = join(dataDir, 'postgres/postmaster.pid');
  const [pid, ...rest] = readFileSync(pidFile, 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
  writeFileSync(pidFile, [process.pid, ...rest].join('\n'));

  expect(await ask(await new Start(dataDir).url(), 'select number from kept')).toEqual([{ number: 4711 }]);
});

test('of four starts at once one gets the data directory, the others say who has it', async () => {
  const four = [1, 2, 3, 4].map(() => new Start(dataDir));
  const outcomes = await Promise.all(four.map((start) => start.outcome));
  const winner = four[outcomes.findIndex(({ url }) => url)]!;
  const refusals = outcomes.filter(({ url }) => !url);
  expect(refusals).toHaveLength(3);
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({ refused: true, why: expect.stringContaining(`Tamga already runs on ${dataDir} (process ${winner.process.pid})`) });
  }
});

test('an initialisation killed half-way is begun anew', async () => {
  const killed = new Start(dataDir);
  await until(() => readdirSync(dataDir).some((name) => name.startsWith('postgres.new-')));
  await killed.end('SIGKILL');
  mkdirSync(join(dataDir, 'postgres.new-older/postgres/base'), { recursive: true });

  expect(await ask(await new Start(dataDir).url(), 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(existsSync(join(dataDir, 'postgres.new-older'))).toBe(false);
});

describe('what a person must put right is one line', () => {
  const refusal = async (directory: string, env: Record<string, string> = {}) => {
    const outcome = await new Start(directory, env).outcome;
    expect(outcome.refused).toBe(true);
    expect(outcome.why).not.toContain('\n');
    return outcome.why;
  };

  test('a directory this user may not write in', async () => {
    chmodSync(dataDir, 0o555);
    expect(await refusal(dataDir, process.getuid!() === 0 ? { AS_NOBODY: '1' } : {})).toContain(`cannot write in ${dataDir}: permission denied`);
    chmodSync(dataDir, 0o755);
  });

  test('a file in the way', async () => {
    writeFileSync(join(dataDir, 'file'), '');
    expect(await refusal(join(dataDir, 'file'))).toContain('a file stands where a directory is needed');
  });

  test('a cluster of another version', async () => {
    mkdirSync(join(dataDir, 'postgres'));
    writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '15\n');
    writeFileSync(join(dataDir, 'secrets.json'), '{}');
    expect(await refusal(dataDir)).toContain('was made by PostgreSQL 15, and this is PostgreSQL 18');
  });

  test('a cluster whose password is lost', async () => {
    mkdirSync(join(dataDir, 'postgres'));
    expect(await refusal(dataDir)).toContain('secrets.json with the database\'s password is missing');
  });
});
