import { demoPassword } from './support/cluster.ts';
import { tamga, type Tamga } from './support/tamga.ts';

const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Bishkek', dateStyle: 'short' }).format(new Date());
const name = { familyName: 'Sadykov', givenName: 'Marat', patronymic: 'Asanovich' };

describe('officers', () => {
  let t: Tamga;
  beforeAll(async () => { t = await tamga(); });
  afterAll(() => t.stop());

  const administrator = () => t.as('administrator');
  const codes = async (query: string, path = '/officers') => (await t.as('analyst').get(`${path}?limit=200&${query}`)).body.items.map((each: { code: string }) => each.code);
  const officer = async (code: string) => (await t.as('analyst').get(`/officers/${code}`)).body;
  const enrol = (code: string, more: object = {}) => administrator().post('/officers', { code, badgeNumber: `B-${code}`, name, unit: 'CNS-NARYN', rank: 'lieutenant', from: '2015-03-01', ...more });
  const depart = async (code: string, body: object) => administrator().post(`/officers/${code}/departure`, { reason: 'Retired', ...body }, { 'If-Match': `"${(await officer(code)).version}"` });
  const context = async () => {
    const { id, person } = (await administrator().get('/accounts?q=administrator')).body.items[0];
    return { person: person.id as string, account: id as string, action: 'test' };
  };

  it('are enrolled, transferred, promoted and depart, and every day knows where they served', async () => {
    const made = await enrol('OFF-0101', { position: 'Operative', orderNumber: '44-k', reason: 'Order 44-k' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ code: 'OFF-0101', name, badgeNumber: 'B-OFF-0101', unit: 'CNS-NARYN', rank: 'lieutenant', position: 'Operative', servesFrom: '2015-03-01', servesUntil: null });
    const moved = await administrator().post('/officers/OFF-0101/posts', { unit: 'CNS-OSH-M1', from: '2018-01-10', orderNumber: '3-k' });
    expect(moved.status).toBe(201);
    expect(moved.body).toMatchObject({ unit: 'CNS-OSH-M1', rank: 'lieutenant', position: null, version: 2 });
    const promoted = await administrator().post(`/officers/${made.body.id}/posts`, { unit: 'CNS-OSH-M1', from: '2020-01-10', rank: 'captain', position: 'Head of group' });
    expect(promoted.body.posts).toMatchObject([
      { unit: 'CNS-NARYN', rank: 'lieutenant', from: '2015-03-01', to: '2018-01-10', orderNumber: '44-k' }, { unit: 'CNS-OSH-M1', rank: 'lieutenant', from: '2018-01-10', to: '2020-01-10' },
      { unit: 'CNS-OSH-M1', rank: 'captain', from: '2020-01-10', to: null },
    ]);

    expect(await codes('q=sadykov&unit=CNS-NARYN&on=2016-01-01')).toEqual(['OFF-0101']);
    expect(await codes('q=sadykov&unit=CNS-NARYN')).toEqual([]);
    expect(await codes('q=sadykov&unit=CNS-OSH')).toEqual(['OFF-0101']);
    expect(await codes('q=sadykov', '/units/CNS-OSH/officers')).toEqual([]);
    expect(await codes('q=sadykov', '/units/CNS-OSH-M1/officers')).toEqual(['OFF-0101']);
    expect(await codes('q=sadykov&on=2016-01-01', '/units/CNS-NARYN/officers')).toEqual(['OFF-0101']);
    expect(await codes('q=sadykov&on=2015-02-28')).toEqual([]);

    const gone = await depart('OFF-0101', { on: '2023-05-01' });
    expect(gone.status).toBe(200);
    expect(gone.body).toMatchObject({ unit: null, rank: 'captain', servesUntil: '2023-05-01' });
    expect(gone.body.posts.at(-1).to).toBe('2023-05-01');
    expect(await codes('q=sadykov')).toEqual([]);
    expect(await codes('q=sadykov&on=2023-04-30')).toEqual(['OFF-0101']);
    expect((await administrator().post('/officers/OFF-0101/posts', { unit: 'CNS-OSH', from: '2024-01-01', rank: 'major' })).body.code).toBe('officers.departed');
    expect((await depart('OFF-0101', { on: '2023-06-01' })).body.code).toBe('officers.departed');
  });

  it('are found by name however written, by code and by badge, in the unit and below', async () => {
    expect(await codes('q=ergesh')).toEqual(['OFF-0007']);
    expect(await codes('q=cns-0031')).toEqual(['OFF-0031']);
    expect(await codes('unit=CNS-OSH')).toEqual(['OFF-0002', 'OFF-0007', 'OFF-0008']);
    expect((await codes('unit=CNS')).length).toBeGreaterThan(10);
    expect(await codes('unit=CNS-NOWHERE')).toEqual([]);
    for (const query of ['unit=a%20b', 'on=2020-13-01', 'rank=major']) expect([query, (await t.as('analyst').get(`/officers?${query}`)).status]).toEqual([query, 400]);
    const page = await t.as('analyst').get('/officers?limit=2');
    const next = await t.as('analyst').get(`/officers?limit=2&cursor=${page.body.nextCursor}`);
    expect([...page.body.items, ...next.body.items].map(({ code }) => code)).toEqual(['OFF-0001', 'OFF-0002', 'OFF-0003', 'OFF-0004']);
    expect((await t.as('analyst').get('/officers/OFF-9999')).status).toBe(404);
    expect((await t.as('analyst').get('/units/CNS-NOWHERE/officers')).status).toBe(404);
  });

  it('move what their account sees with them, at once', async () => {
    const me = async () => (await t.as('officer.chuy').get('/me')).body.unit;
    expect(await me()).toBe('CNS-CHUY');
    expect((await administrator().post('/officers/OFF-0011/posts', { unit: 'CNS-BISHKEK', from: today })).status).toBe(201);
    expect(await me()).toBe('CNS-BISHKEK');
  });

  it('lose their accounts when they depart', async () => {
    expect((await t.as('officer.bishkek').get('/me')).status).toBe(200);
    expect((await depart('OFF-0014', { on: '2199-01-01' })).body.code).toBe('officers.departure-ahead');
    expect((await depart('OFF-0014', { on: today })).status).toBe(200);
    expect((await t.as('officer.bishkek').get('/me')).status).toBe(401);
    expect((await t.as('nobody').post('/sessions', { username: 'officer.bishkek', password: demoPassword })).status).toBe(401);
    expect((await administrator().get('/accounts?status=disabled')).body.items.map((each: { username: string }) => each.username)).toEqual(['officer.bishkek']);
  });

  it('stay the author of what they did: posts change, records do not', async () => {
    const { posts, id } = await officer('OFF-0007');
    expect(posts).toHaveLength(1);
    await expect(t.sql('administrator', `delete from officer_posts where officer_id = $1`, [id], await context())).rejects.toThrow(/permission denied/);
  });

  it('serve in one post at a time, and not beyond their service, in the API and in SQL', async () => {
    await enrol('OFF-0102');
    const post = (from: string, more: object = {}) => administrator().post('/officers/OFF-0102/posts', { unit: 'CNS-OSH', from, ...more });
    expect((await post('2020-01-01')).status).toBe(201);
    expect((await post('2020-01-01')).body.code).toBe('officers.post-not-later');
    expect((await post('2019-01-01')).body.code).toBe('officers.posts-overlap');
    expect((await post('2014-01-01')).body.code).toBe('officers.rank-needed');
    expect((await post('2014-01-01', { rank: 'major' })).body.code).toBe('officers.posts-overlap');
    expect((await post('2021-01-01', { unit: 'CNS-NOWHERE' })).body.errors[0]).toMatchObject({ pointer: '/unit', code: 'code.unknown' });
    expect((await depart('OFF-0102', { on: '2019-06-01' })).body.code).toBe('officers.departs-before-start');
    expect((await administrator().post('/officers/OFF-0102/departure', { on: '2024-01-01', reason: 'x' })).status).toBe(428);
    const { id } = await officer('OFF-0102');
    const { id: unit } = (await t.as('analyst').get('/units/CNS-OSH')).body;
    await expect(t.sql('administrator', `insert into officer_posts (id, officer_id, unit_id, rank, valid_from) values (gen_random_uuid(), $1, $2, 'x', '2021-01-01')`, [id, unit], await context()))
      .rejects.toMatchObject({ constraint: 'officer_posts_no_overlap' });
    await expect(t.sql('administrator', `update officers set serves_until = '2024-01-01' where id = $1`, [id], await context())).rejects.toMatchObject({ constraint: 'officers_departure_ends_posts' });
  });

  it('are each one person, one code and one badge', async () => {
    const id = '0190f3a4-7c1e-7c3b-9d52-000000000021';
    expect((await enrol('OFF-0103', { id })).status).toBe(201);
    expect((await enrol('OFF-0103', { id })).status).toBe(200);
    expect((await enrol('OFF-0104', { id })).body.code).toBe('id.taken');
    expect((await enrol('OFF-0103')).body.code).toBe('officers.code-taken');
    expect((await enrol('OFF-0105', { badgeNumber: 'B-OFF-0103' })).body.code).toBe('officers.badge-taken');
    const { personId } = await officer('OFF-0103');
    expect((await enrol('OFF-0105', { name: undefined, personId })).body.code).toBe('officers.person-taken');
    expect((await enrol('OFF-0105', { name: undefined })).body.code).toBe('accounts.person-or-name');
    expect((await enrol('OFF-0105', { unit: 'CNS-NOWHERE' })).body.errors[0].pointer).toBe('/unit');
    const { personId: known } = { personId: (await administrator().get('/accounts?q=auditor')).body.items[0].person.id as string };
    expect((await enrol('OFF-0105', { name: undefined, personId: known })).body).toMatchObject({ personId: known, name: { familyName: 'Orozbekova' } });
  });

  it('change name and badge with history, by the version read', async () => {
    const { version } = await officer('OFF-0008');
    const patch = (match: string, body: object) => administrator().patch('/officers/OFF-0008', body, { 'If-Match': match });
    expect((await patch('"77"', { badgeNumber: 'CNS-8' })).status).toBe(412);
    const changed = await patch(`"${version}"`, { badgeNumber: 'CNS-8', name: { familyName: 'Mamatov', givenName: 'Kubanychbek', patronymic: 'Toktogulovich' }, reason: 'Written wrong' });
    expect(changed.body).toMatchObject({ badgeNumber: 'CNS-8', name: { givenName: 'Kubanychbek', patronymic: 'Toktogulovich' }, version: version + 1 });
    const [row] = await t.sql('superuser', `select b.before, b.reason from audit.change_event e join audit.change_body b using (seq) where e.record = $1 and e.action = 'officers.change'`, [changed.body.personId]);
    expect(row).toMatchObject({ before: expect.stringContaining('"Kubanych"'), reason: 'Written wrong' });
  });

  it('hold qualifications, with their end', async () => {
    const record = (body: object, as = t.as('coordinator')) => as.post('/officers/OFF-0007/qualifications', { kind: 'field_testing', title: 'Field testing, 40 hours', issuedOn: '2021-04-20', ...body });
    const { version } = await officer('OFF-0007');
    const made = await record({ id: '0190f3a4-7c1e-7c3b-9d52-000000000031', expiresOn: '2024-04-20', programme: 'XACZ60', issuer: 'Analytical Center' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ officer: 'OFF-0007', expiresOn: '2024-04-20', isValid: false, programme: 'XACZ60' });
    expect((await t.as('analyst').get(made.headers.location!.replace('/api/v1', ''))).body).toEqual(made.body);
    expect((await record({ id: '0190f3a4-7c1e-7c3b-9d52-000000000031', expiresOn: '2024-04-20', programme: 'XACZ60', issuer: 'Analytical Center' })).status).toBe(200);
    expect((await record({ kind: 'driver', title: 'Category C', expiresOn: null }, administrator())).body.isValid).toBe(true);
    const list = async (query: string) => (await t.as('officer.osh').get(`/officers/OFF-0007/qualifications?${query}`)).body.items.map((each: { kind: string }) => each.kind);
    expect(await list('')).toEqual(expect.arrayContaining(['field_testing', 'driver']));
    expect(await list('validOn=2022-01-01&kind=field_testing')).toEqual(['field_testing']);
    expect(await list('validOn=2024-04-20')).toEqual(['driver']);
    expect(await officer('OFF-0007')).toMatchObject({ version: version + 2, qualifications: [{ kind: expect.any(String) }, { kind: expect.any(String) }] });
    expect((await record({ expiresOn: '2021-04-20' })).body.code).toBe('qualifications.expires-before-issue');
    expect((await record({ programme: 'NONE' })).body.errors[0].pointer).toBe('/programme');
    expect((await t.as('coordinator').post('/officers/OFF-9999/qualifications', { kind: 'other', title: 'x', issuedOn: '2021-04-20' })).status).toBe(404);
  });

  it('are read by everybody, kept by administrators; qualifications by coordinators too', async () => {
    for (const username of ['officer.osh', 'commander', 'custodian', 'chemist', 'analyst', 'auditor', 'prosecutor', 'coordinator']) {
      const as = t.as(username);
      expect([username, (await as.get('/officers')).status, (await as.get('/officers/OFF-0007/qualifications')).status]).toEqual([username, 200, 200]);
      for (const path of ['', '/OFF-0007/posts', '/OFF-0007/departure']) expect([username, path, (await as.post(`/officers${path}`, {})).status]).toEqual([username, path, 403]);
      expect((await as.patch('/officers/OFF-0007', {}, { 'If-Match': '"1"' })).status).toBe(403);
      if (username !== 'coordinator') expect((await as.post('/officers/OFF-0007/qualifications', {})).status).toBe(403);
    }
    for (const persona of ['officer', 'commander', 'auditor', 'coordinator']) {
      await expect(t.sql(persona, `update officers set badge_number = 'x'`, [], await context())).rejects.toThrow(/permission denied/);
    }
  });
});
