import { tamga, type Tamga } from './support/tamga.ts';

describe('resources', () => {
  let t: Tamga;
  beforeAll(async () => { t = await tamga(); });
  afterAll(() => t.stop());

  const coordinator = () => t.as('coordinator');
  const resource = async (code: string) => (await t.as('officer.osh').get(`/resources/${code}`)).body;
  const codes = async (query: string) => (await t.as('officer.osh').get(`/resources?${query}`)).body.items.map((each: { code: string }) => each.code);
  const add = (code: string, more: object = {}) => coordinator().post('/resources', { code, kind: 'scale', name: 'Bench scale, Naryn', unit: 'CNS-NARYN', ...more });
  const change = async (code: string, body: object) => coordinator().patch(`/resources/${code}`, body, { 'If-Match': `"${(await resource(code)).version}"` });

  it('list the calibrated scale of Osh first among scales', async () => {
    const { status, body } = await t.as('officer.osh').get('/resources?kind=scale');
    expect(status).toBe(200);
    expect(body.items.map((each: { code: string }) => each.code)).toEqual(['SC-01', 'SC-02', 'SC-03']);
    expect(body.items[0]).toMatchObject({
      code: 'SC-01', kind: 'scale', unit: 'CNS-OSH', status: 'available', isCalibrated: true, calibrationCertificate: 'DEMO-SC-01', capacity: '30000', resolution: '0.1', expandedUncertainty: '0.5', coverageFactor: '2',
    });
    expect(Date.parse(body.items[0].calibrationExpiresAt)).toBeGreaterThan(Date.now());
  });

  it('are added, calibrated anew with every earlier calibration kept, lent and retired', async () => {
    const made = await add('SC-11', {
      calibratedOn: '2023-02-01', calibrationExpiresAt: '2024-02-01T00:00:00+06:00', calibrationCertificate: 'KSM-2023-118', capacity: '6000.000', resolution: '0.1',
      expandedUncertainty: '0.30', coverageFactor: '2', programme: 'XACZ60',
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ code: 'SC-11', capacity: '6000', expandedUncertainty: '0.3', calibrationExpiresAt: '2024-01-31T18:00:00.000Z', isCalibrated: false, programme: 'XACZ60', status: 'available' });
    const renewed = await change('SC-11', { calibratedOn: '2024-03-01', calibrationExpiresAt: '2099-03-01T00:00:00+06:00', calibrationCertificate: 'KSM-2024-031', reason: 'Yearly calibration' });
    expect(renewed.body).toMatchObject({ isCalibrated: true, calibrationCertificate: 'KSM-2024-031', expandedUncertainty: '0.3', version: 2 });
    const [row] = await t.sql('superuser', `select b.before, b.reason from audit.change_event e join audit.change_body b using (seq) where e.record = $1 and e.action = 'resources.change'`, [made.body.id]);
    expect(row).toMatchObject({ before: expect.stringContaining('KSM-2023-118'), reason: 'Yearly calibration' });
    expect((await change('SC-11', { unit: 'CNS-OSH', registration: null, status: 'retired' })).body).toMatchObject({ unit: 'CNS-OSH', status: 'retired' });
    expect(await codes('status=retired')).toEqual(['SC-11']);
    expect(await codes('unit=CNS-OSH&kind=scale&status=available')).toEqual(['SC-01']);
    expect(await codes('isCalibrated=true&q=sc0')).toEqual(['SC-01', 'SC-02', 'SC-03']);
  });

  it('may be of other kinds, without calibration', async () => {
    const dog = await add('K9-01', { kind: 'dog', name: 'Barsbek' });
    expect(dog.body).toMatchObject({ kind: 'dog', isCalibrated: null, calibrationExpiresAt: null });
    expect((await add('K9-02', { kind: 'dog', name: 'Ak-Tan', calibrationExpiresAt: '2027-02-01T00:00:00+06:00' })).body.code).toBe('resources.not-a-scale');
  });

  it('refuse what cannot be', async () => {
    const code = async (more: object) => (await add('SC-12', more)).body.code;
    const pointers = (await add('SC-12', { unit: 'CNS-NOWHERE', programme: 'NONE' })).body.errors.map((each: { pointer: string }) => each.pointer);
    expect(pointers).toEqual(['/unit', '/programme']);
    for (const bad of [{ capacity: '0' }, { capacity: 6000 }, { resolution: '-1' }, { expandedUncertainty: '1e2' }, { coverageFactor: '101' }, { name: null }, { unit: null }, { kind: 'gun' }, { calibrationExpiresAt: '2027-02-01' }]) {
      expect([bad, await code(bad)]).toEqual([bad, 'body.invalid']);
    }
    expect(await code({ calibratedOn: '2024-02-01', calibrationExpiresAt: '2024-01-01T00:00:00+06:00' })).toBe('resources.calibration-backwards');
    expect((await add('SC-01')).body.code).toBe('resources.code-taken');
    expect((await coordinator().patch('/resources/SC-01', { name: 'x' })).status).toBe(428);
    expect((await coordinator().patch('/resources/SC-01', { name: 'x' }, { 'If-Match': '"9"' })).status).toBe(412);
    expect((await coordinator().patch('/resources/SC-99', { name: 'x' }, { 'If-Match': '"9"' })).status).toBe(404);
    expect((await change('SC-01', { name: null })).status).toBe(200);
  });

  it('are read by everybody and kept by coordinators and administrators', async () => {
    for (const username of ['officer.osh', 'commander', 'custodian', 'chemist', 'analyst', 'auditor', 'prosecutor']) {
      const as = t.as(username);
      expect([username, (await as.get('/resources')).status, (await as.post('/resources', {})).status, (await as.patch('/resources/SC-01', {}, { 'If-Match': '"1"' })).status])
        .toEqual([username, 200, 403, 403]);
    }
    expect((await t.as('administrator').post('/resources', { code: 'V-01', kind: 'vehicle', name: 'UAZ', unit: 'CNS-OSH' })).status).toBe(201);
    expect((await t.as('nobody').get('/resources')).status).toBe(401);
    await expect(t.sql('officer', `update resources set status = 'retired'`)).rejects.toThrow(/permission denied/);
  });
});
