import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { symbols } from 'pino';
import { migrations } from '../migrations/index.ts';
import { start } from '../src/main.ts';
import { HealthController } from '../src/platform/health.controller.ts';
import { log } from '../src/platform/log.ts';
import { BadSettings, Settings } from '../src/platform/settings.ts';
import { setUp } from '../src/setup.ts';
import { demoPassword, superuser } from './support/cluster.ts';
import { tamga, type Tamga } from './support/tamga.ts';

let t: Tamga;
beforeAll(async () => {
  t = await tamga();
}, 60_000);
afterAll(() => t.stop());

/** What the service writes to its log while the work runs, at the most talkative level. */
async function logged(work: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  const lines: string[] = [];
  const inside = log as unknown as Record<symbol, { write(line: string): void }>;
  const [stream, level] = [inside[symbols.streamSym]!, log.level];
  inside[symbols.streamSym] = { write: (line) => lines.push(line) };
  log.level = 'trace';
  try {
    await work();
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    inside[symbols.streamSym] = stream;
    log.level = level;
  }
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Runs the work while the database is not as it should be, and puts it right again. */
async function whileBroken(breaking: string, mending: string, work: () => Promise<void>): Promise<void> {
  await t.sql('superuser', breaking);
  try {
    await work();
  } finally {
    await t.sql('superuser', mending);
  }
}

describe('health', () => {
  it('is live and ready without an account, never cached', async () => {
    const live = await t.as('nobody').get('/health/live');
    expect([live.status, live.body, live.headers['cache-control']]).toEqual([200, { status: 'live' }, 'no-store']);
    const ready = await t.as('nobody').get('/health/ready');
    expect([ready.status, ready.body]).toEqual([200, { status: 'ready', checks: { database: true, migrations: true, capture: true, accepting: true } }]);
  });

  it.each([
    ['disabled', 'alter table seizures disable trigger capture', 'alter table seizures enable always trigger capture'],
    ['asleep in replica mode', 'alter table exhibits enable trigger capture', 'alter table exhibits enable always trigger capture'],
    ['missing', 'create table forgotten (id uuid primary key)', 'drop table forgotten'],
  ])('is not ready while a capture trigger is %s, and live all the same', async (_, breaking, mending) => {
    await whileBroken(breaking, mending, async () => {
      const { status, body } = await t.as('nobody').get('/health/ready');
      expect([status, body.status, body.checks.capture, body.checks.database]).toEqual([503, 'not ready', false, true]);
      expect((await t.as('nobody').get('/health/live')).status).toBe(200);
    });
    expect((await t.as('nobody').get('/health/ready')).status).toBe(200);
  });

  it('is not ready on a schema that is older or newer than this build', async () => {
    const last = new (migrations.at(-1)!)().name;
    const mismatch = async () => {
      const { status, body } = await t.as('nobody').get('/health/ready');
      expect([status, body.checks.migrations]).toEqual([503, false]);
    };
    await whileBroken(`update migrations set name = 'Other1' where name = '${last}'`, `update migrations set name = '${last}' where name = 'Other1'`, mismatch);
    await whileBroken(`insert into migrations (timestamp, name) values (9999999999999, 'Later9999999999999')`, `delete from migrations where name = 'Later9999999999999'`, mismatch);
  });

  it('tells the public nothing but that', async () => {
    const { text } = await t.as('nobody').get('/health/ready');
    expect(text).not.toMatch(/tamga_|postgres|127\.0\.0\.1|version/i);
  });
});

describe('the start is refused', () => {
  it('on a database that would forget a change', async () => {
    await whileBroken('alter table operations disable trigger capture', 'alter table operations enable always trigger capture', async () => {
      await expect(setUp(t.settings)).rejects.toThrow('capture triggers are missing or not ENABLE ALWAYS: operations');
    });
  });

  it('with a login that stands above the rules: a superuser, BYPASSRLS, a member of the owner', async () => {
    const above = (url: string) => setUp(Object.assign(new Settings(), t.settings, { DATABASE_URL: url }));
    await expect(above(t.settings.MIGRATION_DATABASE_URL!)).rejects.toThrow('without SUPERUSER, BYPASSRLS or membership of tamga_owner');
    const root = await superuser('postgres');
    const login = `above_${randomBytes(4).toString('hex')}`;
    try {
      for (const right of [`create role ${login} login bypassrls password 'x'`, `alter role ${login} nobypassrls; grant tamga_owner to ${login}`]) {
        await root.query(right);
        const url = new URL(t.settings.DATABASE_URL);
        Object.assign(url, { username: login, password: 'x' });
        await expect(above(String(url))).rejects.toThrow('row-level security would not hold it');
      }
    } finally {
      await root.query(`drop role if exists ${login}`);
      await root.end();
    }
  });

  it('with settings that are wrong, naming all of them at once', () => {
    const bad = () => Settings.from({ PORT: '70000', LOG_LEVEL: 'loud', TIME_ZONE: 'Mars/Olympus', DATABASE_POOL: '1', RATE_LIMIT: 'many', BODY_LIMIT: '1', HOST: '0.0.0.0', TAMGA_EMBEDDED: '1', DEMO_PASSWORD: 'short' } as NodeJS.ProcessEnv);
    expect(bad).toThrow(BadSettings);
    const faults = (() => {
      try {
        return bad() && [];
      } catch (error) {
        return (error as BadSettings).faults;
      }
    })();
    for (const name of ['DATABASE_URL', 'PORT', 'LOG_LEVEL', 'TIME_ZONE', 'DATABASE_POOL', 'RATE_LIMIT', 'BODY_LIMIT', 'HOST', 'DEMO_PASSWORD']) expect(faults.filter((fault) => fault.startsWith(name)).length).toBeGreaterThan(0);
    expect(faults.join()).not.toContain('short,');
  });
});

describe('metrics', () => {
  it('count requests by route, never by record, and tell of the pool', async () => {
    const id = '0190f3a4-7c1e-7c3b-9d52-3f1f6a2b8c01';
    await t.as('coordinator').get(`/seizures/${id}`);
    const { status, text, headers } = await t.as('nobody').get('/metrics');
    expect([status, String(headers['content-type']).split(';')[0]]).toEqual([200, 'text/plain']);
    expect(text).toMatch(/_seconds_bucket\{[^}]*route="\/api\/v1\/seizures\/:id"[^}]*\} \d+/);
    expect(text).toMatch(/pool/);
    expect(text).not.toContain(id);
  });
});

describe('a request', () => {
  it('keeps the id it came with, or is given one, in the answer and in a problem', async () => {
    const given = await t.as('nobody').get('/me', { 'x-request-id': 'field-device-0001' });
    expect([given.headers['x-request-id'], given.body.instance]).toEqual(['field-device-0001', 'field-device-0001']);
    const made = await t.as('nobody').get('/me');
    expect(made.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(made.body.instance).toBe(made.headers['x-request-id']);
  });

  it('stands in history under its id', async () => {
    const { body } = await t.as('officer.osh').post('/seizures', { seizedAt: '2021-03-14T05:40:00Z', lines: [{ substance: 'heroin' }] }, { 'x-request-id': 'field-device-0002' });
    const rows = await t.sql('superuser', 'select distinct request from audit.change_event where record = $1', [body.id]);
    expect(rows).toEqual([{ request: 'field-device-0002' }]);
  });
});

describe('logs', () => {
  it('say who did what and how it ended, and nothing of what it was about', async () => {
    const secret = `not-for-logs-${randomBytes(4).toString('hex')}`;
    let token = '';
    let refresh = '';
    const lines = await logged(async () => {
      const opened = await t.as('nobody').post('/sessions', { username: 'officer.osh', password: demoPassword });
      [token, refresh] = [opened.body.accessToken, opened.body.refreshToken];
      await t.as('nobody').post('/sessions', { username: secret, password: secret });
      const body = { seizedAt: '2021-03-14T05:40:00Z', place: secret, note: secret, takenFrom: secret, lines: [{ substance: 'heroin', describedAs: secret }], reason: secret };
      await t.as('officer.osh').post('/seizures', body);
      await t.as('officer.osh').post('/seizures', { ...body, unit: secret });
      await t.as('officer.osh').post('/seizures', `{"note":"${secret}"`);
      await t.as('officer.osh').get(`/seizures?q=${secret}`);
      await t.as('officer.osh').get(`/nosuch/${secret}`);
      // A fault inside PostgreSQL: the statement's own words must not come out either.
      await whileBroken('alter table seizure_lines rename to seizure_lines_gone', 'alter table seizure_lines_gone rename to seizure_lines', async () => {
        expect((await t.as('officer.osh').post('/seizures', body)).status).toBe(500);
      });
    });
    const text = JSON.stringify(lines);
    expect(lines.filter(({ msg }) => msg === 'request').length).toBeGreaterThanOrEqual(7);
    expect(lines.find(({ msg, status, method }) => msg === 'request' && status === 201 && method === 'POST')).toMatchObject({ route: expect.any(String), request: expect.any(String), ms: expect.any(Number) });
    expect(lines.some(({ msg }) => msg === 'request failed')).toBe(true);
    for (const hidden of [secret, demoPassword, token, refresh, 'heroin', 'Bearer']) expect(text).not.toContain(hidden);
  });
});

describe('a stop', () => {
  it('lets the request in flight finish, takes no other, and is quick', async () => {
    const environment = { ...t.settings, PORT: '0', LOG_LEVEL: 'silent', TAMGA_EMBEDDED: '0' } as unknown as NodeJS.ProcessEnv;
    const running = await start(Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, value === undefined ? undefined : String(value)])) as NodeJS.ProcessEnv);
    const opened = await fetch(`${running.url}/api/v1/sessions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: 'officer.osh', password: demoPassword }) });
    const { accessToken } = (await opened.json()) as { accessToken: string };
    const record = () => fetch(`${running.url}/api/v1/seizures`, {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` }, body: JSON.stringify({ seizedAt: '2021-03-14T05:40:00Z', lines: [{ substance: 'heroin' }] }),
    });
    const holder = await superuser(t.database);
    try {
      await holder.query('begin; lock table tamga.seizures in exclusive mode');
      let early: string | undefined;
      const inFlight = record();
      void inFlight.then(async (reply) => (early = await reply.clone().text()));
      for (;;) {
        if (early !== undefined) throw new Error(`answered before it was let: ${early}`);
        const { rows } = await holder.query(`select from pg_locks where not granted and relation = 'tamga.seizures'::regclass`);
        if (rows.length > 0) break;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      const began = Date.now();
      const stopped = running.stop();
      await new Promise((resolve) => setTimeout(resolve, 100));
      const { port, hostname } = new URL(running.url);
      await expect(new Promise((resolve, reject) => connect(Number(port), hostname).once('connect', resolve).once('error', reject))).rejects.toThrow('ECONNREFUSED');
      await holder.query('commit');
      expect((await inFlight).status).toBe(201);
      await stopped;
      expect(Date.now() - began).toBeLessThan(5000);
    } finally {
      await holder.end();
      HealthController.stopping = false; // this process goes on; a served one has ended
    }
  });

  it('is told to a balancer first', async () => {
    HealthController.stopping = true;
    try {
      const { status, body } = await t.as('nobody').get('/health/ready');
      expect([status, body.checks.accepting]).toEqual([503, false]);
    } finally {
      HealthController.stopping = false;
    }
  });
});
