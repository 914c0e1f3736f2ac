import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseState } from './case.lifecycle.ts';

/** An investigation. Its number and its times of opening and closing are the database's to give. */
@Entity('cases')
export class Case {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('uuid', { name: 'unit_id' }) unitId: string;
  @Column('smallint') classification: number;
  @Column('text') title: string;
  @Column('text', { nullable: true }) summary: string | null;
  @Column('text') status: CaseState;
  @Column('timestamptz', { name: 'status_since' }) statusSince: Date;
  @Column('timestamptz', { name: 'registered_at' }) registeredAt: Date;
  @Column('uuid', { name: 'joined_into_id', nullable: true }) joinedIntoId: string | null;
  @Column('uuid', { name: 'severed_from_id', nullable: true }) severedFromId: string | null;
  @Column('text', { array: true }) programmes: string[];
  @Column('text', { nullable: true }) fingerprint: string | null;
  @Column('integer') version: number;
}

export const memberParts = ['lead_investigator', 'investigator', 'analyst', 'operative', 'supervising_prosecutor', 'observer'] as const;

@Entity('case_members')
export class CaseMember {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('uuid', { name: 'officer_id', nullable: true }) officerId: string | null;
  @Column('text') part: string;
  @Column('timestamptz', { name: 'valid_from' }) validFrom: Date;
  @Column('timestamptz', { name: 'valid_until', nullable: true }) validUntil: Date | null;
  @Column('text', { nullable: true }) fingerprint: string | null;
  @Column('integer') version: number;
}

/** `erp`: the Unified Register of Crimes (ЕРП); `zhui`: the journal of information (ЖУИ). */
export const registrationKinds = ['erp', 'zhui'] as const;

@Entity('case_registrations')
export class CaseRegistration {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('text') kind: string;
  @Column('text') number: string;
  @Column('date', { name: 'registered_on', nullable: true }) registeredOn: string | null;
  @Column('text', { name: 'issuing_body', nullable: true }) issuingBody: string | null;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
  @Column('text', { nullable: true }) fingerprint: string | null;
  @Column('integer') version: number;
}

@Entity('case_offences')
export class CaseOffence {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('text', { nullable: true }) law: string | null;
  @Column('text') article: string;
  @Column('text', { nullable: true }) part: string | null;
  @Column('text', { nullable: true }) title: string | null;
  @Column('date', { name: 'since_on', nullable: true }) sinceOn: string | null;
  @Column('date', { name: 'until_on', nullable: true }) untilOn: string | null;
  @Column('uuid', { name: 'replaces_id', nullable: true }) replacesId: string | null;
  @Column('text', { nullable: true }) fingerprint: string | null;
  @Column('integer') version: number;
}

export const decisionKinds = ['opening', 'examination', 'physical_evidence', 'indictment', 'verdict', 'return', 'destruction', 'confiscation', 'appeal', 'other'] as const;
export const issuerKinds = ['court', 'prosecutor', 'investigator'] as const;

@Entity('decisions')
export class Decision {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('text') kind: string;
  @Column('text', { name: 'issuer_kind' }) issuerKind: string;
  @Column('text', { name: 'issuer_name', nullable: true }) issuerName: string | null;
  @Column('text', { nullable: true }) number: string | null;
  @Column('date', { name: 'decided_on' }) decidedOn: string;
  @Column('date', { name: 'in_force_from', nullable: true }) inForceFrom: string | null;
  @Column('text', { nullable: true }) summary: string | null;
  @Column('text', { array: true }) orders: string[];
  @Column('text', { nullable: true }) fingerprint: string | null;
  @Column('integer') version: number;
}

export const caseEntities = [Case, CaseMember, CaseRegistration, CaseOffence, Decision];
