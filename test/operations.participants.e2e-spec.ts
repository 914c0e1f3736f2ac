import { randomUUID } from 'node:crypto';
import { tamga, type Tamga } from './support/tamga.ts';

let t: Tamga;
let id: string;
beforeAll(async () => {
  t = await tamga();
});
afterAll(() => t.stop());
beforeEach(async () => {
  ({ id } = (await t.as('officer.osh').post('/operations', { kind: 'checkpoint', name: 'Joint post', leadUnit: 'CNS-OSH' })).body);
});

const join = (unit: string, more: Record<string, unknown> = {}, who = 'officer.osh') =>
  t.as(who).post(`/operations/${id}/participants`, { unit, part: 'Outer cordon, two vehicles', ...more });

it('a unit joins, sees the operation and all that hangs on it, changes nothing, and leaves', async () => {
  expect((await t.as('officer.chuy').get(`/operations/${id}`)).status).toBe(404);
  const joined = await join('CNS-CHUY', { joinedAt: '2020-11-14T04:00:00+06:00' });
  expect([joined.status, joined.body.unit, joined.body.leftAt]).toEqual([201, 'CNS-CHUY', null]);
  expect((await t.as('officer.osh').get(joined.headers['location']!)).body).toEqual(joined.body);

  const seen = await t.as('officer.chuy').get(`/operations/${id}`);
  expect([seen.status, seen.body.participants]).toEqual([200, [{ unit: 'CNS-CHUY', part: 'Outer cordon, two vehicles' }]]);
  expect((await t.as('officer.chuy').get('/operations?participant=CNS-CHUY')).body.items.map((each: { id: string }) => each.id)).toContain(id);
  for (const path of ['log', 'outcomes', 'authorities', 'participants', 'transitions', 'waivers', 'plans', 'history']) {
    expect([path, (await t.as('officer.chuy').get(`/operations/${id}/${path}`)).status]).toEqual([path, 200]);
  }
  const match = { 'If-Match': '"1"' };
  expect((await t.as('officer.chuy').patch(`/operations/${id}`, { name: 'X' }, match)).status).toBe(403);
  expect((await t.as('officer.chuy').post(`/operations/${id}/transitions`, { to: 'planned' }, match)).status).toBe(403);
  expect((await t.as('officer.chuy').post(`/operations/${id}/log`, { kind: 'situation', occurredAt: '2020-11-14T05:00:00Z', text: 'Quiet' })).status).toBe(403);
  expect((await t.as('officer.chuy').post(`/operations/${id}/outcomes`, { kind: 'arrests', count: 1 })).status).toBe(403);
  expect((await t.as('officer.chuy').post(`/operations/${id}/debrief`, { summary: 'Well' })).status).toBe(403);
  expect((await t.as('officer.chuy').post(`/operations/${id}/plans`, {})).status).toBe(403);
  expect((await join('CNS-BISHKEK', {}, 'officer.chuy')).status).toBe(403);
  expect((await t.as('officer.chuy').post(`/operations/${id}/participants/${joined.body.id}/departure`, {})).status).toBe(403);

  const left = await t.as('officer.osh').post(`/operations/${id}/participants/${joined.body.id}/departure`, { reason: 'Called home', leftAt: '2020-11-14T08:00:00+06:00' }, match);
  expect([left.status, left.body.leftAt]).toEqual([200, '2020-11-14T02:00:00.000Z']);
  expect((await t.as('officer.chuy').get(`/operations/${id}`)).status).toBe(404);
  expect((await t.as('officer.osh').get(`/operations/${id}`)).body.participants).toEqual([]);
  expect((await t.as('officer.osh').get(`/operations/${id}/participants?present=false`)).body.items).toHaveLength(1);
  expect((await join('CNS-CHUY')).status).toBe(201);
});

it('those above a unit’s clearance stay hidden from it though it takes part', async () => {
  await join('CNS-CHUY');
  await t.as('commander.osh').patch(`/operations/${id}`, { classification: 'secret' }, { 'If-Match': '"1"' });
  expect((await t.as('officer.chuy').get(`/operations/${id}`)).status).toBe(404);
  const [row] = await t.sql('superuser', 'select classification from operation_participants where operation_id = $1', [id]);
  expect(row!['classification']).toBe(2);
});

describe('what is refused', () => {
  it.each([
    ['an unknown unit', { unit: 'CNS-MARS' }, 422, 'code.unknown', '/unit'],
    ['the lead unit', { unit: 'CNS-OSH' }, 422, 'operations.lead-participates', '/unit'],
    ['no part', { unit: 'CNS-CHUY', part: ' ' }, 422, 'field.invalid', '/part'],
    ['joining far ahead', { unit: 'CNS-CHUY', joinedAt: '2199-01-01T00:00:00Z' }, 422, 'time.ahead', '/joinedAt'],
  ])('%s', async (_, body, status, code, pointer) => {
    const reply = await t.as('officer.osh').post(`/operations/${id}/participants`, { part: 'x', ...body });
    expect([reply.status, reply.body.errors[0].code, reply.body.errors[0].pointer]).toEqual([status, code, pointer]);
  });

  it('the same unit twice, leaving before joining, leaving twice, a stale version', async () => {
    const { body } = await join('CNS-CHUY');
    expect((await join('CNS-CHUY')).body.code).toBe('operations.participates-already');
    const leave = (more: object, headers = {}) => t.as('officer.osh').post(`/operations/${id}/participants/${body.id}/departure`, more, headers);
    expect((await leave({ leftAt: '2019-01-01T00:00:00Z' })).body.code).toBe('operations.left-before-joining');
    expect((await leave({}, { 'If-Match': '"9"' })).status).toBe(412);
    expect((await leave({})).status).toBe(200);
    expect((await leave({})).body.code).toBe('operations.left-already');
    const { status } = await t.as('officer.osh').post(`/operations/${id}/participants`, { unit: 'CNS-BISHKEK', part: 'x' }, { 'If-Match': '"9"' });
    expect(status).toBe(412);
  });

  it('two at once: one joins', async () => {
    expect((await Promise.all([join('CNS-CHUY'), join('CNS-CHUY')])).map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('a departure under another operation’s address', async () => {
    const { body } = await join('CNS-CHUY');
    const other = await t.as('officer.osh').post('/operations', { kind: 'patrol', name: 'Another' });
    expect((await t.as('officer.osh').post(`/operations/${other.body.id}/participants/${body.id}/departure`, {})).status).toBe(404);
    expect((await t.as('officer.osh').get(`/operations/${other.body.id}/participants/${body.id}`)).status).toBe(404);
  });

  it('the same body again changes nothing', async () => {
    const command = { id: randomUUID(), joinedAt: '2020-11-14T04:00:00Z' };
    expect((await join('CNS-CHUY', command)).status).toBe(201);
    expect((await join('CNS-CHUY', command)).status).toBe(200);
    expect((await join('CNS-BISHKEK', command)).body.code).toBe('id.taken');
  });

  it.each([['officer.chuy', 404], ['analyst', 403], ['auditor', 403], ['administrator', 403], ['nobody', 401]])('%s: %i', async (who, status) => {
    expect((await join('CNS-CHUY', {}, who)).status).toBe(status);
  });
});
