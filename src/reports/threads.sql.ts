import { classifications } from '../platform/actor.ts';
import { lineJson } from '../seizures/seizures.queries.ts';

/*
 * A thread is one statement, so that all of it stands in one snapshot: a JSON list for each kind of record that hangs on an
 * operation or a case. Row-level security takes from each list what the reader may not see.
 */

const at = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const unit = (column: string) => `(select u.code from units u where u.id = ${column})`;
const officer = (column: string) => `(select o.code from officers o where o.id = ${column})`;
const level = (column: string) => `(array['${classifications.join(`','`)}'])[${column} + 1]`;
const decimal = (column: string) => `trim_scale(${column})::text`;

const object = (fields: Record<string, string>) => `json_build_object(${Object.entries(fields).map(([name, expression]) => `'${name}', ${expression}`).join(', ')})`;

/** A list of `x`, each an object of the fields given. */
const list = (table: string, where: string, order: string, fields: Record<string, string>) =>
  `(select coalesce(json_agg(${object(fields)} order by ${order}), '[]') from ${table} x where ${where})`;

const operations = (where: string) => list('operations', where, 'x.main_at, x.id', {
  id: 'x.id', version: 'x.version', number: 'x.number', kind: 'x.kind', name: 'x.name', leadUnit: unit('x.unit_id'), caseId: 'x.case_id', status: 'x.status', result: 'x.result',
  classification: level('x.classification'), programmes: 'x.programmes', territory: 'x.territory', place: 'x.place', plannedFrom: at('x.planned_from'), plannedTo: at('x.planned_to'),
  actualFrom: at('x.actual_from'), actualTo: at('x.actual_to'), objective: 'x.objective', summary: 'x.summary', isIllustrative: 'x.is_illustrative',
});

const subject = (link: string) => ({
  id: `${link}.id`, subjectId: `${link}.subject_id`, kind: `${link}.kind`, knownAs: `${link}.known_as`, role: `${link}.role`, from: at(`${link}.valid_from`), until: at(`${link}.valid_until`),
});

/** What hangs on operations: `own` is the condition on a record of one, `operation_id = $1` or `case_id = $1`. */
const ofOperations = (own: string) => ({
  plans: list('plans', own, 'x.operation_id, x.number', { id: 'x.id', version: 'x.version', operationId: 'x.operation_id', number: 'x.number', status: 'x.status', situation: 'x.situation', mission: 'x.mission' }),
  activityPlans: list('activity_plans', `x.id in (select l.activity_plan_id from activity_plan_operations l where l.ended_at is null and l.${own.slice(2)})`, 'x.period_from, x.id', {
    id: 'x.id', version: 'x.version', number: 'x.number', name: 'x.name', unit: unit('x.unit_id'), periodFrom: 'x.period_from', periodTo: 'x.period_to', programmes: 'x.programmes', isIllustrative: 'x.is_illustrative',
    assessments: `(select coalesce(json_agg(json_build_object('amount', ${decimal('a.amount')}, 'currency', a.currency, 'text', a.text, 'source', a.source, 'assessedOn', a.assessed_on)
      order by a.recorded_at), '[]') from activity_plan_assessments a where a.activity_plan_id = x.id)`,
  }),
  participants: list('operation_participants', own, 'x.joined_at, x.id', { id: 'x.id', operationId: 'x.operation_id', unit: unit('x.participant_unit_id'), part: 'x.part', joinedAt: at('x.joined_at'), leftAt: at('x.left_at') }),
  authorities: list('operation_authorities', own, 'x.issued_on, x.id', {
    id: 'x.id', operationId: 'x.operation_id', kind: 'x.kind', issuer: 'x.issuer', number: 'x.number', issuedOn: 'x.issued_on', scope: 'x.scope', validFrom: at('x.valid_from'), validTo: at('x.valid_to'),
  }),
  waivers: list('operation_waivers', own, 'x.recorded_at, x.id', { id: 'x.id', operationId: 'x.operation_id', waives: 'x.waives', reason: 'x.reason', reviewDueOn: 'x.review_due_on' }),
  log: list('operation_log_entries', own, 'x.occurred_at, x.id', {
    id: 'x.id', operationId: 'x.operation_id', kind: 'x.kind', occurredAt: at('x.occurred_at'), text: 'x.text', officer: officer('x.officer_id'), place: 'x.place', corrects: 'x.corrects_id',
    lateBecause: 'x.late_because', recordedAt: at('x.recorded_at'),
  }),
  operationSubjects: list('operation_subjects', own, 'x.recorded_at, x.id', { operationId: 'x.operation_id', ...subject('x') }),
  outcomes: list('operation_outcomes', own, 'x.recorded_at, x.id', { id: 'x.id', operationId: 'x.operation_id', kind: 'x.kind', count: 'x.count', description: 'x.description' }),
  debriefs: list('operation_debriefs', own, 'x.recorded_at, x.id', { id: 'x.id', operationId: 'x.operation_id', heldAt: at('x.held_at'), summary: 'x.summary', lessons: 'x.lessons' }),
});

const seizures = (where: string) => list('seizures', where, 'x.seized_at, x.id', {
  id: 'x.id', version: 'x.version', number: 'x.number', status: 'x.status', unit: unit('x.unit_id'), operationId: 'x.operation_id', caseId: 'x.case_id', seizedAt: at('x.seized_at'),
  territory: 'x.territory', place: 'x.place', discovery: 'x.discovery', jurisdiction: 'x.jurisdiction', protocolNumber: 'x.protocol_number', isIllustrative: 'x.is_illustrative',
  lines: `(select coalesce(json_agg(${lineJson('l')} order by l.line_number), '[]') from seizure_lines l where l.seizure_id = x.id)`,
  creditedOperations: `(select coalesce(json_agg(json_build_object('operationId', c.credited_operation_id, 'sharePercent', ${decimal('c.share_percent')})), '[]') from seizure_credits c
    where c.seizure_id = x.id and c.ended_at is null)`,
  subjects: `(select coalesce(json_agg(${object(subject('k'))} order by k.recorded_at, k.id), '[]') from seizure_subjects k where k.seizure_id = x.id)`,
});

const exhibits = (where: string) => list('exhibits', where, 'x.collected_at, x.number', {
  id: 'x.id', version: 'x.version', number: 'x.number', seizureId: 'x.seizure_id', lineId: 'x.line_id', category: 'x.category', status: 'x.status', description: 'x.description',
  sealNumber: 'x.seal_number', holderUnit: unit('x.holder_unit_id'), holder: officer('x.holder_officer_id'), collectedAt: at('x.collected_at'), collectedBy: officer('x.collected_by_id'), isIllustrative: 'x.is_illustrative',
});

const cases = (where: string) => list('cases', where, 'x.registered_at, x.id', {
  id: 'x.id', version: 'x.version', number: 'x.number', title: 'x.title', status: 'x.status', leadUnit: unit('x.unit_id'), classification: level('x.classification'), registeredAt: at('x.registered_at'),
  programmes: 'x.programmes',
});

const ofCase = {
  members: list('case_members', 'x.case_id = $1', 'x.valid_from, x.id', { id: 'x.id', part: 'x.part', officer: officer('x.officer_id'), personId: 'x.person_id', from: at('x.valid_from'), until: at('x.valid_until') }),
  registrations: list('case_registrations', 'x.case_id = $1', 'x.registered_on, x.id', { id: 'x.id', kind: 'x.kind', number: 'x.number', registeredOn: 'x.registered_on', issuingBody: 'x.issuing_body', withdrawnAt: at('x.withdrawn_at') }),
  offences: list('case_offences', 'x.case_id = $1', 'x.since_on, x.id', { id: 'x.id', law: 'x.law', article: 'x.article', part: 'x.part', title: 'x.title', from: 'x.since_on', until: 'x.until_on' }),
  subjects: list('case_subjects', 'x.case_id = $1', 'x.recorded_at, x.id', subject('x')),
  detentions: list('detentions', 'x.case_id = $1', 'x.detained_at, x.id', {
    id: 'x.id', subjectId: 'x.subject_id', detainedAt: at('x.detained_at'), article: 'x.article', deadlineAt: at('x.deadline_at'), releasedAt: at('x.released_at'), releaseReason: 'x.release_reason',
  }),
  decisions: list('decisions', 'x.case_id = $1', 'x.decided_on, x.id', {
    id: 'x.id', kind: 'x.kind', issuerKind: 'x.issuer_kind', issuerName: 'x.issuer_name', number: 'x.number', decidedOn: 'x.decided_on', inForceFrom: 'x.in_force_from', summary: 'x.summary', orders: 'x.orders',
  }),
};

const statement = (lists: Record<string, string>) => `select pg_current_snapshot()::text as "asOf", ${Object.entries(lists).map(([name, sql]) => `${sql} as "${name}"`).join(', ')}`;

const credited = 'select c.seizure_id from seizure_credits c where c.credited_operation_id = $1 and c.ended_at is null';

/** Everything of one operation, the seizures that are only credited to it too. */
export const operationThread = statement({
  operations: operations('x.id = $1'), cases: cases('x.id = (select o.case_id from operations o where o.id = $1)'), ...ofOperations('x.operation_id = $1'),
  seizures: seizures(`x.operation_id = $1 or x.id in (${credited})`), exhibits: exhibits(`x.operation_id = $1 or x.seizure_id in (${credited})`),
});

/** Everything of one case: its own records, its operations with theirs, its seizures and exhibits. */
export const caseThread = statement({
  cases: cases('x.id = $1'), ...ofCase, operations: operations('x.case_id = $1'), ...ofOperations('x.case_id = $1'), seizures: seizures('x.case_id = $1'), exhibits: exhibits('x.case_id = $1'),
});
