import { Injectable, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { subjectKinds } from '../cases/subject.entity.ts';
import type { LinkRow } from '../cases/subject.view.ts';
import { isCurrent, linkColumns, linkFields } from '../cases/subjects.queries.ts';
import type { Actor } from '../platform/actor.ts';
import { notFound } from '../platform/errors.ts';
import { byCode, byFlag, byId, byWords, oneOf } from '../platform/list-filters.ts';
import { Lists, type ListSpec, type Page } from '../platform/lists.ts';
import { Reads } from '../platform/reads.ts';
import { authorityKinds, logKinds, operationSubjectRoles, outcomeKinds } from './operation.entity.ts';
import { AuthorityView, DebriefView, LogEntryView, OperationSubjectView, OutcomeView, type AuthorityRow, type LogEntryRow, type Recorded } from './operation-records.view.ts';
import { ParticipantView, TransitionView, WaiverView, type ParticipantRow, type TransitionRow } from './operation.view.ts';

/* What hangs on an operation. In each of these lists `r` is the record and `of` is the operation. */

const author = 'r.id, r.version, r.recorded_at as "recordedAt", r.recorded_by as "recordedBy"';
const of = { of: byId('r.operation_id') };
const inOrderOf = (column: string) => ({ column, type: 'timestamptz', descending: false, id: 'r.id' }) as const;

export const participantList: ListSpec<ParticipantRow, ParticipantView> = {
  name: 'operations.participants',
  select: `${author}, u.code as unit, r.part, r.joined_at as "joinedAt", r.left_at as "leftAt"`,
  from: 'operation_participants r join units u on u.id = r.participant_unit_id',
  filters: { ...of, unit: byCode('u.code'), present: byFlag('r.left_at is null') },
  order: inOrderOf('r.joined_at'),
  view: ParticipantView.of,
  columns: ['unit', 'part', 'joinedAt', 'leftAt', 'recordedAt', 'id'],
};

export const transitionList: ListSpec<TransitionRow, TransitionView> = {
  name: 'operations.transitions',
  select: `${author}, r.from_status as "from", r.to_status as "to", r.result, r.reason, r.occurred_at as "occurredAt"`,
  from: 'operation_transitions r',
  filters: of,
  order: inOrderOf('r.recorded_at'),
  view: TransitionView.of,
  columns: ['from', 'to', 'result', 'reason', 'occurredAt', 'recordedAt', 'id'],
};

export const waiverList: ListSpec<Recorded<WaiverView>, WaiverView> = {
  name: 'operations.waivers',
  select: `${author}, r.waives, r.reason, r.review_due_on as "reviewDueOn"`,
  from: 'operation_waivers r',
  filters: of,
  order: inOrderOf('r.recorded_at'),
  view: WaiverView.of,
  columns: ['waives', 'reason', 'reviewDueOn', 'recordedAt', 'recordedBy', 'id'],
};

export const logList: ListSpec<LogEntryRow, LogEntryView> = {
  name: 'operations.log',
  select: `${author}, r.kind, r.occurred_at as "occurredAt", r.text, r.options, r.rationale, f.code as officer, r.place, r.lat::float8 as lat, r.lon::float8 as lon,
    r.accuracy_meters as "accuracyMeters", r.corrects_id as "correctsId", r.late_because as "lateBecause",
    array(select c.id::text from operation_log_entries c where c.corrects_id = r.id order by c.recorded_at) as "correctedBy"`,
  from: 'operation_log_entries r left join officers f on f.id = r.officer_id',
  filters: {
    ...of,
    kind: oneOf('r.kind', logKinds),
    officer: byCode('f.code'),
    late: byFlag(`r.late_because <> '{}'`),
    q: byWords(`r.text ilike '%' || $ || '%'`, 'Words of the text', (words) => words.replaceAll(/[\\%_]/g, '\\$&')),
  },
  time: 'r.occurred_at',
  order: inOrderOf('r.occurred_at'),
  view: LogEntryView.of,
  columns: ['occurredAt', 'recordedAt', 'kind', 'text', 'options', 'rationale', 'officer', 'place', 'location.lat', 'location.lon', 'correctsId', 'lateBecause', 'id'],
  placeOf: (view) => view.location,
};

export const outcomeList: ListSpec<Recorded<OutcomeView>, OutcomeView> = {
  name: 'operations.outcomes',
  select: `${author}, r.kind, r.count, r.description`,
  from: 'operation_outcomes r',
  filters: { ...of, kind: oneOf('r.kind', outcomeKinds) },
  order: inOrderOf('r.recorded_at'),
  view: OutcomeView.of,
  columns: ['kind', 'count', 'description', 'recordedAt', 'id'],
};

export const authorityList: ListSpec<AuthorityRow, AuthorityView> = {
  name: 'operations.authorities',
  select: `${author}, r.kind, r.issuer, r.number, r.issued_on as "issuedOn", r.scope, r.valid_from as "validFrom", r.valid_to as "validTo"`,
  from: 'operation_authorities r',
  filters: { ...of, kind: oneOf('r.kind', authorityKinds) },
  order: inOrderOf('r.recorded_at'),
  view: AuthorityView.of,
  columns: ['kind', 'issuer', 'number', 'issuedOn', 'scope', 'validFrom', 'validTo', 'recordedAt', 'id'],
};

export const operationSubjectList: ListSpec<LinkRow<OperationSubjectView>, OperationSubjectView> = {
  name: 'operations.subjects',
  select: `${linkColumns('r')}, r.operation_id as "operationId", r.recorded_by as "recordedBy"`,
  from: 'operation_subjects r left join subjects s on s.id = r.subject_id',
  filters: { ...of, role: oneOf('r.role', operationSubjectRoles), kind: oneOf('r.kind', subjectKinds), subject: byId('r.subject_id'), current: byFlag(isCurrent('r')) },
  order: inOrderOf('r.recorded_at'),
  view: OperationSubjectView.of,
  columns: [...linkFields, 'recordedAt', 'id'],
};

const debriefOf = `select ${author}, r.held_at as "heldAt", r.summary, r.what_worked as "whatWorked", r.what_did_not as "whatDidNot", r.lessons
  from operation_debriefs r where r.operation_id = $1`;

@Injectable()
export class OperationRecordsQueries {
  constructor(private readonly reads: Reads, private readonly lists: Lists) {}

  /** The records of one operation; 404 where the caller cannot see the operation itself. */
  async list<Row, View>(spec: ListSpec<Row, View>, actor: Actor, operation: string, reply: FastifyReply): Promise<Page<View> | StreamableFile> {
    const found = await this.reads.rows(actor, 'operations.exists', 'select from operations where id = $1', [operation]);
    if (found.length === 0) throw notFound();
    return this.lists.answer(spec, reply, { of: operation });
  }

  async one<Row, View>(spec: ListSpec<Row, View>, actor: Actor, operation: string, id: string): Promise<View> {
    const [row] = await this.reads.rows<Row>(actor, `${spec.name}.one`, `select ${spec.select} from ${spec.from} where r.id = $1 and r.operation_id = $2`, [id, operation]);
    if (!row) throw notFound();
    return spec.view(row, actor);
  }

  async debrief(actor: Actor, operation: string): Promise<DebriefView> {
    const [row] = await this.reads.rows<Parameters<typeof DebriefView.of>[0]>(actor, 'operations.debrief', debriefOf, [operation]);
    if (!row) throw notFound();
    return DebriefView.of(row);
  }
}
