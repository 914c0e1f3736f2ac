import { randomUUID } from 'node:crypto';
import { tamga, type Tamga } from './support/tamga.ts';

let t: Tamga;
beforeAll(async () => {
  t = await tamga();
});
afterAll(() => t.stop());

const general = (more: Record<string, unknown> = {}) => ({
  id: randomUUID(), name: 'General plan, November–December 2020', unit: 'CNS', periodFrom: '2020-11-01', periodTo: '2021-01-01', programmes: ['XACZ60'],
  objectives: [{ text: 'Suppress channels of heroin from the south', measure: 'channels suppressed', target: '2' }], ...more,
});
const planned = async (more: Record<string, unknown> = {}, who = 'coordinator') => {
  const { status, body } = await t.as(who).post('/activity-plans', general(more));
  expect(status).toBe(201);
  return body;
};
const operation = async (unit: string, who: string) => (await t.as(who).post('/operations', { kind: 'patrol', name: `Patrol of ${unit}`, leadUnit: unit })).body;

it('the Center plans two months, operations carry it out, and the whole is assessed with its source', async () => {
  const plan = await planned();
  expect(plan).toMatchObject({
    version: 1, unit: 'CNS', periodFrom: '2020-11-01', periodTo: '2021-01-01', programmes: ['XACZ60'], classification: 'restricted', operations: [], assessments: [],
    objectives: [{ text: 'Suppress channels of heroin from the south', measure: 'channels suppressed', target: '2' }],
  });
  expect(plan.number).toMatch(/^CNS\/2020\/AP-\d{4}$/);
  expect((await t.as('officer.osh').get(`/activity-plans/${plan.id}`)).status).toBe(404);

  const [osh, chuy] = [await operation('CNS-OSH', 'officer.osh'), await operation('CNS-CHUY', 'officer.chuy')];
  const placed = await t.as('coordinator').post(`/activity-plans/${plan.id}/operations`, { operationId: osh.id });
  expect([placed.status, placed.body.number, placed.body.leadUnit]).toEqual([201, osh.number, 'CNS-OSH']);
  expect((await t.as('coordinator').get(placed.headers['location']!)).body).toEqual(placed.body);
  await t.as('coordinator').post(`/activity-plans/${plan.id}/operations`, { operationId: chuy.id });

  const assessed = await t.as('coordinator').post(`/activity-plans/${plan.id}/assessments`, {
    amount: '380000.00', currency: 'USD', text: 'Approximate estimated cost of all that was seized', source: 'UNODC news article', assessedOn: '2021-01-15',
  });
  expect([assessed.status, assessed.body.amount, assessed.body.currency]).toEqual([201, '380000', 'USD']);

  const whole = await t.as('coordinator').get(`/activity-plans/${plan.id}`);
  expect(whole.body.operations.map((each: { number: string }) => each.number)).toEqual([osh.number, chuy.number]);
  expect(whole.body.assessments).toEqual([assessed.body]);
  const own = await t.as('officer.osh').get(`/activity-plans/${plan.id}`);
  expect([own.status, own.body.operations.map((each: { id: string }) => each.id), own.body.assessments[0].amount]).toEqual([200, [osh.id], '380000']);
  expect((await t.as('officer.osh').get(`/activity-plans?operationId=${osh.id}`)).body.items.map((each: { id: string }) => each.id)).toEqual([plan.id]);
  expect((await t.as('officer.bishkek').get(`/activity-plans/${plan.id}`)).status).toBe(404);
});

it('an operation is taken out of a plan; that it belonged to it stays on record', async () => {
  const plan = await planned();
  const osh = await operation('CNS-OSH', 'officer.osh');
  const placed = (await t.as('coordinator').post(`/activity-plans/${plan.id}/operations`, { operationId: osh.id })).body;
  expect((await t.as('coordinator').post(`/activity-plans/${plan.id}/operations`, { operationId: osh.id })).body.code).toBe('activity-plans.belongs-already');
  const end = () => t.as('coordinator').post(`/activity-plans/${plan.id}/operations/${placed.id}/end`, { reason: 'Put there by mistake' });
  expect((await end()).body.endedAt).not.toBeNull();
  expect((await end()).body.code).toBe('activity-plans.ended-already');
  expect((await t.as('coordinator').get(`/activity-plans/${plan.id}`)).body.operations).toEqual([]);
  expect((await t.as('coordinator').get(`/activity-plans/${plan.id}/operations?present=false`)).body.items).toHaveLength(1);
  expect((await t.as('officer.osh').get(`/activity-plans/${plan.id}`)).status).toBe(404);
  expect((await t.as('coordinator').post(`/activity-plans/${plan.id}/operations`, { operationId: osh.id })).status).toBe(201);
});

it('a plan is changed with If-Match; of two at once one wins', async () => {
  const plan = await planned();
  const patch = (body: object, headers = {}) => t.as('coordinator').patch(`/activity-plans/${plan.id}`, body, headers);
  expect((await patch({ name: 'A' })).status).toBe(428);
  expect((await patch({ name: 'A' }, { 'If-Match': '"3"' })).status).toBe(412);
  const both = await Promise.all([patch({ summary: 'B' }, { 'If-Match': '"1"' }), patch({ objectives: [] }, { 'If-Match': '"1"' })]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect((await patch({ name: null, periodFrom: null }, { 'If-Match': '"2"' })).body.errors.map((each: { pointer: string }) => each.pointer)).toEqual(['/name', '/periodFrom']);
  expect((await patch({ periodTo: '2020-10-01' }, { 'If-Match': '"2"' })).body.code).toBe('activity-plans.period-order');
  expect((await patch({}, { 'If-Match': '"2"' })).body.version).toBe(2);
});

it('assessments follow the plan into another unit’s hands and classification', async () => {
  const plan = await planned({ unit: 'CNS-OSH' });
  await t.as('coordinator').post(`/activity-plans/${plan.id}/assessments`, { text: 'Reached', source: 'Report', assessedOn: '2021-01-15' });
  await t.as('coordinator').patch(`/activity-plans/${plan.id}`, { classification: 'secret', unit: 'CNS-CHUY' }, { 'If-Match': '"1"' });
  const [row] = await t.sql('superuser', `select u.code, a.classification from activity_plan_assessments a join units u on u.id = a.unit_id where activity_plan_id = $1`, [plan.id]);
  expect(row).toEqual({ code: 'CNS-CHUY', classification: 2 });
  expect((await t.as('officer.osh').get(`/activity-plans/${plan.id}`)).status).toBe(404);
});

it('sent again it is one plan, with another body it is refused', async () => {
  const command = general();
  const replies = [await t.as('coordinator').post('/activity-plans', command), await t.as('coordinator').post('/activity-plans', command), await t.as('coordinator').post('/activity-plans', { ...command, name: 'X' })];
  expect(replies.map(({ status }) => status)).toEqual([201, 200, 409]);
});

describe('what is refused', () => {
  it.each([
    ['a period that ends as it begins', { periodTo: '2020-11-01' }, 'activity-plans.period-order', '/periodTo'], ['an unknown unit', { unit: 'CNS-MARS' }, 'code.unknown', '/unit'],
    ['an unknown programme', { programmes: ['NONE'] }, 'code.unknown', '/programmes/0'], ['an objective without words', { objectives: [{ measure: 'x' }] }, 'field.invalid', '/objectives/0/text'],
    ['a time for a day', { periodFrom: '2020-11-01T00:00:00Z' }, 'date.malformed', '/periodFrom'],
  ])('%s', async (_, more, code, pointer) => {
    const { status, body } = await t.as('coordinator').post('/activity-plans', general(more));
    expect([status, body.errors[0].code, body.errors[0].pointer]).toEqual([422, code, pointer]);
  });

  it('an assessment with half an amount, a float, or no source', async () => {
    const { id } = await planned();
    const assess = (more: object) => t.as('coordinator').post(`/activity-plans/${id}/assessments`, { text: 'x', source: 'y', assessedOn: '2021-01-15', ...more });
    expect((await assess({ amount: '5' })).body.code).toBe('activity-plans.half-amount');
    for (const more of [{ amount: 5, currency: 'USD' }, { amount: '1e400', currency: 'USD' }, { amount: '-5', currency: 'USD' }, { amount: '5', currency: 'dollars' }, { source: null }]) {
      expect((await assess(more)).status).toBe(422);
    }
    expect((await t.as('coordinator').get(`/activity-plans/${id}/assessments`)).body.items).toEqual([]);
  });

  it('an operation that is not there, or that the caller does not see', async () => {
    const { id } = await planned({ unit: 'CNS-OSH' }, 'commander.osh');
    const chuy = await operation('CNS-CHUY', 'officer.chuy');
    for (const operationId of [randomUUID(), chuy.id]) {
      const { status, body } = await t.as('commander.osh').post(`/activity-plans/${id}/operations`, { operationId });
      expect([status, body.code]).toEqual([422, 'activity-plans.operation-not-found']);
    }
  });
});

describe('who may', () => {
  let id: string;
  beforeAll(async () => {
    ({ id } = await planned({ unit: 'CNS-OSH' }));
  });

  it.each([
    ['coordinator', 200], ['commander', 200], ['commander.osh', 200], ['officer.osh', 200], ['analyst', 200], ['auditor', 200], ['officer.chuy', 404], ['prosecutor', 404],
    ['administrator', 403], ['custodian', 403], ['nobody', 401],
  ])('read: %s %i', async (who, status) => {
    for (const path of ['', '/operations', '/assessments']) expect((await t.as(who).get(`/activity-plans/${id}${path}`)).status).toBe(status);
  });

  it.each([['officer.osh', 403], ['officer.chuy', 403], ['analyst', 403], ['auditor', 403], ['administrator', 403], ['nobody', 401]])('not manage: %s %i', async (who, status) => {
    expect((await t.as(who).post('/activity-plans', general())).status).toBe(status);
    expect((await t.as(who).patch(`/activity-plans/${id}`, { name: 'X' }, { 'If-Match': '"1"' })).status).toBe(status);
    expect((await t.as(who).post(`/activity-plans/${id}/assessments`, { text: 'x', source: 'y', assessedOn: '2021-01-15' })).status).toBe(status);
  });

  it('a commander sees the general plan that their unit carries out, and does not change it', async () => {
    const plan = await planned();
    const osh = await operation('CNS-OSH', 'officer.osh');
    await t.as('coordinator').post(`/activity-plans/${plan.id}/operations`, { operationId: osh.id });
    expect((await t.as('commander.osh').patch(`/activity-plans/${plan.id}`, { name: 'X' }, { 'If-Match': '"1"' })).status).toBe(403);
    expect((await t.as('commander.osh').post('/activity-plans', general())).status).toBe(403);
    const another = await operation('CNS-OSH', 'officer.osh');
    expect((await t.as('commander.osh').post(`/activity-plans/${plan.id}/operations`, { operationId: another.id })).status).toBe(201);
  });

  it('raw SQL: number and assessments stay, nothing is deleted', async () => {
    for (const text of [`update activity_plans set number = 'X'`, `update activity_plan_assessments set amount = 1`, 'delete from activity_plan_operations', 'delete from plans', `update plans set number = 7`]) {
      await expect(t.sql('coordinator', text)).rejects.toMatchObject({ code: '42501' });
    }
  });
});
