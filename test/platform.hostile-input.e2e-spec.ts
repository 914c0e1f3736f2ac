import { newId } from '../src/platform/ids.ts';
import { permissions, type Permission } from '../src/access/permissions.ts';
import { Api, routesOf, type Operation, type Schema } from './support/routes.ts';
import { tamga, type Reply, type Tamga } from './support/tamga.ts';

const accountOf: Record<string, string> = { officer: 'officer.osh', coordinator: 'coordinator', commander: 'commander', custodian: 'custodian', chemist: 'chemist', analyst: 'analyst', auditor: 'auditor', administrator: 'administrator' };

let t: Tamga;
let api: Api;
let changes: string;
let who: Map<string, string>;
const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
const changeCount = async () => String((await t.sql('superuser', 'select count(*) from audit.change_event'))[0]!.count);

beforeAll(async () => {
  t = await tamga();
  api = new Api(t.app);
  who = new Map(routesOf(t.app).map((route) => {
    const role = route.permission && route.permission !== 'public' ? permissions[route.permission as Permission][0]! : undefined;
    return [nameOf(route), role === undefined ? 'nobody' : route.permission === 'sessions.own' ? 'analyst' : accountOf[role]!];
  }));
  for (const account of new Set(who.values())) if (account !== 'nobody') await t.as(account).get('/me');
  changes = await changeCount();
}, 60_000);
afterAll(() => t.stop());

const faults: string[] = [];
beforeEach(() => faults.splice(0));
afterEach(() => {
  if (faults.length > 0) throw new Error(`${faults.length} answers are not what they should be:\n${faults.slice(0, 40).join('\n')}`);
});

/** A refusal: 4xx, problem details with a code, nothing of the inside. */
function refused(what: string, { status, body, headers, text }: Reply, expected?: readonly number[]): void {
  const isProblem = /^application\/problem\+json/.test(String(headers['content-type'])) && typeof body?.code === 'string' && body.code !== 'internal' && typeof body.title === 'string' && body.status === status;
  const tells = /\b(select|insert into|update|pg_|stack|at \/|node_modules|relation|syntax error|tamga_)\b/i.test(text);
  if (status < 400 || status >= 500 || !isProblem || tells || (expected && !expected.includes(status))) faults.push(`${what}: ${status} ${text.slice(0, 160)}`);
}

const at = (path: string) => path.replace(/\{\w+\}/g, () => newId());
const send = (operation: Operation, path: string, body: unknown, headers: Record<string, string> = {}) =>
  t.as(who.get(nameOf(operation))!).send(operation.method, path, body, { 'if-match': '"999999"', ...headers });
const writes = () => api.operations.filter(({ method, body }) => method !== 'GET' && body);
const reads = () => api.operations.filter(({ method }) => method === 'GET');
const exampleOf = (operation: Operation) => (api.exampleOf(operation.body) ?? {}) as Record<string, unknown>;

describe('a body that no writer of JSON should send', () => {
  const nested = (depth: number) => `{"reason":${'['.repeat(depth)}${']'.repeat(depth)}}`;
  const bodies: [what: string, body: string | Buffer, status: number][] = [
    ['NUL in a string', '{"reason":"a\\u0000b"}', 400],
    ['NUL in a key', '{"rea\\u0000son":"a"}', 400],
    ['half a surrogate pair', '{"reason":"\\ud800"}', 400],
    ['the other half', '{"reason":["\\udc00x"]}', 400],
    ['__proto__', '{"__proto__":{"isAdmin":true}}', 400],
    ['__proto__ in disguise', '{"\\u005f_proto__":{"isAdmin":true}}', 400],
    ['constructor', '{"constructor":{"prototype":{"isAdmin":true}}}', 400],
    ['a key twice', '{"reason":"a","reason":"b"}', 400],
    ['a key twice, one in disguise', '{"reason":"a","\\u0072eason":"b"}', 400],
    ['a key twice below', '{"reason":{"a":1,"a":2}}', 400],
    ['depth 33', nested(33), 400],
    ['depth 100 000', nested(100_000), 400],
    ['1e400', '{"reason":1e400}', 400],
    ['NaN', '{"reason":NaN}', 400],
    ['half a body', '{"reason":', 400],
    ['nothing', '', 400],
    ['an array', '[]', 400],
    ['a string', '"reason"', 400],
    ['null', 'null', 400],
    ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), 400],
    ['an overlong slash', Buffer.from([0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d]), 400],
    ['a byte order mark', Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d]), 400],
    ['a comment', '{/* hello */}', 400],
    ['an unknown field', '{"isAdmin":true}', 422],
    ['an unknown field with a hostile name', '{"a~/b\'; drop table seizures; --":1}', 422],
    ['10,001 elements', `{"reason":[${'0,'.repeat(10_000)}0]}`, 400],
  ];
  it.each(bodies)('%s', async (what, body, status) => {
    // Where nothing is needed, an unknown field is still a fault; where something is, it is one of several.
    for (const operation of writes()) refused(`${nameOf(operation)} with ${what}`, await send(operation, at(operation.path), body), [status]);
  });

  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json; charset=utf-16', 'application/jsonp'])('sent as %s', async (type) => {
    for (const operation of writes()) refused(`${nameOf(operation)} as ${type}`, await send(operation, at(operation.path), '{}', { 'content-type': type }), [415]);
  });

  it('of 10 MB', async () => {
    const large = Buffer.from(`{"reason":"${'x'.repeat(10 * 1024 * 1024)}"}`);
    for (const operation of writes()) refused(`${nameOf(operation)} of 10 MB`, await send(operation, at(operation.path), large), [413]);
  });

  it('that is compressed', async () => {
    for (const operation of writes().slice(0, 3)) refused(`${nameOf(operation)} compressed`, await send(operation, at(operation.path), '{}', { 'content-encoding': 'gzip' }));
  });
});

describe('every field of every command', () => {
  const wrongFor = (schema: Schema): unknown[] => {
    if (schema.enum && schema.type !== 'array') return [7, 'no such value', [], {}, true];
    if (schema.type === 'array') return ['x', 7, {}, [[]], [null]];
    if (schema.type === 'boolean') return ['true', 1, {}, []];
    if (schema.type === 'integer' || schema.type === 'number') return ['1', {}, [], true, schema.type === 'integer' ? 1.5 : '1.5', 1e300, -1e300];
    if (schema.properties) return ['x', 7, [], true];
    return [7, true, {}, [], ['x'], 'x'.repeat(30_000), ...(schema.format ? ['not one', '', '2020-13-45', '2020-02-30T00:00:00Z'] : ['', '   '])];
  };

  it('of the wrong type is named by its pointer', async () => {
    for (const operation of writes()) {
      const walk = async (schema: Schema, build: (name: string, value: unknown) => object, pointer: string, depth: number): Promise<void> => {
        for (const [name, given] of Object.entries(schema.properties ?? {})) {
          const field = api.resolve(given);
          for (const wrong of wrongFor(field)) {
            const reply = await send(operation, at(operation.path), build(name, wrong));
            const what = `${nameOf(operation)} ${pointer}/${name} = ${JSON.stringify(wrong).slice(0, 40)}`;
            refused(what, reply, [400, 422]);
            if (!reply.body?.errors?.some((each: { pointer: string }) => each.pointer.startsWith(`${pointer}/${name}`))) faults.push(`${what}: no pointer: ${reply.text.slice(0, 200)}`);
          }
          const inner = field.type === 'array' ? api.resolve(field.items) : field;
          if (depth < 2 && inner.properties) {
            const whole = (api.exampleOf(inner) ?? {}) as object;
            await walk(inner, (key, value) => build(name, field.type === 'array' ? [{ ...whole, [key]: value }] : { ...whole, [key]: value }), `${pointer}/${name}${field.type === 'array' ? '/0' : ''}`, depth + 1);
          }
        }
      };
      const example = exampleOf(operation);
      await walk(api.resolve(operation.body), (name, value) => ({ ...example, [name]: value }), '', 0);
    }
  }, 120_000);

  it('that is needed and missing, or null, is named too', async () => {
    for (const operation of writes()) {
      const example = exampleOf(operation);
      for (const name of api.resolve(operation.body).required ?? []) {
        for (const body of [{ ...example, [name]: null }, { ...example, [name]: undefined }]) {
          const reply = await send(operation, at(operation.path), body);
          refused(`${nameOf(operation)} without ${name}`, reply, [422]);
          if (!reply.body?.errors?.some((each: { pointer: string }) => each.pointer.startsWith(`/${name}`))) faults.push(`${nameOf(operation)} without ${name}: no pointer`);
        }
      }
    }
  });
});

describe('an address', () => {
  const badIds = ['abc', '1', "'%20or%201=1--", '0190f3a4-7c1e-7c3b-9d52-3f1f6a2b8c0', '0190f3a4-7c1e-7c3b-9d52-3f1f6a2b8c01%00', '%00', '%ff', '..%2f..%2fetc%2fpasswd', 'x'.repeat(199), 'x'.repeat(300), 'null', '__proto__'];
  it('with an id that is none', async () => {
    for (const operation of api.operations.filter(({ path }) => path.includes('{'))) {
      for (const bad of badIds) refused(`${nameOf(operation)} at ${bad.slice(0, 40)}`, await send(operation, operation.path.replace(/\{\w+\}/g, bad), operation.method === 'GET' ? undefined : exampleOf(operation)), [400, 404, 414]);
    }
  });

  it('with SQL and worse in each parameter of each list', async () => {
    const attacks = ["'", "' or '1'='1", '1; drop table seizures; --', '1 union select password_hash from credentials', '$1', '$1::text) or (true', "\\'; select pg_sleep(9); --", '%', '_', '(((((', '\u0000', '\ufffd', '{}', '{"a":1}', '-1', '99999999999999999999', 'x'.repeat(5000), '￿', '()', 'a & | ! b', "E'\\x00'"];
    for (const operation of reads()) {
      for (const { name, schema } of operation.parameters.filter((each) => each.in === 'query')) {
        for (const attack of attacks) {
          const reply = await send(operation, `${at(operation.path)}?${name}=${encodeURIComponent(attack)}`, undefined);
          const what = `${nameOf(operation)}?${name}=${attack.slice(0, 30)}`;
          const isTyped = schema?.format !== undefined || schema?.enum !== undefined || ['boolean', 'integer'].includes(schema?.type ?? '') || name === 'cursor' || name === 'from' || name === 'to';
          // Words are searched for as they stand: finding nothing is an answer.
          if (reply.status !== 200 || isTyped) refused(what, reply, [400, 404]);
          else if (reply.body?.items !== undefined && reply.body.items.length > 0 && /or|union|drop/.test(attack)) faults.push(`${what}: found ${reply.body.items.length} records`);
        }
        refused(`${nameOf(operation)}?${name} twice`, await send(operation, `${at(operation.path)}?${name}=a&${name}=b`, undefined), [400, 404]);
        refused(`${nameOf(operation)}?${name} empty`, await send(operation, `${at(operation.path)}?${name}=`, undefined), [400, 404]);
        refused(`${nameOf(operation)}?${name}%00`, await send(operation, `${at(operation.path)}?${name}=%00`, undefined), [400, 404]);
        refused(`${nameOf(operation)}?${name}[a]`, await send(operation, `${at(operation.path)}?${name}[a]=b`, undefined), [400, 404]);
      }
    }
  }, 120_000);

  it('with a parameter that the list does not know, sorting among them', async () => {
    for (const operation of reads().filter(({ parameters }) => parameters.some(({ name }) => name === 'cursor'))) {
      for (const query of ['nosuch=1', 'sort=id;drop table seizures', 'order=1', '__proto__=1', 'constructor=1', 'toString=1', 'hasOwnProperty=1']) {
        refused(`${nameOf(operation)}?${query}`, await send(operation, `${at(operation.path)}?${query.replaceAll(' ', '%20')}`, undefined), [400, 404]);
      }
    }
  });

  it('with a cursor of another list, or made by hand', async () => {
    const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const operation of reads().filter(({ path, parameters }) => !path.includes('{') && parameters.some(({ name }) => name === 'cursor'))) {
      const list = operation.path.slice(1);
      const id = newId();
      for (const cursor of ['abc', '!!!', forged({}), forged([]), forged(['other', 'a', id]), forged([list, null, id]), forged([list, 'x', 'y']), forged([list, { a: 1 }, id]), forged([list, "'; drop table x; --", id]), forged([list, 'infinity and beyond', id]), forged([list, '\u0000', id]), forged(Array.from({ length: 10_000 }, () => list))]) {
        const reply = await send(operation, `${operation.path}?cursor=${cursor}`, undefined);
        // A list in the order of words takes any word for a place in it.
        if (reply.status !== 200) refused(`${nameOf(operation)}?cursor=${cursor.slice(0, 30)}`, reply, [400, 414]);
      }
    }
  });

  it('that is no route', async () => {
    for (const path of ['/nosuch', '/seizures/', '//seizures', '/Seizures', `/${'x'.repeat(8000)}`, '/%', '/%zz']) refused(path, await t.as('coordinator').get(path), [400, 404, 414]);
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) refused(`${method} /seizures`, await t.as('coordinator').send(method, '/seizures', method === 'OPTIONS' ? undefined : {}), [404, 405]);
  });
});

describe('a header', () => {
  it('that names a role not held, a version that cannot be, a token that is none', async () => {
    for (const role of ['administrator', 'superuser', '', "officer'--", '__proto__', 'x'.repeat(5000)]) refused(`Tamga-Role ${role.slice(0, 20)}`, await t.as('officer.osh').get('/seizures', { 'tamga-role': role }), [403]);
    for (const token of ['x', 'null', `${'x'.repeat(43)}`, "' or 1=1", 'x'.repeat(10_000)]) refused(`token ${token.slice(0, 20)}`, await t.as('nobody').get('/seizures', { authorization: `Bearer ${token}` }), [401]);
    for (const version of ['1', '"x"', 'W/"1"', '"-1"', '"99999999999999999999"', '"1", "2"', '']) {
      for (const operation of writes().filter(({ path }) => path === '/seizures/{id}/void')) refused(`If-Match ${version}`, await send(operation, at(operation.path), exampleOf(operation), { 'if-match': version }), [404, 412, 428]);
    }
    refused('Accept', await t.as('coordinator').get('/seizures', { accept: 'image/png' }), [406]);
  });

  it('that names the request is used only where it is of the form', async () => {
    for (const given of ['short', "x'; drop table seizures", 'a\u0001b', 'x'.repeat(65)]) {
      const reply = await t.as('nobody').get('/me', { 'x-request-id': given });
      refused(`X-Request-Id ${given}`, reply, [400, 401]);
      if (reply.headers['x-request-id'] === given) faults.push(`X-Request-Id ${given} was taken`);
    }
  });
});

it('nothing of all this was written, and the service is well', async () => {
  expect(await changeCount()).toBe(changes);
  expect((await t.as('nobody').get('/health/ready')).status).toBe(200);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
});
