import { Column, Entity, PrimaryColumn } from 'typeorm';

export const unitKinds = [
  'service', 'directorate', 'department', 'mobile_group', 'canine_group', 'laboratory', 'evidence_store', 'analytical_center', 'partner_agency',
] as const;
/** Kinds that are booked whole: their bookings never overlap. */
export const exclusiveKinds: readonly string[] = ['mobile_group', 'canine_group'];

/** A node of the service's tree. Its code is for ever; names and parents have their dates. */
@Entity('units')
export class Unit {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') kind: string;
  @Column('boolean') isExclusive: boolean;
  @Column('integer') strength: number | null;
  @Column('text') territory: string | null;
  @Column('text') phone: string | null;
  @Column('date') establishedOn: string;
  @Column('date') dissolvedOn: string | null;
  @Column('text', { select: false }) fingerprint: string | null;
  @Column('integer') version: number;
}

@Entity('unit_names')
export class UnitName {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') unitId: string;
  @Column('text') nameEn: string;
  @Column('text') nameRu: string | null;
  @Column('text') nameKy: string | null;
  @Column('date') validFrom: string;
  @Column('date') validTo: string | null;
}

@Entity('unit_parents')
export class UnitParent {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') unitId: string;
  @Column('uuid') parentId: string;
  @Column('date') validFrom: string;
  @Column('date') validTo: string | null;
}

@Entity('unit_successions')
export class UnitSuccession {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') unitId: string;
  @Column('uuid') successorId: string;
  @Column('date') on: string;
  @Column('text') reason: string | null;
}

@Entity('unit_commands')
export class UnitCommand {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') unitId: string;
  @Column('uuid') personId: string;
  @Column('boolean') isActing: boolean;
  @Column('date') validFrom: string;
  @Column('date') validTo: string | null;
  @Column('text') orderNumber: string | null;
}

export const unitEntities = [Unit, UnitName, UnitParent, UnitSuccession, UnitCommand];
