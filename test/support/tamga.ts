import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Client } from 'pg';
import type { Settings } from '../../src/platform/settings.ts';
import { setUp } from '../../src/setup.ts';
import { demoPassword, service, settingsFor, superuser, template } from './cluster.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test looks into any shape
type Body = any;

export interface Reply {
  status: number;
  body: Body;
  headers: Record<string, string | undefined>;
  text: string;
}

type Headers = Record<string, string>;

/** Whoever asks: each verb is one request to the whole product. */
export class Caller {
  constructor(private readonly app: NestFastifyApplication, private readonly token: () => Promise<string | undefined>) {}

  get(path: string, headers: Headers = {}): Promise<Reply> {
    return this.send('GET', path, undefined, headers);
  }
  post(path: string, body: unknown, headers: Headers = {}): Promise<Reply> {
    return this.send('POST', path, body, headers);
  }
  patch(path: string, body: unknown, headers: Headers = {}): Promise<Reply> {
    return this.send('PATCH', path, body, headers);
  }
  delete(path: string, headers: Headers = {}): Promise<Reply> {
    return this.send('DELETE', path, undefined, headers);
  }

  /** `body`: an object is sent as JSON; a string or Buffer as it is. */
  async send(method: string, path: string, body?: unknown, headers: Headers = {}): Promise<Reply> {
    const token = await this.token();
    const raw = typeof body === 'string' || Buffer.isBuffer(body);
    const response = await this.app.inject({
      method: method as 'GET', url: path.startsWith('/health') || path.startsWith('/metrics') || path.startsWith('/api/') ? path : `/api/v1${path}`,
      headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { payload: raw ? (body as string) : JSON.stringify(body) }),
    });
    const isJson = /json/.test(String(response.headers['content-type'] ?? '')) && !/ndjson/.test(String(response.headers['content-type']));
    return { status: response.statusCode, body: isJson && response.body ? JSON.parse(response.body) : undefined, text: response.body, headers: response.headers as Headers };
  }
}

/** The product on a database of its own, cloned from the template: what `main.ts` serves, without the socket. */
export class Tamga {
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(readonly app: NestFastifyApplication, readonly settings: Settings, readonly database: string) {}

  /** The product as this demonstration account sees it; `nobody` has no session. */
  as(username: string): Caller {
    return new Caller(this.app, () => (username === 'nobody' ? Promise.resolve(undefined) : this.tokenOf(username)));
  }

  private tokenOf(username: string): Promise<string> {
    if (!this.tokens.has(username)) {
      this.tokens.set(username, this.as('nobody').post('/sessions', { username, password: demoPassword }).then(({ body, status }) => {
        if (status !== 201) throw new Error(`no session for ${username}: ${status} ${JSON.stringify(body)}`);
        return body.accessToken as string;
      }));
    }
    return this.tokens.get(username)!;
  }

  /**
   * Raw SQL past the service: as `superuser`, as the service's own login (`service`), or as a persona in a transaction with
   * the context given (`{ person, account, action, units, clearance }`). Always rolled back for personas unless `commit`.
   */
  async sql(who: string, text: string, values: unknown[] = [], context: Record<string, string> = {}, commit = false): Promise<Record<string, Body>[]> {
    const client: Client = who === 'superuser' ? await superuser(this.database) : await service(this.database);
    try {
      if (who === 'superuser' || who === 'service') {
        if (who === 'superuser') await client.query('set search_path = tamga');
        return (await client.query(text, values)).rows;
      }
      await client.query('begin');
      await client.query('select set_config($1, $2, true)', ['role', `tamga_${who}`]);
      for (const [name, value] of Object.entries(context)) await client.query('select set_config($1, $2, true)', [`tamga.${name}`, value]);
      const { rows } = await client.query(text, values);
      await client.query(commit ? 'commit' : 'rollback');
      return rows;
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    await this.app.close();
    const root = await superuser('postgres');
    await root.query(`drop database if exists ${this.database} with (force)`);
    await root.end();
  }
}

/** Starts the product on a fresh clone of the template. */
export async function tamga(more: Record<string, string> = {}): Promise<Tamga> {
  const database = `tamga_${randomBytes(6).toString('hex')}`;
  const root = await superuser('postgres');
  // Cloning wants the template to itself: two test files starting at once take turns.
  await root.query(`select pg_advisory_lock(hashtext('tamga.template'))`);
  await root.query(`create database ${database} template ${template}`);
  await root.end();
  const settings = settingsFor(database, more);
  return new Tamga(await setUp(settings), settings, database);
}
