import { linkMoments, SubjectLinkView, type LinkRow } from '../cases/subject.view.ts';
import { Code, Day, Flag, Id, Instant, Location, OneOf, Part, Prose, Text, Texts, Whole } from '../platform/fields.ts';
import { authorityKinds, lateReasons, logKinds, operationSubjectRoles, outcomeKinds } from './operation.entity.ts';

const unknown = { optional: true } as const;

export class LogEntryView {
  @Id() id: string;
  @Whole() version: number;
  @OneOf(logKinds) kind: string;
  @Instant({ description: 'when it happened' }) occurredAt: string;
  @Instant({ description: 'when it was told' }) recordedAt: string;
  @Id() recordedBy: string;
  @Prose() text: string;
  @Texts({ description: 'of a decision: what could have been done' }) options: string[];
  @Prose(unknown) rationale: string | null;
  @Code({ ...unknown, example: 'OFF-0007' }) officer: string | null;
  @Text(unknown) place: string | null;
  @Part(() => Location, unknown) location: Location | null;
  @Id(unknown) correctsId: string | null;
  @Texts({ description: 'ids of the entries that correct it' }) correctedBy: string[];
  @Flag({ description: 'It came before the recorded start, or when the operation was over: accepted, and marked' }) lateEntry: boolean;
  @Texts({ each: lateReasons, example: [] }) lateBecause: string[];

  static of(row: LogEntryRow): LogEntryView {
    const { lat, lon, accuracyMeters, occurredAt, recordedAt, ...same } = row;
    return {
      ...same,
      occurredAt: occurredAt.toISOString(),
      recordedAt: recordedAt.toISOString(),
      location: lat === null ? null : { lat, lon: lon!, accuracyMeters },
      lateEntry: row.lateBecause.length > 0,
    };
  }
}

export interface LogEntryRow extends Omit<LogEntryView, 'occurredAt' | 'recordedAt' | 'location' | 'lateEntry'> {
  occurredAt: Date;
  recordedAt: Date;
  lat: number | null;
  lon: number | null;
  accuracyMeters: number | null;
}

export class OutcomeView {
  @Id() id: string;
  @Whole() version: number;
  @OneOf(outcomeKinds) kind: string;
  @Whole({ ...unknown, description: 'null: not known' }) count: number | null;
  @Prose(unknown) description: string | null;
  @Instant() recordedAt: string;
  @Id() recordedBy: string;

  static of(row: Recorded<OutcomeView>): OutcomeView {
    return { ...row, recordedAt: row.recordedAt.toISOString() };
  }
}

export class DebriefView {
  @Id() id: string;
  @Whole() version: number;
  @Instant(unknown) heldAt: string | null;
  @Prose() summary: string;
  @Prose(unknown) whatWorked: string | null;
  @Prose(unknown) whatDidNot: string | null;
  @Texts() lessons: string[];
  @Instant() recordedAt: string;
  @Id() recordedBy: string;

  static of(row: Recorded<Omit<DebriefView, 'heldAt'>> & { heldAt: Date | null }): DebriefView {
    return { ...row, heldAt: row.heldAt?.toISOString() ?? null, recordedAt: row.recordedAt.toISOString() };
  }
}

export class AuthorityView {
  @Id() id: string;
  @Whole() version: number;
  @OneOf(authorityKinds) kind: string;
  @Text() issuer: string;
  @Text(unknown) number: string | null;
  @Day() issuedOn: string;
  @Prose() scope: string;
  @Instant(unknown) validFrom: string | null;
  @Instant(unknown) validTo: string | null;
  @Instant() recordedAt: string;
  @Id() recordedBy: string;

  static of(row: AuthorityRow): AuthorityView {
    return { ...row, validFrom: row.validFrom?.toISOString() ?? null, validTo: row.validTo?.toISOString() ?? null, recordedAt: row.recordedAt.toISOString() };
  }
}

export class OperationSubjectView extends SubjectLinkView {
  @Id() operationId: string;
  @OneOf(operationSubjectRoles) role: string;

  static of(row: LinkRow<OperationSubjectView>): OperationSubjectView {
    return { ...row, ...linkMoments(row) };
  }
}

/** A row as SQL gives it: its time of recording is a Date. */
export type Recorded<View> = Omit<View, 'recordedAt'> & { recordedAt: Date };
export type AuthorityRow = Recorded<Omit<AuthorityView, 'validFrom' | 'validTo'>> & { validFrom: Date | null; validTo: Date | null };
