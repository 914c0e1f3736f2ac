import { randomUUID } from 'node:crypto';
import { tamga, type Tamga } from './support/tamga.ts';

let t: Tamga;
let operation: string;
beforeAll(async () => {
  t = await tamga();
});
afterAll(() => t.stop());
beforeEach(async () => {
  operation = (await t.as('officer.osh').post('/operations', { kind: 'special_operation', name: 'Channel Osh – Kara-Suu', leadUnit: 'CNS-OSH' })).body.id;
});

const draft = (body: object = {}, who = 'officer.osh', headers = {}) => t.as(who).post(`/operations/${operation}/plans`, body, headers);

it('an officer drafts a plan, writes its sections one after the other, and begins a second version', async () => {
  const id = randomUUID();
  const made = await draft({ id, situation: 'A channel brings heroin to the bazaar', mission: 'Stop the lorry' });
  expect([made.status, made.headers['location'], made.headers['etag']]).toEqual([201, `/api/v1/plans/${id}`, '"1"']);
  expect(made.body).toMatchObject({ id, operationId: operation, number: 1, status: 'draft', situation: 'A channel brings heroin to the bazaar', mission: 'Stop the lorry', execution: null, legalBasis: null });
  const sections = { execution: 'Observe, then stop', administration: 'Two vehicles', command: 'OFF-0007 leads', risks: 'Crowd', legalBasis: 'Sanction 4-112', situation: null };
  const written = await t.as('officer.osh').patch(`/plans/${id}`, sections, { 'If-Match': '"1"' });
  expect(written.body).toMatchObject({ ...sections, mission: 'Stop the lorry', version: 2 });
  expect((await t.as('officer.osh').get(`/plans/${id}`)).body).toEqual(written.body);
  expect((await draft()).body.number).toBe(2);
  const { body } = await t.as('officer.osh').get(`/operations/${operation}/plans`);
  expect(body.items.map((each: { number: number }) => each.number)).toEqual([2, 1]);
  const history = await t.as('officer.osh').get(`/operations/${operation}/history?kind=plans`);
  expect(history.body.items).toHaveLength(3);
});

it('numbers are given once, however many begin at once', async () => {
  const replies = await Promise.all([draft(), draft(), draft()]);
  expect(replies.map(({ body }) => body.number).sort()).toEqual([1, 2, 3]);
});

it('sent again it is one plan; with another body, or under another operation’s id, it is refused', async () => {
  const command = { id: randomUUID(), mission: 'Stop the lorry' };
  expect([(await draft(command)).status, (await draft(command)).status, (await draft({ ...command, mission: 'X' })).status]).toEqual([201, 200, 409]);
});

it('sections are written with If-Match: 428 without, 412 when stale; of two at once one wins', async () => {
  const { id } = (await draft()).body;
  const patch = (body: object, headers = {}) => t.as('officer.osh').patch(`/plans/${id}`, body, headers);
  expect((await patch({ risks: 'x' })).status).toBe(428);
  expect((await patch({ risks: 'x' }, { 'If-Match': '"9"' })).status).toBe(412);
  const both = await Promise.all([patch({ risks: 'x' }, { 'If-Match': '"1"' }), patch({ risks: 'y' }, { 'If-Match': '"1"' })]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect((await draft({}, 'officer.osh', { 'If-Match': '"9"' })).status).toBe(412);
});

it('a status, a blank section and an unknown field are refused; so is a plan for an operation that is over', async () => {
  const { id } = (await draft()).body;
  for (const body of [{ status: 'approved' }, { mission: ' ' }, { colour: 'red' }]) expect((await t.as('officer.osh').patch(`/plans/${id}`, body, { 'If-Match': '"1"' })).status).toBe(422);
  await t.as('officer.osh').post(`/operations/${operation}/transitions`, { to: 'cancelled', reason: 'Called off' }, { 'If-Match': '"1"' });
  expect((await draft()).body.code).toBe('plans.operation-over');
});

it('a plan follows its operation into another classification', async () => {
  const { id } = (await draft()).body;
  await t.as('commander.osh').patch(`/operations/${operation}`, { classification: 'secret' }, { 'If-Match': '"1"' });
  expect((await t.as('officer.osh').get(`/plans/${id}`)).status).toBe(404);
  expect((await t.as('commander.osh').get(`/plans/${id}`)).status).toBe(200);
});

it.each([['commander.osh', 200], ['coordinator', 200], ['analyst', 200], ['auditor', 200], ['officer.chuy', 404], ['prosecutor', 404], ['administrator', 403], ['chemist', 403], ['nobody', 401]])('read: %s %i', async (who, status) => {
  const { id } = (await draft()).body;
  expect((await t.as(who).get(`/plans/${id}`)).status).toBe(status);
  expect((await t.as(who).get(`/operations/${operation}/plans`)).status).toBe(status);
});

it.each([['coordinator', 201], ['officer.chuy', 404], ['analyst', 403], ['auditor', 403], ['administrator', 403], ['nobody', 401]])('draft: %s %i', async (who, status) => {
  expect((await draft({ mission: 'x' }, who)).status).toBe(status);
  const { id } = (await draft()).body;
  expect((await t.as(who).patch(`/plans/${id}`, { mission: 'x' }, { 'If-Match': '"1"' })).status).toBe(status === 201 ? 200 : status);
});
