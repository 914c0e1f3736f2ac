import { classifications } from '../platform/actor.ts';
import { Code, Flag, Id, Instant, OneOf, Part, Parts, Text, Whole } from '../platform/fields.ts';
import { languages } from '../platform/languages.ts';
import { roles } from '../platform/roles.ts';
import { PersonName } from './account.dto.ts';
import { accountStatuses, roleGrantMoves } from './account.entity.ts';

export class HeldRole {
  @Id({ description: 'The grant' }) id: string;
  @OneOf(roles) role: string;
  @OneOf(['proposed', 'confirmed'], { example: 'confirmed' }) status: string;
}

export class PersonView extends PersonName {
  @Id() id: string;
}

export class AccountView {
  @Id() id: string;
  @Whole() version: number;
  @Code({ example: 'officer.osh' }) username: string;
  @Part(() => PersonView) person: PersonView;
  @OneOf(classifications) clearance: string;
  @OneOf(languages) language: string;
  @OneOf(accountStatuses) status: string;
  @Parts(() => HeldRole) roles: HeldRole[];
  @Flag({ example: false, description: 'After five failures; an administrator releases it' }) isLocked: boolean;
  @Flag({ example: false, description: 'The one-time password is still to be changed' }) mustChangePassword: boolean;
  @Flag({ example: false }) isDemonstration: boolean;
  @Instant({ optional: true }) passwordSetAt: string | null;
  @Instant() recordedAt: string;

  static of(row: AccountRow): AccountView {
    return {
      id: row.id, version: row.version, username: row.username, person: row.person, clearance: classifications[row.clearance]!, language: row.language, status: row.status,
      roles: row.roles, isLocked: row.isLocked, mustChangePassword: row.mustChangePassword, isDemonstration: row.isDemonstration,
      passwordSetAt: row.passwordSetAt?.toISOString() ?? null, recordedAt: row.recordedAt.toISOString(),
    };
  }
}

/** An account with its one-time password: answered once, where it was made or set, and kept nowhere in clear. */
export class AccountWithPasswordView extends AccountView {
  @Text({ optional: true, example: 'k7wqn-3fh2m-xz9ra-b4tcy', description: 'Only in the answer that sets it; good once, for 72 hours' }) oneTimePassword?: string;
}

export interface AccountRow extends Omit<AccountView, 'clearance' | 'passwordSetAt' | 'recordedAt'> {
  clearance: number;
  passwordSetAt: Date | null;
  recordedAt: Date;
}

export class RoleGrantView {
  @Id() id: string;
  @Whole() version: number;
  @Id() accountId: string;
  @Code({ example: 'officer.osh' }) username: string;
  @OneOf(roles) role: string;
  @OneOf(Object.keys(roleGrantMoves)) status: string;
  @Part(() => PersonView) proposedBy: PersonView;
  @Instant() proposedAt: string;
  @Part(() => PersonView, { optional: true }) confirmedBy: PersonView | null;
  @Instant({ optional: true }) confirmedAt: string | null;
  @Part(() => PersonView, { optional: true }) revokedBy: PersonView | null;
  @Instant({ optional: true }) revokedAt: string | null;

  static of(row: RoleGrantRow): RoleGrantView {
    return {
      id: row.id, version: row.version, accountId: row.accountId, username: row.username, role: row.role, status: row.status,
      proposedBy: row.proposedBy, proposedAt: row.proposedAt.toISOString(), confirmedBy: row.confirmedBy, confirmedAt: row.confirmedAt?.toISOString() ?? null,
      revokedBy: row.revokedBy, revokedAt: row.revokedAt?.toISOString() ?? null,
    };
  }
}

export interface RoleGrantRow extends Omit<RoleGrantView, 'proposedAt' | 'confirmedAt' | 'revokedAt'> {
  proposedAt: Date;
  confirmedAt: Date | null;
  revokedAt: Date | null;
}
