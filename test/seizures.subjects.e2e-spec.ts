import { randomUUID } from 'node:crypto';
import { tamga, type Tamga } from './support/tamga.ts';

let t: Tamga;
let operation: string;
let seizure: string;
let person: string;
let company: string;
beforeAll(async () => {
  t = await tamga();
});
afterAll(() => t.stop());

const osh = () => t.as('officer.osh');
const recorded = async (subject: object, who = 'officer.osh') => {
  const { body } = await t.as(who).post('/cases', { title: 'A case' });
  return (await t.as(who).post(`/cases/${body.id}/subjects`, { role: 'other', subject })).body.subject.id as string;
};
const link = (subjectId: string, more: object = {}, who = 'officer.osh') => t.as(who).post(`/seizures/${seizure}/subjects`, { subjectId, role: 'taken_from', ...more });

beforeEach(async () => {
  ({ id: operation } = (await osh().post('/operations', { kind: 'checkpoint', name: 'Post', leadUnit: 'CNS-OSH' })).body);
  ({ id: seizure } = (await osh().post('/seizures', { operationId: operation, seizedAt: '2020-11-14T05:40:00+06:00', lines: [{ substance: 'heroin', quantity: '1', unit: 'kg' }] })).body);
  person = await recorded({ kind: 'person', name: 'Токтосунов Марат Эсенович' });
  company = await recorded({ kind: 'organization', name: 'Cargo Ltd' });
});

it('whom a seizure was taken from is linked, shown, found, and ends', async () => {
  const command = { id: randomUUID(), subjectId: person, role: 'taken_from', from: '2020-11-14T05:40:00+06:00', note: 'In the lining of the coat' };
  const made = await osh().post(`/seizures/${seizure}/subjects`, command);
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    id: command.id, version: 1, seizureId: seizure, role: 'taken_from', from: '2020-11-13T23:40:00.000Z', until: null,
    subject: { id: person, kind: 'person', knownAs: 'Токтосунов Марат Эсенович', name: 'Токтосунов Марат Эсенович' },
  });
  expect((await osh().get(made.headers['location']!)).body).toEqual(made.body);
  const again = await osh().post(`/seizures/${seizure}/subjects`, command);
  expect([again.status, again.body]).toEqual([200, made.body]);
  expect((await osh().post(`/seizures/${seizure}/subjects`, { ...command, role: 'owner' })).body.code).toBe('id.taken');
  await link(company, { role: 'sender', knownAs: 'The carrier' });

  const { items } = (await osh().get(`/seizures/${seizure}/subjects`)).body;
  expect(items.map(({ role, subject }: { role: string; subject: { knownAs: string } }) => [role, subject.knownAs])).toEqual([['taken_from', 'Токтосунов Марат Эсенович'], ['sender', 'The carrier']]);
  expect((await osh().get(`/seizures?subject=${person}`)).body.items.map((each: { id: string }) => each.id)).toEqual([seizure]);
  expect((await osh().get(`/seizures/${seizure}`)).body).toMatchObject({ version: 1, status: 'recorded' });
  const { body: thread } = await osh().get(`/operations/${operation}/thread`);
  expect(thread.seizures[0].subjects).toMatchObject([{ subjectId: person, role: 'taken_from', from: '2020-11-13T23:40:00.000Z', until: null }, { subjectId: company, knownAs: 'The carrier' }]);

  const end = `/seizures/${seizure}/subjects/${command.id}/end`;
  const ended = await osh().post(end, { until: '2020-11-15T00:00:00Z', reason: 'It was his brother' }, { 'If-Match': '"1"' });
  expect([ended.status, ended.body.until, ended.body.version]).toEqual([200, '2020-11-15T00:00:00.000Z', 2]);
  expect((await osh().post(end, {})).body.code).toBe('cases.already-ended');
  expect((await osh().get(`/seizures/${seizure}/subjects?current=true`)).body.items).toHaveLength(1);
  for (const path of [`/seizures/${seizure}`, `/operations/${operation}`]) {
    const history = (await osh().get(`${path}/history?kind=seizure_subjects`)).body.items;
    expect(history.map(({ action, reason }: Record<string, string>) => [action, reason])).toEqual([['seizures.record', null], ['seizures.record', null], ['seizures.record', 'It was his brother']]);
  }
});

it('what breaks a rule is refused by name', async () => {
  expect((await link(company, { role: 'present' })).body.code).toBe('subjects.role-unfit');
  expect((await link(person)).status).toBe(201);
  expect((await link(person)).body.code).toBe('subjects.role-twice');
  expect((await link(person, { role: 'owner' })).status).toBe(201);
  expect((await link(company, { from: '2020-11-14T00:00:00Z', until: '2020-11-13T00:00:00Z' })).body.code).toBe('cases.end-before-start');
  expect((await link(company, { from: '2999-01-01T00:00:00Z' })).status).toBe(422);
  expect((await link(company, { role: 'suspect' })).status).toBe(422);
  const { body } = await link(company, { from: '2020-11-14T00:00:00Z' });
  const other = (await osh().post('/seizures', { seizedAt: '2020-11-14T05:40:00+06:00', lines: [{ substance: 'heroin' }] })).body.id;
  expect((await osh().post(`/seizures/${other}/subjects/${body.id}/end`, {})).status).toBe(404);
  expect((await osh().get(`/seizures/${other}/subjects/${body.id}`)).status).toBe(404);
  await expect(t.sql('officer', 'update seizure_subjects set role = $1 where id = $2', ['owner', body.id])).rejects.toThrow(/permission denied/);
  await osh().post(`/seizures/${seizure}/void`, { reason: 'Twice recorded' }, { 'If-Match': '"1"' });
  expect((await link(person, { role: 'courier' })).body.code).toBe('seizures.voided');
});

it('a subject that one may not see is none; a link goes where its seizure goes', async () => {
  const foreign = await recorded({ kind: 'person', name: 'Асанов Тимур', identifier: 'AN 1' }, 'officer.chuy');
  const [hidden, absent] = [await link(foreign), await link(randomUUID())];
  expect([hidden.status, hidden.body.code, hidden.body.errors]).toEqual([absent.status, absent.body.code, absent.body.errors]);
  expect(hidden.body).toMatchObject({ status: 422, errors: [{ pointer: '/subjectId', code: 'code.unknown' }] });

  const { body } = await link(person, { knownAs: 'The driver' });
  expect((await t.as('officer.chuy').get(`/seizures/${seizure}/subjects`)).status).toBe(404);
  await osh().post(`/operations/${operation}/participants`, { unit: 'CNS-CHUY', part: 'Outer cordon' });
  const seen = await t.as('officer.chuy').get(`/seizures/${seizure}/subjects/${body.id}`);
  expect(seen.body.subject).toMatchObject({ id: person, kind: 'person', knownAs: 'The driver', name: null, identifier: null });
  expect((await link(foreign, {}, 'officer.chuy')).status).toBe(403);
  expect((await t.as('officer.chuy').post(`/seizures/${seizure}/subjects/${body.id}/end`, {})).status).toBe(403);

  for (const who of ['chemist', 'custodian']) {
    expect((await t.as(who).get(`/seizures/${seizure}/subjects`)).status).toBe(403);
    expect((await t.as(who).get(`/seizures/${seizure}/subjects/${body.id}`)).status).toBe(403);
    expect(await t.sql(who, 'select from seizure_subjects', [])).toEqual([]);
  }
  await t.as('commander.osh').patch(`/operations/${operation}`, { classification: 'secret' }, { 'If-Match': '*' });
  expect(await t.sql('superuser', 'select classification, operation_id from seizure_subjects where id = $1', [body.id])).toEqual([{ classification: 2, operation_id: operation }]);
  expect((await t.as('officer.chuy').get(`/seizures/${seizure}/subjects/${body.id}`)).status).toBe(404);
});
