import { randomUUID } from 'node:crypto';
import { tamga, type Tamga } from './support/tamga.ts';

let t: Tamga;
beforeAll(async () => {
  t = await tamga();
});
afterAll(() => t.stop());

const osh = () => t.as('officer.osh');
const registered = async (more: object = {}, who = 'officer.osh') => (await t.as(who).post('/cases', { title: 'A case', ...more })).body.id as string;
const link = (id: string, subject: object, more: object = {}, who = 'officer.osh') => t.as(who).post(`/cases/${id}/subjects`, { role: 'suspect', subject, ...more });
const person = (name: string, more: object = {}) => ({ kind: 'person', name, ...more });

describe('subjects', () => {
  it('are recorded once, linked in a role, and change it: one role ends as the other begins', async () => {
    const id = await registered();
    const command = { id: randomUUID(), role: 'suspect', from: '2020-11-14T05:40:00+06:00', subject: person('Токтосунов Марат Эсенович', { birthDate: '1985-01-20', citizenship: 'KG', aliases: ['Mara'] }) };
    const made = await osh().post(`/cases/${id}/subjects`, command);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      id: command.id, caseId: id, role: 'suspect', from: '2020-11-13T23:40:00.000Z', until: null, warnings: [],
      subject: { kind: 'person', knownAs: 'Токтосунов Марат Эсенович', name: 'Токтосунов Марат Эсенович', birthDate: '1985-01-20', citizenship: 'KG', aliases: ['Mara'] },
    });
    expect((await osh().post(`/cases/${id}/subjects`, command)).status).toBe(200);
    const accused = await osh().post(`/case-subjects/${command.id}/role`, { role: 'accused', at: '2020-11-20T10:00:00+06:00', reason: 'Charged' });
    expect(accused.status).toBe(201);
    expect(accused.body).toMatchObject({ role: 'accused', from: '2020-11-20T04:00:00.000Z', until: null, subject: { id: made.body.subject.id } });
    const { items } = (await osh().get(`/cases/${id}/subjects`)).body;
    expect(items.map(({ role, until }: Record<string, string>) => [role, until])).toEqual([['suspect', '2020-11-20T04:00:00.000Z'], ['accused', null]]);
    expect((await osh().get(`/cases/${id}/subjects?current=true`)).body.items).toHaveLength(1);
    expect((await osh().post(`/case-subjects/${command.id}/role`, { role: 'witness' })).body.code).toBe('cases.already-ended');
    expect((await osh().post(`/case-subjects/${accused.body.id}/end`, { until: '2020-11-21T00:00:00Z' })).body.until).toBe('2020-11-21T00:00:00.000Z');

    const other = await registered();
    const again = await osh().post(`/cases/${other}/subjects`, { role: 'witness', subjectId: made.body.subject.id, knownAs: 'Марат' });
    expect(again.body.subject).toMatchObject({ id: made.body.subject.id, knownAs: 'Марат', name: 'Токтосунов Марат Эсенович' });
    const subject = await osh().get(`/subjects/${made.body.subject.id}`);
    expect(subject.body.cases.map(({ role }: { role: string }) => role)).toEqual(['suspect', 'accused', 'witness']);
    const edited = await osh().patch(`/subjects/${made.body.subject.id}`, { identifier: '20101198512345', reason: 'From the passport' }, { 'If-Match': '"1"' });
    expect(edited.body).toMatchObject({ version: 2, identifier: '20101198512345' });
  });

  it('are found however they are written, and a likely same one is warned of', async () => {
    const id = await registered();
    const pairs: [object, string, string][] = [
      [person('Эргешов Бакыт'), 'person', 'Bakyt Ergeshov'], [person('Джумабаев Улан'), 'person', 'Жумабаев Улан'], [{ kind: 'vehicle', name: '01 KG 777 АВС' }, 'vehicle', '01kg777abc'],
      [{ kind: 'phone', name: '+996 (555) 12-34-56' }, 'phone', '0555 123456'], [{ kind: 'online_handle', name: 'https://t.me/Dark_Shop' }, 'online_handle', '@dark_shop'],
      [{ kind: 'address', name: 'ул. Ленина, 11' }, 'address', '11 Lenina ul'],
    ];
    for (const [first, kind, name] of pairs) {
      const known = await link(id, first, { role: 'other' });
      const warned = await link(id, { kind, name }, { role: 'other' });
      expect({ name, status: warned.status, warnings: warned.body.warnings }).toMatchObject({ name, status: 201, warnings: [{ code: 'subjects.likely-known', record: known.body.subject.id }] });
      const found = await osh().get(`/subjects?kind=${kind}&q=${encodeURIComponent(name)}`);
      expect(found.body.items.map((each: { id: string }) => each.id)).toContain(known.body.subject.id);
    }
    // The same number in the passport, whatever the name; but two birthdays are two persons.
    await link(id, person('Асанов Тимур', { identifier: 'AN 1234567', birthDate: '1990-01-01' }));
    expect((await link(id, person('Somebody Else', { identifier: 'an1234567' }))).body.warnings).toHaveLength(1);
    expect((await link(id, person('Тимур Асанов', { birthDate: '1991-01-01' }))).body.warnings).toEqual([]);
    expect((await link(id, person('Тимур Асанов'))).body.warnings).toHaveLength(2);
  });

  it('outside the caller’s scope are neither shown nor warned of; a link tells only what the subject is called', async () => {
    const [mine, theirs] = [await registered(), await registered({}, 'officer.chuy')];
    const { body } = await link(mine, person('Секретный Человек', { identifier: 'ID-SECRET' }));
    expect((await link(theirs, person('Секретный Человек'), {}, 'officer.chuy')).body.warnings).toEqual([]);
    expect((await t.as('officer.chuy').get(`/subjects/${body.subject.id}`)).status).toBe(404);
    expect((await t.as('officer.chuy').post(`/cases/${theirs}/subjects`, { role: 'witness', subjectId: body.subject.id })).body.errors[0]).toMatchObject({ pointer: '/subjectId', code: 'code.unknown' });
    const linked = await t.as('coordinator').post(`/cases/${theirs}/subjects`, { role: 'witness', subjectId: body.subject.id });
    expect(linked.body.subject.identifier).toBe('ID-SECRET');
    const seen = await t.as('officer.chuy').get(`/case-subjects/${linked.body.id}`);
    expect(seen.body.subject).toMatchObject({ id: body.subject.id, kind: 'person', knownAs: 'Секретный Человек', name: null, identifier: null });
    expect((await t.as('officer.chuy').get('/cases?subject=sekretnyi')).body.items).toHaveLength(1);
  });

  it('are refused without a name, twice in a role, in a role that does not fit, or ahead of time', async () => {
    const id = await registered();
    const { body } = await link(id, person('A B'));
    const code = async (more: object, subject?: object) => (await osh().post(`/cases/${id}/subjects`, { role: 'suspect', subject, ...more })).body.errors[0].code;
    expect(await code({})).toBe('subjects.one-needed');
    expect(await code({ subjectId: body.subject.id }, person('C'))).toBe('subjects.one-needed');
    expect(await code({ subjectId: body.subject.id })).toBe('subjects.role-twice');
    expect(await code({}, { kind: 'vehicle', name: '01KG001AAA' })).toBe('subjects.role-unfit');
    expect(await code({ role: 'owner' }, { kind: 'vehicle', name: '01KG001AAA', birthDate: '2000-01-01' })).toBe('subjects.person-only');
    expect(await code({}, person('D', { citizenship: 'XX' }))).toBe('code.unknown');
    expect(await code({ from: '2099-01-01T00:00:00Z' }, person('E'))).toBe('time.ahead');
    expect(await code({}, person(' '))).toBe('field.invalid');
    expect((await osh().post(`/case-subjects/${body.id}/role`, { role: 'convicted', at: '2099-01-01T00:00:00Z' })).body.errors[0].code).toBe('time.ahead');
  });
});

describe('detentions', () => {
  it('keep their term and end with a release', async () => {
    const id = await registered();
    const subject = (await link(id, person('Held Person'))).body.subject.id as string;
    const given = await osh().post(`/cases/${id}/detentions`, {
      subject, at: '2020-11-14T05:40:00+06:00', territory: 'KG-O', place: 'Kara-Suu bazaar', article: '96', rightsExplainedAt: '2020-11-14T05:50:00+06:00', counsel: 'N. Sadykova',
      interpreter: null, isMinor: false, deadlineAt: '2020-11-15T05:40:00+06:00',
    });
    expect(given.status).toBe(201);
    expect(given.body).toMatchObject({ subject: { id: subject, knownAs: 'Held Person' }, deadlineAt: '2020-11-14T23:40:00.000Z', deadlineBasis: 'given', releasedAt: null, warnings: [{ code: 'detentions.past-deadline' }] });
    const released = await osh().post(`/detentions/${given.body.id}/release`, { at: '2020-11-14T20:00:00+06:00', releaseReason: 'bail', reason: 'Court' });
    expect(released.body).toMatchObject({ releasedAt: '2020-11-14T14:00:00.000Z', releaseReason: 'bail', warnings: [] });
    expect((await osh().post(`/detentions/${given.body.id}/release`, { releaseReason: 'bail' })).body.code).toBe('detentions.released');
    expect((await osh().get(`/cases/${id}/detentions?held=true`)).body.items).toEqual([]);
  });

  it('without a term given show the outer limit, marked as such and stored nowhere; a minor’s is warned of', async () => {
    const id = await registered();
    const subject = (await link(id, person('A Minor'))).body.subject.id as string;
    const { body } = await osh().post(`/cases/${id}/detentions`, { subject, at: new Date(Date.now() - 3600_000).toISOString(), isMinor: true });
    expect(body).toMatchObject({ deadlineBasis: 'limit_48h', warnings: [{ code: 'detentions.minor-without-deadline' }] });
    expect(Date.parse(body.deadlineAt) - Date.parse(body.at)).toBe(48 * 3600_000);
    expect(await t.sql('superuser', 'select deadline_at from detentions where id = $1', [body.id])).toEqual([{ deadline_at: null }]);
  });

  it('are refused of who is no person of the case, twice at once, in the wrong order or ahead of time', async () => {
    const id = await registered();
    const subject = (await link(id, person('X Y'))).body.subject.id as string;
    const car = (await link(id, { kind: 'vehicle', name: '01KG002AAA' }, { role: 'instrument' })).body.subject.id as string;
    const at = '2020-11-14T05:40:00+06:00';
    const detain = (body: object) => osh().post(`/cases/${id}/detentions`, { subject, at, ...body });
    for (const who of [car, randomUUID()]) expect((await detain({ subject: who })).body.code).toBe('detentions.not-a-subject');
    expect((await detain({ deadlineAt: at })).body.code).toBe('detentions.deadline-before');
    expect((await detain({ releasedAt: '2020-11-14T06:40:00+06:00' })).body.errors[0].code).toBe('detentions.release-incomplete');
    expect((await detain({ releasedAt: '2020-11-13T06:40:00+06:00', releaseReason: 'bail' })).body.code).toBe('cases.end-before-start');
    expect((await detain({ territory: 'KG-XX' })).body.errors[0]).toMatchObject({ pointer: '/territory', code: 'code.unknown' });
    expect((await detain({ at: '2099-01-01T00:00:00Z' })).body.errors[0]).toMatchObject({ pointer: '/at', code: 'time.ahead' });
    expect((await detain({})).status).toBe(201);
    expect((await detain({ at: '2020-11-14T06:40:00+06:00' })).body.code).toBe('detentions.twice');
  });
});
