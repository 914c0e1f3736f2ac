import { Column, Entity, PrimaryColumn } from 'typeorm';

export const resourceKinds = ['vehicle', 'drone', 'dog', 'scale', 'weighbridge', 'other'] as const;
export const resourceStatuses = ['available', 'in_repair', 'retired'] as const;

/** A means of a unit. For a scale the history of this record is the history of its calibrations. */
@Entity('resources')
export class Resource {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') kind: string;
  @Column('text') name: string;
  @Column('uuid') unitId: string;
  @Column('text') status: string;
  @Column('text') registration: string | null;
  @Column('date') calibratedOn: string | null;
  @Column('timestamptz') calibrationExpiresAt: Date | null;
  @Column('text') calibrationCertificate: string | null;
  @Column('numeric') capacityGrams: string | null;
  @Column('numeric') resolutionGrams: string | null;
  @Column('numeric') expandedUncertaintyGrams: string | null;
  @Column('numeric') coverageFactor: string | null;
  @Column('text') programme: string | null;
  @Column('text', { select: false }) fingerprint: string | null;
  @Column('integer') version: number;
}
