import { randomUUID } from 'node:crypto';
import { tamga, type Tamga } from './support/tamga.ts';

let t: Tamga;
let operation: string;
let person: string;
let vehicle: string;
beforeAll(async () => {
  t = await tamga();
});
afterAll(() => t.stop());

const osh = () => t.as('officer.osh');
const recorded = async (subject: object, who = 'officer.osh') => {
  const { body } = await t.as(who).post('/cases', { title: 'A case' });
  return (await t.as(who).post(`/cases/${body.id}/subjects`, { role: 'other', subject })).body.subject.id as string;
};
const link = (subjectId: string, more: object = {}, who = 'officer.osh') => t.as(who).post(`/operations/${operation}/subjects`, { subjectId, role: 'target', ...more });

beforeEach(async () => {
  ({ id: operation } = (await osh().post('/operations', { kind: 'checkpoint', name: 'Post', leadUnit: 'CNS-OSH' })).body);
  person = await recorded({ kind: 'person', name: 'Токтосунов Марат Эсенович' });
  vehicle = await recorded({ kind: 'vehicle', name: '01KG123ABC' });
});

it('a subject is linked to an operation in a role, found by it, and the role ends', async () => {
  const command = { id: randomUUID(), subjectId: person, role: 'courier', from: '2020-11-14T05:40:00+06:00', note: 'Drove the lorry' };
  const made = await osh().post(`/operations/${operation}/subjects`, command);
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    id: command.id, version: 1, operationId: operation, role: 'courier', from: '2020-11-13T23:40:00.000Z', until: null, note: 'Drove the lorry',
    subject: { id: person, kind: 'person', knownAs: 'Токтосунов Марат Эсенович', name: 'Токтосунов Марат Эсенович' },
  });
  expect((await osh().get(made.headers['location']!)).body).toEqual(made.body);
  const again = await osh().post(`/operations/${operation}/subjects`, command);
  expect([again.status, again.body]).toEqual([200, made.body]);
  expect((await osh().post(`/operations/${operation}/subjects`, { ...command, role: 'buyer' })).body.code).toBe('id.taken');
  await link(vehicle, { role: 'instrument', knownAs: 'White lorry' });

  const ids = async (query: string) => (await osh().get(query)).body.items.map((each: { id: string }) => each.id);
  expect((await osh().get(`/operations/${operation}/subjects`)).body.items.map(({ role, subject }: { role: string; subject: { knownAs: string } }) => [role, subject.knownAs]))
    .toEqual([['courier', 'Токтосунов Марат Эсенович'], ['instrument', 'White lorry']]);
  expect(await ids(`/operations/${operation}/subjects?kind=person`)).toEqual([command.id]);
  expect(await ids(`/operations?subject=${person}`)).toEqual([operation]);
  const { body: thread } = await osh().get(`/operations/${operation}/thread`);
  expect(thread.operationSubjects).toMatchObject([{ operationId: operation, subjectId: person, role: 'courier', from: '2020-11-13T23:40:00.000Z' }, { subjectId: vehicle, knownAs: 'White lorry' }]);

  const end = `/operations/${operation}/subjects/${command.id}/end`;
  const ended = await osh().post(end, { until: '2020-11-15T00:00:00Z', reason: 'It was his brother' }, { 'If-Match': '"1"' });
  expect([ended.status, ended.body.until, ended.body.version]).toEqual([200, '2020-11-15T00:00:00.000Z', 2]);
  expect((await osh().post(end, {})).body.code).toBe('cases.already-ended');
  expect((await osh().get(`/operations/${operation}/subjects?current=true`)).body.items).toHaveLength(1);
  const history = (await osh().get(`/operations/${operation}/history?kind=operation_subjects`)).body.items;
  expect(history.map(({ action, reason }: Record<string, string>) => [action, reason])).toEqual([['operations.edit', null], ['operations.edit', null], ['operations.edit', 'It was his brother']]);
});

it('what breaks a rule is refused by name', async () => {
  expect((await link(vehicle, { role: 'witness' })).body.code).toBe('subjects.role-unfit');
  expect((await link(person)).status).toBe(201);
  expect((await link(person)).body.code).toBe('subjects.role-twice');
  expect((await link(person, { role: 'witness' })).status).toBe(201);
  expect((await link(vehicle, { from: '2020-11-14T00:00:00Z', until: '2020-11-13T00:00:00Z' })).body.code).toBe('cases.end-before-start');
  expect((await link(vehicle, { from: '2999-01-01T00:00:00Z' })).status).toBe(422);
  expect((await link(vehicle, { role: 'informant' })).status).toBe(422);
  const { body } = await link(vehicle, { from: '2020-11-14T00:00:00Z' });
  expect((await osh().post(`/operations/${operation}/subjects/${body.id}/end`, { until: '2020-11-13T00:00:00Z' })).body.code).toBe('cases.end-before-start');
  const other = (await osh().post('/operations', { kind: 'patrol', name: 'Other' })).body.id;
  expect((await osh().post(`/operations/${other}/subjects/${body.id}/end`, {})).status).toBe(404);
  expect((await osh().get(`/operations/${other}/subjects/${body.id}`)).status).toBe(404);
  await expect(t.sql('officer', 'update operation_subjects set role = $1 where id = $2', ['buyer', body.id])).rejects.toThrow(/permission denied/);
});

it('a subject that one may not see is none; those who see the operation are told its kind and what it is called, and no more', async () => {
  const foreign = await recorded({ kind: 'person', name: 'Асанов Тимур', identifier: 'AN 1' }, 'officer.chuy');
  const [hidden, absent] = [await link(foreign), await link(randomUUID())];
  expect([hidden.status, hidden.body.code, hidden.body.errors]).toEqual([absent.status, absent.body.code, absent.body.errors]);
  expect(hidden.body).toMatchObject({ status: 422, errors: [{ pointer: '/subjectId', code: 'code.unknown' }] });
  const [own] = await t.sql('superuser', 'select array[o.unit_id]::text as units, o.recorded_by as person, a.id as account from operations o join accounts a on a.person_id = o.recorded_by where o.id = $1', [operation]);
  const raw = (subject: string) => t.sql('officer', `insert into operation_subjects (id, operation_id, subject_id, role) values ($1, $2, $3, 'target')`, [randomUUID(), operation, subject],
    { ...(own as Record<string, string>), clearance: '3', action: 'operations.edit' });
  await raw(person);
  await expect(raw(foreign)).rejects.toMatchObject({ code: '23503', constraint: 'operation_subjects_subject' });

  await osh().post(`/operations/${operation}/participants`, { unit: 'CNS-CHUY', part: 'Outer cordon' });
  const { body } = await link(person, { knownAs: 'The driver' });
  const seen = await t.as('officer.chuy').get(`/operations/${operation}/subjects/${body.id}`);
  expect(seen.body.subject).toMatchObject({ id: person, kind: 'person', knownAs: 'The driver', name: null, aliases: null, identifier: null });
  expect((await t.as('officer.chuy').get(`/subjects/${person}`)).status).toBe(404);
  expect((await link(foreign, {}, 'officer.chuy')).status).toBe(403);
  expect((await t.as('officer.chuy').post(`/operations/${operation}/subjects/${body.id}/end`, {})).status).toBe(403);

  for (const who of ['chemist', 'custodian']) {
    expect((await t.as(who).get(`/operations/${operation}/subjects`)).status).toBe(403);
    expect(await t.sql(who, 'select from operation_subjects', [])).toEqual([]);
  }
  await t.as('commander.osh').patch(`/operations/${operation}`, { classification: 'secret' }, { 'If-Match': '*' });
  expect((await t.as('officer.chuy').get(`/operations/${operation}/subjects/${body.id}`)).status).toBe(404);
});
