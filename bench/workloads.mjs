import { activeOperations, deepDay, period, positionsOf, seizureId, unitCount } from './data.mjs';
import { as } from './database.mjs';

/** Reproducible: the same requests in every run. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return Math.floor(((state ^ (state >>> 13)) >>> 0) / 2 ** 32 * below);
  };
}

const variants = 4000;
const two = (n) => String(n).padStart(2, '0');
export const officers = [{ username: 'officer.osh', unit: 'CNS-OSH' }, { username: 'officer.chuy', unit: 'CNS-CHUY' }, { username: 'officer.bishkek', unit: 'CNS-BISHKEK' }];

/** What a field officer sends: one line, most of what a protocol holds. */
export const seizureBody = ({ operation, seizedAt, territory, substance, grams }) => ({
  operationId: operation, seizedAt, territory, place: 'Kara-Suu, bazaar, row 4', location: { lat: 40.7, lon: 72.86, accuracyMeters: 50 },
  discovery: 'special_operation', witnesses: ['A. Asanov', 'B. Isakov'], isVideoRecorded: true, takenFrom: 'driver of the lorry',
  note: 'Found under the false floor of the lorry, in 12 packages; the driver was detained.',
  lines: [{ substance, form: 'powder', quantity: grams, unit: 'g', basis: 'gross', method: 'scale', packages: 12, packaging: 'heat-sealed plastic' }],
});

/** The requests of each operation, as bytes to be sent: thousands of variants, so that no two in a row ask the same. */
export async function requestsFor(service) {
  const { size, superuserUrl } = service.database;
  const { territories, substances } = await as(superuserUrl, codesIn);
  const tokens = await Promise.all(officers.map(({ username }) => service.token(username)));
  const coordinator = await service.token('coordinator');
  const random = numbers(20201101);
  const http = (method, path, token, body) => `${method} /api/v1${path} HTTP/1.1\r\nHost: ${service.host}\r\nAuthorization: Bearer ${token}\r\n`
    + `${body ? `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` : ''}\r\n${body ?? ''}`;
  const many = (make) => Array.from({ length: variants }, (_, index) => make(index));
  const day = (offset) => new Date(Date.parse(period.from) + offset * 86_400_000).toISOString().slice(0, 10);
  const ofUnit = (unit) => {
    const positions = positionsOf(unit);
    return random(Math.floor(size / unitCount)) * unitCount + positions[random(positions.length)];
  };
  const listed = (token) => many(() => {
    const from = random(700);
    return http('GET', `/seizures?substance=${substances[random(8)]}&from=${day(from)}&to=${day(from + 1095)}`, token);
  });
  return {
    create: many((index) => {
      const { unit } = officers[index % 3];
      const operations = activeOperations(size, unit);
      return http('POST', '/seizures', tokens[index % 3], JSON.stringify(seizureBody({
        operation: operations[random(operations.length)], seizedAt: `${2019 + random(5)}-${two(1 + random(12))}-${two(1 + random(28))}T${two(random(24))}:40:00+06:00`,
        territory: territories[random(territories.length)], substance: substances[random(substances.length)], grams: String(1 + random(100_000)),
      })));
    }),
    read: many((index) => http('GET', `/seizures/${seizureId(ofUnit(officers[index % 3].unit))}`, tokens[index % 3])),
    list: listed(coordinator),
    'list of an officer': many((index) => {
      const from = random(700);
      return http('GET', `/seizures?substance=${substances[random(8)]}&from=${day(from)}&to=${day(from + 1095)}`, tokens[index % 3]);
    }),
    page: many(() => {
      const cursor = Buffer.from(JSON.stringify(['seizures', `${day(deepDay(size) - random(20))} 12:00:00+00`, seizureId(random(size))])).toString('base64url');
      return http('GET', `/seizures?cursor=${cursor}`, coordinator);
    }),
    statistics: [http('GET', `/reports/seizures?from=${period.from}&to=${period.to}&by=substance,month`, coordinator)],
  };
}

export async function codesIn(client) {
  const { rows: [{ territories, substances }] } = await client.query(`select array(select code from tamga.territories where code ~ '^\\d{14}$' order by code) as territories,
    array(select substance from tamga.seizure_lines group by substance order by count(*) desc) as substances`);
  return { territories, substances };
}
