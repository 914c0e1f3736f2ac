import { createHash } from 'node:crypto';
import { newId } from '../src/platform/ids.ts';
import { tamga, type Tamga } from './support/tamga.ts';

let t: Tamga;
let osh: { person: string; account: string; units: string; clearance: string; action: string };
beforeAll(async () => {
  t = await tamga();
  const [who] = await t.sql('superuser', `select a.person_id as person, a.id as account, array[u.id]::text as units from accounts a, units u where a.username = 'officer.osh' and u.code = 'CNS-OSH'`);
  osh = { person: who!.person, account: who!.account, units: who!.units, clearance: '1', action: 'seizures.record' };
}, 60_000);
afterAll(() => t.stop());

const record = async () => (await t.as('officer.osh').post('/seizures', {
  seizedAt: '2021-03-14T05:40:00+06:00', territory: 'KG-O', note: 'ё, 😀 and "quotes"\nand a line', reason: 'first report',
  lines: [{ substance: 'heroin', quantity: '8.268', unit: 'kg', basis: 'gross', method: 'scale' }],
})).body;
const insert = `insert into seizures (id, unit_id, seized_at, number, classification) select $1, id, clock_timestamp(), 'x', 0 from units where code = 'CNS-OSH' returning number`;
const failure = (work: Promise<unknown>): Promise<{ code: string; message: string }> => work.then(() => Promise.reject(new Error('it was accepted')), (error) => error);

describe('every change leaves one event and one body', () => {
  it('with who, in which role, by which action and request, and the record’s roots', async () => {
    const seizure = await record();
    const events = await t.sql('superuser', `select e.*, e.xid::text as tx, b.salt, b.reason, b.before, b.after from audit.change_event e join audit.change_body b using (seq)
      where e.record = $1 or e.record = $2 order by e.seq`, [seizure.id, seizure.lines[0].id]);
    expect(events.map(({ table, version, role, action, person_id, account_id, reason }) => ({ table, version, role, action, person_id, account_id, reason }))).toEqual([
      { table: 'seizures', version: 1, role: 'officer', action: 'seizures.record', person_id: osh.person, account_id: osh.account, reason: 'first report' },
      { table: 'seizure_lines', version: 1, role: 'officer', action: 'seizures.record', person_id: osh.person, account_id: osh.account, reason: 'first report' },
    ]);
    expect(events[0]!.tx).toBe(events[1]!.tx);
    expect(events[0]!.before).toBeNull();
    expect(JSON.parse(events[0]!.after)).toMatchObject({ id: seizure.id, number: seizure.number, note: 'ё, 😀 and "quotes"\nand a line' });
  });

  it('whose leaf is the exact text of the documented form, and whose hash anyone can make again from the body', async () => {
    const { id } = await record();
    const [event] = await t.sql('superuser', `select e.*, e.xid::text as tx, e.seq::text as n, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at_text, b.* from audit.change_event e join audit.change_body b using (seq) where e.record = $1`, [id]);
    const nul = Buffer.from([0]);
    const hash = createHash('sha256').update(Buffer.concat([event!.salt, Buffer.from(event!.reason ?? ''), nul, Buffer.from(event!.before ?? ''), nul, Buffer.from(event!.after ?? '')])).digest('hex');
    expect(event!.leaf).toBe([
      'tamga change v1', `event ${event!.n}`, `xid ${event!.tx}`, `at ${event!.at_text}`, `by ${osh.person} ${osh.account} officer`, 'action seizures.record',
      `request ${event!.request}`, 'table seizures', `record ${id} 1`, 'case -', 'operation -', `body ${hash}`,
    ].join('\n'));
    expect(event!.salt).toHaveLength(16);
    expect(Buffer.byteLength(event!.leaf)).toBeLessThan(65_536);
  });

  it('in the same bytes under any time zone and date style of the session', async () => {
    const { id } = await record();
    const bodies: string[] = [];
    for (const [zone, style] of [['UTC', 'ISO'], ['Asia/Bishkek', 'German'], ['America/St_Johns', 'SQL, DMY'], ['Asia/Kathmandu', 'Postgres']]) {
      const rows = await t.sql('officer', `with s as (select set_config('timezone', '${zone}', true), set_config('datestyle', '${style}', true)),
        u as (update seizures set note = 'same' from s where id = '${id}' returning id) select id from u`, [], osh, true);
      expect(rows).toHaveLength(1);
      const [last] = await t.sql('superuser', 'select after from audit.change_event join audit.change_body using (seq) where record = $1 order by seq desc limit 1', [id]);
      bodies.push(last!.after.replace(/"version":\d+/, ''));
    }
    expect(new Set(bodies).size).toBe(1);
  });

  it('for raw SQL as the persona too, and for an update from what to what', async () => {
    const { id } = await record();
    await t.sql('officer', `update seizures set place = 'elsewhere' where id = $1`, [id], { ...osh, action: 'seizures.amend', reason: 'by hand' }, true);
    const [event] = await t.sql('superuser', 'select version, action, reason, before, after from audit.change_event join audit.change_body using (seq) where record = $1 order by seq desc limit 1', [id]);
    expect(event).toMatchObject({ version: 2, action: 'seizures.amend', reason: 'by hand' });
    expect([JSON.parse(event!.before).place, JSON.parse(event!.after).place]).toEqual([null, 'elsewhere']);
  });

  it('or none of it happened: a transaction rolled back leaves no event', async () => {
    const id = newId();
    const rows = await t.sql('officer', insert, [id], osh);
    expect(rows[0]!.number).toMatch(/^CNS-OSH\/\d{4}\/SZ-/);
    expect(await t.sql('superuser', 'select from audit.change_event where record = $1', [id])).toHaveLength(0);
  });
});

describe('the database refuses', () => {
  it.each([['person', { person: '' }], ['account', { account: '' }], ['action', { action: '' }]])('a change without %s', async (_, missing) => {
    const error = await failure(t.sql('officer', insert, [newId()], { ...osh, ...missing }));
    // Without a person it is the record’s author that is missing first.
    expect(error.code).toBe('person' in missing ? '23502' : '42501');
  });

  it('a context with a line end, which would make the leaf ambiguous', async () => {
    expect((await failure(t.sql('officer', insert, [newId()], { ...osh, action: 'a\nrequest forged' }))).code).toBe('22023');
  });

  it.each(['update audit.change_event set action = action', 'delete from audit.change_event', 'truncate audit.change_event cascade', 'update audit.change_body set reason = null', 'delete from audit.change_body',
    `insert into audit.change_event (xid, at, person_id, account_id, role, action, request, "table", record, version, leaf) select pg_current_xact_id(), now(), id, id, 'x', 'x', 'x', 'x', id, 1, 'x' from persons limit 1`,
  ])('to the service’s personas: %s', async (text) => {
    for (const persona of ['officer', 'coordinator', 'auditor', 'administrator']) expect((await failure(t.sql(persona, text, [], osh))).code).toBe('42501');
    expect((await failure(t.sql('service', text))).code).toBe('42501');
  });

  it('even to a superuser in replica mode: history is neither edited nor emptied, and a change is still captured', async () => {
    for (const text of ['update audit.change_event set action = action', 'delete from audit.change_event', 'truncate audit.change_event cascade', 'truncate seizures cascade']) {
      expect((await failure(t.sql('superuser', `set session_replication_role = replica; ${text}`))).message).toMatch(/append-only|cannot be emptied/);
    }
    expect((await failure(t.sql('superuser', `set session_replication_role = replica; update seizures set place = 'x'`))).code).toBe('42501');
  });

  it('the service’s own login everything until it takes a role, and every deletion afterwards', async () => {
    expect((await failure(t.sql('service', 'select * from seizures'))).code).toBe('42501');
    for (const persona of ['officer', 'coordinator', 'commander', 'administrator', 'auditor']) {
      for (const table of ['seizures', 'seizure_lines', 'exhibits', 'operations', 'cases', 'persons', 'accounts']) {
        expect((await failure(t.sql(persona, `delete from ${table}`, [], osh))).code).toBe('42501');
      }
    }
    expect((await failure(t.sql('service', 'set role tamga_owner'))).code).toBe('42501');
    expect((await failure(t.sql('service', 'set role tamga_kernel'))).code).toBe('42501');
  });

  it('a new id, number or author for a record', async () => {
    const { id } = await record();
    for (const change of [`id = '${newId()}'`, `number = 'CNS-OSH/2021/SZ-1'`, 'recorded_at = now()']) {
      expect((await failure(t.sql('officer', `update seizures set ${change} where id = '${id}'`, [], osh))).code).toBe('42501');
    }
  });
});

describe('no context, no rows', () => {
  it.each(['officer', 'commander', 'prosecutor', 'custodian', 'chemist', 'administrator', 'coordinator', 'analyst'])('%s sees nothing without one', async (persona) => {
    await record();
    expect(await t.sql(persona, 'select from seizures')).toHaveLength(0);
  });

  it('an officer sees exactly their scope, a coordinator all that they are cleared for', async () => {
    await t.as('coordinator').post('/seizures', { unit: 'CNS-CHUY', seizedAt: '2021-03-14T05:40:00+06:00', lines: [{ substance: 'opium' }] });
    const codes = async (persona: string, context: object) => (await t.sql(persona, 'select distinct u.code from seizures s join units u on u.id = s.unit_id order by 1', [], context as never)).map(({ code }) => code);
    expect(await codes('officer', osh)).toEqual(['CNS-OSH']);
    expect(await codes('coordinator', { clearance: '3' })).toEqual(['CNS-CHUY', 'CNS-OSH']);
    expect(await codes('officer', { ...osh, clearance: '-1' })).toEqual([]);
  });
});

describe('a reader sees history in plain words', () => {
  it('from → to, who, when, why; in the scope of the record', async () => {
    const { id } = await record();
    await t.as('officer.osh').post(`/seizures/${id}/amendments`, { place: 'Osh, bazaar', reason: 'the protocol says so' }, { 'If-Match': '"1"' });
    const { body, status } = await t.as('auditor').get(`/seizures/${id}/history?limit=200`);
    expect(status).toBe(200);
    const amended = body.items.find((each: { action: string; kind: string }) => each.action === 'seizures.amend' && each.kind === 'seizures');
    expect(amended).toMatchObject({ role: 'officer', personName: 'Ergeshov Azamat', account: 'officer.osh', reason: 'the protocol says so', recordVersion: 2 });
    expect(amended.changes).toEqual(expect.arrayContaining([{ field: 'place', from: null, to: 'Osh, bazaar' }, { field: 'status', from: 'recorded', to: 'amended' }]));
    const line = body.items.find((each: { kind: string }) => each.kind === 'seizure_lines');
    expect(line.changes).toEqual(expect.arrayContaining([{ field: 'quantity', from: null, to: '8.268' }, { field: 'massGrams', from: null, to: '8268' }]));
    expect((await t.as('officer.osh').get(`/seizures/${id}/history`)).body.items.length).toBe(body.items.length);
    expect((await t.as('officer.chuy').get(`/seizures/${id}/history`)).status).toBe(404);
    expect((await t.as('administrator').get(`/seizures/${id}/history`)).status).toBe(403);
  });

  it('page by page', async () => {
    const { id } = await record();
    const first = await t.as('auditor').get(`/seizures/${id}/history?limit=1`);
    const second = await t.as('auditor').get(`/seizures/${id}/history?limit=1&cursor=${first.body.nextCursor}`);
    expect([first.body.items.length, second.body.items.length]).toEqual([1, 1]);
    expect(second.body.items[0].event).not.toBe(first.body.items[0].event);
    expect((await t.as('auditor').get(`/seizures/${id}/history?cursor=abc`)).body.code).toBe('cursor.malformed');
  });
});
