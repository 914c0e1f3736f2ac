import { randomUUID } from 'node:crypto';
import { tamga, type Tamga } from './support/tamga.ts';

let t: Tamga;
beforeAll(async () => {
  t = await tamga();
});
afterAll(() => t.stop());

const registered = async (more: object = {}, who = 'officer.osh') => (await t.as(who).post('/cases', { title: 'A case', ...more })).body.id as string;
const member = (id: string, body: object, who = 'officer.osh') => t.as(who).post(`/cases/${id}/members`, body);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

describe('a membership opens a case', () => {
  it('to an officer of another unit, to read it and no more, until it ends', async () => {
    const id = await registered();
    const chuy = t.as('officer.chuy');
    expect((await chuy.get(`/cases/${id}`)).status).toBe(404);
    const made = await member(id, { id: randomUUID(), officer: 'OFF-0011', part: 'investigator', reason: 'The courier is known in Chui' });
    expect(made.status).toBe(201);
    expect(made.headers['location']).toBe(`/api/v1/case-members/${made.body.id}`);
    expect(made.body).toMatchObject({ caseId: id, officer: 'OFF-0011', part: 'investigator', until: null, person: { familyName: 'Isakov' } });
    expect((await chuy.get(`/cases/${id}`)).status).toBe(200);
    expect((await chuy.get(`/cases/${id}/members`)).body.items).toHaveLength(1);
    expect((await chuy.get('/cases')).body.items).toHaveLength(1);
    expect((await chuy.patch(`/cases/${id}`, { title: 'Mine' }, { 'If-Match': '*' })).status).toBe(403);
    expect((await chuy.post(`/cases/${id}/registrations`, { kind: 'erp', number: '1' })).status).toBe(403);
    expect((await chuy.post(`/case-members/${made.body.id}/end`, {})).status).toBe(403);

    const ended = await t.as('officer.osh').post(`/case-members/${made.body.id}/end`, { reason: 'Done' });
    expect(ended.body).toMatchObject({ version: 2 });
    expect(ended.body.until).not.toBeNull();
    expect((await chuy.get(`/cases/${id}`)).status).toBe(404);
    expect((await chuy.get('/cases')).body.items).toEqual([]);
    expect((await t.as('officer.osh').post(`/case-members/${made.body.id}/end`, {})).body.code).toBe('cases.already-ended');
    expect((await t.as('officer.osh').get(`/cases/${id}/members?current=true`)).body.items).toEqual([]);
    expect((await t.as('officer.osh').get(`/cases/${id}/members`)).body.items).toHaveLength(1);
  });

  it('to a prosecutor, who sees named cases for their dates and nothing else', async () => {
    const prosecutor = t.as('prosecutor');
    const [past, present, future, other] = [await registered(), await registered({ classification: 'confidential' }), await registered(), await registered()];
    const supervise = (id: string, more: object) => member(id, { account: 'prosecutor', part: 'supervising_prosecutor', ...more });
    expect((await supervise(past, { from: inDays(-30), until: inDays(-1) })).status).toBe(201);
    expect((await supervise(present, { from: inDays(-30), until: inDays(30) })).status).toBe(201);
    const ahead = await supervise(future, { from: inDays(10) });
    expect(ahead.status).toBe(201);
    await t.as('officer.osh').post(`/cases/${present}/registrations`, { kind: 'erp', number: 'PR-1' });
    expect((await prosecutor.get('/cases')).body.items.map((each: { id: string }) => each.id)).toEqual([present]);
    for (const id of [past, future, other]) expect((await prosecutor.get(`/cases/${id}`)).status).toBe(404);
    expect((await prosecutor.get(`/cases/${present}/registrations`)).body.items).toMatchObject([{ number: 'PR-1' }]);
    expect((await prosecutor.post(`/cases/${present}/registrations`, { kind: 'erp', number: 'PR-2' })).status).toBe(403);
    // Taken back before it began: it never opens the case.
    const back = await t.as('officer.osh').post(`/case-members/${ahead.body.id}/end`, {});
    expect(back.body.until).toBe(ahead.body.from);
  });

  it('but not above the member’s clearance', async () => {
    const id = await registered({ leadUnit: 'CNS-OSH', classification: 'secret' }, 'commander.osh');
    expect((await member(id, { officer: 'OFF-0011', part: 'observer' }, 'commander.osh')).status).toBe(201);
    expect((await t.as('officer.chuy').get(`/cases/${id}`)).status).toBe(404);
  });
});

describe('a membership is refused', () => {
  it('without exactly one person who is known', async () => {
    const id = await registered();
    for (const body of [{}, { officer: 'OFF-0011', account: 'prosecutor' }]) expect((await member(id, { part: 'observer', ...body })).body.errors[0].code).toBe('cases.one-person-needed');
    expect((await member(id, { officer: 'OFF-9999', part: 'observer' })).body.errors[0]).toMatchObject({ pointer: '/officer', code: 'code.unknown' });
    expect((await member(id, { personId: randomUUID(), part: 'observer' })).body.errors[0]).toMatchObject({ pointer: '/personId', code: 'code.unknown' });
    expect((await member(id, { officer: 'OFF-0011', part: 'boss' })).body.errors[0].pointer).toBe('/part');
  });

  it('as a supervising prosecutor to who is none', async () => {
    expect((await member(await registered(), { officer: 'OFF-0011', part: 'supervising_prosecutor' })).body.code).toBe('cases.not-a-prosecutor');
  });

  it('twice in the same part and time, as a second lead, or ending before it begins', async () => {
    const id = await registered();
    expect((await member(id, { officer: 'OFF-0007', part: 'lead_investigator', from: '2020-11-01T00:00:00Z', until: '2020-12-01T00:00:00Z' })).status).toBe(201);
    expect((await member(id, { officer: 'OFF-0007', part: 'lead_investigator', from: '2020-11-15T00:00:00Z' })).status).toBe(409);
    expect((await member(id, { officer: 'OFF-0008', part: 'lead_investigator', from: '2020-11-15T00:00:00Z' })).body.code).toBe('cases.one-lead-investigator');
    expect((await member(id, { officer: 'OFF-0008', part: 'lead_investigator', from: '2020-12-01T00:00:00Z' })).status).toBe(201);
    expect((await member(id, { officer: 'OFF-0008', part: 'operative', from: '2020-12-01T00:00:00Z' })).status).toBe(201);
    expect((await member(id, { officer: 'OFF-0008', part: 'operative' })).body.code).toBe('cases.already-member');
    expect((await member(id, { officer: 'OFF-0011', part: 'analyst', from: '2020-12-01T00:00:00Z', until: '2020-11-01T00:00:00Z' })).body.code).toBe('cases.end-before-start');
    expect((await t.as('officer.osh').get(`/cases/${id}`)).body.leadInvestigator).toBe('OFF-0008');
  });

  it('in a case that is not there, is stale, or is another’s under the same id', async () => {
    const [id, another] = [await registered(), await registered()];
    expect((await member(randomUUID(), { officer: 'OFF-0011', part: 'observer' })).status).toBe(404);
    expect((await t.as('officer.osh').post(`/cases/${id}/members`, { officer: 'OFF-0011', part: 'observer' }, { 'If-Match': '"7"' })).status).toBe(412);
    const command = { id: randomUUID(), officer: 'OFF-0011', part: 'observer' };
    expect((await member(id, command)).status).toBe(201);
    expect((await member(id, command)).status).toBe(200);
    expect((await member(another, command)).body.code).toBe('id.taken');
  });
});
