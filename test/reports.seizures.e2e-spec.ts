import { maintain } from '../src/platform/maintenance.ts';
import { tamga, type Tamga } from './support/tamga.ts';

/* eslint-disable @typescript-eslint/no-explicit-any -- a test looks into any shape */

describe('the report of seizures', () => {
  let t: Tamga;
  let operation: string;
  beforeAll(async () => {
    t = await tamga();
    operation = await draft('officer.osh', 'CNS-OSH', ['XACZ60', 'XACZ60-SP1']);
  });
  afterAll(() => t.stop());

  const draft = async (who: string, leadUnit: string, programmes: string[]): Promise<string> => {
    const { status, body } = await t.as(who).post('/operations', { kind: 'checkpoint', name: 'Report', leadUnit, programmes, plannedFrom: '2021-03-01T00:00:00+06:00', classification: 'restricted' });
    expect({ status, body }).toMatchObject({ status: 201 });
    return body.id;
  };
  const heroin = (quantity: string, more = {}) => ({ substance: 'heroin', quantity, unit: 'g', ...more });
  const seize = async (seizedAt: string, lines: object[], more = {}, who = 'officer.osh') => {
    const { status, body } = await t.as(who).post('/seizures', { seizedAt, territory: 'KG-O', lines, ...more });
    expect({ status, body }).toMatchObject({ status: 201 });
    return body;
  };
  const report = async (query: string, who = 'coordinator'): Promise<any> => {
    const { status, body } = await t.as(who).get(`/reports/seizures?${query}`);
    expect({ status, body }).toMatchObject({ status: 200 });
    return body;
  };
  const in2021 = (month: string) => `from=2021-${month}-01&to=2021-${String(Number(month) + 1).padStart(2, '0')}-01`;

  it('puts a seizure into the month of the service’s own zone', async () => {
    await seize('2021-03-31T23:59:59+06:00', [heroin('100')]);
    await seize('2021-04-01T00:00:00+06:00', [heroin('20.5')]);
    const { rows } = await report('from=2021-03-01&to=2021-05-01&by=month,substance');
    expect(rows.map((row: any) => [row.month, row.substance, row.massGrams])).toEqual([['2021-03', 'heroin', '100'], ['2021-04', 'heroin', '20.5']]);
    expect((await report(in2021('03'))).total).toMatchObject({ seizures: 1, massGrams: '100' });
    expect((await report('from=2021-03-31T18:00:00Z&to=2021-05-01')).total).toMatchObject({ seizures: 1, massGrams: '20.5' });
  });

  it('counts a seizure once a row and once in the total, whatever its lines', async () => {
    await seize('2021-05-02T10:00:00+06:00', [heroin('1'), heroin('2'), { substance: 'cannabis_resin', quantity: '3', unit: 'g' }]);
    await seize('2021-05-03T10:00:00+06:00', [{ kind: 'cash', describedAs: 'banknotes', amount: '1500', currency: 'USD' }, heroin('4'), heroin('5')]);
    const { rows, total } = await report(`${in2021('05')}&by=substance`);
    expect(rows.map((row: any) => [row.substance, row.seizures, row.lines, row.massGrams])).toEqual([['cannabis_resin', 1, 1, '3'], ['heroin', 2, 4, '12']]);
    expect(total).toMatchObject({ seizures: 2, lines: 5, massGrams: '15', otherLines: [{ kind: 'cash', lines: 1, amounts: [{ currency: 'USD', amount: '1500' }] }] });
    expect((await report(`${in2021('05')}&by=unit`)).rows).toEqual([expect.objectContaining({ unit: 'CNS-OSH', seizures: 2, lines: 5 })]);
    expect((await report(`${in2021('05')}&substance=cannabis_resin`)).total).toMatchObject({ seizures: 1, lines: 1, otherLines: [] });
  });

  it('counts what is not known, instead of dropping it', async () => {
    await seize('2021-06-02T10:00:00+06:00', [
      { describedAs: 'grey tablets', quantity: '40', unit: '{tablet}' }, heroin('7', { purityPercent: '40' }), { substance: 'heroin', method: 'impossible' },
    ], { territory: null });
    const { rows, total } = await report(`${in2021('06')}&by=substance,territory`);
    expect(rows).toEqual([
      expect.objectContaining({ substance: 'heroin', territory: null, lines: 2, massGrams: '7', linesWithoutMass: 1, linesWithoutPurity: 1, quantities: [{ unit: 'g', quantity: '7' }] }),
      expect.objectContaining({ substance: null, territory: null, lines: 1, massGrams: null, linesWithoutMass: 1, linesWithoutPurity: 1, quantities: [{ unit: '{tablet}', quantity: '40' }], names: { substance: null, territory: null } }),
    ]);
    expect(total).toMatchObject({ seizures: 1, lines: 3, massGrams: '7', linesWithoutMass: 2, linesWithoutPurity: 2, byClass: { drug: '7' }, value: { amount: null, currency: 'USD', linesNotValued: 3, amounts: [] } });
  });

  it('leaves what was seized under a foreign jurisdiction, and what was voided, out of national totals', async () => {
    await seize('2021-07-02T10:00:00+06:00', [heroin('1')]);
    await seize('2021-07-02T11:00:00+06:00', [heroin('50')], { jurisdiction: 'KZ', seizingAuthority: 'Customs of Kazakhstan' });
    const wrong = await seize('2021-07-02T12:00:00+06:00', [heroin('600')]);
    expect((await t.as('officer.osh').post(`/seizures/${wrong.id}/void`, { reason: 'Recorded twice' }, { 'If-Match': `"${wrong.version}"` })).status).toBe(200);
    expect((await report(in2021('07'))).total).toMatchObject({ seizures: 1, massGrams: '1' });
    expect((await report(`${in2021('07')}&jurisdiction=all`)).total).toMatchObject({ seizures: 2, massGrams: '51' });
  });

  it('rolls towns up into their oblast and keeps a city of that rank apart', async () => {
    for (const [index, territory] of ['KG-O', '41706226000000', '41706226600010', 'KG-GO', 'KG'].entries()) await seize(`2021-08-0${index + 1}T10:00:00+06:00`, [heroin(String(10 ** index))], { territory });
    const { rows, total } = await report(`${in2021('08')}&by=territory`);
    expect(rows.map((row: any) => [row.territory, row.seizures, row.massGrams])).toEqual([['KG-GO', 1, '1000'], ['KG-O', 3, '111'], [null, 1, '10000']]);
    expect(total).toMatchObject({ seizures: 5, massGrams: '11111' });
    expect((await report(`${in2021('08')}&territory=41706226000000`)).total).toMatchObject({ seizures: 2, massGrams: '110' });
  });

  it('shows a seizure under each programme it is credited to, and counts it once in the total', async () => {
    const other = await draft('officer.osh', 'CNS-OSH', ['XACZ60']);
    await seize('2021-09-02T10:00:00+06:00', [heroin('100'), heroin('1')], { operationId: operation });
    await seize('2021-09-03T10:00:00+06:00', [heroin('10')], { operationId: operation, creditedOperations: [{ operationId: operation, sharePercent: '25' }, { operationId: other, sharePercent: '50' }] });
    await seize('2021-09-04T10:00:00+06:00', [heroin('5')]);
    const { rows, total, rowsOverlap } = await report(`${in2021('09')}&by=programme`);
    expect(rowsOverlap).toBe(true);
    expect(rows.map((row: any) => [row.programme, row.seizures, row.lines, row.massGrams, row.creditedGrams])).toEqual([
      ['XACZ60', 2, 3, '111', '108.5'], ['XACZ60-SP1', 2, 3, '111', '103.5'], [null, 1, 1, '5', '5'],
    ]);
    expect(total).toMatchObject({ seizures: 3, lines: 4, massGrams: '116' });
    expect((await report(`${in2021('09')}&programme=XACZ60`)).total).toMatchObject({ seizures: 2, massGrams: '111' });
    expect((await report(`${in2021('09')}&operationKind=checkpoint`)).total).toMatchObject({ seizures: 2, massGrams: '111' });
  });

  it('adds values by currency, and says how many lines are not valued', async () => {
    const { id, lines: [first, second] } = await seize('2021-10-02T10:00:00+06:00', [heroin('1'), heroin('2'), heroin('3')]);
    const price = (line: any, amount: string, currency: string) => t.as('officer.osh').post(`/seizures/${id}/lines/${line.id}/valuations`, { amount, currency, valuedOn: '2021-10-03', source: 'Street prices' });
    expect((await price(first, '100.5', 'USD')).status).toBe(201);
    expect((await report(in2021('10'))).total.value).toEqual({ amount: '100.5', currency: 'USD', linesNotValued: 2, amounts: [{ currency: 'USD', amount: '100.5' }] });
    expect((await price(second, '9000', 'KGS')).status).toBe(201);
    expect((await report(`${in2021('10')}&by=substance`)).rows[0].value).toEqual({ amount: null, currency: null, linesNotValued: 1, amounts: [{ currency: 'KGS', amount: '9000' }, { currency: 'USD', amount: '100.5' }] });
  });

  it('compares with the period before, months with months', async () => {
    await seize('2021-01-15T10:00:00+06:00', [heroin('10'), { substance: 'opium', quantity: '4', unit: 'g' }]);
    await seize('2021-02-20T10:00:00+06:00', [heroin('4')]);
    const { previous, rows } = await report('from=2021-02-01&to=2021-03-01&by=substance&compare=previous-period');
    expect(rows).toHaveLength(1);
    expect(previous).toMatchObject({ from: '2020-12-31T18:00:00.000Z', to: '2021-01-31T18:00:00.000Z', total: { seizures: 1, massGrams: '14' } });
    expect(previous.differences).toEqual([
      { substance: 'heroin', seizures: 0, lines: 0, massGrams: '-6' }, { substance: 'opium', seizures: -1, lines: -1, massGrams: '-4' },
    ]);
    expect(previous.totalDifference).toEqual({ seizures: 0, lines: -1, massGrams: '-10' });
    const days = await report('from=2021-02-20&to=2021-02-21&by=month&compare=previous-period');
    expect(days.previous).toMatchObject({ from: '2021-02-18T18:00:00.000Z', rows: [], differences: [{ month: '2021-02', seizures: 1, lines: 1, massGrams: '4' }] });
  });

  it('is CSV where that is asked for', async () => {
    const { status, text, headers } = await t.as('analyst').get(`/reports/seizures?${in2021('05')}&by=substance`, { accept: 'text/csv', 'accept-language': 'ru' });
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(text.split('\n')[0]).toBe('substance,names.substance.ru,seizures,lines,massGrams,linesWithoutMass,linesWithoutPurity,quantities,value.amount,value.currency,value.linesNotValued');
    expect(text).toContain('heroin,Героин,2,4,12,0,4,');
    expect((await t.as('analyst').get(`/reports/seizures?${in2021('05')}`, { accept: 'image/png' })).status).toBe(406);
  });

  it('shows each reader what they may see, and says what that is', async () => {
    await seize('2021-12-02T10:00:00+06:00', [heroin('1')]);
    await seize('2021-12-03T10:00:00+06:00', [heroin('20')], { territory: 'KG-C' }, 'officer.chuy');
    const range = 'from=2021-12-01&to=2022-01-01';
    expect(await report(range, 'officer.osh')).toMatchObject({ total: { massGrams: '1' }, scope: { role: 'officer', units: ['CNS-OSH', 'CNS-OSH-M1'] } });
    expect(await report(range, 'officer.chuy')).toMatchObject({ total: { massGrams: '20' }, scope: { units: ['CNS-CHUY'] } });
    for (const who of ['coordinator', 'analyst', 'auditor']) expect(await report(range, who)).toMatchObject({ total: { massGrams: '21' }, scope: { units: null } });
    for (const who of ['custodian', 'chemist', 'prosecutor', 'administrator']) expect((await t.as(who).get(`/reports/seizures?${range}`)).status).toBe(403);
    expect((await t.as('nobody').get(`/reports/seizures?${range}`)).status).toBe(401);
  });

  it('groups by the tree of units as it stood then, or as it stands now', async () => {
    await seize('2021-11-02T10:00:00+06:00', [heroin('1')], { unit: 'CNS-OSH-M1' });
    await maintain(t.settings, 'test', 'reorganization', async (client) => {
      const id = (code: string) => `(select id from units where code = '${code}')`;
      await client.query(`update unit_parents set valid_to = '2022-01-01' where unit_id = ${id('CNS-OSH-M1')}`);
      await client.query(`insert into unit_parents (id, unit_id, parent_id, valid_from) values (gen_random_uuid(), ${id('CNS-OSH-M1')}, ${id('CNS-CHUY')}, '2022-01-01')`);
      await client.query(`insert into unit_successions (id, unit_id, successor_id, "on") values (gen_random_uuid(), ${id('CNS-OSH-M1')}, ${id('CNS-BISHKEK')}, '2022-06-01')`);
    });
    const unitOf = async (query: string) => (await report(`${in2021('11')}&by=unit${query}`)).rows.map((row: any) => row.unit);
    expect(await unitOf('')).toEqual(['CNS-OSH-M1']);
    expect(await unitOf('&unitsAs=now')).toEqual(['CNS-BISHKEK']);
    expect(await unitOf('&unit=CNS-OSH')).toEqual(['CNS-OSH-M1']);
    expect(await unitOf('&unit=CNS-CHUY')).toEqual([]);
    expect(await unitOf('&unit=CNS-CHUY&unitsAs=now')).toEqual(['CNS-BISHKEK']);
    expect(await unitOf('&unit=CNS-OSH&unitsAs=now')).toEqual([]);
  });

  it.each([
    ['from=2021-01-01', 400, 'parameter.malformed'],
    ['from=2021-02-30&to=2021-03-01', 400, 'parameter.malformed'],
    ['from=2021-01-01&to=tomorrow', 400, 'parameter.malformed'],
    ['from=2021-01-01&to=2021-02-01&by=colour', 400, 'parameter.malformed'],
    ['from=2021-01-01&to=2021-02-01&by=month,month', 400, 'parameter.malformed'],
    ['from=2021-01-01&to=2021-02-01&color=red', 400, 'parameter.unknown'],
    ['from=2021-01-01&from=2021-01-02&to=2021-02-01', 400, 'parameter.malformed'],
    ['from=2021-01-01&to=2021-02-01&unitsAs=once', 400, 'parameter.malformed'],
    [`from=2021-01-01&to=2021-02-01&substance=heroin'--`, 400, 'parameter.malformed'],
    ['from=2021-01-01&to=2021-02-01&substance=herion', 422, 'code.unknown'],
    ['from=2021-01-01&to=2021-02-01&unit=CNS-MARS', 422, 'code.unknown'],
    ['from=2021-02-01&to=2021-02-01', 422, 'reports.period-reversed'],
    ['from=2021-02-01&to=2021-01-01', 422, 'reports.period-reversed'],
  ])('refuses %s', async (query, status, code) => {
    expect((await t.as('coordinator').get(`/reports/seizures?${query}`)).body).toMatchObject({ status, code });
  });
});
