import { Column, Entity, PrimaryColumn } from 'typeorm';

export const subjectKinds = ['person', 'organization', 'vehicle', 'phone', 'account', 'wallet', 'online_handle', 'address'] as const;
export const sexes = ['female', 'male'] as const;

/** The first seven are for persons only: `case_subjects_role_fits`. */
export const subjectRoles = [
  'suspect', 'accused', 'defendant', 'convicted', 'acquitted', 'witness', 'informant',
  'victim', 'owner', 'user', 'courier', 'organizer', 'supplier', 'buyer', 'accomplice', 'instrument', 'proceeds', 'storage_place', 'other',
] as const;

/** Who or what cases are about: recorded once, in the scope of the case where it was first met. */
@Entity('subjects')
export class Subject {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('text') kind: string;
  @Column('text') name: string;
  @Column('text', { array: true }) aliases: string[];
  @Column('text', { nullable: true }) identifier: string | null;
  @Column('date', { name: 'birth_date', nullable: true }) birthDate: string | null;
  @Column('text', { nullable: true }) sex: string | null;
  @Column('text', { nullable: true }) citizenship: string | null;
  @Column('text', { nullable: true }) description: string | null;
  @Column('integer') version: number;
}

/** A subject's role in something, from when until when; another role is another link. */
export abstract class SubjectLink {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'subject_id' }) subjectId: string;
  @Column('text', { name: 'known_as' }) knownAs: string;
  @Column('text') role: string;
  @Column('timestamptz', { name: 'valid_from', nullable: true }) validFrom: Date | null;
  @Column('timestamptz', { name: 'valid_until', nullable: true }) validUntil: Date | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { nullable: true }) fingerprint: string | null;
  @Column('integer') version: number;
}

@Entity('case_subjects')
export class CaseSubject extends SubjectLink {
  @Column('uuid', { name: 'case_id' }) caseId: string;
}

export const releaseReasons = [
  'term_expired', 'not_confirmed', 'no_grounds', 'court_refused', 'custody_ordered', 'house_arrest', 'bail', 'undertaking', 'handed_over', 'other',
] as const;

/** A person held: from the moment of taking until released, or until a court decided on custody. */
@Entity('detentions')
export class Detention {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'subject_id' }) subjectId: string;
  @Column('timestamptz', { name: 'detained_at' }) detainedAt: Date;
  @Column('text', { nullable: true }) territory: string | null;
  @Column('text', { nullable: true }) place: string | null;
  @Column('text', { nullable: true }) article: string | null;
  @Column('timestamptz', { name: 'rights_explained_at', nullable: true }) rightsExplainedAt: Date | null;
  @Column('text', { nullable: true }) counsel: string | null;
  @Column('text', { nullable: true }) interpreter: string | null;
  @Column('boolean', { name: 'is_minor', nullable: true }) isMinor: boolean | null;
  @Column('timestamptz', { name: 'deadline_at', nullable: true }) deadlineAt: Date | null;
  @Column('timestamptz', { name: 'released_at', nullable: true }) releasedAt: Date | null;
  @Column('text', { name: 'release_reason', nullable: true }) releaseReason: string | null;
  @Column('text', { name: 'release_note', nullable: true }) releaseNote: string | null;
  @Column('text', { nullable: true }) fingerprint: string | null;
  @Column('integer') version: number;
}

export const subjectEntities = [Subject, CaseSubject, Detention];
