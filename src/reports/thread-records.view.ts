import { classifications } from '../platform/actor.ts';
import { Code, Day, DecimalText, Flag, Id, Instant, OneOf, Part, Parts, Prose, Text, Texts, Whole } from '../platform/fields.ts';
import { operationKinds } from '../operations/operation.entity.ts';
import { CreditView, LineView } from '../seizures/seizure.view.ts';

const unknown = { optional: true } as const;

/** A record that something is missing from. */
export class GapRecord {
  @OneOf(['operation', 'seizure', 'seizure line', 'exhibit', 'case']) type: string;
  @Id() id: string;
  @Text({ example: 'CNS-OSH/2020/SZ-0012, line 1' }) number: string;
}
export class Gap {
  @Text({ example: 'line.without-exhibit', description: 'stable' }) code: string;
  @Part(() => GapRecord) record: GapRecord;
  @Text({ example: 'No exhibit is registered from it' }) detail: string;
}

class OfOperation {
  @Id() id: string;
  @Id() operationId: string;
}
export class SubjectRecord {
  @Id() id: string;
  @Id() subjectId: string;
  @Text({ example: 'person' }) kind: string;
  @Text({ description: 'what it is called here' }) knownAs: string;
  @Text({ example: 'courier' }) role: string;
  @Instant(unknown) from: string | null;
  @Instant(unknown) until: string | null;
}
class OperationSubjectRecord extends SubjectRecord {
  @Id() operationId: string;
}
export class OperationRecord {
  @Id() id: string;
  @Whole() version: number;
  @Text({ example: 'CNS-OSH/2020/OP-0001' }) number: string;
  @OneOf(operationKinds) kind: string;
  @Text() name: string;
  @Code({ example: 'CNS-OSH' }) leadUnit: string;
  @Id(unknown) caseId: string | null;
  @Text({ example: 'closed' }) status: string;
  @Text(unknown) result: string | null;
  @OneOf(classifications) classification: string;
  @Texts({ example: ['XACZ60'] }) programmes: string[];
  @Code({ ...unknown, example: 'KG-O' }) territory: string | null;
  @Text(unknown) place: string | null;
  @Instant(unknown) plannedFrom: string | null;
  @Instant(unknown) plannedTo: string | null;
  @Instant(unknown) actualFrom: string | null;
  @Instant(unknown) actualTo: string | null;
  @Prose(unknown) objective: string | null;
  @Prose(unknown) summary: string | null;
  @Flag() isIllustrative: boolean;
}
class PlanRecord extends OfOperation {
  @Whole() version: number;
  @Whole({ description: 'counts the versions of the operation’s plan' }) number: number;
  @Text({ example: 'draft' }) status: string;
  @Prose(unknown) situation: string | null;
  @Prose(unknown) mission: string | null;
}
class AssessmentRecord {
  @DecimalText({ ...unknown, example: '380000' }) amount: string | null;
  @Text({ ...unknown, example: 'USD' }) currency: string | null;
  @Prose() text: string;
  @Text() source: string;
  @Day() assessedOn: string;
}
class ActivityPlanRecord {
  @Id() id: string;
  @Whole() version: number;
  @Text() number: string;
  @Text() name: string;
  @Code() unit: string;
  @Day() periodFrom: string;
  @Day() periodTo: string;
  @Texts() programmes: string[];
  @Flag() isIllustrative: boolean;
  @Parts(() => AssessmentRecord) assessments: AssessmentRecord[];
}
class ParticipantRecord extends OfOperation {
  @Code() unit: string;
  @Text() part: string;
  @Instant() joinedAt: string;
  @Instant(unknown) leftAt: string | null;
}
class AuthorityRecord extends OfOperation {
  @Text() kind: string;
  @Text() issuer: string;
  @Text(unknown) number: string | null;
  @Day() issuedOn: string;
  @Prose() scope: string;
  @Instant(unknown) validFrom: string | null;
  @Instant(unknown) validTo: string | null;
}
class WaiverRecord extends OfOperation {
  @Text() waives: string;
  @Text() reason: string;
  @Day() reviewDueOn: string;
}
class LogRecord extends OfOperation {
  @Text({ example: 'seizure' }) kind: string;
  @Instant() occurredAt: string;
  @Prose() text: string;
  @Code({ ...unknown, example: 'OFF-0007' }) officer: string | null;
  @Text(unknown) place: string | null;
  @Id({ ...unknown, description: 'the entry that this one corrects' }) corrects: string | null;
  @Texts() lateBecause: string[];
  @Instant() recordedAt: string;
}
class OutcomeRecord extends OfOperation {
  @Text({ example: 'channels_suppressed' }) kind: string;
  @Whole(unknown) count: number | null;
  @Text(unknown) description: string | null;
}
class DebriefRecord extends OfOperation {
  @Instant(unknown) heldAt: string | null;
  @Prose() summary: string;
  @Texts() lessons: string[];
}
export class SeizureRecord {
  @Id() id: string;
  @Whole() version: number;
  @Text({ example: 'CNS-OSH/2020/SZ-0012' }) number: string;
  @Text({ example: 'recorded' }) status: string;
  @Code() unit: string;
  @Id(unknown) operationId: string | null;
  @Id(unknown) caseId: string | null;
  @Instant() seizedAt: string;
  @Code(unknown) territory: string | null;
  @Text(unknown) place: string | null;
  @Text(unknown) discovery: string | null;
  @Code({ example: 'KG' }) jurisdiction: string;
  @Text(unknown) protocolNumber: string | null;
  @Flag() isIllustrative: boolean;
  @Parts(() => LineView) lines: LineView[];
  @Parts(() => CreditView) creditedOperations: CreditView[];
  @Parts(() => SubjectRecord) subjects: SubjectRecord[];
}
class ExhibitRecord {
  @Id() id: string;
  @Whole() version: number;
  @Text({ example: 'CNS-OSH/2020/EX-0001' }) number: string;
  @Id() seizureId: string;
  @Id() lineId: string;
  @Text({ example: 'drug' }) category: string;
  @Text({ example: 'held' }) status: string;
  @Text() description: string;
  @Text(unknown) sealNumber: string | null;
  @Code() holderUnit: string;
  @Code(unknown) holder: string | null;
  @Instant() collectedAt: string;
  @Code() collectedBy: string;
  @Flag() isIllustrative: boolean;
}
export class CaseRecord {
  @Id() id: string;
  @Whole() version: number;
  @Text({ example: 'CNS-OSH/2020/C-0001' }) number: string;
  @Text() title: string;
  @Text({ example: 'open' }) status: string;
  @Code() leadUnit: string;
  @OneOf(classifications) classification: string;
  @Instant() registeredAt: string;
  @Texts() programmes: string[];
}

/** What hangs on an operation, or on a case through its operations and seizures. */
export class ThreadRecords {
  @Text({ example: '4711:4715:4712', description: 'pg_current_snapshot() of all of it' }) asOf: string;
  @Parts(() => OperationRecord) operations: OperationRecord[];
  @Parts(() => PlanRecord) plans: PlanRecord[];
  @Parts(() => ActivityPlanRecord) activityPlans: ActivityPlanRecord[];
  @Parts(() => ParticipantRecord) participants: ParticipantRecord[];
  @Parts(() => AuthorityRecord) authorities: AuthorityRecord[];
  @Parts(() => WaiverRecord) waivers: WaiverRecord[];
  @Parts(() => LogRecord) log: LogRecord[];
  @Parts(() => OperationSubjectRecord) operationSubjects: OperationSubjectRecord[];
  @Parts(() => OutcomeRecord) outcomes: OutcomeRecord[];
  @Parts(() => DebriefRecord) debriefs: DebriefRecord[];
  @Parts(() => SeizureRecord) seizures: SeizureRecord[];
  @Parts(() => ExhibitRecord) exhibits: ExhibitRecord[];
}
