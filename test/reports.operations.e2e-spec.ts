import { loadArticle } from '../src/demonstration/article.ts';
import { tamga, type Tamga } from './support/tamga.ts';

/* eslint-disable @typescript-eslint/no-explicit-any -- a test looks into any shape */

describe('the report of operations', () => {
  let t: Tamga;
  beforeAll(async () => {
    t = await tamga();
    await loadArticle(t.settings);
  });
  afterAll(() => t.stop());

  const whole = '/reports/operations?from=2020-11-01&to=2021-01-01';
  const get = async (path: string, who = 'coordinator'): Promise<any> => {
    const { status, body } = await t.as(who).get(path);
    expect({ status, body }).toMatchObject({ status: 200 });
    return body;
  };

  it('counts operations and what came of them', async () => {
    const report = await get(`${whole}&by=unit,status`);
    expect(report.rows).toHaveLength(8 - 1);
    expect(report.rows.find((row: any) => row.unit === 'CNS-OSH')).toMatchObject({ status: 'closed', operations: 2, channelsSuppressed: 2, arrests: null, names: { unit: { en: 'Osh department' } } });
    expect(report.total).toEqual({
      operations: 8, arrests: null, channelsSuppressed: 10, groupsSuppressed: null, laboratoriesDismantled: null, fieldsEradicated: null, outcomesWithoutCount: 0, withoutOutcome: 0,
    });
    expect((await get(whole)).rows).toEqual([]);
  });

  it('counts an operation once in the total, whatever its programmes', async () => {
    expect(await get(`${whole}&by=programme`)).toMatchObject({ rowsOverlap: true, rows: [{ programme: 'XACZ60', operations: 8 }], total: { operations: 8 } });
    expect((await get(`${whole}&programme=XACZ60&territory=KG-O&kind=special_operation&result=achieved`)).total).toMatchObject({ operations: 3 });
    expect((await get(`${whole}&unit=CNS-OSH`)).total).toMatchObject({ operations: 3 });
    expect((await get(`${whole}&illustrative=exclude`)).total).toMatchObject({ operations: 0, channelsSuppressed: null });
  });

  it('is the reader’s own, and CSV where that is asked for', async () => {
    expect(await get(whole, 'officer.chuy')).toMatchObject({ total: { operations: 1 }, scope: { units: ['CNS-CHUY'] } });
    const { text } = await t.as('analyst').get(`${whole}&by=kind`, { accept: 'text/csv' });
    expect(text.split('\n').slice(0, 2)).toEqual([
      'kind,operations,arrests,channelsSuppressed,groupsSuppressed,laboratoriesDismantled,fieldsEradicated,outcomesWithoutCount,withoutOutcome', 'special_operation,8,,10,,,,0,0',
    ]);
  });

  it('refuses what it does not know', async () => {
    expect((await t.as('coordinator').get(`${whole}&by=colour`)).status).toBe(400);
    expect((await t.as('coordinator').get(`${whole}&colour=red`)).status).toBe(400);
    expect((await t.as('coordinator').get('/reports/operations?from=2021-01-01&to=2020-01-01')).status).toBe(422);
    expect((await t.as('custodian').get(whole)).status).toBe(403);
  });
});
