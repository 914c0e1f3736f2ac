import { newId } from '../../src/platform/ids.ts';
import type { Tamga } from './tamga.ts';

const names = [
  'case', 'member', 'registration', 'offence', 'decision', 'subject', 'caseSubject', 'detention', 'operation', 'entry', 'outcome', 'authority', 'participant', 'operationSubject', 'plan',
  'activityPlan', 'placement', 'assessment', 'seizure', 'line', 'amendment', 'seizureSubject', 'exhibit',
] as const;
export type RecordName = (typeof names)[number];
export type World = Record<RecordName, string>;

/** One of everything that has a scope, in one unit and one case, made by its officer as officers make it. */
export async function makeWorld(t: Tamga, officer: string, unit: string, prosecutor?: string): Promise<World> {
  const ids = Object.fromEntries(names.map((name) => [name, newId()])) as World;
  const make = async (path: string, body: object, { who = officer, headers = {} as Record<string, string> } = {}) => {
    const reply = await t.as(who).post(path, body, headers);
    if (reply.status >= 300) throw new Error(`the world lacks ${path}: ${reply.status} ${reply.text}`);
    return reply;
  };
  await make('/cases', { id: ids.case, title: `Case of ${unit}`, leadUnit: unit });
  await make(`/cases/${ids.case}/registrations`, { id: ids.registration, kind: 'erp', number: `03-${unit}-1` });
  await make(`/cases/${ids.case}/offences`, { id: ids.offence, article: '282', since: '2021-03-01' });
  await make(`/cases/${ids.case}/decisions`, { id: ids.decision, kind: 'opening', issuerKind: 'investigator', decidedOn: '2021-03-15' });
  await make(`/cases/${ids.case}/members`, { id: ids.member, account: prosecutor ?? 'analyst', part: prosecutor ? 'supervising_prosecutor' : 'analyst' });
  const link = await make(`/cases/${ids.case}/subjects`, { id: ids.caseSubject, subject: { id: ids.subject, kind: 'person', name: `Person of ${unit}` }, role: 'suspect' });
  ids.subject = link.body.subject?.id ?? ids.subject;
  await make(`/cases/${ids.case}/detentions`, { id: ids.detention, subject: ids.subject, at: '2021-03-14T05:40:00+06:00' });

  await make('/operations', { id: ids.operation, kind: 'checkpoint', name: `Operation of ${unit}`, leadUnit: unit, caseId: ids.case });
  await make(`/operations/${ids.operation}/participants`, { id: ids.participant, unit: 'CNS-NARYN', part: 'Outer cordon' });
  await make(`/operations/${ids.operation}/subjects`, { id: ids.operationSubject, subjectId: ids.subject, role: 'target' });
  await make(`/operations/${ids.operation}/authorities`, { id: ids.authority, kind: 'court_sanction', issuer: 'City court', issuedOn: '2021-03-10', scope: 'Search' });
  await make(`/operations/${ids.operation}/plans`, { id: ids.plan, situation: 'A channel' });
  await make(`/operations/${ids.operation}/transitions`, { to: 'active', occurredAt: '2021-03-14T05:00:00+06:00' }, { headers: { 'if-match': '*' } });
  await make(`/operations/${ids.operation}/log`, { id: ids.entry, kind: 'situation', occurredAt: '2021-03-14T05:10:00+06:00', text: 'In place' });
  await make(`/operations/${ids.operation}/outcomes`, { id: ids.outcome, kind: 'arrests', count: 1 });
  await make(`/operations/${ids.operation}/debrief`, { summary: 'As planned' });

  await make('/activity-plans', { id: ids.activityPlan, name: `Plan of ${unit}`, unit, periodFrom: '2021-03-01', periodTo: '2021-04-01' }, { who: 'coordinator' });
  await make(`/activity-plans/${ids.activityPlan}/operations`, { id: ids.placement, operationId: ids.operation }, { who: 'coordinator' });
  await make(`/activity-plans/${ids.activityPlan}/assessments`, { id: ids.assessment, text: 'As estimated', source: 'The plan', assessedOn: '2021-04-02' }, { who: 'coordinator' });

  await make('/seizures', { id: ids.seizure, unit, operationId: ids.operation, seizedAt: '2021-03-14T05:40:00+06:00', lines: [{ id: ids.line, substance: 'heroin', quantity: '1', unit: 'kg' }] });
  await make(`/seizures/${ids.seizure}/subjects`, { id: ids.seizureSubject, subjectId: ids.subject, role: 'taken_from' });
  await make('/exhibits', { id: ids.exhibit, seizureId: ids.seizure, lineId: ids.line, category: 'drug', description: 'Brown powder', collectedAt: '2021-03-14T06:00:00+06:00' });
  await make(`/seizures/${ids.seizure}/amendments`, { place: 'Elsewhere', reason: 'the protocol says so' }, { headers: { 'if-match': '*' } });
  const { body } = await t.as(officer).get(`/seizures/${ids.seizure}/amendments`);
  ids.amendment = body.items[0].id;
  return ids;
}
