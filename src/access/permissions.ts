import type { Role } from '../platform/roles.ts';

const everyone: Role[] = ['officer', 'coordinator', 'commander', 'custodian', 'chemist', 'analyst', 'auditor', 'prosecutor', 'administrator'];
const caseReaders: Role[] = ['officer', 'coordinator', 'commander', 'analyst', 'auditor', 'prosecutor'];
const field: Role[] = ['officer', 'coordinator', 'commander'];

/**
 * Who may do what: one table on one screen. What of it they may see is row-level security's to say. A caller with several
 * roles acts in the first of `roles` (platform/roles.ts) that stands beside the permission, or in the one Tamga-Role names.
 */
export const permissions = {
  'sessions.own': everyone,
  'accounts.read': ['administrator', 'auditor'],
  'accounts.manage': ['administrator'],
  'reference.read': everyone,
  'reference.manage': ['administrator'],
  'units.read': everyone,
  'units.manage': ['administrator'],
  'officers.manage': ['administrator'],
  'qualifications.record': ['coordinator', 'administrator'],
  'resources.manage': ['coordinator', 'administrator'],
  'cases.read': caseReaders,
  'cases.register': field,
  'cases.edit': field,
  'cases.decide': ['commander', 'coordinator'],
  'operations.read': caseReaders,
  'operations.draft': field,
  'operations.edit': field,
  'operations.move': field,
  'plans.read': caseReaders,
  'plans.draft': field,
  'activity-plans.read': caseReaders,
  'activity-plans.manage': ['coordinator', 'commander'],
  'seizures.read': [...caseReaders, 'custodian', 'chemist'],
  'seizures.record': field,
  'seizures.amend': field,
  'seizures.void': field,
  'exhibits.read': [...caseReaders, 'custodian', 'chemist'],
  'exhibits.register': field,
  'history.read': caseReaders,
  'reports.read': ['coordinator', 'commander', 'analyst', 'auditor', 'officer'],
  'reported-figures.record': ['coordinator', 'analyst'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** The golden file's text: a line a permission, a column a role. */
export function permissionTable(): string {
  return Object.entries(permissions).map(([name, roles]) => `${name}: ${everyone.filter((role) => (roles as readonly Role[]).includes(role)).join(' ')}`).join('\n');
}
