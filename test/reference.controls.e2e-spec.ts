import { randomUUID } from 'node:crypto';
import { tamga, type Tamga } from './support/tamga.ts';

const source = 'a test';

describe('the control of substances is that of the day', () => {
  let t: Tamga;
  beforeAll(async () => { t = await tamga(); });
  afterAll(() => t.stop());

  const controls = async (code: string, on?: string): Promise<string[]> => {
    const { body } = await t.as('officer.osh').get(`/substances/${code}${on ? `?on=${on}` : ''}`);
    return body.controls.map(({ convention, schedule }: { convention: string; schedule: string }) => `${convention} ${schedule}`);
  };

  it('cannabis left Schedule IV on 2 December 2020', async () => {
    expect(await controls('cannabis', '2020-12-01')).toEqual(['1961 I', '1961 IV']);
    expect(await controls('cannabis', '2020-12-02')).toEqual(['1961 I']);
    expect(await controls('cannabis')).toEqual(['1961 I']);
    const before = await t.as('officer.osh').get('/substances/cannabis?on=1964-12-12');
    expect(before.body).toMatchObject({ controls: [], isControlled: false });
    const list = await t.as('officer.osh').get('/substances?code=cannabis,sulfuric_acid&on=2020-12-01');
    expect(list.body.items.map(({ isControlled }: { isControlled: boolean }) => isControlled)).toEqual([true, true]);
    const of = await t.as('officer.osh').get('/substance-controls?substance=cannabis&on=2020-12-01');
    expect(of.body.items).toHaveLength(2);
  });

  it('an administrator adds a substance, controls it and ends the control; each day keeps its status', async () => {
    const admin = t.as('administrator');
    const substance = { id: randomUUID(), code: 'novel_opioid', names: { en: 'Novel opioid', ru: 'Новый опиоид', ky: 'Жаңы опиоид' }, group: 'opioids', class: 'drug', parent: null, source };
    const made = await admin.post('/substances', substance);
    expect(made).toMatchObject({ status: 201, body: { id: substance.id, version: 1, aliases: [], isControlled: false }, headers: { etag: '"1"' } });
    expect((await admin.get(made.headers['location']!)).body.code).toBe('novel_opioid');
    expect((await admin.post('/substances', { source, class: 'drug', group: 'opioids', parent: null, names: substance.names, code: 'novel_opioid', id: substance.id })).status).toBe(200);
    expect((await admin.post('/substances', { ...substance, cas: '50-00-0' })).body).toMatchObject({ status: 409, code: 'id.taken' });
    expect((await admin.post('/substances', { ...substance, id: randomUUID() })).body).toMatchObject({ status: 409, code: 'reference.code-taken' });

    const control = { id: randomUUID(), convention: 'national', schedule: 'list-1', from: '2024-01-01', source, reason: 'resolution' };
    const controlled = await admin.post('/substances/novel_opioid/controls', control);
    expect(controlled).toMatchObject({ status: 201, body: { substance: 'novel_opioid', to: null } });
    expect((await admin.post('/substances/novel_opioid/controls', control)).status).toBe(200);
    expect((await admin.post('/substances/heroin/controls', control)).body).toMatchObject({ status: 409, code: 'id.taken' });
    expect((await admin.post('/substances/novel_opioid/controls', { ...control, id: randomUUID(), from: '2025-01-01' })).body)
      .toMatchObject({ status: 409, code: 'reference.overlap', errors: [{ pointer: '/from' }] });
    expect((await admin.post('/substances/novel_opioid/controls', { ...control, id: randomUUID(), schedule: 'list-2', to: '2023-01-01' })).body)
      .toMatchObject({ status: 422, code: 'reference.end-before-start' });

    const end = { validTo: '2025-06-01', reason: 'repealed' };
    const path = `/substance-controls/${control.id}/end`;
    expect((await admin.post(path, end)).status).toBe(428);
    expect((await admin.post(path, end, { 'If-Match': '"7"' })).status).toBe(412);
    expect((await admin.post(path, { validTo: '2025-06-01' }, { 'If-Match': '"1"' })).body.errors[0]).toMatchObject({ pointer: '/reason' });
    expect((await admin.post(path, { ...end, validTo: '2024-01-01' }, { 'If-Match': '"1"' })).body).toMatchObject({ status: 422, code: 'reference.end-before-start', errors: [{ pointer: '/validTo' }] });
    expect(await admin.post(path, end, { 'If-Match': '"1"' })).toMatchObject({ status: 200, body: { to: '2025-06-01', version: 2 }, headers: { etag: '"2"' } });
    expect((await admin.post(path, end, { 'If-Match': '"2"' })).body).toMatchObject({ status: 422, code: 'reference.already-ended' });
    expect((await admin.post('/substances/novel_opioid/controls', { ...control, id: randomUUID(), from: '2025-06-01' })).status).toBe(201);
    expect([await controls('novel_opioid', '2023-12-31'), await controls('novel_opioid', '2024-01-01')]).toEqual([[], ['national list-1']]);

    const [event] = await t.sql('superuser', `select e.action, e.role, e.version, b.reason, b.before like '%"valid_to":null%' as was_open from audit.change_event e join audit.change_body b using (seq) where e.record = $1 order by seq desc limit 1`, [control.id]);
    expect(event).toEqual({ action: 'reference.end', role: 'administrator', version: 2, reason: 'repealed', was_open: true });
  });

  it('unknown codes and malformed bodies are refused together, and nothing is written', async () => {
    const admin = t.as('administrator');
    const bad = await admin.post('/substances', { code: 'Not A Code', names: { en: 'x' }, group: 'spices', class: 'drug', colour: 'red', source });
    const pointers = new Set(bad.body.errors.map(({ pointer }: { pointer: string }) => pointer));
    expect([bad.status, [...pointers].sort()]).toEqual([422, ['/code', '/colour', '/group', '/names/ky', '/names/ru']]);
    expect((await admin.post('/substances', { code: 'x1', names: { en: 'x', ru: 'x', ky: 'x' }, group: 'other', class: 'drug', parent: 'nothing', source })).body)
      .toMatchObject({ status: 422, errors: [{ pointer: '/parent', code: 'code.unknown' }] });
    expect((await admin.post('/substances/nothing/controls', { convention: '1961', schedule: 'I', from: '2020-01-01', source })).status).toBe(404);
    expect((await admin.get('/substances/nothing')).status).toBe(404);
    expect((await admin.get('/substances/heroin?colour=red')).status).toBe(400);
    expect((await admin.get('/substances/%00')).status).toBe(400);
    expect((await admin.get(`/substances/${randomUUID()}`)).status).toBe(404);
    expect((await admin.get(`/substances/heroin%20or%201=1`)).status).toBe(404);
    expect(await t.sql('superuser', `select from substances where code = 'x1'`)).toEqual([]);
  });

  it.each(['officer.osh', 'coordinator', 'commander', 'custodian', 'chemist', 'analyst', 'auditor', 'prosecutor'])('%s reads and changes nothing', async (who) => {
    expect((await t.as(who).get('/substances?limit=1')).status).toBe(200);
    expect((await t.as(who).post('/substances', {})).status).toBe(403);
    expect((await t.as(who).post(`/substance-controls/${randomUUID()}/end`, {}, { 'If-Match': '"1"' })).status).toBe(403);
  });

  it('nobody without a session reads', async () => {
    expect((await t.as('nobody').get('/substances')).status).toBe(401);
  });

  it('the database refuses what the service would', async () => {
    await expect(t.sql('officer', `insert into substances (id, code) values (gen_random_uuid(), 'x')`)).rejects.toThrow(/permission denied/);
    await expect(t.sql('administrator', `delete from substances`)).rejects.toThrow(/permission denied/);
    await expect(t.sql('administrator', `update substances set cas = null where code = 'heroin'`)).rejects.toThrow(/actor/);
  });
});
