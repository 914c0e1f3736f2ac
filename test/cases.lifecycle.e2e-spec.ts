import { caseMoves, caseStates, needsDecision, needsReason, type CaseState } from '../src/cases/case.lifecycle.ts';
import { tamga, type Tamga } from './support/tamga.ts';

let t: Tamga;
let osh: Record<string, string>;
beforeAll(async () => {
  t = await tamga();
  const [who] = await t.sql('superuser', `select a.id as account, a.person_id as person, p.unit_id as unit from accounts a
    join officers o on o.person_id = a.person_id join officer_posts p on p.officer_id = o.id where a.username = 'commander.osh'`);
  osh = { person: who!.person, account: who!.account, units: `{${who!.unit}}`, clearance: '2', action: 'test', reason: 'a reason' };
});
afterAll(() => t.stop());

/** Puts a case into a state past every rule: no trigger but the capture runs. */
const put = (id: string, status: CaseState, into: string | null = null) => t.sql('superuser', `set session_replication_role = replica;
  select set_config('tamga.person', '${osh['person']}', false), set_config('tamga.account', '${osh['account']}', false), set_config('tamga.action', 'test', false);
  update cases set status = '${status}', joined_into_id = ${into ? `'${into}'` : 'null'} where id = '${id}'`);

const registered = async (who = 'officer.osh') => (await t.as(who).post('/cases', { title: 'A case', registeredAt: '2020-11-01T10:00:00+06:00' })).body.id as string;
const move = async (id: string, to: string, more: object = {}, who = 'commander.osh') => t.as(who).post(`/cases/${id}/transitions`, { to, ...more }, { 'If-Match': '*' });

describe('a case lives', () => {
  it('from its registration to the verdict, each move at its time and with its reason', async () => {
    const id = await registered();
    const steps: [string, string, string?][] = [
      ['open', '2020-11-02T09:00:00+06:00'], ['suspended', '2020-11-05T09:00:00+06:00', 'The suspect is wanted'], ['open', '2020-11-20T09:00:00+06:00'],
      ['with_prosecutor', '2020-12-01T09:00:00+06:00'], ['open', '2020-12-03T09:00:00+06:00'], ['with_prosecutor', '2020-12-10T09:00:00+06:00'], ['in_court', '2020-12-20T09:00:00+06:00'],
      ['adjudicated', '2021-02-01T09:00:00+06:00'],
    ];
    for (const [to, occurredAt, reason] of steps) {
      const reply = await move(id, to, { occurredAt, reason }, 'officer.osh');
      expect({ status: reply.status, to: reply.body.status, since: reply.body.statusSince }).toEqual({ status: 200, to, since: new Date(occurredAt).toISOString() });
    }
    const closed = await move(id, 'closed', { occurredAt: '2021-03-01T09:00:00+06:00' });
    expect(closed.body).toMatchObject({ status: 'closed', openedAt: '2020-11-02T03:00:00.000Z', closedAt: '2021-03-01T03:00:00.000Z' });
    const reopened = await move(id, 'open', { reason: 'Newly found circumstances' });
    expect(reopened.body).toMatchObject({ status: 'open', openedAt: '2020-11-02T03:00:00.000Z', closedAt: null });
    const { body } = await t.as('officer.osh').get(`/cases/${id}/transitions`);
    expect(body.items.map((each: { to: string }) => each.to)).toEqual(['registered', ...steps.map(([to]) => to), 'closed', 'open']);
    expect(body.items[2]).toMatchObject({ from: 'open', to: 'suspended', reason: 'The suspect is wanted', occurredAt: '2020-11-05T03:00:00.000Z' });
  });

  it('by the table alone: service and database agree on every pair', async () => {
    const id = await registered();
    const target = await registered();
    const held: string[] = [];
    for (const from of caseStates) {
      for (const to of caseStates.filter((each) => each !== from)) {
        await put(id, from, from === 'joined' ? target : null);
        const joined = to === 'joined' ? `'${target}'` : 'null';
        const outcome = await t.sql('commander', `update cases set status = $1, joined_into_id = ${joined} where id = $2 returning status`, [to, id], osh).then(() => 'moved', (error) => error.constraint);
        held.push(`${from} → ${to}: ${outcome}`);
      }
    }
    expect(held).toEqual(caseStates.flatMap((from) => caseStates.filter((to) => to !== from).map((to) =>
      `${from} → ${to}: ${(caseMoves[from] as readonly CaseState[]).includes(to) ? 'moved' : 'cases_lifecycle'}`)));
  });

  it('and every state can be reached', () => {
    const reached = new Set<CaseState>(['registered']);
    for (const state of reached) for (const next of caseMoves[state]) reached.add(next);
    expect([...reached].sort()).toEqual([...caseStates].sort());
  });

  it('with a reason where one is needed: by the service, and by the database', async () => {
    const id = await registered();
    await move(id, 'open');
    for (const to of ['suspended', 'discontinued', 'transferred']) expect((await move(id, to)).body).toMatchObject({ status: 422, code: 'reason.needed' });
    expect((await move(id, 'discontinued', { reason: 'No crime' })).status).toBe(200);
    expect((await move(id, 'open')).body.code).toBe('reason.needed');
    for (const from of caseStates) {
      for (const to of caseMoves[from] as readonly CaseState[]) {
        if (to === 'joined') continue;
        await put(id, from);
        const outcome = await t.sql('commander', 'update cases set status = $1 where id = $2', [to, id], { ...osh, reason: ' ' }).then(() => 'moved', (error) => error.constraint);
        expect({ from, to, outcome }).toEqual({ from, to, outcome: needsReason(from, to) ? 'cases_move_reasoned' : 'moved' });
        const byOfficer = await t.sql('officer', 'update cases set status = $1 where id = $2', [to, id], osh).then(() => 'moved', (error) => error.code);
        expect({ from, to, byOfficer }).toEqual({ from, to, byOfficer: needsDecision(from, to) ? '42501' : 'moved' });
      }
    }
  });

  it('its moves outside the table, its late and its early ones', async () => {
    const id = await registered();
    const refused = await move(id, 'in_court');
    expect([refused.status, refused.body.code, refused.body.errors?.[0]?.pointer ?? '/to']).toEqual([422, 'lifecycle.refused', '/to']);
    const ahead = await move(id, 'open', { occurredAt: new Date(Date.now() + 25 * 3600_000).toISOString() });
    expect([ahead.status, ahead.body.errors[0]]).toMatchObject([422, { pointer: '/occurredAt', code: 'time.ahead' }]);
    expect((await move(id, 'open', { occurredAt: '2001-01-01T00:00:00Z' })).status).toBe(200);
    expect((await t.as('commander.osh').post(`/cases/${id}/transitions`, { to: 'suspended', reason: 'x' })).status).toBe(428);
    expect((await t.as('commander.osh').post(`/cases/${id}/transitions`, { to: 'suspended', reason: 'x' }, { 'If-Match': '"1"' })).status).toBe(412);
    expect((await move(id, 'nowhere')).body.errors[0].pointer).toBe('/to');
  });

  it('and ends or begins anew by a commander or a coordinator only', async () => {
    const id = await registered();
    await move(id, 'open', {}, 'officer.osh');
    const refused = await move(id, 'discontinued', { reason: 'No crime' }, 'officer.osh');
    expect([refused.status, refused.body.code]).toEqual([403, 'cases.decision-needed']);
    expect((await move(id, 'discontinued', { reason: 'No crime' }, 'coordinator')).status).toBe(200);
    expect((await move(id, 'open', { reason: 'Overturned by the prosecutor' }, 'officer.osh')).status).toBe(403);
  });
});

describe('a case is joined', () => {
  it('into another that runs', async () => {
    const [into, id] = [await registered(), await registered()];
    await move(id, 'open');
    const joined = await move(id, 'joined', { joinedInto: into, reason: 'Same group' });
    expect(joined.body).toMatchObject({ status: 'joined', joinedInto: into });
    expect((await t.as('officer.osh').get(`/cases?joinedInto=${into}`)).body.items).toHaveLength(1);
    expect((await move(id, 'open', { reason: 'x' })).body.code).toBe('lifecycle.refused');
  });

  it('not into itself, an ended one, one out of sight, or none; two never into each other', async () => {
    const [a, b, foreign] = [await registered(), await registered(), await registered('officer.chuy')];
    await move(a, 'open');
    await move(b, 'open');
    const code = async (joinedInto: string | undefined, to = 'joined') => (await move(a, to, { joinedInto, reason: 'x' })).body.errors[0].code;
    expect(await code(a)).toBe('cases.joined-into-itself');
    expect(await code(undefined)).toBe('cases.joined-into-needed');
    expect(await code(b, 'suspended')).toBe('cases.joined-into-needed');
    expect(await code(foreign)).toBe('code.unknown');
    const both = await Promise.all([move(a, 'joined', { joinedInto: b, reason: 'x' }), move(b, 'joined', { joinedInto: a, reason: 'x' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  });
});

describe('a case closes', () => {
  it('only when nothing stands against it', async () => {
    const id = await registered();
    const { body: link } = await t.as('officer.osh').post(`/cases/${id}/subjects`, { role: 'suspect', subject: { kind: 'person', name: 'A person held' } });
    const { body: held } = await t.as('officer.osh').post(`/cases/${id}/detentions`, { subject: link.subject.id, at: '2020-11-14T05:40:00+06:00' });
    for (const to of ['open', 'with_prosecutor', 'in_court', 'adjudicated']) expect((await move(id, to)).status).toBe(200);
    const refused = await move(id, 'closed');
    expect(refused.body).toMatchObject({ status: 422, code: 'cases.closing-objections', errors: [{ pointer: '/to', code: 'detentions.not-released' }] });
    await t.as('officer.osh').post(`/detentions/${held.id}/release`, { releaseReason: 'court_refused', at: '2020-11-15T05:40:00+06:00' });
    expect((await move(id, 'closed')).status).toBe(200);
  });
});
