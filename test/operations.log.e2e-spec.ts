import { randomUUID } from 'node:crypto';
import { tamga, type Tamga } from './support/tamga.ts';

let t: Tamga;
let id: string;
beforeAll(async () => {
  t = await tamga();
  ({ id } = (await t.as('officer.osh').post('/operations', { kind: 'search', name: 'Search in Kara-Suu', leadUnit: 'CNS-OSH' })).body);
  await t.as('officer.osh').post(`/operations/${id}/transitions`, { to: 'active', occurredAt: '2020-11-14T04:00:00+06:00' }, { 'If-Match': '"1"' });
});
afterAll(() => t.stop());

const entry = (more: Record<string, unknown> = {}) => ({ kind: 'situation', occurredAt: '2020-11-14T05:00:00+06:00', text: 'Lorry stopped at the post', ...more });
const write = (more: Record<string, unknown> = {}, who = 'officer.osh') => t.as(who).post(`/operations/${id}/log`, entry(more));

it('an officer tells what happened: situation, decision with its options, place and officer', async () => {
  const { status, body, headers } = await write({
    kind: 'decision', text: 'Search the load on the spot', options: ['Escort it to the yard', 'Search on the spot'], rationale: 'The yard is an hour away',
    officer: 'OFF-0007', place: 'Post Madaniyat', location: { lat: 40.7, lon: 72.86, accuracyMeters: 20 },
  });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    kind: 'decision', occurredAt: '2020-11-13T23:00:00.000Z', officer: 'OFF-0007', options: ['Escort it to the yard', 'Search on the spot'], rationale: 'The yard is an hour away',
    location: { lat: 40.7, lon: 72.86, accuracyMeters: 20 }, lateEntry: false, lateBecause: [], correctsId: null, correctedBy: [],
  });
  expect(Math.abs(Date.now() - Date.parse(body.recordedAt))).toBeLessThan(60_000);
  expect((await t.as('officer.osh').get(headers['location']!)).body).toEqual(body);
  for (const kind of ['order', 'arrest', 'seizure', 'check_in', 'use_of_force', 'injury', 'handover']) expect((await write({ kind })).status).toBe(201);
  const geo = await t.as('officer.osh').get(`/operations/${id}/log?kind=decision`, { Accept: 'application/geo+json' });
  expect(JSON.parse(geo.text).features[0].geometry).toEqual({ type: 'Point', coordinates: [72.86, 40.7] });
});

it('the log is read in the order in which things happened, and filtered', async () => {
  await write({ occurredAt: '2020-11-14T07:00:00+06:00', text: 'second' });
  await write({ occurredAt: '2020-11-14T06:30:00+06:00', text: 'first, 50 % sure' });
  const texts = async (query: string) => (await t.as('officer.osh').get(`/operations/${id}/log?${query}`)).body.items.map((each: { text: string }) => each.text);
  expect(await texts('from=2020-11-14T06:00:00%2B06:00&to=2020-11-14T08:00:00%2B06:00')).toEqual(['first, 50 % sure', 'second']);
  expect(await texts('q=50%20%25')).toEqual(['first, 50 % sure']);
  expect((await t.as('officer.osh').get(`/operations/${id}/log?of=${randomUUID()}&q=second`)).body.items).toHaveLength(1);
});

it('a wrong entry is corrected by another that cites it; both stay', async () => {
  const wrong = (await write({ kind: 'arrest', text: 'Three detained' })).body;
  const right = await write({ kind: 'arrest', text: 'Two detained', correctsId: wrong.id, reason: 'Counted twice' });
  expect([right.status, right.body.correctsId]).toEqual([201, wrong.id]);
  expect((await t.as('officer.osh').get(`/operations/${id}/log/${wrong.id}`)).body).toEqual({ ...wrong, correctedBy: [right.body.id] });
});

describe('late entries are welcome and say so', () => {
  it('before the recorded start', async () => {
    const { status, body } = await write({ occurredAt: '2020-11-14T03:00:00+06:00' });
    expect([status, body.lateEntry, body.lateBecause]).toEqual([201, true, ['before_start']]);
  });

  it('in an operation that is concluded or closed; reopened, it is on time again', async () => {
    const other = (await t.as('officer.osh').post('/operations', { kind: 'patrol', name: 'Late' })).body.id;
    const move = (to: string, version: number, more = {}, who = 'officer.osh') => t.as(who).post(`/operations/${other}/transitions`, { to, ...more }, { 'If-Match': `"${version}"` });
    const late = async () => (await t.as('officer.osh').post(`/operations/${other}/log`, entry({ occurredAt: new Date().toISOString() }))).body.lateBecause;
    expect(await late()).toEqual([]);
    await move('active', 1);
    expect(await late()).toEqual([]);
    await move('concluded', 2, { result: 'achieved' });
    expect(await late()).toEqual(['operation_over']);
    await move('active', 3, { reason: 'More' }, 'commander.osh');
    expect(await late()).toEqual([]);
    await move('concluded', 4, { result: 'achieved' });
    await move('closed', 5);
    expect(await late()).toEqual(['operation_over']);
    expect((await t.as('officer.osh').get(`/operations/${other}/log?late=true`)).body.items).toHaveLength(2);
  });
});

describe('what is refused', () => {
  it.each([
    ['more than 24 hours ahead', { occurredAt: new Date(Date.now() + 25 * 3_600_000).toISOString() }, 'time.ahead', '/occurredAt'],
    ['a time without an offset', { occurredAt: '2020-11-14T05:00:00' }, 'time.malformed', '/occurredAt'],
    ['an unknown kind', { kind: 'gossip' }, 'field.invalid', '/kind'],
    ['no text', { text: '' }, 'field.invalid', '/text'],
    ['an unknown officer', { officer: 'OFF-9999' }, 'code.unknown', '/officer'],
    ['a rationale without a decision', { rationale: 'because' }, 'operations.decision-only', '/rationale'],
    ['a correction of nothing', { correctsId: '0190f3a4-7c1e-7c3b-9d52-3f1f6a2b8c01' }, 'operations.entry-not-found', '/correctsId'],
    ['a recordedAt of one’s own', { recordedAt: '2020-11-14T05:00:00Z' }, 'field.unknown', '/recordedAt'],
  ])('%s', async (_, more, code, pointer) => {
    const { status, body } = await write(more);
    expect([status, body.errors[0].code, body.errors[0].pointer]).toEqual([422, code, pointer]);
  });

  it('23 hours ahead is a fast clock, and accepted', async () => {
    expect((await write({ occurredAt: new Date(Date.now() + 23 * 3_600_000).toISOString() })).status).toBe(201);
  });

  it('NUL in a text', async () => {
    expect((await write({ text: 'a\u0000b' })).status).toBe(400);
  });

  it('a correction of another operation’s entry', async () => {
    const other = (await t.as('officer.osh').post('/operations', { kind: 'patrol', name: 'Another' })).body.id;
    const theirs = (await t.as('officer.osh').post(`/operations/${other}/log`, entry())).body.id;
    expect((await write({ correctsId: theirs })).body.code).toBe('operations.entry-not-found');
    expect((await t.as('officer.osh').get(`/operations/${id}/log/${theirs}`)).status).toBe(404);
  });

  it('to change or remove an entry: there is no such route, and no such right', async () => {
    const { body } = await write();
    expect((await t.as('officer.osh').patch(`/operations/${id}/log/${body.id}`, { text: 'X' }, { 'If-Match': '"1"' })).status).toBe(404);
    expect((await t.as('officer.osh').delete(`/operations/${id}/log/${body.id}`)).status).toBe(404);
    for (const role of ['officer', 'coordinator', 'commander', 'auditor']) {
      await expect(t.sql(role, `update operation_log_entries set text = 'X'`, [])).rejects.toMatchObject({ code: '42501' });
      await expect(t.sql(role, 'delete from operation_log_entries', [])).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('a forged time or author of recording: the database writes both', async () => {
    const [account] = await t.sql('superuser', `select a.id, a.person_id as person, tamga.units_below(array[p.unit_id])::text as units from accounts a join officers o on o.person_id = a.person_id
      join officer_posts p on p.officer_id = o.id where a.username = 'officer.osh'`);
    const [row] = await t.sql('officer', `insert into operation_log_entries (id, operation_id, kind, occurred_at, text, recorded_at, recorded_by)
      values ($1, $2, 'situation', now(), 'x', '2001-01-01', '00000000-0000-7000-8000-000000000001') returning recorded_by, recorded_at > now() - interval '1 minute' as now, unit_id`,
      [randomUUID(), id], { person: account!['person'], account: account!['id'], action: 'test', units: account!['units'], clearance: '1' });
    expect(row).toMatchObject({ recorded_by: account!['person'], now: true });
  });
});

it('the same entry sent again is one entry; with another body it is refused', async () => {
  const entryId = randomUUID();
  const [first, second, third] = [await write({ id: entryId }), await write({ id: entryId }), await write({ id: entryId, text: 'Another' })];
  expect([first.status, second.status, third.status]).toEqual([201, 200, 409]);
  const both = randomUUID();
  expect((await Promise.all([write({ id: both }), write({ id: both })])).map(({ status }) => status).sort()).toEqual([200, 201]);
});

it.each([['officer.chuy', 404], ['analyst', 403], ['auditor', 403], ['prosecutor', 403], ['administrator', 403], ['custodian', 403], ['nobody', 401]])('%s writes nothing: %i', async (who, status) => {
  expect((await write({}, who)).status).toBe(status);
});

it.each([['officer.chuy', 404], ['auditor', 200], ['analyst', 200], ['commander', 200], ['administrator', 403], ['chemist', 403], ['nobody', 401]])('%s reads: %i', async (who, status) => {
  expect((await t.as(who).get(`/operations/${id}/log`)).status).toBe(status);
});
