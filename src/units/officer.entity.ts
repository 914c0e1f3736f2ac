import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person who serves. What they did stays theirs, wherever they serve later. */
@Entity('officers')
export class Officer {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  @Column('text') code: string;
  @Column('text') badgeNumber: string;
  @Column('date') servesFrom: string;
  @Column('date') servesUntil: string | null;
  @Column('text', { select: false }) fingerprint: string | null;
  @Column('integer') version: number;
}

/** Where an officer serves, in which rank, from one day to another: one post at a time. */
@Entity('officer_posts')
export class OfficerPost {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') officerId: string;
  @Column('uuid') unitId: string;
  @Column('text') rank: string;
  @Column('text') position: string | null;
  @Column('date') validFrom: string;
  @Column('date') validTo: string | null;
  @Column('text') orderNumber: string | null;
}

export const qualificationKinds = [
  'weapon_permit', 'driver', 'dog_handler', 'drone_pilot', 'field_testing', 'undercover', 'controlled_delivery', 'first_aid', 'interpreter', 'training_course', 'other',
] as const;

@Entity('qualifications')
export class Qualification {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') officerId: string;
  @Column('text') kind: string;
  @Column('text') title: string;
  @Column('text') issuer: string | null;
  @Column('text') certificateNumber: string | null;
  @Column('date') issuedOn: string;
  @Column('date') expiresOn: string | null;
  @Column('text') programme: string | null;
  @Column('text', { select: false }) fingerprint: string | null;
}

export const officerEntities = [Officer, OfficerPost, Qualification];
