import { randomUUID } from 'node:crypto';
import { tamga, type Tamga } from './support/tamga.ts';

let t: Tamga;
let id: string;
beforeAll(async () => {
  t = await tamga();
});
afterAll(() => t.stop());
beforeEach(async () => {
  ({ id } = (await t.as('officer.osh').post('/operations', { kind: 'search', name: 'Search in Kara-Suu', leadUnit: 'CNS-OSH' })).body);
});

const osh = () => t.as('officer.osh');
const start = () => osh().post(`/operations/${id}/transitions`, { to: 'active' }, { 'If-Match': '"1"' });

describe('outcomes', () => {
  it('are recorded, and amended with the reason; history keeps what was', async () => {
    const made = await osh().post(`/operations/${id}/outcomes`, { kind: 'arrests', count: 2, description: 'Organizer and courier' });
    expect([made.status, made.body.count]).toEqual([201, 2]);
    const path = `/operations/${id}/outcomes/${made.body.id}`;
    const amended = await osh().patch(path, { count: 3, reason: 'A lookout was found later' }, { 'If-Match': made.headers['etag']! });
    expect([amended.status, amended.body.count, amended.body.description, amended.body.version]).toEqual([200, 3, 'Organizer and courier', 2]);
    expect((await osh().get(path)).body).toEqual(amended.body);
    const { body } = await osh().get(`/operations/${id}/history?kind=operation_outcomes`);
    expect(body.items[1]).toMatchObject({ reason: 'A lookout was found later', changes: [{ field: 'count', from: 2, to: 3 }] });
    for (const kind of ['channels_suppressed', 'groups_suppressed', 'laboratories_dismantled', 'fields_eradicated']) {
      expect((await osh().post(`/operations/${id}/outcomes`, { kind, count: null })).body.count).toBeNull();
    }
    expect((await osh().get(`/operations/${id}/outcomes?kind=arrests,groups_suppressed`)).body.items).toHaveLength(2);
  });

  it('are refused: another kind without words, a count below zero or broken, no reason, no or a stale version', async () => {
    const post = (body: object) => osh().post(`/operations/${id}/outcomes`, body);
    expect((await post({ kind: 'other', count: 1 })).body.code).toBe('operations.outcome-undescribed');
    for (const count of [-1, 1.5, '2']) expect((await post({ kind: 'arrests', count })).status).toBe(422);
    expect((await osh().post(`/operations/${id}/outcomes`, '{"kind":"arrests","count":1e400}')).status).toBe(400);
    const { body } = await post({ kind: 'arrests', count: 1 });
    const patch = (more: object, headers = {}) => osh().patch(`/operations/${id}/outcomes/${body.id}`, more, headers);
    expect((await patch({ count: 2, reason: 'x' })).status).toBe(428);
    expect((await patch({ count: 2, reason: 'x' }, { 'If-Match': '"5"' })).status).toBe(412);
    expect((await patch({ count: 2 }, { 'If-Match': '"1"' })).body.errors[0].pointer).toBe('/reason');
    expect((await patch({ reason: 'nothing' }, { 'If-Match': '"1"' })).body.version).toBe(1);
  });

  it('are made once: the same body again is the same outcome', async () => {
    const command = { id: randomUUID(), kind: 'arrests', count: 1 };
    expect((await osh().post(`/operations/${id}/outcomes`, command)).status).toBe(201);
    expect((await osh().post(`/operations/${id}/outcomes`, command)).status).toBe(200);
    expect((await osh().post(`/operations/${id}/outcomes`, { ...command, count: 2 })).status).toBe(409);
  });
});

describe('the debrief', () => {
  const debrief = (more: object = {}, headers = {}) => osh().post(`/operations/${id}/debrief`, { summary: 'The channel is closed', lessons: ['Carry a repeater'], ...more }, headers);

  it('is recorded once the operation has started, and recorded anew with If-Match', async () => {
    expect((await debrief()).body.code).toBe('operations.debrief-too-early');
    expect((await osh().get(`/operations/${id}/debrief`)).status).toBe(404);
    await start();
    const first = await debrief({ whatWorked: 'The cordon', whatDidNot: 'The radio', heldAt: '2020-11-15T10:00:00+06:00' });
    expect([first.status, first.headers['location']]).toEqual([201, `/api/v1/operations/${id}/debrief`]);
    expect(first.body).toMatchObject({ summary: 'The channel is closed', whatWorked: 'The cordon', whatDidNot: 'The radio', lessons: ['Carry a repeater'], heldAt: '2020-11-15T04:00:00.000Z' });
    expect((await debrief({ summary: 'Another' })).status).toBe(428);
    expect((await debrief({ summary: 'Another' }, { 'If-Match': '"8"' })).status).toBe(412);
    expect((await debrief({ id: randomUUID() }, { 'If-Match': '"1"' })).body.code).toBe('operations.debriefed-already');
    const second = await debrief({ summary: 'The supplier got away', lessons: [] }, { 'If-Match': '"1"' });
    expect([second.status, second.body.version, second.body.whatWorked, second.body.lessons]).toEqual([200, 2, null, []]);
    expect((await osh().get(`/operations/${id}/debrief`)).body).toEqual(second.body);
  });

  it('sent again changes nothing; of two at once one is recorded', async () => {
    await start();
    const both = await Promise.all([debrief(), debrief()]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect((await debrief()).body.version).toBe(1);
  });
});

describe('legal authorities', () => {
  const sanction = {
    kind: 'court_sanction', issuer: 'Osh city court', number: '4-112', issuedOn: '2020-11-12', scope: 'Search of the house at Lenin street 4, Kara-Suu',
    validFrom: '2020-11-14T00:00:00+06:00', validTo: '2020-11-24T00:00:00+06:00',
  };

  it('are recorded with issuer, scope and validity, and extended with the reason', async () => {
    const made = await osh().post(`/operations/${id}/authorities`, sanction);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ ...sanction, validFrom: '2020-11-13T18:00:00.000Z', validTo: '2020-11-23T18:00:00.000Z' });
    const { body } = await osh().patch(`/operations/${id}/authorities/${made.body.id}`, { validTo: '2020-12-04T00:00:00+06:00', reason: 'Extended by the court' }, { 'If-Match': '"1"' });
    expect([body.validTo, body.number, body.version]).toEqual(['2020-12-03T18:00:00.000Z', '4-112', 2]);
    expect((await osh().get(`/operations/${id}/authorities?kind=court_sanction`)).body.items).toEqual([body]);
    expect((await osh().get(`/operations/${id}/authorities/${body.id}`)).body).toEqual(body);
  });

  it.each([
    ['an end before the beginning', { validTo: '2020-11-13T00:00:00+06:00' }, '/validTo'], ['a day that is none', { issuedOn: '2020-02-30' }, '/issuedOn'],
    ['no issuer', { issuer: null }, '/issuer'], ['an unknown kind', { kind: 'verbal' }, '/kind'],
  ])('are refused with %s', async (_, more, pointer) => {
    const { status, body } = await osh().post(`/operations/${id}/authorities`, { ...sanction, ...more });
    expect([status, body.errors[0].pointer]).toEqual([422, pointer]);
  });
});

describe('who may', () => {
  const attempts = (who: string): Promise<number[]> => Promise.all([
    t.as(who).post(`/operations/${id}/outcomes`, { kind: 'arrests', count: 1 }), t.as(who).post(`/operations/${id}/debrief`, { summary: 'x' }),
    t.as(who).post(`/operations/${id}/authorities`, { kind: 'other', issuer: 'x', issuedOn: '2020-11-12', scope: 'x' }),
  ]).then((replies) => replies.map(({ status }) => status));

  it.each([['officer.chuy', 404], ['analyst', 403], ['auditor', 403], ['prosecutor', 403], ['administrator', 403], ['chemist', 403], ['nobody', 401]])('write: not %s, %i', async (who, status) => {
    await start();
    expect(await attempts(who)).toEqual([status, status, status]);
  });

  it.each([['commander.osh'], ['coordinator'], ['commander']])('write: %s', async (who) => {
    await start();
    expect(await attempts(who)).toEqual([201, 201, 201]);
  });

  it.each([['officer.chuy', 404], ['auditor', 200], ['administrator', 403], ['nobody', 401]])('read: %s %i', async (who, status) => {
    for (const path of ['outcomes', 'authorities', 'participants', 'transitions', 'waivers']) expect((await t.as(who).get(`/operations/${id}/${path}`)).status).toBe(status);
  });
});
