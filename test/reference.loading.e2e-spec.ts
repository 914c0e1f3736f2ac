import { loadReference } from '../src/reference/reference.loader.ts';
import { tamga, type Tamga } from './support/tamga.ts';

const counted = `select (select count(*) from substances)::int as substances, (select count(*) from substance_controls)::int as controls, (select count(*) from countries)::int as countries,
  (select count(*) from territories)::int as territories, (select count(*) from territory_names)::int as names, (select count(*) from measurement_units)::int as units,
  (select count(*) from conversion_factors)::int as factors, (select count(*) from programmes)::int as programmes, (select max(seq) from audit.change_event) as changes`;

describe('the reference data that come with the product', () => {
  let t: Tamga;
  beforeAll(async () => { t = await tamga(); });
  afterAll(() => t.stop());

  it('are all there, written by the system and under history', async () => {
    const [now] = await t.sql('superuser', counted);
    expect(now).toMatchObject({ substances: 540, controls: 406, countries: 249, territories: 86, names: 6, units: 21, factors: 16, programmes: 2 });
    const [event] = await t.sql('superuser', `select e.action, e.role, e.person_id, b.reason from audit.change_event e join audit.change_body b using (seq) join substances s on s.id = e.record where s.code = 'heroin'`);
    expect(event).toEqual({ action: 'reference.load', role: 'owner', person_id: '00000000-0000-7000-8000-000000000001', reason: expect.stringContaining('reference data') });
    const [heroin] = await t.sql('superuser', `select recorded_by, version from substances where code = 'heroin'`);
    expect(heroin).toEqual({ recorded_by: '00000000-0000-7000-8000-000000000001', version: 1 });
  });

  it('are loaded again without a change, within a second, two at a time', async () => {
    const before = await t.sql('superuser', counted);
    const started = Date.now();
    await Promise.all([loadReference(t.settings), loadReference(t.settings)]);
    expect(Date.now() - started).toBeLessThan(2000);
    expect(await t.sql('superuser', counted)).toEqual(before);
  });

  it('leave what an administrator has changed as it is', async () => {
    const context = { person: '00000000-0000-7000-8000-000000000001', account: '00000000-0000-7000-8000-000000000002', action: 'test' };
    await t.sql('administrator', `update substance_controls set valid_to = '2030-01-01' where substance = 'heroin' and schedule = 'IV'`, [], context, true);
    await loadReference(t.settings);
    expect(await t.sql('superuser', `select valid_to::text, version from substance_controls where substance = 'heroin' and schedule = 'IV'`)).toEqual([{ valid_to: '2030-01-01', version: 2 }]);
  });
});
