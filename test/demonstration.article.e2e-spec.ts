import { loadArticle } from '../src/demonstration/article.ts';
import { tamga, type Tamga } from './support/tamga.ts';

describe('the article comes back exactly', () => {
  let t: Tamga;
  const whole = '/reports/seizures?from=2020-11-01&to=2021-01-01';
  const get = async (path: string, who = 'coordinator') => {
    const { status, body } = await t.as(who).get(path);
    expect({ status, body }).toMatchObject({ status: 200 });
    return body;
  };
  beforeAll(async () => {
    t = await tamga();
    await loadArticle(t.settings);
  });
  afterAll(() => t.stop());

  it('gives every amount to the gram, the total, the classes, and no invented value', async () => {
    const report = await get(`${whole}&by=substance`);
    expect(report.rows.map((row: { substance: string; massGrams: string }) => [row.substance, row.massGrams])).toEqual([
      ['cannabis', '9000000'], ['cannabis_herb', '142160'], ['cannabis_resin', '16509'], ['heroin', '8268'], ['sulfuric_acid', '1320000'],
    ]);
    expect(report.rows[3]).toEqual({
      substance: 'heroin', seizures: 3, lines: 3, massGrams: '8268', linesWithoutMass: 0, linesWithoutPurity: 3, quantities: [{ unit: 'kg', quantity: '8.268' }],
      value: { amount: null, currency: 'USD', linesNotValued: 3, amounts: [] }, names: { substance: { en: 'Heroin', ru: 'Героин', ky: 'Героин' } },
    });
    expect(report.total).toMatchObject({ massGrams: '10486937', byClass: { drug: '9166937', precursor: '1320000' }, seizures: 11, lines: 13, otherLines: [] });
    expect(report.asOf).toMatch(/^\d+:\d+:(\d+(,\d+)*)?$/);
  });

  it('stands beside what was reported, with no difference', async () => {
    const { reported } = await get(`${whole}&by=substance`);
    expect(reported.filter((each: { substance: string | null }) => each.substance).map((each: Record<string, unknown>) => [each['substance'], each['massGrams'], each['recordedGrams'], each['difference']])).toEqual([
      ['cannabis', '9000000', '9000000', '0'], ['cannabis_herb', '142160', '142160', '0'], ['cannabis_resin', '16509', '16509', '0'], ['heroin', '8268', '8268', '0'], ['sulfuric_acid', '1320000', '1320000', '0'],
    ]);
    expect(reported.find((each: { substance: string }) => each.substance === 'heroin')).toMatchObject({ territories: ['KG-O', '41706226000000'], source: expect.stringContaining('UNODC') });
    const whole10 = reported.filter((each: { substance: string | null }) => each.substance === null);
    expect(whole10).toEqual(expect.arrayContaining([
      expect.objectContaining({ massGrams: '10000000', exactness: 'rounded', recordedGrams: '10486937', difference: null }),
      expect.objectContaining({ massGrams: null, value: { amount: '380000', currency: 'USD' } }),
    ]));
  });

  it('rolls rayons up into their oblasts without counting twice', async () => {
    const { rows, total } = await get(`${whole}&by=territory`);
    expect(rows.map((row: { territory: string; massGrams: string; seizures: number }) => [row.territory, row.massGrams, row.seizures])).toEqual([
      ['KG-C', '9003800', 2], ['KG-GB', '720000', 1], ['KG-J', '4210', 1], ['KG-N', '3350', 1], ['KG-O', '608268', 4], ['KG-Y', '147309', 2],
    ]);
    expect(rows.reduce((sum: number, row: { seizures: number }) => sum + row.seizures, 0)).toBe(total.seizures);
  });

  it('credits the programme with everything, once, though a seizure is credited to two operations', async () => {
    const { rows, total } = await get(`${whole}&by=programme`);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ programme: 'XACZ60', seizures: 11, massGrams: '10486937', creditedGrams: '10486937' });
    expect(total).toMatchObject({ seizures: 11, lines: 13, massGrams: '10486937' });
    expect((await get(`${whole}&programme=XACZ60`)).total).toMatchObject({ seizures: 11, massGrams: '10486937' });
  });

  it('marks every record, so that it can be left out of any report', async () => {
    const { rows, total, reported } = await get(`${whole}&by=substance&illustrative=exclude`);
    expect(rows).toEqual([]);
    expect(total).toMatchObject({ seizures: 0, lines: 0, massGrams: null, byClass: {} });
    expect(reported.find((each: { substance: string }) => each.substance === 'heroin')).toMatchObject({ recordedGrams: '0', difference: '-8268' });
    const [marked] = await t.sql('superuser', `select (select bool_and(is_illustrative) from seizures) s, (select bool_and(is_illustrative) from seizure_lines) l,
      (select bool_and(is_illustrative) from operations) o, (select bool_and(is_illustrative) from exhibits) x, (select count(*)::int from seizure_valuations) v`);
    expect(marked).toEqual({ s: true, l: true, o: true, x: true, v: 0 });
  });

  it('is loaded once, however often the service starts', async () => {
    const before = await t.sql('superuser', 'select count(*)::int as n from audit.change_event');
    await loadArticle(t.settings);
    expect(await t.sql('superuser', 'select count(*)::int as n from audit.change_event')).toEqual(before);
  });

  it('shows an officer of Osh what is theirs, and says so', async () => {
    const report = await get(`${whole}&by=substance`, 'officer.osh');
    expect(report.rows.map((row: { substance: string; massGrams: string }) => [row.substance, row.massGrams])).toEqual([['heroin', '8268'], ['sulfuric_acid', '1320000']]); // Bishkek's acid too: their mobile group took part
    expect(report.scope).toEqual({ role: 'officer', units: ['CNS-OSH', 'CNS-OSH-M1'], clearance: 'confidential' });
    expect((await get(`${whole}&by=substance`, 'officer.chuy')).rows.map((row: { substance: string }) => row.substance)).toEqual(['cannabis', 'cannabis_resin']);
    expect((await get(whole)).scope).toEqual({ role: 'coordinator', units: null, clearance: 'top_secret' });
  });
});
