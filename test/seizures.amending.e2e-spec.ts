import { newId } from '../src/platform/ids.ts';
import { SecondPersonReasons } from '../src/seizures/second-person.ts';
import { tamga, type Tamga } from './support/tamga.ts';

let t: Tamga;
beforeAll(async () => {
  t = await tamga();
}, 60_000);
afterAll(() => t.stop());

const heroin = { substance: 'heroin', form: 'powder', quantity: '8.286', unit: 'kg', basis: 'gross', method: 'scale' };
const record = async (more: object = {}) => (await t.as('officer.osh').post('/seizures', { seizedAt: '2021-03-14T05:40:00+06:00', territory: 'KG-O', lines: [heroin, { substance: 'opium', quantity: '12', unit: 'g' }], ...more })).body;
const amend = (id: string, body: object, version = 1, who = 'officer.osh') => t.as(who).post(`/seizures/${id}/amendments`, { reason: 'the protocol says so', ...body }, { 'If-Match': `"${version}"` });

describe('a wrong seizure is amended openly', () => {
  it('and what it was stays readable beside what it became', async () => {
    const seizure = await record();
    const line = seizure.lines[0].id;
    const { status, body, headers } = await amend(seizure.id, { place: 'Kara-Suu', territory: '41706226000000', lines: [{ id: line, quantity: '8.268' }] });
    expect(status).toBe(200);
    expect(headers['etag']).toBe(`"${body.version}"`);
    expect(body).toMatchObject({ status: 'amended', place: 'Kara-Suu', territory: '41706226000000', number: seizure.number });
    expect(body.lines[0]).toMatchObject({ id: line, quantity: '8.268', massGrams: '8268', unit: 'kg' });
    expect(body.lines[1]).toMatchObject({ quantity: '12', massGrams: '12' });
    const { items } = (await t.as('officer.osh').get(`/seizures/${seizure.id}/amendments`)).body;
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ kind: 'amendment', status: 'applied', reason: 'the protocol says so' });
    expect(items[0].was.head).toMatchObject({ place: null, territory: 'KG-O' });
    expect(items[0].was.lines[line]).toMatchObject({ quantity: '8.286', massGrams: '8286' });
  });

  it('its lines follow its time and place, so that statistics count it where it belongs', async () => {
    const seizure = await record();
    await amend(seizure.id, { seizedAt: '2021-04-01T00:30:00+06:00', territory: 'KG-C' });
    expect(await t.sql('superuser', `select distinct seized_at = '2021-03-31T18:30:00Z' as moved, territory from seizure_lines where seizure_id = $1`, [seizure.id])).toEqual([{ moved: true, territory: 'KG-C' }]);
  });

  it('a fact that turns out unknown becomes null, one that is left out stays', async () => {
    const seizure = await record({ place: 'Osh', note: 'stays' });
    const { body } = await amend(seizure.id, { place: null, lines: [{ id: seizure.lines[0].id, quantity: null, unit: null }] });
    expect(body).toMatchObject({ place: null, note: 'stays' });
    expect(body.lines[0]).toMatchObject({ quantity: null, unit: null, massGrams: null, substance: 'heroin' });
  });

  it('a line is added, and one that was wrong altogether is voided', async () => {
    const seizure = await record();
    const added = await t.as('officer.osh').post(`/seizures/${seizure.id}/lines`, { substance: 'cannabis_resin', quantity: '1', unit: 'kg', reason: 'second search' });
    expect([added.status, added.body.lines.length, added.body.lines[2].lineNumber]).toEqual([201, 3, 3]);
    const { body } = await amend(seizure.id, { lines: [{ id: seizure.lines[1].id, isVoided: true }] }, added.body.version);
    expect(body.lines.map((line: { status: string }) => line.status)).toEqual(['declared', 'voided', 'declared']);
  });

  it('a line is valued, and anew, with the earlier valuation kept', async () => {
    const seizure = await record();
    const value = (amount: string) => t.as('coordinator').post(`/seizures/${seizure.id}/lines/${seizure.lines[0].id}/valuations`, { amount, currency: 'USD', level: 'wholesale', valuedOn: '2021-04-01', source: 'Analytical Center' });
    await value('100');
    const { body } = await value('120.50');
    expect(body.lines[0].valuation).toMatchObject({ amount: '120.5', currency: 'USD' });
    expect(await t.sql('superuser', 'select from seizure_valuations where seizure_id = $1', [seizure.id])).toHaveLength(2);
  });
});

describe('a field test', () => {
  it('that is positive makes a line presumptive, and its correction declared again', async () => {
    const seizure = await record({ lines: [{ ...heroin, fieldTest: 'positive', fieldTestKit: 'Marquis' }] });
    expect(seizure.lines[0].status).toBe('presumptive');
    const { body } = await amend(seizure.id, { lines: [{ id: seizure.lines[0].id, fieldTest: 'negative' }] });
    expect(body.lines[0]).toMatchObject({ status: 'declared', fieldTest: 'negative' });
  });

  it('cannot make a line confirmed, not by raw SQL either', async () => {
    const seizure = await record();
    await expect(t.sql('superuser', `do $$ begin perform set_config('tamga.person', '00000000-0000-7000-8000-000000000001', true), set_config('tamga.account', '00000000-0000-7000-8000-000000000002', true), set_config('tamga.action', 'raw', true);
      update tamga.seizure_lines set status = 'confirmed' where id = '${seizure.lines[0].id}'; end $$`)).rejects.toMatchObject({ code: '23514', hint: 'lifecycle.refused' });
  });
});

describe('where something rests on the seizure already', () => {
  let rests = true;
  beforeAll(() => t.app.get(SecondPersonReasons).register(async () => (rests ? ['exhibits.transferred'] : [])));
  afterAll(() => { rests = false; });

  it('an amendment waits for a second person, who is another one', async () => {
    const seizure = await record();
    const waiting = await amend(seizure.id, { place: 'Kara-Suu' });
    expect(waiting.body).toMatchObject({ place: null, status: 'recorded' });
    const { items } = (await t.as('officer.osh').get(`/seizures/${seizure.id}/amendments`)).body;
    expect(items[0].status).toBe('awaiting_second_person');
    const decide = (who: string, decision = 'confirmed', version = 1) => t.as(who).post(`/seizure-amendments/${items[0].id}/decision`, { decision }, { 'If-Match': `"${version}"` });
    expect([(await decide('officer.osh')).body.code, (await decide('officer.chuy')).status, (await decide('auditor')).status]).toEqual(['seizures.same-second-person', 404, 403]);
    expect((await t.as('commander.osh').get(`/seizure-amendments/${items[0].id}`)).headers['etag']).toBe('"1"');
    expect((await decide('commander.osh', 'confirmed', 7)).status).toBe(412);
    const confirmed = await decide('commander.osh');
    expect(confirmed.body).toMatchObject({ place: 'Kara-Suu', status: 'amended' });
    expect((await decide('coordinator', 'confirmed', 2)).body.code).toBe('seizures.amendment-decided');
  });

  it('and the same person cannot confirm it by raw SQL', async () => {
    const seizure = await record();
    await amend(seizure.id, { place: 'Kara-Suu' });
    await expect(t.sql('coordinator', `update seizure_amendments set status = 'applied', confirmed_by = proposed_by where seizure_id = $1`, [seizure.id],
      { person: '00000000-0000-7000-8000-000000000001', account: '00000000-0000-7000-8000-000000000002', action: 'raw', clearance: '3' })).rejects.toMatchObject({ constraint: 'seizure_amendments_two_persons' });
  });
});

describe('a seizure that never was is voided', () => {
  it('with the reason; it stays readable and changes no more', async () => {
    const seizure = await record();
    const voided = await t.as('officer.osh').post(`/seizures/${seizure.id}/void`, { reason: 'recorded twice' }, { 'If-Match': '"1"' });
    expect([voided.status, voided.body.status, voided.body.lines[0].status]).toEqual([200, 'voided', 'voided']);
    const after = await amend(seizure.id, { place: 'x' }, voided.body.version);
    expect([after.status, after.body.code]).toEqual([422, 'seizures.voided']);
    expect((await t.as('auditor').get(`/seizures/${seizure.id}`)).body.lines[0].quantity).toBe('8.286');
  });
});

describe('an amendment is refused', () => {
  it('without If-Match 428, with a stale one 412, for who cannot see it 404, for who may not 403: in the order of the interface', async () => {
    const { id } = await record();
    const post = (who: string, body: unknown, headers: Record<string, string>) => t.as(who).send('POST', `/seizures/${id}/amendments`, body, headers);
    expect((await post('nobody', '{', {})).status).toBe(401);
    expect((await post('auditor', '{', {})).status).toBe(403);
    expect((await post('officer.osh', '{', {})).status).toBe(428);
    expect((await post('officer.osh', '{', { 'If-Match': '"9"' })).status).toBe(400);
    expect((await post('officer.osh', {}, { 'If-Match': '"9"' })).status).toBe(422);
    expect((await post('officer.chuy', { reason: 'x', place: 'y' }, { 'If-Match': '"9"' })).status).toBe(404);
    expect((await post('officer.osh', { reason: 'x', place: 'y' }, { 'If-Match': '"9"' })).status).toBe(412);
    expect((await post('officer.osh', { reason: 'x', place: 'y' }, { 'If-Match': 'W/"1"' })).status).toBe(412);
    expect((await post('officer.osh', { reason: 'x', place: 'y' }, { 'If-Match': '"1"' })).status).toBe(200);
  });

  it.each<[string, (line: string) => object, string]>([
    ['of nothing', () => ({}), 'seizures.nothing-amended'],
    ['of a line of another seizure', () => ({ lines: [{ id: newId(), quantity: '1' }] }), 'seizures.line-not-found'],
    ['of every line', (line) => ({ lines: [{ id: line, isVoided: true }] }), 'seizures.last-line'],
    ['to an unknown substance', (line) => ({ lines: [{ id: line, substance: 'nothing' }] }), 'code.unknown'],
    ['to half a quantity', (line) => ({ lines: [{ id: line, unit: null }] }), 'quantity.half'],
    ['to a time ahead', () => ({ seizedAt: '2199-01-01T00:00:00Z' }), 'time.ahead'],
  ])('%s', async (_, change, code) => {
    const seizure = await record({ lines: [heroin] });
    const { status, body } = await amend(seizure.id, change(seizure.lines[0].id));
    expect(status).toBe(422);
    expect([body.code, ...(body.errors ?? []).map((each: { code: string }) => each.code)]).toContain(code);
    expect((await t.as('officer.osh').get(`/seizures/${seizure.id}`)).body).toMatchObject({ version: 1, status: 'recorded' });
  });

  it('twenty at once on one version: one wins, nineteen are stale, nothing is lost', async () => {
    const { id } = await record();
    const replies = await Promise.all(Array.from({ length: 20 }, (_, n) => amend(id, { place: `place ${n}` })));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 412)).toHaveLength(19);
    expect((await t.as('officer.osh').get(`/seizures/${id}`)).body.version).toBe(2);
  });

  it('by raw SQL, where a voided seizure would live again', async () => {
    const seizure = await record();
    await t.as('officer.osh').post(`/seizures/${seizure.id}/void`, { reason: 'twice' }, { 'If-Match': '"1"' });
    const [who] = await t.sql('superuser', `select a.person_id as person, a.id as account, array[u.id]::text as units from accounts a, units u where a.username = 'officer.osh' and u.code = 'CNS-OSH'`);
    const context = { person: who!.person, account: who!.account, units: who!.units, clearance: '1', action: 'raw' };
    await expect(t.sql('officer', `update seizures set status = 'amended' where id = $1`, [seizure.id], context)).rejects.toMatchObject({ code: '23514' });
  });
});

describe('a list of seizures', () => {
  it('pages by cursor without a hole or a repeat, filtered, newest first', async () => {
    const lone = { territory: 'KG-N', lines: [{ substance: 'codeine', quantity: '1', unit: 'g' }] };
    const made = await Promise.all(Array.from({ length: 7 }, (_, n) => record({ ...lone, seizedAt: `2021-06-0${1 + (n % 3)}T00:00:00+06:00` })));
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body, status } = await t.as('coordinator').get(`/seizures?substance=codeine&territory=KG-N&from=2021-06-01&to=2021-06-04&limit=3${cursor && `&cursor=${cursor}`}`);
      expect(status).toBe(200);
      seen.push(...body.items.map((each: { id: string }) => each.id));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    expect(seen).toHaveLength(7);
    expect(new Set(seen)).toEqual(new Set(made.map(({ id }) => id)));
    const { items } = (await t.as('coordinator').get('/seizures?substance=codeine&from=2021-06-02&to=2021-06-03')).body;
    expect(items).toHaveLength(2);
    expect(items[0]).toEqual((await t.as('coordinator').get(`/seizures/${items[0].id}`)).body);
  });

  it('finds a rayon’s seizure under its oblast', async () => {
    const { id } = await record({ territory: '41706226000000', lines: [{ substance: 'morphine' }] });
    expect((await t.as('coordinator').get('/seizures?territory=KG-O&substance=morphine')).body.items.map((each: { id: string }) => each.id)).toEqual([id]);
  });

  it('goes out as CSV, NDJSON and GeoJSON, all rows, formulas made harmless', async () => {
    await record({ place: '=cmd()', location: { lat: 40.7, lon: 72.86 }, lines: [{ substance: 'ketamine' }] });
    const csv = await t.as('coordinator').get('/seizures?substance=ketamine', { accept: 'text/csv' });
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.text.split('\n')[1]).toContain(`'=cmd()`);
    const lines = (await t.as('coordinator').get('/seizures?substance=ketamine', { accept: 'application/x-ndjson' })).text.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).place)).toEqual(['=cmd()']);
    const { features } = JSON.parse((await t.as('coordinator').get('/seizures?substance=ketamine', { accept: 'application/geo+json' })).text);
    expect(features[0].geometry).toEqual({ type: 'Point', coordinates: [72.86, 40.7] });
    expect((await t.as('coordinator').get('/seizures', { accept: 'image/png' })).status).toBe(406);
  });

  it('with many filters is not mistaken for another list with the same beginning', async () => {
    const { id } = await record({ place: 'one of its kind' });
    const all = 'discovery=checkpoint&flagged=false&illustrative=false&jurisdiction=KG&kind=substance';
    const narrow = await t.as('coordinator').get(`/seizures?${all}&number=none&status=recorded&substance=heroin&unit=CNS-OSH`);
    const wide = await t.as('coordinator').get(`/seizures?${all.replace('discovery=checkpoint&', '')}&q=one of its kind&status=recorded&substance=heroin&unit=CNS-OSH`);
    expect([narrow.body.items.length, wide.body.items.map((each: { id: string }) => each.id)]).toEqual([0, [id]]);
  });

  it.each([`substance=heroin'--`, 'sort=number;drop table seizures', 'limit=0', 'limit=201', 'limit=x', 'cursor=x', `cursor=${Buffer.from('["other","x","y"]').toString('base64url')}`,
    `cursor=${Buffer.from(`["seizures","x' or 1=1","${newId()}"]`).toString('base64url')}`, 'from=yesterday', 'from=2021-02-30', 'operationId=1', 'status=live', 'illustrative=perhaps', 'substance=', 'substance=a&substance=b', 'nonsense=1', 'q=%00',
  ])('refuses ?%s', async (query) => {
    const { status, body } = await t.as('coordinator').get(`/seizures?${query}`);
    expect(status).toBe(400);
    expect(body.code).toEqual(expect.any(String));
  });
});
