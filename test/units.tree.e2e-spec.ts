import { tamga, type Tamga } from './support/tamga.ts';

const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Bishkek', dateStyle: 'short' }).format(new Date());
const names = (en: string) => ({ en, ru: null, ky: null });

describe('units', () => {
  let t: Tamga;
  beforeAll(async () => { t = await tamga(); });
  afterAll(() => t.stop());

  const administrator = () => t.as('administrator');
  const codes = async (query: string) => (await t.as('officer.osh').get(`/units?limit=200&${query}`)).body.items.map((unit: { code: string }) => unit.code);
  const unit = async (code: string) => (await t.as('officer.osh').get(`/units/${code}`)).body;
  const establish = (code: string, more: object = {}) => administrator().post('/units', { code, kind: 'department', names: names(code), parent: 'CNS', from: '2015-01-01', ...more });
  const dissolve = async (code: string, body: object) => administrator().post(`/units/${code}/dissolution`, { reason: 'Order 140', ...body }, { 'If-Match': `"${(await unit(code)).version}"` });
  const context = async () => {
    const { id, person } = (await administrator().get('/accounts?q=administrator')).body.items[0];
    return { person: person.id as string, account: id as string, action: 'test' };
  };

  it('are established, renamed, moved and dissolved, and every day keeps its own tree', async () => {
    const made = await administrator().post('/units', {
      code: 'CNS-TALAS', kind: 'department', names: { en: 'Talas department', ru: 'Управление по Таласской области', ky: null }, parent: 'CNS', from: '2015-01-01',
      strength: 28, territory: 'KG-T', phone: '+996 3422 5 00 00', reason: 'Order 20',
    });
    expect(made.status).toBe(201);
    expect(made.headers).toMatchObject({ etag: '"1"', location: `/api/v1/units/${made.body.id}` });
    expect(made.body).toMatchObject({ code: 'CNS-TALAS', kind: 'department', parent: 'CNS', strength: 28, isExclusive: false, territory: 'KG-T', from: '2015-01-01', to: null, below: [] });

    const renamed = await administrator().post('/units/CNS-TALAS/names', { names: names('Talas and Manas department'), from: '2018-01-01' });
    expect(renamed.status).toBe(201);
    expect(renamed.body.names.en).toBe('Talas and Manas department');
    const moved = await administrator().post('/units/CNS-TALAS/parent', { parent: 'CNS-CHUY', from: '2019-01-01', reason: 'Order 51' });
    expect(moved.body).toMatchObject({
      parent: 'CNS-CHUY', version: 3,
      namesOverTime: [{ names: { en: 'Talas department' }, from: '2015-01-01', to: '2018-01-01' }, { names: { en: 'Talas and Manas department' }, from: '2018-01-01', to: null }],
      parentsOverTime: [{ parent: 'CNS', from: '2015-01-01', to: '2019-01-01' }, { parent: 'CNS-CHUY', from: '2019-01-01', to: null }],
    });
    expect((await unit('CNS-CHUY')).below).toContain('CNS-TALAS');

    const on = async (day: string) => (await t.as('analyst').get(`/units?q=talas&on=${day}`)).body.items.map((each: { names: { en: string }; parent: string }) => [each.names.en, each.parent]);
    expect(await on('2014-12-31')).toEqual([]);
    expect(await on('2015-01-01')).toEqual([['Talas department', 'CNS']]);
    expect(await on('2018-06-01')).toEqual([['Talas and Manas department', 'CNS']]);
    expect(await on('2019-01-01')).toEqual([['Talas and Manas department', 'CNS-CHUY']]);
    expect(await codes('below=CNS-CHUY')).toEqual(['CNS-CHUY', 'CNS-TALAS']);
    expect(await codes('below=CNS-CHUY&on=2018-12-31')).toEqual(['CNS-CHUY']);
    expect(await codes('parent=CNS-CHUY')).toEqual(['CNS-TALAS']);

    const gone = await dissolve('CNS-TALAS', { on: '2024-01-01', successors: ['CNS-CHUY'] });
    expect(gone.status).toBe(200);
    expect(gone.body).toMatchObject({ to: '2024-01-01', successors: [{ unit: 'CNS-CHUY', on: '2024-01-01' }] });
    expect((await unit('CNS-CHUY')).predecessors).toEqual([{ unit: 'CNS-TALAS', on: '2024-01-01' }]);
    expect(await codes('q=talas')).toEqual([]);
    expect(await codes('q=talas&on=2023-12-31')).toEqual(['CNS-TALAS']);
    expect(await codes('q=talas&includeDissolved=true')).toEqual(['CNS-TALAS']);
    expect((await dissolve('CNS-TALAS', { on: '2024-06-01' })).body.code).toBe('units.dissolved');
  });

  it('are found by code or id, kind and part of a name, however it is written', async () => {
    const osh = await unit('CNS-OSH');
    expect(await unit(osh.id)).toEqual(osh);
    expect(osh.commanders).toMatchObject([{ officer: 'OFF-0002', name: 'Dzhumabaev Ulan', isActing: false, to: null }]);
    expect(await codes('q=мобильная')).toEqual(['CNS-OSH-M1']);
    expect(await codes('q=жалалабад')).toEqual(['CNS-JALAL-ABAD']);
    expect(await codes('kind=laboratory,evidence_store')).toEqual(['CNS-LAB', 'CNS-STORE']);
    expect((await t.as('officer.osh').get('/units/CNS-NOWHERE')).status).toBe(404);
    expect((await t.as('officer.osh').get("/units/x'or'1")).status).toBe(400);
    for (const query of ['on=yesterday', 'on=2020-02-30', 'on=2020-01-01&on=2020-01-02', 'includeDissolved=maybe', 'kind=army', 'below=%00', 'sort=code', 'on=']) {
      expect([query, (await t.as('officer.osh').get(`/units?${query}`)).status]).toEqual([query, 400]);
    }
    const csv = await t.as('officer.osh').get('/units?kind=service', { accept: 'text/csv' });
    expect(csv.text.split('\n')[1]).toMatch(/^CNS,service,Counter Narcotic Service,/);
  });

  it('may be established again with the same body, and not with another', async () => {
    const id = '0190f3a4-7c1e-7c3b-9d52-000000000011';
    expect((await establish('CNS-BATKEN', { id })).status).toBe(201);
    expect((await establish('CNS-BATKEN', { id })).status).toBe(200);
    expect((await establish('CNS-BATKEN2', { id })).body.code).toBe('id.taken');
    expect((await establish('CNS-BATKEN')).body.code).toBe('units.code-taken');
    const faulty = await establish('CNS-X', { parent: 'CNS-NOWHERE', territory: 'XX-9' });
    expect(faulty.body.errors.map((each: { pointer: string; code: string }) => [each.pointer, each.code])).toEqual([['/parent', 'code.unknown'], ['/territory', 'code.unknown']]);
    expect((await establish('lower case')).body.code).toBe('body.invalid');
    expect((await establish('CNS-K9', { kind: 'canine_group' })).body.isExclusive).toBe(true);
  });

  it('change by the version one has read', async () => {
    const { version, id } = await unit('CNS-NARYN');
    const patch = (match: string | undefined, body: object) => administrator().patch(`/units/${id}`, body, match ? { 'If-Match': match } : {});
    expect((await patch(undefined, { strength: 33 })).status).toBe(428);
    expect((await patch('"99"', { strength: 33 })).status).toBe(412);
    expect((await patch(`"${version}"`, {})).body.version).toBe(version);
    const changed = await patch(`"${version}"`, { strength: 33, phone: null });
    expect(changed.body).toMatchObject({ strength: 33, territory: 'KG-N', phone: null, version: version + 1 });
    expect((await patch(`"${version + 1}"`, { territory: 'XX-9' })).body.errors[0].pointer).toBe('/territory');
    expect((await patch(`"${version + 1}"`, { code: 'CNS-NEW' })).body.code).toBe('body.invalid');
    expect((await administrator().get(`/units/${id}`, { 'If-None-Match': `"${version + 1}"` })).status).toBe(304);
  });

  it('never stand below themselves, on any day, in the API and in SQL', async () => {
    for (const code of ['CNS-A', 'CNS-B', 'CNS-C']) await establish(code);
    const under = (code: string, parent: string | null, from: string) => administrator().post(`/units/${code}/parent`, { parent, from });
    expect((await under('CNS-B', 'CNS-A', '2016-01-01')).status).toBe(201);
    expect((await under('CNS-C', 'CNS-B', '2016-01-01')).status).toBe(201);
    expect((await under('CNS-A', 'CNS-C', '2017-01-01')).body.code).toBe('units.cycle');
    expect((await under('CNS-A', 'CNS-A', '2017-01-01')).body.code).toBe('units.cycle');
    expect((await under('CNS-B', 'CNS', '2020-01-01')).status).toBe(201);
    // Until 2020 it would be a cycle, afterwards not: the days decide.
    expect((await under('CNS-A', 'CNS-C', '2019-12-31')).body.code).toBe('units.cycle');
    expect((await under('CNS-A', 'CNS-C', '2020-01-01')).status).toBe(201);
    const [a, c] = [await unit('CNS-A'), await unit('CNS-C')];
    await expect(t.sql('administrator', `insert into unit_parents (id, unit_id, parent_id, valid_from) values (gen_random_uuid(), $1, $2, '2016-01-01')`, [a.id, c.id], await context()))
      .rejects.toMatchObject({ code: expect.stringMatching(/^23/) });
    // Not even where ordinary triggers are switched off.
    await expect(t.sql('superuser', `set session_replication_role = replica; set tamga.person = '${a.id}'; set tamga.account = '${a.id}'; set tamga.action = 'test';
      insert into unit_parents (id, unit_id, parent_id, valid_from, valid_to)
      values (gen_random_uuid(), '${c.id}', '${a.id}', '2014-01-01', '2015-01-01'), (gen_random_uuid(), '${a.id}', '${c.id}', '2014-01-01', '2015-01-01')`))
      .rejects.toMatchObject({ constraint: 'unit_parents_no_cycle' });
  });

  it('do not close a circle together: two moves at once', async () => {
    for (const code of ['CNS-P', 'CNS-Q']) await establish(code);
    const answers = await Promise.all([['CNS-P', 'CNS-Q'], ['CNS-Q', 'CNS-P']].map(([code, parent]) => administrator().post(`/units/${code}/parent`, { parent, from: '2020-01-01' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  it('have one name and one parent on a day: a later one is not overtaken', async () => {
    await establish('CNS-D');
    const rename = (from: string) => administrator().post('/units/CNS-D/names', { names: names(`D of ${from}`), from });
    const move = (from: string) => administrator().post('/units/CNS-D/parent', { parent: 'CNS-OSH', from });
    expect((await rename('2020-01-01')).status).toBe(201);
    expect((await rename('2020-01-01')).body.code).toBe('units.not-later');
    expect((await rename('2019-01-01')).body.code).toBe('units.names-overlap');
    expect((await rename('2014-01-01')).body.code).toBe('units.names-overlap');
    expect((await move('2020-01-01')).status).toBe(201);
    expect((await move('2019-01-01')).body.code).toBe('units.parents-overlap');
    const { id } = await unit('CNS-D');
    await expect(t.sql('administrator', `insert into unit_names (id, unit_id, name_en, valid_from) values (gen_random_uuid(), $1, 'x', '2016-01-01')`, [id], await context()))
      .rejects.toMatchObject({ constraint: 'unit_names_no_overlap' });
    expect((await administrator().post('/units/CNS-D/parent', { parent: null, from: '2021-01-01' })).body).toMatchObject({ parent: null });
    expect((await rename('2030-01-01')).body.names.en).toBe('D of 2020-01-01');
    expect((await administrator().post('/units/CNS-D/names', { names: names('x'), from: '2031-01-01' }, { 'If-Match': '"1"' })).status).toBe(412);
  });

  it('are not dissolved over the heads of those in them, and take nobody afterwards', async () => {
    expect((await dissolve('CNS-OSH', { on: '2024-01-01' })).body.code).toMatch(/units.(staffed|has-units-below)/);
    await establish('CNS-E');
    await establish('CNS-F', { parent: 'CNS-E' });
    expect((await dissolve('CNS-E', { on: '2024-01-01' })).body.code).toBe('units.has-units-below');
    expect((await dissolve('CNS-F', { on: '2015-01-01' })).body.code).toBe('units.dissolved-before-established');
    expect((await dissolve('CNS-F', { on: '2023-01-01', successors: ['CNS-NOWHERE', 'CNS-TALAS'] })).body.errors.map((each: { code: string }) => each.code)).toEqual(['code.unknown']);
    expect((await dissolve('CNS-F', { on: '2024-06-01', successors: ['CNS-TALAS'] })).body.code).toBe('body.invalid');
    expect((await dissolve('CNS-F', { on: '2023-01-01', successors: ['CNS-F'] })).body.code).toBe('units.succeeds-itself');
    expect((await dissolve('CNS-F', { on: '2023-01-01' })).status).toBe(200);
    expect((await dissolve('CNS-E', { on: '2024-01-01' })).status).toBe(200);
    expect((await establish('CNS-G', { parent: 'CNS-E' })).body.code).toBe('units.dissolved');
    expect((await administrator().post('/officers/OFF-0008/posts', { unit: 'CNS-E', from: '2024-02-01' })).body.code).toBe('units.dissolved');
    const { id } = await unit('CNS-OSH');
    await expect(t.sql('administrator', `update units set dissolved_on = '2024-01-01' where id = $1`, [id], await context())).rejects.toMatchObject({ constraint: 'units_dissolved_empty' });
    expect((await administrator().post('/units/CNS-E/dissolution', { on: '2024-01-01', reason: 'x' })).status).toBe(428);
    expect((await dissolve('CNS-G', { on: '2024-01-01', reason: undefined })).status).toBe(422);
  });

  it('have one commander at a time and others acting, and the command reaches all below at once', async () => {
    await establish('CNS-H');
    const appoint = (body: object) => administrator().post('/units/CNS-H/commanders', body);
    const appointed = await appoint({ officer: 'OFF-0002', from: '2020-01-01', orderNumber: '51-k' });
    expect(appointed.status).toBe(201);
    expect(appointed.body.commanders).toMatchObject([{ officer: 'OFF-0002', from: '2020-01-01', to: null, orderNumber: '51-k' }]);
    expect((await appoint({ officer: 'OFF-0001', from: '2021-01-01' })).body.code).toBe('units.commanded');
    expect((await appoint({ officer: 'OFF-0001', from: '2021-01-01', isActing: true, to: '2021-02-01' })).status).toBe(201);
    expect((await appoint({ officer: 'OFF-0001', from: '2021-01-01', isActing: true, to: '2020-02-01' })).body.code).toBe('units.ends-before-start');
    expect((await appoint({ officer: 'OFF-9999', from: '2021-01-01' })).body.errors[0].pointer).toBe('/officer');
    const [{ id }] = appointed.body.commanders;
    const end = (on: string) => administrator().post(`/units/CNS-H/commanders/${id}/ending`, { on });
    expect((await end('2020-01-01')).body.code).toBe('units.ends-before-start');
    expect((await end(today)).body.commanders[0]).toMatchObject({ to: today });
    expect((await end(today)).body.code).toBe('units.command-ended');
    expect((await appoint({ officer: 'OFF-0001', from: today })).status).toBe(201);
    expect((await administrator().post(`/units/CNS-OSH/commanders/${id}/ending`, { on: today })).status).toBe(404);
  });

  it('reach what their dissolved predecessors recorded', async () => {
    await establish('CNS-OLD');
    await dissolve('CNS-OLD', { on: '2022-01-01', successors: ['CNS-NARYN'] });
    const { id } = await unit('CNS-OLD');
    const reach = async (code: string) => (await t.sql('superuser', `select tamga.reach_of(array[(select id from units where code = $1)]) as ids`, [code]))[0]!.ids as string[];
    expect(await reach('CNS-NARYN')).toContain(id);
    expect(await reach('CNS-OSH')).not.toContain(id);
    expect(await reach('CNS')).toContain(id);
  });

  it('are read by everybody and kept by administrators', async () => {
    const { id } = await unit('CNS-LAB');
    for (const username of ['officer.osh', 'coordinator', 'commander', 'custodian', 'chemist', 'analyst', 'auditor', 'prosecutor']) {
      const as = t.as(username);
      expect([username, (await as.get('/units')).status]).toEqual([username, 200]);
      for (const [path, body] of [['', {}], [`/${id}/names`, {}], [`/${id}/parent`, {}], [`/${id}/dissolution`, {}], [`/${id}/commanders`, {}]] as const) {
        expect([username, path, (await as.post(`/units${path}`, body)).status]).toEqual([username, path, 403]);
      }
      expect((await as.patch(`/units/${id}`, {}, { 'If-Match': '"1"' })).status).toBe(403);
    }
    expect((await t.as('nobody').get('/units')).status).toBe(401);
    for (const persona of ['officer', 'coordinator', 'auditor', 'gate']) await expect(t.sql(persona, `update units set strength = 1`, [], await context())).rejects.toThrow(/permission denied/);
    await expect(t.sql('administrator', `update units set strength = 1`)).rejects.toMatchObject({ code: '42501' });
    await expect(t.sql('administrator', `delete from unit_names`, [], await context())).rejects.toThrow(/permission denied/);
  });
});
