import { newId } from '../src/platform/ids.ts';
import { tamga, type Tamga } from './support/tamga.ts';

let t: Tamga;
let seizure: { id: string; lines: { id: string }[] };
beforeAll(async () => {
  t = await tamga();
  seizure = (await t.as('officer.osh').post('/seizures', {
    seizedAt: '2021-03-14T05:40:00+06:00', territory: 'KG-O', lines: [{ substance: 'heroin', quantity: '8.268', unit: 'kg', basis: 'gross', method: 'scale' }],
  })).body;
}, 60_000);
afterAll(() => t.stop());

const exhibit = (more: object = {}) => ({
  seizureId: seizure.id, lineId: seizure.lines[0]!.id, category: 'drug', description: 'Brown powder in one bag', sealNumber: newId().slice(-12), collectedAt: '2021-03-14T06:30:00+06:00',
  collectedBy: 'OFF-0007', weighing: { quantity: '8.275', unit: 'kg', basis: 'gross', scale: 'SC-01', witness: null }, ...more,
});

describe('what was taken into custody is registered from its line', () => {
  it('with its number, seal and first weighing, held by who collected it', async () => {
    const { status, body, headers } = await t.as('officer.osh').post('/exhibits', exhibit({ sealNumber: 'A-0001' }));
    expect(status).toBe(201);
    expect(headers['location']).toBe(`/api/v1/exhibits/${body.id}`);
    expect(body.number).toMatch(/^CNS-OSH\/2021\/EX-\d{4,}$/);
    expect(body).toMatchObject({ status: 'held', holderUnit: 'CNS-OSH', holder: 'OFF-0007', collectedBy: 'OFF-0007', sealNumber: 'A-0001', line: { substance: 'heroin', quantity: '8.268' } });
    expect(body.weighings).toEqual([expect.objectContaining({ quantity: '8.275', massGrams: '8275', scale: 'SC-01', weighedBy: 'OFF-0007', isIndicative: true })]);
    expect(body.flags).toEqual(['collected_alone']);
    expect((await t.as('coordinator').get(`/exhibits/${body.id}`)).body).toEqual(body);
  });

  it('two officers and a calibrated scale make a weighing that proves something', async () => {
    const { body } = await t.as('officer.osh').post('/exhibits', exhibit({ witness: 'OFF-0008', weighing: { quantity: '8.275', unit: 'kg', basis: 'gross', scale: 'SC-01', witness: 'OFF-0008' } }));
    expect([body.flags, body.weighings[0].isIndicative]).toEqual([[], false]);
  });

  it('without scale, seal or second person it is accepted, and marked', async () => {
    const { status, body } = await t.as('officer.osh').post('/exhibits', exhibit({ sealNumber: null, weighing: null, aloneBecause: 'mountain pass, one vehicle' }));
    expect([status, body.flags.sort()]).toEqual([201, ['collected_alone', 'not_weighed', 'unsealed']]);
  });

  it('sent again it is the same exhibit', async () => {
    const body = exhibit({ id: newId() });
    const [first, again] = [await t.as('officer.osh').post('/exhibits', body), await t.as('officer.osh').post('/exhibits', body)];
    expect([first.status, again.status, again.body.number]).toEqual([201, 200, first.body.number]);
  });
});

describe('it is refused', () => {
  it.each<[string, object, string]>([
    ['for a line of another seizure', { lineId: newId() }, 'exhibits.line-not-found'],
    ['for a seizure that is not there', { seizureId: newId() }, 'exhibits.seizure-not-found'],
    ['with a witness who collected it', { witness: 'OFF-0007' }, 'exhibits.own-witness'],
    ['with an unknown scale', { weighing: { quantity: '1', unit: 'kg', basis: 'gross', scale: 'SC-99' } }, 'code.unknown'],
    ['weighed in tablets', { weighing: { quantity: '1', unit: '{tablet}', basis: 'gross' } }, 'weighing.not-a-mass'],
    ['with an issuer without a seal', { sealNumber: null, sealIssuer: 'Customs' }, 'seal.issuer-alone'],
    ['ahead of time', { collectedAt: '2199-01-01T00:00:00Z' }, 'time.ahead'],
  ])('%s', async (_, change, code) => {
    const { status, body } = await t.as('officer.osh').post('/exhibits', exhibit(change));
    expect(status).toBe(422);
    expect([body.code, ...(body.errors ?? []).map((each: { code: string }) => each.code)]).toContain(code);
  });

  it('with a seal that was used before: seals are used once, also by many at once', async () => {
    const replies = await Promise.all(Array.from({ length: 8 }, () => t.as('officer.osh').post('/exhibits', exhibit({ sealNumber: 'A-0777' }))));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(replies.filter(({ status }) => status !== 201).map(({ body }) => body.code))).toEqual(new Set(['seal.used']));
  });

  it('from a voided seizure', async () => {
    const made = (await t.as('officer.osh').post('/seizures', { seizedAt: '2021-03-14T05:40:00Z', lines: [{ substance: 'opium' }] })).body;
    await t.as('officer.osh').post(`/seizures/${made.id}/void`, { reason: 'twice' }, { 'If-Match': '"1"' });
    expect((await t.as('officer.osh').post('/exhibits', exhibit({ seizureId: made.id, lineId: made.lines[0].id }))).body.code).toBe('seizures.voided');
  });

  it('to another unit’s officer, to a reader, and to a store that does not hold it', async () => {
    expect((await t.as('officer.chuy').post('/exhibits', exhibit())).status).toBe(422);
    expect((await t.as('auditor').post('/exhibits', exhibit())).status).toBe(403);
    const { body } = await t.as('officer.osh').post('/exhibits', exhibit());
    expect([(await t.as('custodian').get(`/exhibits/${body.id}`)).status, (await t.as('officer.chuy').get(`/exhibits/${body.id}`)).status, (await t.as('administrator').get(`/exhibits/${body.id}`)).status]).toEqual([404, 404, 403]);
  });
});
