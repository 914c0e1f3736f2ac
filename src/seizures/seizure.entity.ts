import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SubjectLink } from '../cases/subject.entity.ts';
import type { Classification } from '../platform/actor.ts';

export const discoveries = [
  'special_operation', 'controlled_delivery', 'checkpoint', 'border_control', 'search', 'patrol', 'postal', 'online', 'dead_drop', 'abandoned', 'handed_in',
] as const;
export const transports = ['road', 'rail', 'air', 'water', 'post', 'foot', 'animal', 'drone', 'pipeline', 'other'] as const;
export const precisions = ['minute', 'hour', 'day', 'month', 'year'] as const;
export const reportingWays = ['radio', 'telephone', 'duty_desk', 'message', 'in_person'] as const;
export const lineKinds = ['substance', 'weapon', 'cash', 'vehicle', 'equipment', 'document'] as const;
export const lineStatuses = ['declared', 'presumptive', 'confirmed', 'refuted', 'inconclusive', 'voided'] as const;
export const methods = ['scale', 'weighbridge', 'estimate', 'count', 'impossible'] as const;
export const fieldTests = ['positive', 'negative', 'inconclusive', 'not_done'] as const;

export type SeizureStatus = 'recorded' | 'amended' | 'voided';
export type LineStatus = (typeof lineStatuses)[number];
export type { Classification };

/** What was taken, where, when and by whom. Scope, number and flags are the database's to give. */
@Entity('seizures')
export class Seizure {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('uuid') unitId: string;
  @Column('uuid') operationId: string | null;
  @Column('uuid') caseId: string | null;
  @Column('smallint') classification: number;
  @Column('text') status: SeizureStatus;
  @Column('timestamptz') seizedAt: Date;
  @Column('timestamptz') seizedTo: Date | null;
  @Column('text') seizedPrecision: string;
  @Column('text') territory: string | null;
  @Column('text') place: string | null;
  @Column('numeric') lat: string | null;
  @Column('numeric') lon: string | null;
  @Column('integer') accuracyMeters: number | null;
  @Column('text') discovery: string | null;
  @Column('text') jurisdiction: string;
  @Column('text') seizingAuthority: string | null;
  @Column('text') protocolNumber: string | null;
  @Column('date') protocolOn: string | null;
  @Column('text') legalAuthority: string | null;
  @Column('text', { array: true }) witnesses: string[];
  @Column('boolean') isVideoRecorded: boolean | null;
  @Column('text') takenFrom: string | null;
  @Column('text') producingCountry: string | null;
  @Column('text') departureCountry: string | null;
  @Column('text', { array: true }) transitCountries: string[];
  @Column('text') destinationCountry: string | null;
  @Column('text') transport: string | null;
  @Column('text') conveyance: string | null;
  @Column('text') concealment: string | null;
  @Column('uuid') reportedById: string | null;
  @Column('text') reportedVia: string | null;
  @Column('text') note: string | null;
  @Column('text', { array: true }) flags: string[];
  @Column('boolean') isIllustrative: boolean;
  @Column('integer') version: number;
}

/** One thing of a seizure: a substance with its quantity as recorded, or a weapon, cash, a vehicle. */
@Entity('seizure_lines')
export class SeizureLine {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') seizureId: string;
  @Column('smallint') lineNumber: number;
  @Column('text') kind: string;
  @Column('text') status: LineStatus;
  @Column('text') substance: string | null;
  @Column('text') describedAs: string | null;
  @Column('text') form: string | null;
  @Column('text') moisture: string | null;
  @Column('numeric') quantity: string | null;
  @Column('text', { name: 'quantity_unit' }) unit: string | null;
  @Column('numeric') massGrams: string | null;
  @Column('text') conversionFactor: string | null;
  @Column('text') basis: string | null;
  @Column('text') method: string | null;
  @Column('integer') packages: number | null;
  @Column('text') packaging: string | null;
  @Column('text') markings: string | null;
  @Column('text') logo: string | null;
  @Column('numeric') purityPercent: string | null;
  @Column('text') fieldTest: string | null;
  @Column('text') fieldTestKit: string | null;
  @Column('text') serialNumber: string | null;
  @Column('text') registration: string | null;
  @Column('numeric') amount: string | null;
  @Column('text') currency: string | null;
  @Column('timestamptz') destroyedInPlaceAt: Date | null;
  @Column('numeric', { name: 'destroyed_area_m2' }) destroyedAreaM2: string | null;
  @Column('integer') destroyedPlants: number | null;
  @Column('text') destructionMethod: string | null;
  @Column('text') destructionAct: string | null;
  @Column('text', { array: true }) destructionWitnesses: string[];
  @Column('text') reservedSamples: string | null;
  @Column('text') note: string | null;
  @Column('integer') version: number;
}

/** The last is for persons only: `seizure_subjects_role_fits`. */
export const seizureSubjectRoles = ['taken_from', 'owner', 'courier', 'sender', 'recipient', 'other', 'present'] as const;

/** Whom a seizure was taken from, whose it was, who was there: in a role, from when until when. */
@Entity('seizure_subjects')
export class SeizureSubject extends SubjectLink {
  @Column('uuid') seizureId: string;
}
