import { randomUUID } from 'node:crypto';
import { tamga, type Tamga } from './support/tamga.ts';

let t: Tamga;
beforeAll(async () => {
  t = await tamga();
});
afterAll(() => t.stop());

const draft = (more: Record<string, unknown> = {}) => ({ id: randomUUID(), kind: 'patrol', name: 'Patrol of the upper valley', leadUnit: 'CNS-OSH', ...more });
const drafted = async (more: Record<string, unknown> = {}, who = 'officer.osh') => {
  const reply = await t.as(who).post('/operations', draft(more));
  expect(reply.status).toBe(201);
  return reply.body;
};

describe('an operation is drafted', () => {
  it('with everything the interface names, and comes back as it was sent', async () => {
    const id = randomUUID();
    const reply = await t.as('officer.osh').post('/operations', {
      id, kind: 'special_operation', name: 'Channel Osh – Kara-Suu', leadUnit: 'CNS-OSH', territory: 'KG-O', place: 'Kara-Suu, road to the bazaar',
      location: { lat: 40.7, lon: 72.86 }, plannedFrom: '2020-11-14T04:00:00+06:00', plannedTo: '2020-11-14T10:00:00+06:00', caseId: null,
      classification: 'confidential', programmes: ['XACZ60'],
    });
    expect(reply.status).toBe(201);
    expect(reply.headers['location']).toBe(`/api/v1/operations/${id}`);
    expect(reply.headers['etag']).toBe('"1"');
    expect(reply.body).toMatchObject({
      id, version: 1, kind: 'special_operation', status: 'draft', leadUnit: 'CNS-OSH', participants: [], territory: 'KG-O', programmes: ['XACZ60'], classification: 'confidential',
      location: { lat: 40.7, lon: 72.86, accuracyMeters: null }, plannedFrom: '2020-11-13T22:00:00.000Z', result: null, isIllustrative: false,
    });
    expect(reply.body.number).toMatch(/^CNS-OSH\/2020\/OP-\d{4}$/);
    expect(reply.body.territoryNames.en).toMatch(/Osh/);
    const again = await t.as('officer.osh').get(`/operations/${id}`);
    expect(again.body).toEqual(reply.body);
    expect((await t.as('officer.osh').get(`/operations/${id}`, { 'If-None-Match': '"1"' })).status).toBe(304);
  });

  it('for one’s own unit where none is named, or for a unit below it', async () => {
    const { body, status } = await t.as('officer.osh').post('/operations', { kind: 'checkpoint', name: 'Post Madaniyat' });
    expect([status, body.leadUnit]).toEqual([201, 'CNS-OSH']);
    expect((await drafted({ leadUnit: 'CNS-OSH-M1' })).number).toMatch(/^CNS-OSH-M1\//);
  });

  it('once: the same body again answers 200, another body 409, an id one may not see the same 409', async () => {
    const command = draft();
    const first = await t.as('officer.osh').post('/operations', command);
    const second = await t.as('officer.osh').post('/operations', { ...command });
    expect([first.status, second.status, second.body.number]).toEqual([201, 200, first.body.number]);
    const other = await t.as('officer.osh').post('/operations', { ...command, name: 'Another' });
    expect([other.status, other.body.code]).toEqual([409, 'id.taken']);
    const hidden = await t.as('officer.chuy').post('/operations', { ...command, leadUnit: 'CNS-CHUY' });
    expect([hidden.status, hidden.body.code]).toEqual([409, 'id.taken']);
  });
});

describe('what is refused', () => {
  it.each([
    ['an unknown unit', { leadUnit: 'CNS-MARS' }, 'code.unknown', '/leadUnit'],
    ['an unknown territory', { territory: 'KG-XX' }, 'code.unknown', '/territory'],
    ['an unknown programme', { programmes: ['XACZ60', 'NONE'] }, 'code.unknown', '/programmes/1'],
    ['an unknown kind', { kind: 'war' }, 'field.invalid', '/kind'],
    ['an unknown field', { colour: 'red' }, 'field.unknown', '/colour'],
    ['a nameless one', { name: ' ' }, 'field.invalid', '/name'],
    ['half a location', { location: { lat: 40.7 } }, 'field.invalid', '/location/lon'],
    ['an end before the start', { plannedFrom: '2020-11-14T04:00:00+06:00', plannedTo: '2020-11-14T03:00:00+06:00' }, 'operations.planned-order', '/plannedTo'],
    ['a case that is not there', { caseId: randomUUID() }, 'operations.case-not-found', '/caseId'],
  ])('%s', async (_, more, code, pointer) => {
    const command = draft(more);
    const { status, body } = await t.as('officer.osh').post('/operations', command);
    expect([status, body.errors[0].code, body.errors[0].pointer]).toEqual([422, code, pointer]);
    expect((await t.as('auditor').get(`/operations/${command.id}`)).status).toBe(404);
  });

  it('a case of another unit: it does not exist for the caller', async () => {
    const made = await t.as('officer.chuy').post('/cases', { title: 'Another unit’s case', leadUnit: 'CNS-CHUY', registeredAt: '2020-10-01T09:00:00+06:00' });
    expect(made.status).toBe(201);
    const { status, body } = await t.as('officer.osh').post('/operations', draft({ caseId: made.body.id }));
    expect([status, body.code]).toEqual([422, 'operations.case-not-found']);
    const own = await t.as('officer.chuy').post('/operations', draft({ caseId: made.body.id, leadUnit: 'CNS-CHUY' }));
    expect([own.status, own.body.caseId]).toEqual([201, made.body.id]);
  });
});

describe('an operation of a case', () => {
  const register = async (more: Record<string, unknown> = {}) => (await t.as('officer.osh').post('/cases', { title: 'The channel', leadUnit: 'CNS-OSH', ...more })).body;

  it('is seen by the members of the case: a prosecutor, an officer of another unit; they change nothing', async () => {
    const { id: caseId } = await register();
    const { id } = await drafted({ caseId });
    for (const [who, part] of [['prosecutor', 'supervising_prosecutor'], ['officer.chuy', 'operative']]) {
      expect((await t.as(who!).get(`/operations/${id}`)).status).toBe(404);
      expect((await t.as('officer.osh').post(`/cases/${caseId}/members`, { account: who, part })).status).toBe(201);
      expect((await t.as(who!).get(`/operations/${id}`)).status).toBe(200);
      expect((await t.as(who!).get(`/operations?caseId=${caseId}`)).body.items).toHaveLength(1);
      expect((await t.as(who!).get(`/operations/${id}/log`)).status).toBe(200);
      expect((await t.as(who!).patch(`/operations/${id}`, { name: 'X' }, { 'If-Match': '"1"' })).status).toBe(403);
    }
  });

  it('is never classified lower than the case, nor when the case is raised; when the case is lowered it stays', async () => {
    const made = await register({ classification: 'confidential' });
    const { id, classification } = await drafted({ caseId: made.id });
    expect(classification).toBe('confidential');
    expect((await t.as('officer.osh').patch(`/operations/${id}`, { classification: 'restricted' }, { 'If-Match': '"1"' })).body.classification).toBe('confidential');
    const raise = (to: string, version: number) => t.as('commander.osh').patch(`/cases/${made.id}`, { classification: to, reason: 'Informant named' }, { 'If-Match': `"${version}"` });
    expect((await raise('secret', made.version)).status).toBe(200);
    expect((await t.as('officer.osh').get(`/operations/${id}`)).status).toBe(404);
    expect((await t.as('commander.osh').get(`/operations/${id}/transitions`)).body.items).toHaveLength(1);
    expect((await raise('restricted', made.version + 1)).status).toBe(200);
    expect((await t.as('commander.osh').get(`/operations/${id}`)).body.classification).toBe('secret');
  });

  it('joins it later, and leaves it again', async () => {
    const { id: caseId } = await register();
    const { id } = await drafted();
    await t.as('officer.osh').post(`/operations/${id}/log`, { kind: 'situation', occurredAt: '2020-11-14T05:00:00Z', text: 'Quiet' });
    expect((await t.as('officer.osh').patch(`/operations/${id}`, { caseId }, { 'If-Match': '"1"' })).body.caseId).toBe(caseId);
    expect(await t.sql('superuser', 'select case_id from operation_log_entries where operation_id = $1', [id])).toEqual([{ case_id: caseId }]);
    expect((await t.as('officer.osh').patch(`/operations/${id}`, { caseId: null }, { 'If-Match': '"2"' })).body.caseId).toBeNull();
    expect((await t.as('officer.osh').patch(`/operations/${id}`, { caseId: randomUUID() }, { 'If-Match': '"3"' })).body.code).toBe('operations.case-not-found');
  });
});

describe('what is known is changed', () => {
  it('by PATCH: what is left out stays, null makes it unknown', async () => {
    const made = await drafted({ place: 'Uzgen', territory: 'KG-O', location: { lat: 40.77, lon: 73.3 } });
    const { status, body, headers } = await t.as('officer.osh').patch(`/operations/${made.id}`, { place: null, objective: 'See who comes by', location: null }, { 'If-Match': '"1"' });
    expect([status, headers['etag']]).toEqual([200, '"2"']);
    expect(body).toMatchObject({ place: null, location: null, objective: 'See who comes by', territory: 'KG-O', name: made.name });
    expect((await t.as('officer.osh').patch(`/operations/${made.id}`, {}, { 'If-Match': '"2"' })).body.version).toBe(2);
  });

  it('with If-Match: 428 without, 412 when stale; of two at once one wins', async () => {
    const { id } = await drafted();
    const change = (name: string, headers: Record<string, string>) => t.as('officer.osh').patch(`/operations/${id}`, { name }, headers);
    expect((await change('A', {})).status).toBe(428);
    expect((await change('A', { 'If-Match': '"7"' })).status).toBe(412);
    const both = await Promise.all([change('B', { 'If-Match': '"1"' }), change('C', { 'If-Match': '"1"' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('but never to the unknown where it must be known', async () => {
    const { id } = await drafted();
    const { status, body } = await t.as('officer.osh').patch(`/operations/${id}`, { name: null, leadUnit: null }, { 'If-Match': '"1"' });
    expect([status, body.errors.map((each: { pointer: string }) => each.pointer)]).toEqual([422, ['/name', '/leadUnit']]);
  });

  it('and not into another unit’s hands, unless by the coordinator; then it is theirs', async () => {
    const { id } = await drafted();
    expect((await t.as('officer.osh').patch(`/operations/${id}`, { leadUnit: 'CNS-CHUY' }, { 'If-Match': '"1"' })).status).toBe(403);
    expect((await t.as('coordinator').patch(`/operations/${id}`, { leadUnit: 'CNS-CHUY' }, { 'If-Match': '"1"' })).body.leadUnit).toBe('CNS-CHUY');
    expect((await t.as('officer.osh').get(`/operations/${id}`)).status).toBe(404);
    expect((await t.as('officer.chuy').get(`/operations/${id}/transitions`)).body.items).toHaveLength(1);
  });
});

describe('who may', () => {
  let id: string;
  beforeAll(async () => {
    ({ id } = await drafted({ name: 'Seen by whom' }));
  });

  it.each([
    ['officer.osh', 200], ['commander.osh', 200], ['commander', 200], ['coordinator', 200], ['analyst', 200], ['auditor', 200],
    ['officer.chuy', 404], ['officer.bishkek', 404], ['prosecutor', 404], ['administrator', 403], ['custodian', 403], ['chemist', 403], ['nobody', 401],
  ])('read: %s %i', async (who, status) => {
    expect((await t.as(who).get(`/operations/${id}`)).status).toBe(status);
  });

  it.each([
    ['officer.chuy', 404], ['analyst', 403], ['auditor', 403], ['prosecutor', 403], ['administrator', 403], ['custodian', 403], ['chemist', 403], ['nobody', 401],
  ])('not change: %s %i', async (who, status) => {
    expect((await t.as(who).patch(`/operations/${id}`, { name: 'X' }, { 'If-Match': '"1"' })).status).toBe(status);
  });

  it.each([['officer.chuy', 403], ['analyst', 403], ['auditor', 403], ['administrator', 403], ['nobody', 401]])('not draft for CNS-OSH: %s %i', async (who, status) => {
    expect((await t.as(who).post('/operations', draft())).status).toBe(status);
  });

  it('an operation above one’s clearance does not exist, and cannot be made', async () => {
    const secret = await drafted({ classification: 'secret' }, 'commander.osh');
    expect((await t.as('officer.osh').get(`/operations/${secret.id}`)).status).toBe(404);
    expect((await t.as('officer.osh').get('/operations?classification=secret')).body.items).toEqual([]);
    expect((await t.as('officer.osh').get(`/operations/${secret.id}/log`)).status).toBe(404);
    expect((await t.as('officer.osh').post('/operations', draft({ classification: 'secret' }))).status).toBe(403);
  });
});

describe('the list', () => {
  beforeAll(async () => {
    await drafted({ name: 'Рейд в Кара-Суу', kind: 'raid', territory: 'KG-O', plannedFrom: '2019-03-10T04:00:00+06:00', plannedTo: '2019-03-10T05:00:00+06:00', programmes: ['XACZ60'] });
    await drafted({ name: 'Fields of Tong', kind: 'eradication', plannedFrom: '2019-03-11T04:00:00+06:00', location: { lat: 42.1, lon: 77 } });
    await drafted({ name: 'Chui posts', leadUnit: 'CNS-CHUY', plannedFrom: '2019-03-12T04:00:00+06:00' }, 'officer.chuy');
  });
  const names = async (query: string, who = 'coordinator') => {
    const { status, body } = await t.as(who).get(`/operations?from=2019-01-01&to=2020-01-01&${query}`);
    expect(status).toBe(200);
    return body.items.map((item: { name: string }) => item.name);
  };

  it.each([
    ['limit=200', ['Chui posts', 'Fields of Tong', 'Рейд в Кара-Суу']],
    ['kind=raid', ['Рейд в Кара-Суу']], ['status=draft,active&kind=eradication', ['Fields of Tong']], ['leadUnit=CNS-CHUY', ['Chui posts']],
    ['territory=KG', ['Рейд в Кара-Суу']], ['territory=KG-C', []], ['programme=XACZ60', ['Рейд в Кара-Суу']], ['classification=restricted,secret&leadUnit=CNS-CHUY', ['Chui posts']],
    ['q=карасуу', ['Рейд в Кара-Суу']], ['q=%25', []], ['participant=CNS-AC', []], ['illustrative=true', []],
  ])('%s', async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  it('shows an officer no other unit’s operation', async () => {
    expect(await names('limit=200', 'officer.osh')).toEqual(['Fields of Tong', 'Рейд в Кара-Суу']);
  });

  it('pages by cursor, and exports whole', async () => {
    const first = await t.as('coordinator').get('/operations?from=2019-01-01&to=2020-01-01&limit=2');
    const second = await t.as('coordinator').get(`/operations?from=2019-01-01&to=2020-01-01&limit=2&cursor=${first.body.nextCursor}`);
    expect([...first.body.items, ...second.body.items].map((item) => item.name)).toEqual(await names('limit=200'));
    const csv = await t.as('coordinator').get('/operations?from=2019-01-01&to=2020-01-01', { Accept: 'text/csv' });
    expect(csv.text.trim().split('\n')).toHaveLength(4);
    const geo = await t.as('coordinator').get('/operations?from=2019-01-01&to=2020-01-01', { Accept: 'application/geo+json' });
    expect(JSON.parse(geo.text).features.map((each: { geometry: unknown }) => each.geometry)).toContainEqual({ type: 'Point', coordinates: [77, 42.1] });
  });

  it.each(['colour=red', 'status=unknown', 'from=yesterday', 'cursor=zzz', 'limit=0', 'caseId=1', 'kind=raid%27%20or%201=1', 'q='])('refuses %s', async (query) => {
    expect((await t.as('coordinator').get(`/operations?${query}`)).status).toBe(400);
  });
});
