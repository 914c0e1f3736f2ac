import { IntersectionType, OmitType } from '@nestjs/swagger';
import { Day, Id, Instant, Part, Parts, Prose, Text, Texts } from '../platform/fields.ts';
import { CaseRecord, Gap, OperationRecord, SubjectRecord, ThreadRecords } from './thread-records.view.ts';

const unknown = { optional: true } as const;

class MemberRecord {
  @Id() id: string;
  @Text({ example: 'lead_investigator' }) part: string;
  @Text({ ...unknown, example: 'OFF-0007' }) officer: string | null;
  @Id() personId: string;
  @Instant() from: string;
  @Instant(unknown) until: string | null;
}
class RegistrationRecord {
  @Id() id: string;
  @Text({ example: 'erp' }) kind: string;
  @Text() number: string;
  @Day(unknown) registeredOn: string | null;
  @Text(unknown) issuingBody: string | null;
  @Instant(unknown) withdrawnAt: string | null;
}
class OffenceRecord {
  @Id() id: string;
  @Text(unknown) law: string | null;
  @Text() article: string;
  @Text(unknown) part: string | null;
  @Text(unknown) title: string | null;
  @Day(unknown) from: string | null;
  @Day(unknown) until: string | null;
}
class DetentionRecord {
  @Id() id: string;
  @Id() subjectId: string;
  @Instant() detainedAt: string;
  @Text(unknown) article: string | null;
  @Instant(unknown) deadlineAt: string | null;
  @Instant(unknown) releasedAt: string | null;
  @Text(unknown) releaseReason: string | null;
}
class DecisionRecord {
  @Id() id: string;
  @Text({ example: 'opening' }) kind: string;
  @Text({ example: 'investigator' }) issuerKind: string;
  @Text(unknown) issuerName: string | null;
  @Text(unknown) number: string | null;
  @Day() decidedOn: string;
  @Day(unknown) inForceFrom: string | null;
  @Prose(unknown) summary: string | null;
  @Texts() orders: string[];
}

/** The case's own records. */
export class CaseRecords {
  @Parts(() => MemberRecord) members: MemberRecord[];
  @Parts(() => RegistrationRecord) registrations: RegistrationRecord[];
  @Parts(() => OffenceRecord) offences: OffenceRecord[];
  @Parts(() => SubjectRecord) subjects: SubjectRecord[];
  @Parts(() => DetentionRecord) detentions: DetentionRecord[];
  @Parts(() => DecisionRecord) decisions: DecisionRecord[];
}

export class OperationThread extends OmitType(ThreadRecords, ['operations']) {
  @Part(() => OperationRecord) operation: OperationRecord;
  @Part(() => CaseRecord, { ...unknown, description: 'null: none, or none that the caller may see' }) case: CaseRecord | null;
  @Parts(() => Gap) gaps: Gap[];
}

export class CaseThread extends IntersectionType(CaseRecords, ThreadRecords) {
  @Part(() => CaseRecord) case: CaseRecord;
  @Parts(() => Gap) gaps: Gap[];
}
