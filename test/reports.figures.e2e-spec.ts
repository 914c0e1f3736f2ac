import { tamga, type Tamga } from './support/tamga.ts';

describe('reported figures', () => {
  let t: Tamga;
  beforeAll(async () => {
    t = await tamga();
  });
  afterAll(() => t.stop());

  const figure = (more = {}) => ({
    title: 'Annual review', periodFrom: '2019-01-01', periodTo: '2020-01-01', substance: 'heroin', quantity: '1.5', unit: 'kg', statement: 'one and a half kilograms of heroin', source: 'Annual review of the service', ...more,
  });
  const record = (body: object, who = 'analyst') => t.as(who).post('/reported-figures', body);

  it('are kept with their source and places, beside the records and never among them', async () => {
    const { status, body, headers } = await record(figure({ territories: ['KG-O', 'KG-GO'], value: { amount: '90000', currency: 'USD' } }));
    expect({ status, body }).toMatchObject({ status: 201, body: { massGrams: '1500', value: { amount: '90000', currency: 'USD' }, territories: ['KG-O', 'KG-GO'], exactness: 'exact', status: 'standing', substanceNames: { en: 'Heroin' } } });
    expect(headers['location']).toBe(`/api/v1/reported-figures/${body.id}`);
    expect((await t.as('officer.osh').get(`/reported-figures/${body.id}`)).body).toEqual(body);
    expect((await t.as('auditor').get('/reported-figures?substance=heroin&from=2019-01-01&to=2020-01-01')).body.items).toMatchObject([body]);
    const { body: report } = await t.as('coordinator').get('/reports/seizures?from=2019-01-01&to=2020-01-01&by=substance');
    expect(report.rows).toEqual([]);
    expect(report.reported).toMatchObject([{ id: body.id, massGrams: '1500', recordedGrams: '0', difference: '-1500', quantities: [{ unit: 'kg', quantity: '1.5' }] }]);
    expect((await t.as('coordinator').get('/reports/seizures?from=2019-01-01&to=2019-12-31')).body.reported).toEqual([]);
  });

  it('may speak of everything, of a value alone, of a rounded mass: then without a difference', async () => {
    const period = { periodFrom: '2018-01-01', periodTo: '2019-01-01' };
    await record(figure({ ...period, substance: null, quantity: '10', unit: 't', exactness: 'rounded' }));
    await record(figure({ ...period, substance: null, quantity: null, unit: null, value: { amount: '380000', currency: 'USD' } }));
    const { body } = await t.as('coordinator').get('/reports/seizures?from=2018-01-01&to=2019-01-01');
    expect(body.reported).toHaveLength(2);
    expect(body.reported.map((each: { difference: unknown }) => each.difference)).toEqual([null, null]);
  });

  it('compare with records of their own places and days alone', async () => {
    for (const [territory, quantity, seizedAt] of [['41706226000000', '1', '2017-03-31T23:59:00+06:00'], ['KG-O', '20', '2017-04-01T00:00:00+06:00'], ['KG-C', '300', '2017-03-05T10:00:00+06:00']]) {
      await t.as(territory === 'KG-C' ? 'officer.chuy' : 'officer.osh').post('/seizures', { seizedAt, territory, lines: [{ substance: 'heroin', quantity, unit: 'g' }] });
    }
    await record(figure({ periodFrom: '2017-03-01', periodTo: '2017-04-01', quantity: '1', unit: 'g', territories: ['KG-O'] }));
    const { body } = await t.as('coordinator').get('/reports/seizures?from=2017-01-01&to=2018-01-01&by=substance&territory=KG-C');
    expect(body.total).toMatchObject({ massGrams: '300' });
    expect(body.reported).toMatchObject([{ recordedGrams: '1', difference: '0' }]);
  });

  it('are amended and withdrawn with a reason, and stay readable', async () => {
    const { body } = await record(figure({ periodFrom: '2016-01-01', periodTo: '2017-01-01', territories: ['KG-O'] }));
    const path = `/reported-figures/${body.id}`;
    const amended = await t.as('coordinator').patch(path, { quantity: '2', territories: ['KG-C'], reason: 'Misread' }, { 'If-Match': '"1"' });
    expect(amended).toMatchObject({ status: 200, body: { version: 2, quantity: '2', unit: 'kg', massGrams: '2000', territories: ['KG-C'], statement: body.statement } });
    expect((await t.as('coordinator').patch(path, { quantity: '3', reason: 'Late' }, { 'If-Match': '"1"' })).status).toBe(412);
    expect((await t.as('coordinator').patch(path, { quantity: '3', reason: 'No version' })).status).toBe(428);
    expect((await t.as('coordinator').patch(path, { quantity: '3' }, { 'If-Match': '"2"' })).body).toMatchObject({ status: 422, errors: expect.arrayContaining([expect.objectContaining({ pointer: '/reason' })]) });
    const withdrawn = await t.as('analyst').post(`${path}/withdrawal`, { reason: 'Corrected by its publisher' }, { 'If-Match': '"2"' });
    expect(withdrawn).toMatchObject({ status: 200, body: { status: 'withdrawn', withdrawnBecause: 'Corrected by its publisher' } });
    expect((await t.as('analyst').patch(path, { quantity: '3', reason: 'Again' }, { 'If-Match': '"3"' })).body).toMatchObject({ status: 422, code: 'reported-figures.withdrawn' });
    expect((await t.as('coordinator').get('/reports/seizures?from=2016-01-01&to=2017-01-01')).body.reported).toEqual([]);
    const changes = await t.sql('superuser', `select b.reason from audit.change_event e join audit.change_body b using (seq) where e.record = $1 order by e.seq`, [body.id]);
    expect(changes.map(({ reason }) => reason)).toEqual([null, 'Misread', 'Corrected by its publisher']);
  });

  it('are made once under one id', async () => {
    const body = figure({ id: '0190f3a4-7c1e-7c3b-9d52-3f1f6a2b8c77' });
    expect((await record(body)).status).toBe(201);
    expect((await record(body)).status).toBe(200);
    expect((await record({ ...body, quantity: '9' })).body).toMatchObject({ status: 409, code: 'id.taken' });
  });

  it.each([
    ['an unknown substance', { substance: 'herion' }, '/substance', 'code.unknown'],
    ['an unknown place', { territories: ['KG-X'] }, '/territories/0', 'code.unknown'],
    ['a quantity without its unit', { unit: null }, '/unit', 'reported-figures.half-quantity'],
    ['nothing stated', { quantity: null, unit: null }, '/quantity', 'reported-figures.says-nothing'],
    ['a period that ends before it begins', { periodTo: '2018-01-01' }, '/periodTo', 'reports.period-reversed'],
    ['a negative quantity', { quantity: '-1' }, '/quantity', 'decimal.malformed'],
    ['an address that is none', { sourceUrl: 'javascript:alert(1)' }, '/sourceUrl', 'field.invalid'],
  ])('refuse %s', async (_, more, pointer, code) => {
    expect((await record(figure(more))).body).toMatchObject({ status: 422, errors: expect.arrayContaining([expect.objectContaining({ pointer, code })]) });
  });

  it('are recorded by the Center alone', async () => {
    for (const who of ['officer.osh', 'commander', 'auditor', 'custodian', 'administrator']) expect((await record(figure(), who)).status).toBe(403);
    expect((await t.as('custodian').get('/reported-figures')).status).toBe(403);
    await expect(t.sql('officer', `insert into tamga.reported_figures (id) values (gen_random_uuid())`)).rejects.toThrow(/permission denied/);
    await expect(t.sql('analyst', `delete from tamga.reported_figures`)).rejects.toThrow(/permission denied/);
  });
});
