import { randomUUID } from 'node:crypto';
import { tamga, type Tamga } from './support/tamga.ts';

let t: Tamga;
beforeAll(async () => {
  t = await tamga();
});
afterAll(() => t.stop());

const registered = async (more: object = {}, who = 'officer.osh') => (await t.as(who).post('/cases', { title: 'A case', ...more })).body;
const osh = () => t.as('officer.osh');

describe('registrations', () => {
  it('stand beside each other, are withdrawn with a reason, and stay to be seen', async () => {
    const { id } = await registered();
    const erp = await osh().post(`/cases/${id}/registrations`, { kind: 'erp', number: '03-175-2020-000321', registeredOn: '2020-11-14', issuingBody: 'Osh' });
    expect(erp.body).toMatchObject({ kind: 'erp', registeredOn: '2020-11-14', issuingBody: 'Osh', withdrawnAt: null, warnings: [] });
    expect((await osh().post(`/cases/${id}/registrations`, { kind: 'zhui', number: '03-175-2020-000321' })).status).toBe(201);
    expect((await osh().post(`/cases/${id}/registrations`, { kind: 'erp', number: '№ 03 175 2020 000321' })).body.code).toBe('cases.already-registered');
    const withdrawn = await osh().post(`/case-registrations/${erp.body.id}/withdrawal`, { reason: 'Wrong case' });
    expect(withdrawn.body.withdrawnAt).not.toBeNull();
    expect((await osh().post(`/case-registrations/${erp.body.id}/withdrawal`, { reason: 'Again' })).body.code).toBe('cases.already-ended');
    expect((await osh().post(`/case-registrations/${erp.body.id}/withdrawal`, {})).body.errors[0].pointer).toBe('/reason');
    expect((await osh().get(`/cases/${id}/registrations`)).body.items).toHaveLength(2);
    expect((await osh().get(`/cases/${id}`)).body.registrations).toMatchObject([{ kind: 'zhui' }]);
  });

  it('that another case bears are warned of: named where it may be seen, and not a word more where it may not', async () => {
    const seen = await registered({ registrations: [{ kind: 'erp', number: 'R-1' }] });
    const hidden = await registered({ title: 'Hidden title', registrations: [{ kind: 'erp', number: 'R-2' }] }, 'officer.chuy');
    const repeated = await registered({ registrations: [{ kind: 'erp', number: 'r 1' }, { kind: 'erp', number: 'R.2' }, { kind: 'zhui', number: 'R-2' }] });
    expect(repeated.warnings).toHaveLength(2);
    expect(repeated.warnings.map(({ code }: { code: string }) => code)).toEqual(['registrations.repeated', 'registrations.repeated']);
    const text = JSON.stringify(repeated);
    expect(text).toContain(seen.number);
    for (const secret of [hidden.number, hidden.id, hidden.title, 'CNS-CHUY']) expect(text).not.toContain(secret);
    const added = await osh().post(`/cases/${seen.id}/registrations`, { kind: 'erp', number: 'R-2' });
    expect(added.status).toBe(201);
    expect(added.body.warnings[0].detail).toBe(`erp R-2 stands on another case as well: ${repeated.number}`);
    expect((await t.as('coordinator').get('/cases?registration=R-2')).body.items).toHaveLength(3);
  });
});

describe('offences', () => {
  it('are requalified: the earlier one stays, ended on the day the new one begins', async () => {
    const { id } = await registered();
    const first = await osh().post(`/cases/${id}/offences`, { law: 'Criminal Code', article: '283', part: '1', since: '2020-11-14' });
    expect(first.status).toBe(201);
    const command = { id: randomUUID(), law: 'Criminal Code', article: '282', part: '3', since: '2020-12-01', reason: 'Especially large amount' };
    const second = await osh().post(`/case-offences/${first.body.id}/requalification`, command);
    expect(second.body).toMatchObject({ article: '282', since: '2020-12-01', until: null, replaces: first.body.id });
    expect((await osh().post(`/case-offences/${first.body.id}/requalification`, command)).status).toBe(200);
    expect((await osh().post(`/case-offences/${first.body.id}/requalification`, { ...command, id: randomUUID() })).body.code).toBe('cases.already-ended');
    const { items } = (await osh().get(`/cases/${id}/offences`)).body;
    expect(items.map(({ article, until }: Record<string, string>) => [article, until])).toEqual([['283', '2020-12-01'], ['282', null]]);
    expect((await osh().get(`/cases/${id}`)).body.offences).toMatchObject([{ article: '282', part: '3' }]);
    expect((await osh().post(`/case-offences/${second.body.id}/end`, { until: '2020-12-20' }, { 'If-Match': '"1"' })).body.until).toBe('2020-12-20');
  });

  it('are refused twice, in the wrong order, ahead of time and without a reason', async () => {
    const { id } = await registered();
    const add = (body: object) => osh().post(`/cases/${id}/offences`, body);
    const { body } = await add({ article: '282', since: '2020-11-14' });
    expect((await add({ article: '282' })).body.code).toBe('cases.already-qualified');
    expect((await add({ article: '283', since: '2099-01-01' })).body.errors[0].code).toBe('time.ahead');
    expect((await osh().post(`/case-offences/${body.id}/end`, { until: '2020-11-01' })).body.code).toBe('cases.end-before-start');
    expect((await osh().post(`/case-offences/${body.id}/requalification`, { article: '283', since: '2020-12-01' })).body.errors[0].pointer).toBe('/reason');
    expect((await osh().post(`/case-offences/${body.id}/requalification`, { article: '283', since: null, reason: 'x' })).body.errors[0].pointer).toBe('/since');
  });
});

describe('decisions', () => {
  it('are recorded with what they order, and come into force later', async () => {
    const { id } = await registered();
    const made = await osh().post(`/cases/${id}/decisions`, {
      kind: 'verdict', issuerKind: 'court', issuerName: 'Osh city court', number: '1-45/21', decidedOn: '2021-02-01', summary: 'Guilty', orders: ['Destroy the powder', 'Confiscate the car'],
    });
    expect(made.body).toMatchObject({ kind: 'verdict', issuerKind: 'court', inForceFrom: null, orders: ['Destroy the powder', 'Confiscate the car'] });
    await osh().post(`/cases/${id}/decisions`, { kind: 'opening', issuerKind: 'investigator', decidedOn: '2020-11-14' });
    const amended = await osh().patch(`/decisions/${made.body.id}`, { inForceFrom: '2021-03-03', reason: 'No appeal' }, { 'If-Match': '"1"' });
    expect(amended.body).toMatchObject({ version: 2, inForceFrom: '2021-03-03', number: '1-45/21' });
    expect((await osh().get(`/cases/${id}/decisions`)).body.items.map(({ kind }: { kind: string }) => kind)).toEqual(['verdict', 'opening']);
    expect((await osh().get(`/cases/${id}/decisions?inForce=true&kind=verdict,appeal`)).body.items).toHaveLength(1);
    const bodies = await t.sql('superuser', `select b.reason, b.before, b.after from audit.change_event e join audit.change_body b using (seq) where e.record = $1 order by e.seq`, [made.body.id]);
    expect(bodies.map(({ reason }) => reason)).toEqual([null, 'No appeal']);
    expect(JSON.parse(bodies[1]!.before).in_force_from).toBeNull();
  });

  it('are refused before they are taken, ahead of time, of an unknown kind, or with nothing in place of what they must have', async () => {
    const { id } = await registered();
    const add = (body: object) => osh().post(`/cases/${id}/decisions`, { kind: 'other', issuerKind: 'court', decidedOn: '2021-02-01', ...body });
    expect((await add({ inForceFrom: '2021-01-31' })).body).toMatchObject({ status: 422, code: 'decisions.in-force-before-decided' });
    expect((await add({ decidedOn: '2099-01-01' })).body.errors[0]).toMatchObject({ pointer: '/decidedOn', code: 'time.ahead' });
    expect((await add({ decidedOn: '2021-02-30' })).body.errors[0].code).toBe('date.malformed');
    expect((await add({ kind: 'whim' })).body.errors[0].pointer).toBe('/kind');
    const { body } = await add({});
    expect((await osh().patch(`/decisions/${body.id}`, { decidedOn: null }, { 'If-Match': '"1"' })).body.errors[0]).toMatchObject({ pointer: '/decidedOn', code: 'field.needed' });
    expect((await osh().patch(`/decisions/${body.id}`, { summary: 'x' })).status).toBe(428);
  });
});
