import { newId } from '../src/platform/ids.ts';
import { tamga, type Tamga } from './support/tamga.ts';

let t: Tamga;
beforeAll(async () => {
  t = await tamga();
}, 60_000);
afterAll(() => t.stop());

const heroin = { kind: 'substance', substance: 'heroin', form: 'powder', quantity: '8.268', unit: 'kg', basis: 'gross', method: 'scale', purityPercent: null };
const seizure = (more: object = {}) => ({ unit: 'CNS-OSH', seizedAt: '2021-03-14T05:40:00+06:00', territory: 'KG-O', place: 'Kara-Suu, bazaar', discovery: 'checkpoint', lines: [heroin], ...more });
const operation = async (more: object = {}) => (await t.as('officer.osh').post('/operations', {
  kind: 'checkpoint', name: 'Northern road', leadUnit: 'CNS-OSH', territory: 'KG-O', plannedFrom: '2021-03-14T04:00:00+06:00', plannedTo: '2021-03-14T10:00:00+06:00', classification: 'restricted', ...more,
})).body;

describe('an officer records a seizure', () => {
  it('in the field: what was taken comes back to the gram, with its number', async () => {
    const made = await t.as('officer.osh').post('/seizures', seizure());
    expect(made.status).toBe(201);
    expect(made.headers['etag']).toBe('"1"');
    expect(made.headers['location']).toBe(`/api/v1/seizures/${made.body.id}`);
    expect(made.body.number).toMatch(/^CNS-OSH\/2021\/SZ-\d{4,}$/);
    expect(made.body).toMatchObject({ status: 'recorded', unit: 'CNS-OSH', seizedAt: '2021-03-13T23:40:00.000Z', jurisdiction: 'KG', classification: 'restricted', isIllustrative: false, flags: [] });
    expect(made.body.lines[0]).toMatchObject({ lineNumber: 1, status: 'declared', quantity: '8.268', unit: 'kg', massGrams: '8268', conversionFactor: null, substanceNames: { en: 'Heroin' } });
    const read = await t.as('officer.osh').get(`/seizures/${made.body.id}`);
    expect({ ...read.body, warnings: [] }).toEqual({ ...made.body, warnings: [] });
    expect(read.headers['etag']).toBe('"1"');
    expect((await t.as('officer.osh').get(`/seizures/${made.body.id}`, { 'If-None-Match': '"1"' })).status).toBe(304);
    expect((await t.as('coordinator').get(`/seizures/${made.body.id}`)).body.number).toBe(made.body.number);
  });

  it('in an operation, and takes its case and classification from it', async () => {
    const { id, number } = await operation({ classification: 'confidential' });
    const made = await t.as('officer.osh').post('/seizures', seizure({ operationId: id }));
    expect(made.body).toMatchObject({ operationId: id, operation: { id, number }, classification: 'confidential' });
  });

  it('with what is not known left unknown', async () => {
    const made = await t.as('officer.osh').post('/seizures', { seizedAt: '2021-03-14T05:40:00Z', lines: [{ describedAs: 'white powder, taste not tried' }] });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ unit: 'CNS-OSH', territory: null, discovery: null, location: null });
    expect(made.body.lines[0]).toMatchObject({ kind: 'substance', substance: null, quantity: null, massGrams: null, purityPercent: null, valuation: null });
  });

  it('in pieces, where a factor with a source gives the mass and the pieces stay', async () => {
    const { body } = await t.as('officer.osh').post('/seizures', seizure({ lines: [{ substance: 'amphetamine', form: 'tablet', quantity: '200', unit: '{tablet}', method: 'count' }, { substance: 'cannabis_herb', quantity: '3', unit: '{bag}', method: 'count' }] }));
    expect(body.lines[0]).toMatchObject({ quantity: '200', unit: '{tablet}', massGrams: '50' });
    expect(body.lines[0].conversionFactor).toEqual(expect.any(String));
    expect(body.lines[1]).toMatchObject({ quantity: '3', unit: '{bag}', massGrams: null, conversionFactor: null });
  });

  it('exactly: no digit of a quantity is lost', async () => {
    const { body } = await t.as('officer.osh').post('/seizures', seizure({ lines: [{ ...heroin, quantity: '123456789012345.123456789', unit: 'g' }, { ...heroin, quantity: '0.000000001', unit: 'g' }] }));
    expect(body.lines.map((line: { quantity: string; massGrams: string }) => [line.quantity, line.massGrams])).toEqual([['123456789012345.123456789', '123456789012345.123456789'], ['0.000000001', '0.000000001']]);
  });

  it('late or before the operation began: accepted, and flagged', async () => {
    const { id } = await operation();
    await t.as('officer.osh').post(`/operations/${id}/transitions`, { to: 'active', occurredAt: '2021-03-14T05:00:00+06:00' }, { 'If-Match': '"1"' });
    const { body } = await t.as('officer.osh').post('/seizures', seizure({ operationId: id, seizedAt: '2021-03-14T04:30:00+06:00' }));
    expect(body.flags).toEqual(['before_operation']);
  });

  it('and is warned of one that looks the same, without being refused', async () => {
    const first = await t.as('officer.osh').post('/seizures', seizure({ seizedAt: '2021-05-02T08:00:00+06:00' }));
    const second = await t.as('officer.osh').post('/seizures', seizure({ seizedAt: '2021-05-02T20:00:00+06:00', lines: [{ ...heroin, quantity: '8.35' }] }));
    expect(second.status).toBe(201);
    expect(second.body.warnings).toEqual([expect.objectContaining({ code: 'seizures.duplicate-suspected', records: [first.body.number] })]);
    const third = await t.as('officer.osh').post('/seizures', seizure({ seizedAt: '2021-05-02T20:00:00+06:00', lines: [{ ...heroin, quantity: '9' }] }));
    expect(third.body.warnings).toEqual([]);
  });
});

describe('a field device may send again', () => {
  it('the same id and body make one record, whatever the order of keys', async () => {
    const id = newId();
    const body = seizure({ id });
    const first = await t.as('officer.osh').post('/seizures', body);
    const again = await t.as('officer.osh').post('/seizures', Object.fromEntries(Object.entries(body).reverse()));
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body.number).toBe(first.body.number);
  });

  it('fifty at once make one record', async () => {
    const body = seizure({ id: newId() });
    const replies = await Promise.all(Array.from({ length: 50 }, () => t.as('officer.osh').post('/seizures', body)));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(49);
    expect(new Set(replies.map((reply) => reply.body.number)).size).toBe(1);
  });

  it('another body under the id is refused, and so is an id that is another unit’s, in the same words', async () => {
    const id = newId();
    await t.as('officer.osh').post('/seizures', seizure({ id }));
    const other = await t.as('officer.osh').post('/seizures', seizure({ id, place: 'elsewhere' }));
    const foreign = await t.as('officer.chuy').post('/seizures', seizure({ id, unit: 'CNS-CHUY' }));
    expect([other.status, other.body.code, foreign.status, foreign.body.code]).toEqual([409, 'id.taken', 409, 'id.taken']);
    expect(foreign.body.detail).toBe(other.body.detail);
  });
});

describe('what cannot be is refused, all faults at once, and nothing is written', () => {
  it.each<[string, object, string, string]>([
    ['an unknown substance', { lines: [{ ...heroin, substance: 'heroine' }] }, '/lines/0/substance', 'code.unknown'],
    ['an unknown territory', { territory: 'KG-ZZ' }, '/territory', 'code.unknown'],
    ['an unknown unit', { unit: 'CNS-MARS' }, '/unit', 'code.unknown'],
    ['an unknown measurement unit', { lines: [{ ...heroin, unit: 'stone' }] }, '/lines/0/unit', 'code.unknown'],
    ['an unknown country', { producingCountry: 'XX' }, '/producingCountry', 'code.unknown'],
    ['an unknown reporter', { reportedBy: 'OFF-9999' }, '/reportedBy', 'code.unknown'],
    ['an unknown operation', { operationId: newId() }, '/operationId', 'seizures.operation-not-found'],
    ['an unknown case', { caseId: newId() }, '/caseId', 'seizures.case-not-found'],
    ['a negative quantity', { lines: [{ ...heroin, quantity: '-1' }] }, '/lines/0/quantity', 'decimal.malformed'],
    ['a quantity of zero', { lines: [{ ...heroin, quantity: '0.000' }] }, '/lines/0/quantity', 'field.invalid'],
    ['NaN', { lines: [{ ...heroin, quantity: 'NaN' }] }, '/lines/0/quantity', 'decimal.malformed'],
    ['1e400', { lines: [{ ...heroin, quantity: '1e400' }] }, '/lines/0/quantity', 'decimal.malformed'],
    ['twenty decimals', { lines: [{ ...heroin, quantity: '1.00000000000000000001' }] }, '/lines/0/quantity', 'decimal.malformed'],
    ['a number where a decimal string belongs', { lines: [{ ...heroin, quantity: 8.268 }] }, '/lines/0/quantity', 'decimal.malformed'],
    ['gross tablets on a scale', { lines: [{ ...heroin, unit: '{tablet}' }] }, '/lines/0/unit', 'quantity.unit-mismatch'],
    ['kilograms that were counted', { lines: [{ ...heroin, method: 'count' }] }, '/lines/0/unit', 'quantity.unit-mismatch'],
    ['a quantity without unit', { lines: [{ ...heroin, unit: null }] }, '/lines/0/unit', 'quantity.half'],
    ['a weapon that is heroin', { lines: [{ ...heroin, kind: 'weapon' }] }, '/lines/0/substance', 'seizures.not-a-substance'],
    ['a line that is nothing', { lines: [{}] }, '/lines/0/describedAs', 'seizures.line-unnamed'],
    ['no lines', { lines: [] }, '/lines', 'field.invalid'],
    ['a purity above 100', { lines: [{ ...heroin, purityPercent: '100.1' }] }, '/lines/0/purityPercent', 'field.invalid'],
    ['a time two days ahead', { seizedAt: new Date(Date.now() + 2 * 86_400_000).toISOString() }, '/seizedAt', 'time.ahead'],
    ['a time without offset', { seizedAt: '2021-03-14T05:40:00' }, '/seizedAt', 'time.malformed'],
    ['an end before the beginning', { seizedTo: '2021-03-13T05:40:00+06:00' }, '/seizedTo', 'seizures.period-reversed'],
    ['an unknown field', { colour: 'red' }, '/colour', 'field.unknown'],
    ['a latitude of 91', { location: { lat: 91, lon: 0 } }, '/location/lat', 'field.invalid'],
    ['a discovery that is none', { discovery: 'dream' }, '/discovery', 'field.invalid'],
  ])('%s', async (_, change, pointer, code) => {
    const id = newId();
    const reply = await t.as('officer.osh').post('/seizures', seizure({ id, ...change }));
    expect([400, 422]).toContain(reply.status);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(reply.body.errors).toContainEqual(expect.objectContaining({ pointer, code }));
    expect(await t.sql('superuser', 'select from seizures where id = $1', [id])).toHaveLength(0);
    expect((await t.sql('superuser', 'select from audit.change_event where record = $1', [id]))).toHaveLength(0);
  });

  it('names every fault of a body', async () => {
    const { body } = await t.as('officer.osh').post('/seizures', seizure({ territory: 'nowhere', lines: [{ ...heroin, substance: 'x' }, { ...heroin, unit: 'y' }] }));
    expect(body.errors.map((each: { pointer: string }) => each.pointer).sort()).toEqual(['/lines/0/substance', '/lines/1/unit', '/territory']);
  });

  it.each<[string, string | Buffer, Record<string, string>, number]>([
    ['ten megabytes', `{"note":"${'x'.repeat(10_000_000)}"}`, {}, 413],
    ['another content type', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a repeated key', '{"unit":"CNS-OSH","unit":"CNS-CHUY"}', {}, 400],
    ['__proto__', '{"__proto__":{"unit":"CNS-OSH"}}', {}, 400],
    ['NUL', JSON.stringify(seizure({ note: 'a\0b' })), {}, 400],
    ['a lone surrogate', '{"note":"\\udc00"}', {}, 400],
    ['no JSON', 'heroin, 8 kg', {}, 400],
    ['a list', '[]', {}, 400],
    ['nothing', '', {}, 400],
  ])('%s', async (_, body, headers, status) => {
    const reply = await t.as('officer.osh').send('POST', '/seizures', body, headers);
    expect(reply.status).toBe(status);
    expect(reply.body.code).toEqual(expect.any(String));
  });
});

describe('who may record', () => {
  it.each(['auditor', 'analyst', 'administrator', 'custodian', 'chemist', 'prosecutor'])('%s may not', async (role) => {
    expect((await t.as(role).post('/seizures', { garbage: true })).status).toBe(403);
  });
  it('nobody without a session, whatever the body', async () => {
    expect((await t.as('nobody').send('POST', '/seizures', '{')).status).toBe(401);
  });
  it('an officer for another unit may not; a coordinator may', async () => {
    expect((await t.as('officer.osh').post('/seizures', seizure({ unit: 'CNS-CHUY' }))).status).toBe(403);
    expect((await t.as('coordinator').post('/seizures', seizure({ unit: 'CNS-CHUY' }))).status).toBe(201);
  });
  it('an officer for a unit below may, and a commander for those they command', async () => {
    expect((await t.as('officer.osh').post('/seizures', seizure({ unit: 'CNS-OSH-M1' }))).status).toBe(201);
    expect((await t.as('commander.osh').post('/seizures', seizure({ unit: 'CNS-OSH-M1' }))).status).toBe(201);
    expect((await t.as('commander.osh').post('/seizures', seizure({ unit: 'CNS-CHUY' }))).status).toBe(403);
  });
  it('an operation that the officer cannot see is not there for their seizure', async () => {
    const secret = await t.as('coordinator').post('/operations', { kind: 'checkpoint', name: 'Secret', leadUnit: 'CNS-CHUY', classification: 'restricted' });
    const reply = await t.as('officer.osh').post('/seizures', seizure({ operationId: secret.body.id }));
    expect([reply.status, reply.body.code]).toEqual([422, 'seizures.operation-not-found']);
  });
  it('a seizure of a sibling unit is not there: 404, as an id that never was', async () => {
    const { body } = await t.as('officer.osh').post('/seizures', seizure());
    const hidden = await t.as('officer.chuy').get(`/seizures/${body.id}`);
    const absent = await t.as('officer.chuy').get(`/seizures/${newId()}`);
    expect([hidden.status, absent.status]).toEqual([404, 404]);
    expect({ ...hidden.body, instance: '' }).toEqual({ ...absent.body, instance: '' });
  });
});
