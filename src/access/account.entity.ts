import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '../platform/languages.ts';
import type { Role } from '../platform/roles.ts';

@Entity('persons')
export class Person {
  @PrimaryColumn('uuid') id: string;
  @Column('text') familyName: string;
  @Column('text') givenName: string;
  @Column('text') patronymic: string | null;
  @Column('integer') version: number;
}

export const accountStatuses = ['active', 'disabled'] as const;
export type AccountStatus = (typeof accountStatuses)[number];

/** A way into the product for one person, who may have several. */
@Entity('accounts')
export class Account {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  @Column('text') username: string;
  @Column('smallint') clearance: number;
  @Column('text') language: Language;
  @Column('text') status: AccountStatus;
  @Column('timestamptz') passwordSetAt: Date | null;
  @Column('timestamptz') releasedAt: Date | null;
  @Column('text', { select: false }) fingerprint: string | null;
  @Column('integer') version: number;
}

/** A role of an account, given by two administrators, neither of them its person. */
@Entity('role_grants')
export class RoleGrant {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('uuid') personId: string;
  @Column('text') role: Role;
  @Column('text') status: RoleGrantStatus;
  @Column('uuid') proposedBy: string;
  @Column('uuid') confirmedBy: string | null;
  @Column('timestamptz') confirmedAt: Date | null;
  @Column('uuid') revokedBy: string | null;
  @Column('timestamptz') revokedAt: Date | null;
  @Column('text', { select: false }) fingerprint: string | null;
  @Column('integer') version: number;
}

export const roleGrantMoves = { proposed: ['confirmed', 'revoked'], confirmed: ['revoked'], revoked: [] } as const satisfies Record<string, readonly string[]>;
export type RoleGrantStatus = keyof typeof roleGrantMoves;

export const accountEntities = [Person, Account, RoleGrant];
