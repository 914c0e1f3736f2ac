import { classifications } from '../platform/actor.ts';
import { Code, Day, Flag, Id, Instant, Location, Names, OneOf, Part, Parts, Prose, Text, Texts, Whole } from '../platform/fields.ts';
import { operationKinds } from './operation.entity.ts';
import { operationResults, operationStatuses } from './operation.lifecycle.ts';

const unknown = { optional: true } as const;

export class ParticipantBrief {
  @Code({ example: 'CNS-CHUY' }) unit: string;
  @Text({ example: 'Outer cordon, two vehicles' }) part: string;
}

export class OperationView {
  @Id() id: string;
  @Whole() version: number;
  @Text({ example: 'CNS-OSH/2020/OP-0012' }) number: string;
  @OneOf(operationKinds) kind: string;
  @Text() name: string;
  @Code({ example: 'CNS-OSH' }) leadUnit: string;
  @Parts(() => ParticipantBrief, { description: 'Units that take part now; all of them stand under /participants' }) participants: ParticipantBrief[];
  @OneOf(operationStatuses) status: string;
  @Instant() statusSince: string;
  @OneOf(operationResults, unknown) result: string | null;
  @Id(unknown) caseId: string | null;
  @OneOf(classifications) classification: string;
  @Texts({ example: ['XACZ60'] }) programmes: string[];
  @Code({ ...unknown, example: 'KG-O' }) territory: string | null;
  @Part(() => Names, unknown) territoryNames: Names | null;
  @Text(unknown) place: string | null;
  @Part(() => Location, unknown) location: Location | null;
  @Instant(unknown) plannedFrom: string | null;
  @Instant(unknown) plannedTo: string | null;
  @Instant(unknown) actualFrom: string | null;
  @Instant(unknown) actualTo: string | null;
  @Prose(unknown) objective: string | null;
  @Prose(unknown) summary: string | null;
  @Flag({ description: 'Demonstration data: invented, and left out of a report on request' }) isIllustrative: boolean;
  @Instant() recordedAt: string;
  @Id({ description: 'The person who drafted it' }) recordedBy: string;

  static of(row: OperationRow): OperationView {
    const { classification, lat, lon, accuracyMeters, statusSince, plannedFrom, plannedTo, actualFrom, actualTo, recordedAt, ...same } = row;
    return {
      ...same,
      classification: classifications[classification]!,
      location: lat === null ? null : { lat, lon: lon!, accuracyMeters },
      statusSince: statusSince.toISOString(),
      plannedFrom: plannedFrom?.toISOString() ?? null,
      plannedTo: plannedTo?.toISOString() ?? null,
      actualFrom: actualFrom?.toISOString() ?? null,
      actualTo: actualTo?.toISOString() ?? null,
      recordedAt: recordedAt.toISOString(),
    };
  }
}

type Timed = 'statusSince' | 'plannedFrom' | 'plannedTo' | 'actualFrom' | 'actualTo' | 'recordedAt';

/** An operation as SQL gives it. */
export interface OperationRow extends Omit<OperationView, Timed | 'classification' | 'location'> {
  classification: number;
  lat: number | null;
  lon: number | null;
  accuracyMeters: number | null;
  statusSince: Date;
  plannedFrom: Date | null;
  plannedTo: Date | null;
  actualFrom: Date | null;
  actualTo: Date | null;
  recordedAt: Date;
}

export class ParticipantView {
  @Id() id: string;
  @Whole() version: number;
  @Code({ example: 'CNS-CHUY' }) unit: string;
  @Text() part: string;
  @Instant() joinedAt: string;
  @Instant({ ...unknown, description: 'null: still takes part' }) leftAt: string | null;
  @Instant() recordedAt: string;
  @Id() recordedBy: string;

  static of(row: ParticipantRow): ParticipantView {
    return { ...row, joinedAt: row.joinedAt.toISOString(), leftAt: row.leftAt?.toISOString() ?? null, recordedAt: row.recordedAt.toISOString() };
  }
}

export interface ParticipantRow extends Omit<ParticipantView, 'joinedAt' | 'leftAt' | 'recordedAt'> {
  joinedAt: Date;
  leftAt: Date | null;
  recordedAt: Date;
}

/** A move with the time it happened and the time it was recorded. */
export class TransitionView {
  @Id() id: string;
  @Whole() version: number;
  @OneOf(operationStatuses, { ...unknown, description: 'null: it was drafted' }) from: string | null;
  @OneOf(operationStatuses) to: string;
  @OneOf(operationResults, unknown) result: string | null;
  @Text(unknown) reason: string | null;
  @Instant() occurredAt: string;
  @Instant() recordedAt: string;
  @Id() recordedBy: string;

  static of(row: TransitionRow): TransitionView {
    return { ...row, occurredAt: row.occurredAt.toISOString(), recordedAt: row.recordedAt.toISOString() };
  }
}

export interface TransitionRow extends Omit<TransitionView, 'occurredAt' | 'recordedAt'> {
  occurredAt: Date;
  recordedAt: Date;
}

export class WaiverView {
  @Id() id: string;
  @Whole() version: number;
  @OneOf(['approved_plan']) waives: string;
  @Text() reason: string;
  @Day({ example: '2020-11-21' }) reviewDueOn: string;
  @Instant() recordedAt: string;
  @Id({ description: 'The commander who took it upon themselves' }) recordedBy: string;

  static of(row: Omit<WaiverView, 'recordedAt'> & { recordedAt: Date }): WaiverView {
    return { ...row, recordedAt: row.recordedAt.toISOString() };
  }
}
