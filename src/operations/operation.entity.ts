import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SubjectLink } from '../cases/subject.entity.ts';
import type { OperationResult, OperationStatus } from './operation.lifecycle.ts';

export const operationKinds = [
  'special_operation', 'controlled_delivery', 'test_purchase', 'search', 'checkpoint', 'surveillance', 'raid', 'eradication', 'patrol',
] as const;
export type OperationKind = (typeof operationKinds)[number];
export const logKinds = ['situation', 'decision', 'order', 'arrest', 'seizure', 'check_in', 'use_of_force', 'injury', 'handover'] as const;
export const outcomeKinds = ['arrests', 'channels_suppressed', 'groups_suppressed', 'laboratories_dismantled', 'fields_eradicated', 'other'] as const;
export const authorityKinds = ['court_sanction', 'prosecutor_sanction', 'investigator_resolution', 'head_resolution', 'international_request', 'other'] as const;
export const lateReasons = ['before_start', 'operation_over'] as const;

/** The last is for persons only: `operation_subjects_role_fits`. Informants have none: units that take part would see them. */
export const operationSubjectRoles = ['target', 'organizer', 'supplier', 'courier', 'buyer', 'accomplice', 'owner', 'user', 'instrument', 'place', 'other', 'witness'] as const;

/** What a unit undertakes. Number, times of start and end and every noted move are the database's to write. */
@Entity('operations')
export class Operation {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: OperationKind;
  @Column('text') name: string;
  @Column('uuid') unitId: string;
  @Column('uuid') caseId: string | null;
  @Column('smallint') classification: number;
  @Column('text', { array: true }) programmes: string[];
  @Column('text') territory: string | null;
  @Column('text') place: string | null;
  @Column('numeric') lat: number | null;
  @Column('numeric') lon: number | null;
  @Column('integer') accuracyMeters: number | null;
  @Column('timestamptz') plannedFrom: Date | string | null;
  @Column('timestamptz') plannedTo: Date | string | null;
  @Column('timestamptz') actualFrom: Date | string | null;
  @Column('timestamptz') actualTo: Date | string | null;
  @Column('text') status: OperationStatus;
  @Column('timestamptz') statusSince: Date | string;
  @Column('text') result: OperationResult | null;
  @Column('text') objective: string | null;
  @Column('text') summary: string | null;
  @Column('text') fingerprint: string | null;
  @Column('integer') version: number;
}

/** Another unit's part in an operation, from when until when: what opens the operation to it. */
@Entity('operation_participants')
export class OperationParticipant {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') operationId: string;
  @Column('uuid') participantUnitId: string;
  @Column('text') part: string;
  @Column('timestamptz') joinedAt: Date | string;
  @Column('timestamptz') leftAt: Date | string | null;
  @Column('text') fingerprint: string | null;
  @Column('integer') version: number;
}

/** A commander's word that an operation may start without an approved plan. */
@Entity('operation_waivers')
export class OperationWaiver {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') operationId: string;
  @Column('text') waives: 'approved_plan';
  @Column('text') reason: string;
  @Column('date') reviewDueOn: string;
}

/** What happened, as it was told: never changed; an entry that was wrong is corrected by another that cites it. */
@Entity('operation_log_entries')
export class OperationLogEntry {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') operationId: string;
  @Column('text') kind: string;
  @Column('timestamptz') occurredAt: Date | string;
  @Column('text') text: string;
  @Column('text', { array: true }) options: string[];
  @Column('text') rationale: string | null;
  @Column('uuid') officerId: string | null;
  @Column('text') place: string | null;
  @Column('numeric') lat: number | null;
  @Column('numeric') lon: number | null;
  @Column('integer') accuracyMeters: number | null;
  @Column('uuid') correctsId: string | null;
  @Column('text') fingerprint: string | null;
}

/** What came of it; an unknown count is null. */
@Entity('operation_outcomes')
export class OperationOutcome {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') operationId: string;
  @Column('text') kind: string;
  @Column('integer') count: number | null;
  @Column('text') description: string | null;
  @Column('text') fingerprint: string | null;
  @Column('integer') version: number;
}

@Entity('operation_debriefs')
export class OperationDebrief {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') operationId: string;
  @Column('timestamptz') heldAt: Date | string | null;
  @Column('text') summary: string;
  @Column('text') whatWorked: string | null;
  @Column('text') whatDidNot: string | null;
  @Column('text', { array: true }) lessons: string[];
  @Column('text') fingerprint: string | null;
  @Column('integer') version: number;
}

/** A sanction under which the operation, or a part of it, is lawful. */
@Entity('operation_authorities')
export class OperationAuthority {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') operationId: string;
  @Column('text') kind: string;
  @Column('text') issuer: string;
  @Column('text') number: string | null;
  @Column('date') issuedOn: string;
  @Column('text') scope: string;
  @Column('timestamptz') validFrom: Date | string | null;
  @Column('timestamptz') validTo: Date | string | null;
  @Column('text') fingerprint: string | null;
  @Column('integer') version: number;
}

/** Whom or what an operation is about, in a role, from when until when. */
@Entity('operation_subjects')
export class OperationSubject extends SubjectLink {
  @Column('uuid') operationId: string;
}

export const operationEntities = [Operation, OperationParticipant, OperationWaiver, OperationLogEntry, OperationOutcome, OperationDebrief, OperationAuthority, OperationSubject];
