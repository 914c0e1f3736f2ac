import { randomUUID } from 'node:crypto';
import { tamga, type Tamga } from './support/tamga.ts';

let t: Tamga;
let id: string;
let routes: [string, string, object][];
const contexts: Record<string, Record<string, string>> = {};

beforeAll(async () => {
  t = await tamga();
  const osh = t.as('officer.osh');
  id = (await osh.post('/cases', { title: 'A case', classification: 'confidential', registrations: [{ kind: 'erp', number: 'S-1' }], offences: [{ article: '282' }] })).body.id;
  const linked = (await osh.post(`/cases/${id}/subjects`, { role: 'suspect', subject: { kind: 'person', name: 'Some Body' } })).body;
  const member = (await osh.post(`/cases/${id}/members`, { officer: 'OFF-0007', part: 'lead_investigator' })).body;
  const decision = (await osh.post(`/cases/${id}/decisions`, { kind: 'opening', issuerKind: 'investigator', decidedOn: '2020-11-14' })).body;
  const detention = (await osh.post(`/cases/${id}/detentions`, { subject: linked.subject.id, at: '2020-11-14T05:40:00+06:00' })).body;
  const [registration, offence] = [(await osh.get(`/cases/${id}/registrations`)).body.items[0], (await osh.get(`/cases/${id}/offences`)).body.items[0]];
  routes = [
    ['GET', `/cases/${id}`, {}], ['GET', `/cases/${id}/transitions`, {}], ['GET', `/cases/${id}/members`, {}], ['GET', `/cases/${id}/registrations`, {}],
    ['GET', `/cases/${id}/offences`, {}], ['GET', `/cases/${id}/decisions`, {}], ['GET', `/cases/${id}/subjects`, {}], ['GET', `/cases/${id}/detentions`, {}],
    ['GET', `/case-members/${member.id}`, {}], ['GET', `/case-registrations/${registration.id}`, {}], ['GET', `/case-offences/${offence.id}`, {}], ['GET', `/decisions/${decision.id}`, {}],
    ['GET', `/subjects/${linked.subject.id}`, {}], ['GET', `/case-subjects/${linked.id}`, {}], ['GET', `/detentions/${detention.id}`, {}],
    ['PATCH', `/cases/${id}`, { title: 'Stolen' }], ['POST', `/cases/${id}/transitions`, { to: 'open' }], ['POST', `/cases/${id}/members`, { officer: 'OFF-0011', part: 'observer' }],
    ['POST', `/case-members/${member.id}/end`, {}], ['POST', `/cases/${id}/registrations`, { kind: 'erp', number: 'S-2' }], ['POST', `/case-registrations/${registration.id}/withdrawal`, { reason: 'x' }],
    ['POST', `/cases/${id}/offences`, { article: '283' }], ['POST', `/case-offences/${offence.id}/requalification`, { article: '283', since: '2020-12-01', reason: 'x' }],
    ['POST', `/case-offences/${offence.id}/end`, { until: '2020-12-01' }], ['POST', `/cases/${id}/decisions`, { kind: 'other', issuerKind: 'court', decidedOn: '2020-11-14' }],
    ['PATCH', `/decisions/${decision.id}`, { summary: 'x' }], ['PATCH', `/subjects/${linked.subject.id}`, { name: 'x' }],
    ['POST', `/cases/${id}/subjects`, { role: 'witness', subject: { kind: 'person', name: 'x' } }], ['POST', `/case-subjects/${linked.id}/role`, { role: 'accused' }],
    ['POST', `/case-subjects/${linked.id}/end`, {}], ['POST', `/cases/${id}/detentions`, { subject: linked.subject.id, at: '2020-11-15T05:40:00+06:00' }], ['POST', `/detentions/${detention.id}/release`, { releaseReason: 'bail' }],
  ];
  for (const { username, account, person, unit, clearance } of await t.sql('superuser', `select a.username, a.id as account, a.person_id as person, a.clearance, p.unit_id as unit from accounts a
    left join officers o on o.person_id = a.person_id left join officer_posts p on p.officer_id = o.id`)) {
    contexts[username] = { account, person, units: `{${unit ?? ''}}`, clearance: String(clearance), action: 'test' };
  }
});
afterAll(() => t.stop());

const answers = async (who: string) => {
  const rows: [string, number][] = [];
  for (const [method, path, body] of routes) {
    const reply = await t.as(who).send(method, path, method === 'GET' ? undefined : body, method === 'GET' ? {} : { 'If-Match': '*' });
    rows.push([`${method} ${path}`, reply.status]);
  }
  return rows;
};
const expected = (reads: number, writes: number) => routes.map(([method, path]) => [`${method} ${path}`, method === 'GET' ? reads : writes]);

describe('who may not', () => {
  it('is not told more than that there is nothing for them', async () => {
    const [{ n: before } = { n: 0 }] = await t.sql('superuser', 'select count(*)::int as n from audit.change_event');
    expect(await answers('officer.chuy')).toEqual(expected(404, 404));
    expect(await answers('nobody')).toEqual(expected(401, 401));
    for (const who of ['administrator', 'custodian', 'chemist']) expect(await answers(who)).toEqual(expected(403, 403));
    for (const who of ['auditor', 'analyst']) expect(await answers(who)).toEqual(expected(200, 403));
    expect(await answers('prosecutor')).toEqual(expected(404, 403));
    for (const who of ['administrator', 'custodian', 'chemist']) for (const path of ['/cases', '/subjects']) expect((await t.as(who).get(path)).status).toBe(403);
    for (const who of ['officer.chuy', 'prosecutor']) for (const path of ['/cases', '/subjects']) expect((await t.as(who).get(path)).body.items).toEqual([]);
    const [{ n: after } = { n: 1 }] = await t.sql('superuser', 'select count(*)::int as n from audit.change_event');
    expect(after).toBe(before);
  });

  it('has no use of a taken id', async () => {
    const theirs = await t.as('officer.chuy').post('/cases', { id, title: 'A case' });
    expect([theirs.status, theirs.body.code]).toEqual([409, 'id.taken']);
  });

  it('reaches nothing past the service either', async () => {
    const tables = ['cases', 'case_transitions', 'case_members', 'case_registrations', 'case_offences', 'decisions', 'subjects', 'case_subjects', 'detentions'];
    for (const table of tables) {
      const count = async (persona: string, username: string, more = {}) => (await t.sql(persona, `select count(*)::int as n from ${table}`, [], { ...contexts[username], ...more }))[0]!.n as number;
      expect({ table, own: (await count('officer', 'officer.osh')) > 0, uncleared: await count('officer', 'officer.osh', { clearance: '0' }), chuy: await count('officer', 'officer.chuy'),
        auditor: (await count('auditor', 'auditor')) > 0, administrator: await count('administrator', 'administrator'), custodian: await count('custodian', 'custodian'),
        chemist: await count('chemist', 'chemist'), prosecutor: await count('prosecutor', 'prosecutor'), nobody: (await t.sql('officer', `select from ${table}`)).length })
        .toEqual({ table, own: true, uncleared: 0, chuy: 0, auditor: true, administrator: 0, custodian: 0, chemist: 0, prosecutor: 0, nobody: 0 });
      await expect(t.sql('officer', `delete from ${table}`, [], contexts['officer.osh'])).rejects.toMatchObject({ code: '42501' });
      await expect(t.sql('auditor', `update ${table} set version = 1`, [], contexts['auditor'])).rejects.toMatchObject({ code: '42501' });
      await expect(t.sql('service', `select * from tamga.${table}`)).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('the database by itself', () => {
  const insert = `insert into cases (id, unit_id, title, registered_at) values ($1, $2::uuid, 'Raw', now()) returning number, status`;
  const unitOf = (username: string) => contexts[username]!.units!.slice(1, -1);

  it('gives the number, whatever was said, and refuses a case without an actor, of another unit or beyond its beginning', async () => {
    expect((await t.sql('officer', insert, [randomUUID(), unitOf('officer.osh')], contexts['officer.osh']))[0]).toMatchObject({ status: 'registered', number: expect.stringMatching(/^CNS-OSH\/\d{4}\/C-\d{4}$/) });
    const { action: _, ...without } = contexts['officer.osh']!;
    await expect(t.sql('officer', insert, [randomUUID(), unitOf('officer.osh')], without)).rejects.toMatchObject({ code: '42501', hint: 'tamga.no-actor' });
    await expect(t.sql('officer', insert, [randomUUID(), unitOf('officer.chuy')], contexts['officer.osh'])).rejects.toMatchObject({ code: '42501' });
    await expect(t.sql('officer', insert.replace('title,', 'status, title,').replace(`'Raw'`, `'closed', 'Raw'`), [randomUUID(), unitOf('officer.osh')], contexts['officer.osh'])).rejects.toMatchObject({ constraint: 'cases_lifecycle' });
    for (const [change, constraint] of [[`number = 'MINE'`, undefined], [`joined_into_id = '${randomUUID()}'`, undefined], [`programmes = '{NONE}'`, undefined], [`status = 'in_court'`, 'cases_lifecycle']] as const) {
      const refusal = await t.sql('officer', `update cases set ${change} where id = $1`, [id], contexts['officer.osh']).then(() => 'done', (error) => error);
      expect({ change, code: refusal.code, constraint: refusal.constraint }).toEqual({ change, code: expect.stringMatching(/^(42501|235..)$/), constraint });
    }
  });

  it('keeps one event for each change, rooted in its case', async () => {
    const rows = await t.sql('superuser', `select "table", count(*)::int as n, bool_and(case_id = $1) as rooted, bool_and(unit_id is not null) as scoped from audit.change_event where case_id = $1 group by 1 order by 1`, [id]);
    expect(rows.map(({ table, rooted, scoped }) => [table, rooted, scoped])).toEqual(
      ['case_members', 'case_offences', 'case_registrations', 'case_subjects', 'case_transitions', 'cases', 'decisions', 'detentions', 'subjects'].map((table) => [table, true, true]));
  });

  it('lets nobody hang a record on a case out of sight, and a move leaves its trace', async () => {
    await expect(t.sql('officer', `insert into case_members (id, case_id, person_id, part, valid_from) values ($1, $2, $3, 'observer', now())`,
      [randomUUID(), id, contexts['officer.chuy']!.person], contexts['officer.chuy'])).rejects.toMatchObject({ hint: 'scope.no-parent' });
    const [trace] = await t.sql('officer', `with moved as (update cases set status = 'open', status_since = '2020-11-15T00:00:00Z' where id = $1 returning id) select id from moved`, [id], contexts['officer.osh'], true);
    expect(trace!.id).toBe(id);
    expect((await t.sql('superuser', `select from_status, to_status, occurred_at from case_transitions where case_id = $1 order by recorded_at desc limit 1`, [id]))[0])
      .toEqual({ from_status: 'registered', to_status: 'open', occurred_at: new Date('2020-11-15T00:00:00Z') });
    await expect(t.sql('officer', `update case_transitions set reason = 'nicer' where case_id = $1`, [id], contexts['officer.osh'])).rejects.toMatchObject({ code: '42501' });
  });
});
