import { randomUUID } from 'node:crypto';
import { operationKinds } from '../src/operations/operation.entity.ts';
import { kindsThatNeedAPlan, moversOf, operationMoves, operationStatuses } from '../src/operations/operation.lifecycle.ts';
import { StartObjections } from '../src/operations/start-objections.ts';
import { tamga, type Reply, type Tamga } from './support/tamga.ts';

let t: Tamga;
beforeAll(async () => {
  t = await tamga();
});
afterAll(() => t.stop());

const drafted = async (kind = 'patrol', who = 'officer.osh', more: Record<string, unknown> = {}): Promise<string> => {
  const { status, body } = await t.as(who).post('/operations', { kind, name: `A ${kind}`, leadUnit: 'CNS-OSH', ...more });
  expect(status).toBe(201);
  return body.id;
};
/** Moves an operation as it now is; the ETag is read first. */
const move = async (who: string, id: string, to: string, more: Record<string, unknown> = {}): Promise<Reply> => {
  const { headers } = await t.as('auditor').get(`/operations/${id}`);
  return t.as(who).post(`/operations/${id}/transitions`, { to, ...more }, { 'If-Match': headers['etag']! });
};
const moved = async (who: string, id: string, to: string, more: Record<string, unknown> = {}) => {
  const { status, body } = await move(who, id, to, more);
  expect([to, status, body.code]).toEqual([to, 200, undefined]);
  return body;
};

it('a special operation is planned, approved, started, suspended, resumed, concluded and closed', async () => {
  const id = await drafted('special_operation');
  await moved('officer.osh', id, 'planned');
  await moved('commander.osh', id, 'approved', { reason: 'Good plan' });
  const started = await moved('officer.osh', id, 'active', { occurredAt: '2020-11-14T04:05:00+06:00' });
  expect(started).toMatchObject({ status: 'active', actualFrom: '2020-11-13T22:05:00.000Z', actualTo: null, result: null });
  await moved('officer.osh', id, 'suspended', { reason: 'Fog', occurredAt: '2020-11-14T05:00:00+06:00' });
  expect((await moved('commander.osh', id, 'active', { occurredAt: '2020-11-14T06:00:00+06:00' })).actualFrom).toBe('2020-11-13T22:05:00.000Z');
  const concluded = await moved('officer.osh', id, 'concluded', { result: 'achieved', occurredAt: '2020-11-14T09:30:00+06:00' });
  expect(concluded).toMatchObject({ status: 'concluded', actualTo: '2020-11-14T03:30:00.000Z', result: 'achieved' });
  await moved('officer.osh', id, 'closed');
  const { body } = await t.as('officer.osh').get(`/operations/${id}/transitions`);
  expect(body.items.map(({ from, to }: { from: string | null; to: string }) => [from, to])).toEqual([
    [null, 'draft'], ['draft', 'planned'], ['planned', 'approved'], ['approved', 'active'], ['active', 'suspended'], ['suspended', 'active'], ['active', 'concluded'], ['concluded', 'closed'],
  ]);
  expect(body.items[4]).toMatchObject({ reason: 'Fog', occurredAt: '2020-11-13T23:00:00.000Z' });
  const history = await t.as('officer.osh').get(`/operations/${id}/history?kind=operations`);
  expect(history.body.items[2]).toMatchObject({ action: 'operations.move', role: 'commander', reason: 'Good plan' });
});

it('the table of moves and movers is the same in the database', async () => {
  const here = operationStatuses.flatMap((from) => operationMoves[from].map((to) => ({ was: from, becomes: to, movers: [...moversOf(from, to)].sort() })));
  const there = (await t.sql('superuser', 'select * from tamga.operation_moves()')).map((row) => ({ ...row, movers: [...row['movers']].sort() }));
  const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();
  expect(sorted(there)).toEqual(sorted(here));
});

describe('starting straight from a draft', () => {
  it.each(operationKinds.filter((kind) => !kindsThatNeedAPlan.includes(kind)))('%s: by its officer', async (kind) => {
    const { status, actualFrom } = await moved('officer.osh', await drafted(kind), 'active');
    expect([status, Date.now() - Date.parse(actualFrom) < 60_000]).toEqual(['active', true]);
  });

  it.each([...kindsThatNeedAPlan])('%s: not without an approved plan, but by a commander’s recorded waiver', async (kind) => {
    const id = await drafted(kind);
    const refused = await move('officer.osh', id, 'active');
    expect([refused.status, refused.body.code]).toEqual([422, 'operations.plan-needed']);
    const waiver = { reason: 'The lorry leaves within the hour', reviewDueOn: '2099-12-31' };
    const byOfficer = await move('officer.osh', id, 'active', { waiver });
    expect([byOfficer.status, byOfficer.body.code]).toEqual([403, 'access.forbidden']);
    await moved('commander.osh', id, 'active', { waiver });
    const { body } = await t.as('officer.osh').get(`/operations/${id}/waivers`);
    expect(body.items).toEqual([expect.objectContaining({ waives: 'approved_plan', ...waiver })]);
  });

  it('a waiver that is overdue when given, or where none is needed, is refused and nothing is kept of it', async () => {
    const raid = await drafted('raid');
    const overdue = await move('commander.osh', raid, 'active', { waiver: { reason: 'Now', reviewDueOn: '2020-01-01' } });
    expect([overdue.status, overdue.body.errors[0].pointer]).toEqual([422, '/waiver/reviewDueOn']);
    expect((await t.as('commander.osh').get(`/operations/${raid}/waivers`)).body.items).toEqual([]);
    const patrol = await move('commander.osh', await drafted(), 'active', { waiver: { reason: 'Now', reviewDueOn: '2099-01-01' } });
    expect([patrol.status, patrol.body.code]).toEqual([422, 'operations.waiver-out-of-place']);
  });

  it('whatever a later module has against it is named, all of it', async () => {
    const blocked = await drafted('patrol');
    t.app.get(StartObjections).askBeforeStarting(async (tx, { id, from, isWaived }) => {
      const [row] = await tx.rows<{ name: string }>('select name from operations where id = $1', [id]);
      return id === blocked && row && from === 'draft' && !isWaived ? [{ code: 'test.conflict', detail: 'Another operation is near' }, { code: 'test.plan', detail: 'No plan' }] : [];
    });
    const { status, body } = await move('officer.osh', blocked, 'active');
    expect([status, body.code, body.errors.map((each: { code: string }) => each.code)]).toEqual([422, 'operations.start-objected', ['test.conflict', 'test.plan']]);
    await moved('officer.osh', await drafted('patrol'), 'active');
  });
});

describe('a move is refused', () => {
  it('that the table does not have', async () => {
    const { status, body } = await move('commander.osh', await drafted(), 'approved');
    expect([status, body.code, body.errors[0].pointer]).toEqual([422, 'lifecycle.refused', '/to']);
    const running = await drafted();
    await moved('officer.osh', running, 'active');
    expect((await move('officer.osh', running, 'cancelled', { reason: 'No' })).body.code).toBe('lifecycle.refused');
  });

  it('without If-Match, with a stale one; of two at once one wins', async () => {
    const id = await drafted();
    const to = (to: string, headers: Record<string, string>) => t.as('officer.osh').post(`/operations/${id}/transitions`, { to, reason: 'At once' }, headers);
    expect((await to('planned', {})).status).toBe(428);
    expect((await to('planned', { 'If-Match': '"4"' })).status).toBe(412);
    const both = await Promise.all([to('planned', { 'If-Match': '"1"' }), to('cancelled', { 'If-Match': '"1"' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it.each([
    ['to conclude without a result', 'concluded', {}, '/result'],
    ['to suspend with a result', 'suspended', { result: 'achieved', reason: 'x' }, '/result'],
    ['to suspend without a reason', 'suspended', {}, '/reason'],
    ['to conclude as aborted without a reason', 'concluded', { result: 'aborted' }, '/reason'],
    ['to a state that is none', 'finished', {}, '/to'],
    ['more than 24 hours ahead', 'suspended', { reason: 'x', occurredAt: new Date(Date.now() + 25 * 3_600_000).toISOString() }, '/occurredAt'],
    ['to end before the start', 'concluded', { result: 'partly', occurredAt: '2019-01-01T00:00:00Z' }, '/occurredAt'],
  ])('%s', async (_, to, more, pointer) => {
    const id = await drafted();
    await moved('officer.osh', id, 'active');
    const { status, body } = await move('officer.osh', id, to, more);
    expect([status, body.errors[0].pointer]).toEqual([422, pointer]);
    expect((await t.as('officer.osh').get(`/operations/${id}`)).body.status).toBe('active');
  });

  it('to cancel without a reason', async () => {
    const id = await drafted();
    expect((await move('officer.osh', id, 'cancelled')).body.code).toBe('reason.needed');
    await moved('officer.osh', id, 'cancelled', { reason: 'Called off by the prosecutor' });
    expect((await t.as('officer.osh').patch(`/operations/${id}`, { name: 'X', reason: 'x' }, { 'If-Match': '"2"' })).body.code).toBe('operations.over');
  });
});

describe('who moves what', () => {
  it('only a commander approves and reopens; a coordinator plans and closes but starts nothing', async () => {
    const id = await drafted('special_operation');
    await moved('coordinator', id, 'planned');
    expect((await move('officer.osh', id, 'approved')).status).toBe(403);
    expect((await move('coordinator', id, 'approved')).status).toBe(403);
    await moved('commander.osh', id, 'approved');
    await moved('officer.osh', id, 'planned', { reason: 'The lorry takes another road' });
    await moved('commander', id, 'approved');
    expect((await move('coordinator', id, 'active')).status).toBe(403);
    await moved('commander.osh', id, 'active');
    await moved('commander.osh', id, 'concluded', { result: 'not' });
    expect((await move('officer.osh', id, 'active', { reason: 'More to do' })).status).toBe(403);
    const reopened = await moved('commander.osh', id, 'active', { reason: 'A second lorry' });
    expect(reopened).toMatchObject({ status: 'active', actualTo: null, result: null });
    await moved('officer.osh', id, 'concluded', { result: 'achieved' });
    await moved('coordinator', id, 'closed');
  });

  it.each([['officer.chuy', 404], ['analyst', 403], ['auditor', 403], ['prosecutor', 403], ['administrator', 403], ['custodian', 403], ['nobody', 401]])('not %s: %i', async (who, status) => {
    expect((await move(who, await drafted(), 'planned')).status).toBe(status);
  });
});

describe('once it runs', () => {
  it('a change needs its reason, the kind stays, and a wrong start or end is corrected openly', async () => {
    const id = await drafted();
    expect((await t.as('officer.osh').patch(`/operations/${id}`, { actualFrom: '2020-11-14T04:00:00Z' }, { 'If-Match': '"1"' })).body.code).toBe('operations.not-yet-there');
    await moved('officer.osh', id, 'active', { occurredAt: '2020-11-14T04:00:00Z' });
    const patch = (body: object) => t.as('officer.osh').patch(`/operations/${id}`, body, { 'If-Match': '"2"' });
    expect((await patch({ place: 'Uzgen' })).body.code).toBe('reason.needed');
    expect((await patch({ kind: 'search', reason: 'x' })).body.code).toBe('operations.kind-fixed');
    expect((await patch({ actualTo: '2020-11-14T05:00:00Z', reason: 'x' })).body.code).toBe('operations.not-yet-there');
    const { body } = await patch({ actualFrom: '2020-11-14T03:50:00Z', reason: 'The duty log says ten to four' });
    expect([body.actualFrom, body.version]).toEqual(['2020-11-14T03:50:00.000Z', 3]);
  });

  it('and is closed, it changes no more', async () => {
    const id = await drafted();
    await moved('officer.osh', id, 'active');
    await moved('officer.osh', id, 'concluded', { result: 'achieved' });
    await moved('officer.osh', id, 'closed');
    expect((await t.as('officer.osh').patch(`/operations/${id}`, { name: 'X', reason: 'x' }, { 'If-Match': '"4"' })).body.code).toBe('operations.over');
    expect((await move('commander.osh', id, 'active', { reason: 'x' })).body.code).toBe('lifecycle.refused');
  });
});

describe('raw SQL meets the same rules', () => {
  const context = async (username: string) => {
    const [row] = await t.sql('superuser', `select a.id, a.person_id, array(select unnest(s.reach) union select unnest(s.command_reach))::text as units
      from accounts a, lateral tamga.standing_of(a.person_id) s where username = $1`, [username]);
    return { person: row!['person_id'], account: row!['id'], action: 'test', units: row!['units'], clearance: '1' };
  };

  it('the lifecycle', async () => {
    const id = await drafted('special_operation');
    const officer = await context('officer.osh');
    const set = (status: string, who = 'officer', as = officer) => t.sql(who, `update operations set status = $2, status_since = now() where id = $1 returning status`, [id, status], as);
    await expect(set('concluded')).rejects.toMatchObject({ hint: 'lifecycle.refused' });
    await expect(set('active')).rejects.toMatchObject({ hint: 'operations.plan-needed' });
    await expect(set('cancelled')).rejects.toMatchObject({ hint: 'operations.move-reasoned' });
    expect(await set('planned')).toEqual([{ status: 'planned' }]);
    await moved('officer.osh', id, 'planned');
    await expect(set('approved')).rejects.toMatchObject({ hint: 'operations.not-yours-to-move' });
    expect(await set('approved', 'commander', await context('commander.osh'))).toEqual([{ status: 'approved' }]);
    await expect(t.sql('officer', `insert into operations (id, kind, name, unit_id, status, status_since) select $1, 'raid', 'Straight', unit_id, 'active', now() from operations where id = $2`, [randomUUID(), id], officer))
      .rejects.toMatchObject({ hint: 'lifecycle.refused' });
  });

  it('number and author stay; nothing is deleted; no other unit’s row is seen, changed or made', async () => {
    const id = await drafted();
    const officer = await context('officer.osh');
    await expect(t.sql('officer', `update operations set number = 'X' where id = $1`, [id], officer)).rejects.toMatchObject({ code: '42501' });
    await expect(t.sql('officer', 'delete from operations where id = $1', [id], officer)).rejects.toMatchObject({ code: '42501' });
    await expect(t.sql('superuser', 'truncate operations cascade')).rejects.toMatchObject({ code: '42501' });
    const sibling = await context('officer.chuy');
    expect(await t.sql('officer', 'select id from operations where id = $1', [id], sibling)).toEqual([]);
    expect(await t.sql('officer', `update operations set name = 'X' where id = $1 returning id`, [id], sibling)).toEqual([]);
    await expect(t.sql('officer', `insert into operations (id, kind, name, unit_id) select $1, 'raid', 'For another', id from units where code = 'CNS-OSH'`, [randomUUID()], sibling)).rejects.toMatchObject({ code: '42501' });
    expect(await t.sql('administrator', 'select id from operations', [], officer)).toEqual([]);
    await expect(t.sql('auditor', `update operations set name = 'X' where id = $1`, [id], officer)).rejects.toMatchObject({ code: '42501' });
    await expect(t.sql('gate', 'select id from operations', [], officer)).rejects.toMatchObject({ code: '42501' });
  });

  it('a waiver is a commander’s to write, and moves are not rewritten', async () => {
    const id = await drafted('raid');
    const officer = await context('officer.osh');
    await expect(t.sql('officer', `insert into operation_waivers (id, operation_id, waives, reason, review_due_on) values ($1, $2, 'approved_plan', 'x', '2099-01-01')`, [randomUUID(), id], officer))
      .rejects.toMatchObject({ code: '42501' });
    await expect(t.sql('officer', `update operation_transitions set occurred_at = now() where operation_id = $1`, [id], officer)).rejects.toMatchObject({ code: '42501' });
  });
});
