import { randomUUID } from 'node:crypto';
import { Codes } from '../src/reference/codes.ts';
import { tamga, type Reply, type Tamga } from './support/tamga.ts';

const source = 'a test';

interface Schema { $ref?: string; example?: unknown; type?: string; properties?: Record<string, Schema>; allOf?: Schema[] }

describe('units, factors, prices, rates, sizes, programmes and territories', () => {
  let t: Tamga;
  beforeAll(async () => { t = await tamga(); });
  afterAll(() => t.stop());

  const refused = ({ status, body }: Reply) => [status, body.code, body.errors?.map(({ pointer }: { pointer: string }) => pointer)];

  it('what the interface gives as examples can be sent as it stands', async () => {
    const { body: document } = await t.as('administrator').get('/api/openapi.json');
    const exampleOf = (schema: Schema): unknown => {
      if (schema.example !== undefined) return schema.example;
      const target = schema.$ref ?? schema.allOf?.[0]?.$ref;
      const full: Schema = target ? document.components.schemas[target.split('/').at(-1)!] : schema;
      return Object.fromEntries(Object.entries(full.properties ?? {}).map(([name, property]) => [name, exampleOf(property)]));
    };
    const bodyOf = (path: string, method = 'post') => exampleOf(document.paths[`/api/v1${path}`][method].requestBody.content['application/json'].schema);
    const admin = t.as('administrator');
    const end = async (made: Reply, path: string) => {
      expect([path, made.status, made.body]).toEqual([path, 201, expect.objectContaining({ version: 1 })]);
      expect((await admin.get(made.headers['location']!)).body).toEqual(made.body);
      return admin.post(`/${path}/${made.body.id}/end`, bodyOf(`/${path}/{id}/end`), { 'If-Match': '"1"' });
    };
    expect((await admin.post('/substances', bodyOf('/substances'))).status).toBe(201);
    expect((await admin.post('/exchange-rates', bodyOf('/exchange-rates'))).status).toBe(201);
    for (const path of ['conversion-factors', 'prices', 'statutory-sizes', 'programmes']) {
      const made = await admin.post(`/${path}`, { ...(bodyOf(`/${path}`) as object), to: null });
      expect([path, (await end(made, path)).status]).toEqual([path, 200]);
      expect([path, (await admin.post(`/${path}`, { ...(bodyOf(`/${path}`) as object), id: randomUUID() })).status]).toEqual([path, 409]); // the period is taken
    }
    const territory = await admin.post('/territories', bodyOf('/territories'));
    expect((await admin.post(`/territories/${territory.body.id}/rename`, bodyOf('/territories/{id}/rename'), { 'If-Match': '"1"' })).status).toBe(200);
    expect((await admin.post('/substances/heroin/controls', bodyOf('/substances/{code}/controls'))).status).toBe(201);
    const [programme] = (await admin.get('/programmes?code=XACZ60')).body.items;
    const amended = await admin.patch(`/programmes/${programme.id}`, bodyOf('/programmes/{id}', 'patch'), { 'If-Match': '"1"' });
    expect(amended).toMatchObject({ status: 200, body: { version: 2, donor: 'INL' } });
  });

  it('units and factors are there with their sources; those in force on a day', async () => {
    const units = await t.as('chemist').get('/measurement-units?kind=mass');
    expect(units.body.items.find(({ code }: { code: string }) => code === 'kg')).toMatchObject({ base: 'g', factorToBase: '1000' });
    const factors = await t.as('chemist').get('/conversion-factors?substance=heroin&unit={tablet}&on=2020-11-14');
    expect(factors.body.items).toMatchObject([{ code: 'heroin_tablet', gramsPerUnit: '0.03', from: null, to: null, status: 'second_hand' }]);
  });

  it('a factor counts from its day on, the nearest first, and at once', async () => {
    const codes = t.app.get(Codes);
    const grams = async (quantity: string, unit: string, substance: string | null, day: string) => (await codes.ready()).grams(quantity, unit, substance, null, day);
    const admin = t.as('administrator');
    expect(await grams('2', 'L', 'sulfuric_acid', '2022-01-01')).toEqual({ grams: '2000', factor: 'any_liquid_litre' });
    const factor = { code: 'sulfuric_acid_litre', substance: 'sulfuric_acid', unit: 'L', gramsPerUnit: '1.83', status: 'stated', from: '2021-01-01', source };
    const made = await admin.post('/conversion-factors', { ...factor, gramsPerUnit: '1830' });
    expect(made).toMatchObject({ status: 201, body: { gramsPerUnit: '1830', group: null } });
    expect(await grams('2', 'L', 'sulfuric_acid', '2020-12-31')).toEqual({ grams: '2000', factor: 'any_liquid_litre' });
    expect(await grams('2', 'L', 'sulfuric_acid', '2021-01-01')).toEqual({ grams: '3660', factor: 'sulfuric_acid_litre' });
    expect(await grams('500', 'mL', 'sulfuric_acid', '2021-01-01')).toEqual({ grams: '915', factor: 'sulfuric_acid_litre' });
    expect((await admin.post('/conversion-factors', { code: 'hallucinogen_blotter', group: 'hallucinogens', unit: '{blotter}', gramsPerUnit: '0.01', status: 'assumed', source })).status).toBe(201);
    expect(await grams('10', '{blotter}', 'lsd', '2021-01-01')).toEqual({ grams: '0.1', factor: 'hallucinogen_blotter' });
    expect(await grams('10', '{blotter}', 'heroin', '2021-01-01')).toBeNull();
    expect(await grams('10', '{blotter}', null, '2021-01-01')).toBeNull();
    expect(refused(await admin.post('/conversion-factors', { ...factor, code: 'another' }))).toEqual([409, 'reference.overlap', ['/from']]);
    expect(refused(await admin.post('/conversion-factors', { ...factor, code: 'both', group: 'precursors' }))).toEqual([422, 'reference.one-scope', ['/group']]);
  });

  it('prices and sizes of one thing do not overlap, those of others do', async () => {
    const admin = t.as('administrator');
    const price = { substance: 'opium', territory: 'KG-O', level: 'retail', amount: '7.50', currency: 'USD', unit: 'g', from: '2020-01-01', to: '2021-01-01', source };
    expect(await admin.post('/prices', price)).toMatchObject({ status: 201, body: { amount: '7.5', form: null } });
    expect(refused(await admin.post('/prices', { ...price, from: '2020-12-31', to: null }))).toEqual([409, 'reference.overlap', ['/from']]);
    expect((await admin.post('/prices', { ...price, from: '2021-01-01', to: null })).status).toBe(201);
    expect((await admin.post('/prices', { ...price, form: 'powder' })).status).toBe(201);
    const inForce = await t.as('analyst').get('/prices?substance=opium&territory=KG-O&on=2020-12-31');
    expect(inForce.body.items.map(({ from }: { from: string }) => from)).toEqual(['2020-01-01', '2020-01-01']);
    for (const [change, pointer] of [[{ amount: '0' }, '/amount'], [{ amount: '-1' }, '/amount'], [{ amount: 7.5 }, '/amount'], [{ amount: '1e3' }, '/amount'],
      [{ substance: 'nothing' }, '/substance'], [{ territory: 'KG-XX' }, '/territory'], [{ unit: 'stone' }, '/unit'], [{ currency: 'usd' }, '/currency'], [{ source: ' ' }, '/source'],
      [{ from: '2020-13-01' }, '/from'], [{ substance: null }, '/substance']] as const) {
      const answer = await admin.post('/prices', { ...price, level: 'export', ...change });
      expect([change, answer.status, answer.body.errors?.[0]?.pointer]).toEqual([change, 422, pointer]);
    }
    const size = { substance: 'heroin', size: 'small', fromGrams: '0', from: '2020-01-01', source };
    expect((await admin.post('/statutory-sizes', size)).body).toMatchObject({ fromGrams: '0', to: null });
    expect(refused(await admin.post('/statutory-sizes', size))).toEqual([409, 'reference.overlap', ['/from']]);
    expect((await t.as('officer.osh').get('/statutory-sizes?substance=heroin&on=2019-12-31')).body.items.filter(({ size: name }: { size: string }) => name === 'small')).toEqual([]);
  });

  it('the rate of a day is the last one known then, and one a day', async () => {
    const admin = t.as('administrator');
    for (const [on, rate] of [['2021-01-04', '83.05'], ['2021-01-11', '83.0600']] as const) {
      expect((await admin.post('/exchange-rates', { currency: 'KGS', per: 'EUR', rate, on, source })).status).toBe(201);
    }
    const on = async (day: string) => (await t.as('analyst').get(`/exchange-rates?currency=KGS&per=EUR&on=${day}`)).body.items.map(({ rate }: { rate: string }) => rate);
    expect([await on('2021-01-03'), await on('2021-01-10'), await on('2021-01-11')]).toEqual([[], ['83.05'], ['83.06']]);
    expect(refused(await admin.post('/exchange-rates', { currency: 'KGS', per: 'EUR', rate: '1', on: '2021-01-04', source }))).toEqual([409, 'reference.rate-known', ['/on']]);
    expect(refused(await admin.post('/exchange-rates', { currency: 'KGS', per: 'KGS', rate: '1', on: '2021-01-04', source }))).toEqual([422, 'reference.same-currency', ['/per']]);
  });

  it('a territory is added, renamed twice and ended; each day has its name', async () => {
    const admin = t.as('administrator');
    const { body: made } = await admin.post('/territories', { code: 'TEST-1', parent: 'KG-O', rank: 'settlement', names: { en: 'First', ru: 'Первое', ky: 'Биринчи' }, location: { lat: 40.5, lon: 72.8 }, source });
    expect(made).toMatchObject({ version: 1, location: { lat: 40.5, lon: 72.8 }, path: [{ code: 'KG' }, { code: 'KG-O' }], namesOverTime: [] });
    const rename = (en: string, from: string, version: number) =>
      admin.post(`/territories/${made.id}/rename`, { names: { en, ru: en, ky: en }, from, source }, { 'If-Match': `"${version}"` });
    expect((await rename('Second', '2021-01-01', 1)).body).toMatchObject({ version: 2, names: { en: 'Second' } });
    expect((await rename('Third', '2022-01-01', 1)).status).toBe(412);
    expect(refused(await rename('Third', '2021-01-01', 2))).toEqual([422, 'reference.renamed-after', ['/from']]);
    expect((await rename('Third', '2199-01-01', 2)).body).toMatchObject({ version: 3, names: { en: 'Second' } });
    const named = async (day: string) => (await t.as('officer.osh').get(`/territories/TEST-1?on=${day}`)).body.names.en;
    expect([await named('2020-12-31'), await named('2021-01-01'), await named('2199-01-01')]).toEqual(['First', 'Second', 'Third']);
    expect((await (t.app.get(Codes)).ready()).territory('TEST-1')!.names.en).toBe('Second');
    for (const name of ['first', 'Биринчи', 'third']) {
      expect((await t.as('officer.osh').get(`/territories?q=${encodeURIComponent(name)}&rank=settlement`)).body.items.map(({ code }: { code: string }) => code)).toContain('TEST-1');
    }
    expect((await admin.post(`/territories/${made.id}/end`, { validTo: '2023-01-01', reason: 'merged' }, { 'If-Match': '"3"' })).body.to).toBe('2023-01-01');
    expect((await t.as('officer.osh').get('/territories?code=TEST-1&on=2023-01-01')).body.items).toEqual([]);
    expect((await t.as('officer.osh').get('/territories?code=TEST-1&on=2022-12-31')).body.items).toHaveLength(1);
    expect(refused(await admin.post('/territories', { code: 'TEST-2', parent: 'TEST-2', rank: 'town', names: made.names, source }))).toEqual([422, 'body.invalid', ['/parent']]);
  });

  it('two administrators at once cannot both take a period', async () => {
    const size = { substance: 'opium', size: 'large', fromGrams: '5', from: '2020-01-01', source };
    const answers = await Promise.all(['administrator', 'administrator2', 'administrator', 'administrator2'].map((who) => t.as(who).post('/statutory-sizes', size)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });
});
