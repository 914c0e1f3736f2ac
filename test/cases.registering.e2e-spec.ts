import { randomUUID } from 'node:crypto';
import { tamga, type Tamga } from './support/tamga.ts';

let t: Tamga;
beforeAll(async () => {
  t = await tamga();
});
afterAll(() => t.stop());

const registered = async (more: object = {}, who = 'officer.osh') => {
  const reply = await t.as(who).post('/cases', { title: 'Heroin from Kara-Suu', ...more });
  expect(reply.status).toBe(201);
  return reply.body;
};
const numbers = async (query: string, who = 'officer.osh') => {
  const reply = await t.as(who).get(`/cases?${query}`);
  expect({ query, status: reply.status }).toEqual({ query, status: 200 });
  return reply.body.items.map((each: { number: string }) => each.number);
};

describe('a case is registered', () => {
  it('gets its number from its lead unit and the local year, and is read, edited and found', async () => {
    const osh = t.as('officer.osh');
    const command = {
      id: randomUUID(), title: 'Героин из Кара-Суу', summary: 'Courier by car, 50% paid ahead', leadUnit: 'CNS-OSH', classification: 'confidential',
      registeredAt: '2020-12-31T20:00:00Z', registrations: [{ kind: 'erp', number: '03-175-2020-000321', registeredOn: '2020-11-14', issuingBody: 'Osh city department' }],
      offences: [{ law: 'Criminal Code', article: '282', part: '3', since: '2020-11-14' }],
    };
    const made = await osh.post('/cases', command);
    expect(made.status).toBe(201);
    expect(made.body.number).toMatch(/^CNS-OSH\/2021\/C-\d{4,}$/); // the year in Bishkek
    expect(made.headers['location']).toBe(`/api/v1/cases/${command.id}`);
    expect(made.headers['etag']).toBe('"1"');
    expect(made.body).toMatchObject({
      id: command.id, version: 1, status: 'registered', statusSince: '2020-12-31T20:00:00.000Z', leadUnit: 'CNS-OSH', leadUnitNames: { en: 'Osh department' }, leadInvestigator: null,
      classification: 'confidential', registeredAt: '2020-12-31T20:00:00.000Z', openedAt: null, closedAt: null, joinedInto: null, severedFrom: null, programmes: [], warnings: [],
      registrations: [{ kind: 'erp', number: '03-175-2020-000321' }], offences: [{ article: '282', part: '3' }],
    });
    const again = await osh.post('/cases', { ...Object.fromEntries(Object.entries(command).reverse()) });
    expect(again.status).toBe(200);
    expect(again.body).toEqual(made.body);
    expect((await osh.post('/cases', { ...command, title: 'Another' })).body.code).toBe('id.taken');

    const edited = await osh.patch(`/cases/${command.id}`, { title: 'Героин из Кара-Суу и Узгена', summary: null, reason: 'Second episode' }, { 'If-Match': '"1"' });
    expect(edited.body).toMatchObject({ version: 2, title: 'Героин из Кара-Суу и Узгена', summary: null, number: made.body.number });
    expect((await osh.get(`/cases/${command.id}`, { 'If-None-Match': '"2"' })).status).toBe(304);
    expect((await osh.patch(`/cases/${command.id}`, { title: 'x' }, { 'If-Match': '"1"' })).status).toBe(412);
    expect((await osh.patch(`/cases/${command.id}`, { title: 'x' })).status).toBe(428);
    expect((await osh.patch(`/cases/${command.id}`, { reason: 'nothing to change' }, { 'If-Match': '"2"' })).body.version).toBe(2);
  });

  it('for the caller’s own unit where none is named', async () => {
    expect((await registered()).leadUnit).toBe('CNS-OSH');
    expect((await t.as('coordinator').post('/cases', { title: 'For Osh', leadUnit: 'CNS-OSH' })).body.leadUnit).toBe('CNS-OSH');
    expect((await t.as('officer.osh').post('/cases', { title: 'Below', leadUnit: 'CNS-OSH-M1' })).status).toBe(201);
  });

  it('with every fault named at once, and nothing written', async () => {
    const [before] = await t.sql('superuser', 'select count(*)::int as n from cases');
    const ahead = new Date(Date.now() + 25 * 3600_000).toISOString();
    const reply = await t.as('officer.osh').post('/cases', { title: 'x', leadUnit: 'CNS-NOWHERE', programmes: ['NONE'], registeredAt: ahead });
    expect(reply.status).toBe(422);
    expect(reply.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`).sort())
      .toEqual(['/leadUnit code.unknown', '/programmes/0 code.unknown', '/registeredAt time.ahead']);
    expect((await t.as('officer.osh').post('/cases', { title: ' ' })).status).toBe(422);
    expect((await t.as('officer.osh').post('/cases', { title: 'x', status: 'open' })).body.errors[0].code).toBe('field.unknown');
    expect((await t.as('officer.osh').post('/cases', { title: 'x', severedFrom: randomUUID() })).body.code).toBe('cases.severed-from-unknown');
    expect((await t.as('officer.osh').post('/cases', { title: 'x', registrations: [{ kind: 'erp', number: '—' }] })).body.code).toBe('cases.registration-empty');
    const { body } = await t.as('officer.osh').patch(`/cases/${(await registered()).id}`, { title: null, programmes: null }, { 'If-Match': '"1"' });
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/title', '/programmes']);
    const [after] = await t.sql('superuser', 'select count(*)::int as n from cases');
    expect(after!.n).toBe(before!.n + 1);
  });

  it('never above one’s own clearance, and not for a unit out of reach', async () => {
    const refused = await t.as('officer.osh').post('/cases', { title: 'x', classification: 'secret' });
    expect([refused.status, refused.body.code]).toEqual([403, 'classification.above-clearance']);
    const { id } = await registered();
    expect((await t.as('officer.osh').patch(`/cases/${id}`, { classification: 'secret' }, { 'If-Match': '"1"' })).body.code).toBe('classification.above-clearance');
    expect((await t.as('officer.osh').post('/cases', { title: 'x', leadUnit: 'CNS-CHUY' })).status).toBe(403);
    expect((await t.as('officer.osh').patch(`/cases/${id}`, { leadUnit: 'CNS-CHUY' }, { 'If-Match': '"1"' })).status).toBe(403);
  });

  it('and passes its scope to all that hangs on it when it changes hands or classification', async () => {
    const { id, number } = await registered({ registrations: [{ kind: 'erp', number: 'P-1' }] });
    const secret = await t.as('commander.osh').patch(`/cases/${id}`, { classification: 'secret' }, { 'If-Match': '"1"' });
    expect(secret.body.classification).toBe('secret');
    expect((await t.as('officer.osh').get(`/cases/${id}`)).status).toBe(404);
    const moved = await t.as('coordinator').patch(`/cases/${id}`, { leadUnit: 'CNS-CHUY', classification: 'restricted' }, { 'If-Match': '"2"' });
    expect(moved.body).toMatchObject({ leadUnit: 'CNS-CHUY', number });
    expect((await t.as('officer.chuy').get(`/cases/${id}/registrations`)).body.items).toMatchObject([{ number: 'P-1' }]);
    expect((await t.as('officer.osh').get(`/cases/${id}`)).status).toBe(404);
  });

  it('is found by what is known of it, and each filter refuses what it cannot read', async () => {
    const one = await registered({ title: 'Гашиш, Чүй', summary: 'Тайник', classification: 'confidential', registeredAt: '2019-03-02T10:00:00+06:00',
      registrations: [{ kind: 'zhui', number: 'ЖУИ № 77/19' }], offences: [{ article: '268', part: '2' }] });
    await t.as('officer.osh').post(`/cases/${one.id}/subjects`, { role: 'suspect', subject: { kind: 'person', name: 'Джумабаев Улан', aliases: ['Кривой'] } });
    await t.as('officer.osh').post(`/cases/${one.id}/members`, { officer: 'OFF-0007', part: 'lead_investigator' });
    for (const query of [
      'q=ГАШИШ', 'q=чуй', 'q=тайник', `q=${one.number.slice(-6)}`, `number=${one.number}`, 'registration=жуи 77-19', 'offence=268', 'offence=999,268',
      'subject=Dzhumabaev', 'subject=ulan jumabaev', 'subject=krivoy', 'member=OFF-0007', 'from=2019-03-02&to=2019-03-03', 'status=registered&from=2019-01-01&to=2020-01-01',
      'classification=confidential&q=гашиш', 'leadUnit=CNS-OSH&q=гашиш',
    ]) expect({ query, found: await numbers(query) }).toEqual({ query, found: [one.number] });
    expect(await numbers('status=closed')).toEqual([]);
    expect(await numbers('programme=XACZ60')).toEqual([]);
    expect(await numbers(`q=${encodeURIComponent("'; drop table cases; --%_")}`)).toEqual([]);
    for (const query of ['status=nonsense', 'from=yesterday', 'leadUnit=', 'colour=red', 'limit=0', 'cursor=abc', 'joinedInto=1', `subject=${'x'.repeat(201)}`]) {
      expect({ query, status: (await t.as('officer.osh').get(`/cases?${query}`)).status }).toEqual({ query, status: 400 });
    }
    const page = await t.as('officer.osh').get('/cases?limit=1');
    const next = await t.as('officer.osh').get(`/cases?limit=1&cursor=${page.body.nextCursor}`);
    expect(next.body.items[0].id).not.toBe(page.body.items[0].id);
    expect((await t.as('officer.osh').get('/cases?q=гашиш', { Accept: 'text/csv' })).text).toContain(one.number);
  });
});
