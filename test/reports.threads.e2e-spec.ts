import { loadArticle } from '../src/demonstration/article.ts';
import { idFor } from '../src/demonstration/identities.ts';
import { tamga, type Tamga } from './support/tamga.ts';

/* eslint-disable @typescript-eslint/no-explicit-any -- a test looks into any shape */

describe('the thread', () => {
  let t: Tamga;
  beforeAll(async () => {
    t = await tamga();
    await loadArticle(t.settings);
  });
  afterAll(() => t.stop());

  const get = async (path: string, who: string): Promise<any> => {
    const { status, body } = await t.as(who).get(path);
    expect({ status, body }).toMatchObject({ status: 200 });
    return body;
  };
  const codesOf = (thread: any) => [...new Set(thread.gaps.map((gap: any) => gap.code))].sort();

  it('reaches from the plan to the exhibit in one call', async () => {
    const thread = await get(`/operations/${idFor('operation', 'kara-suu')}/thread`, 'officer.osh');
    expect(thread).toMatchObject({
      operation: { name: 'Channel through Kara-Suu', leadUnit: 'CNS-OSH', status: 'closed', result: 'achieved', programmes: ['XACZ60'], actualFrom: '2020-11-09T23:00:00.000Z', isIllustrative: true },
      case: { title: 'Heroin supply through Kara-Suu (illustrative)', status: 'open' },
      plans: [{ number: 1, mission: 'Cut the supply of heroin through Kara-Suu (illustrative).' }],
      activityPlans: [{ periodFrom: '2020-11-01', periodTo: '2021-01-01', assessments: [{ amount: '380000', currency: 'USD', source: expect.stringContaining('UNODC') }] }],
      participants: [{ unit: 'CNS-OSH-M1', part: 'interception', leftAt: null }],
      outcomes: [{ kind: 'channels_suppressed', count: 1 }],
      seizures: [{ territory: '41706226000000', seizedAt: '2020-11-13T23:40:00.000Z', lines: [{ substance: 'heroin', massGrams: '5140', quantity: '5.14', unit: 'kg', substanceNames: { ru: 'Героин' } }] }],
      exhibits: [{ category: 'drug', sealNumber: 'DEMO-0001', holderUnit: 'CNS-OSH', collectedBy: 'OFF-0007', lineId: idFor('line', 'heroin-1') }],
    });
    expect(thread.log.map((entry: any) => [entry.kind, entry.officer])).toEqual([['situation', 'OFF-0007'], ['order', 'OFF-0007'], ['seizure', 'OFF-0007']]);
    expect(codesOf(thread)).toEqual(['operation.without-authority', 'seizure.without-protocol']);
    expect(thread.asOf).toMatch(/^\d+:\d+:/);
  });

  it('names its gaps: a line without an exhibit, an operation without a plan', async () => {
    const naryn = await get(`/operations/${idFor('operation', 'naryn')}/thread`, 'coordinator');
    expect(codesOf(naryn)).toEqual(['line.without-exhibit', 'operation.without-authority', 'operation.without-plan', 'seizure.without-protocol']);
    expect(naryn.gaps.find((gap: any) => gap.code === 'line.without-exhibit').record).toEqual({
      type: 'seizure line', id: idFor('line', 'hashish-2'), number: expect.stringMatching(/^CNS-NARYN\/2020\/SZ-\d{4}, line 1$/),
    });
  });

  it('holds what is only credited to the operation, too', async () => {
    const thread = await get(`/operations/${idFor('operation', 'kara-suu-2')}/thread`, 'coordinator');
    expect(thread.seizures.map((seizure: any) => [seizure.unit, seizure.creditedOperations.length])).toEqual([['CNS-OSH-M1', 0], ['CNS-OSH-M1', 0], ['CNS-BISHKEK', 2]]);
  });

  it('names what is unknown of a line, and leaves voided, foreign and destroyed ones out', async () => {
    const made = await t.as('officer.osh').post('/operations', { kind: 'eradication', name: 'Gaps', leadUnit: 'CNS-OSH', plannedFrom: '2021-07-01T00:00:00+06:00', classification: 'restricted' });
    const operationId = made.body.id;
    const seize = async (lines: object[], more = {}) => (await t.as('officer.osh').post('/seizures', { operationId, seizedAt: '2021-07-02T10:00:00+06:00', protocolNumber: '1', territory: 'KG-O', lines, ...more })).body;
    await seize([{ describedAs: 'grey tablets', quantity: '40', unit: '{tablet}' }], { territory: null });
    await seize([{ substance: 'heroin', quantity: '1', unit: 'g' }], { jurisdiction: 'KZ' });
    await seize([{ substance: 'cannabis_plant', quantity: '10', unit: 'kg', destroyedInPlace: { at: '2021-07-02T11:00:00+06:00', method: 'burnt' } }]);
    const wrong = await seize([{ describedAs: 'nothing' }]);
    await t.as('officer.osh').post(`/seizures/${wrong.id}/void`, { reason: 'Not a seizure' }, { 'If-Match': '"1"' });
    const { gaps } = await get(`/operations/${operationId}/thread`, 'officer.osh');
    expect(gaps.map((gap: any) => gap.code)).toEqual(['operation.without-plan', 'seizure.place-unknown', 'line.without-exhibit', 'line.substance-unidentified', 'line.without-mass']);
  });

  it('is that of a case with all its operations', async () => {
    const thread = await get(`/cases/${idFor('case', 'osh')}/thread`, 'officer.osh');
    expect(thread).toMatchObject({
      case: { status: 'open', leadUnit: 'CNS-OSH' }, members: [{ part: 'lead_investigator', officer: 'OFF-0007' }], registrations: [{ kind: 'erp', number: 'DEMO-2020-1' }],
      decisions: [{ kind: 'opening', decidedOn: '2020-11-02' }], subjects: [], detentions: [],
    });
    expect(thread.operations.map((operation: any) => operation.name)).toEqual(['Channel through Kara-Suu', 'Stores in Osh oblast']);
    expect([thread.seizures.length, thread.exhibits.length, thread.outcomes.length, thread.plans.length, thread.activityPlans.length]).toEqual([2, 2, 2, 2, 1]);
    expect(codesOf(thread)).toEqual(['operation.without-authority', 'seizure.without-protocol']);
  });

  it('tells of gaps of the case itself', async () => {
    const { body } = await t.as('officer.osh').post('/cases', { title: 'New', leadUnit: 'CNS-OSH', registeredAt: '2021-03-01T10:00:00+06:00' });
    expect(codesOf(await get(`/cases/${body.id}/thread`, 'officer.osh'))).toEqual(expect.arrayContaining(['case.without-registration']));
  });

  it('is not there for those outside of it', async () => {
    const operation = `/operations/${idFor('operation', 'kara-suu')}/thread`;
    const of = `/cases/${idFor('case', 'osh')}/thread`;
    for (const path of [operation, of]) {
      expect((await t.as('officer.chuy').get(path)).status).toBe(404);
      for (const who of ['custodian', 'chemist', 'administrator']) expect((await t.as(who).get(path)).status).toBe(403);
      expect((await t.as('nobody').get(path)).status).toBe(401);
      expect((await t.as('auditor').get(path)).status).toBe(200);
    }
    expect((await t.as('coordinator').get('/operations/nonsense/thread')).status).toBe(400);
    expect((await t.as('coordinator').get(`/operations/${idFor('operation', 'none')}/thread`)).status).toBe(404);
  });
});
