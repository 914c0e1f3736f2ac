import { forbidden } from '../platform/errors.ts';
import { checkMove, type Lifecycle } from '../platform/lifecycle.ts';
import type { Persona } from '../platform/roles.ts';
import type { OperationKind } from './operation.entity.ts';

export const operationStatuses = ['draft', 'planned', 'approved', 'active', 'suspended', 'concluded', 'closed', 'cancelled'] as const;
export type OperationStatus = (typeof operationStatuses)[number];

export const operationResults = ['achieved', 'partly', 'not', 'aborted'] as const;
export type OperationResult = (typeof operationResults)[number];

/** These start from an approved plan alone, or by a commander's recorded waiver; the rest may start straight from a draft. */
export const kindsThatNeedAPlan: readonly OperationKind[] = ['special_operation', 'controlled_delivery', 'raid'];

export const operationMoves = {
  draft: ['planned', 'active', 'cancelled'],
  planned: ['approved', 'cancelled'],
  approved: ['planned', 'active', 'cancelled'],
  active: ['suspended', 'concluded'],
  suspended: ['active', 'concluded'],
  concluded: ['closed', 'active'],
  closed: [],
  cancelled: [],
} as const satisfies Lifecycle<OperationStatus>;

/*
 * Who makes which move, always within their scope. An officer plans, starts and ends what their own unit leads; a coordinator
 * plans, calls off and closes for every unit but starts nothing; what a head answers for (approval, reopening) is a commander's.
 * The same table is tamga.operation_moves() in the database.
 */
const field: readonly Persona[] = ['officer', 'coordinator', 'commander'];
const ofTheUnit: readonly Persona[] = ['officer', 'commander'];

export const moversTo: Readonly<Record<Exclude<OperationStatus, 'draft'>, readonly Persona[]>> = {
  planned: field, approved: ['commander'], active: ofTheUnit, suspended: ofTheUnit, concluded: ofTheUnit, closed: field, cancelled: field,
};

export const moversOf = (from: OperationStatus, to: OperationStatus): readonly Persona[] =>
  from === 'concluded' && to === 'active' ? ['commander'] : moversTo[to as keyof typeof moversTo];

/** Refuses a move the table does not have, and one that is another role's to make. */
export function checkOperationMove(from: OperationStatus, to: OperationStatus, role: Persona): void {
  checkMove<OperationStatus>(operationMoves, from, to);
  const movers = moversOf(from, to);
  if (!movers.includes(role)) throw forbidden(`From ${from} to ${to} an operation is moved by: ${movers.join(', ')}`);
}

/** An account of why is owed where an operation is stopped, taken back or reopened. */
export const owesReason = (from: OperationStatus, to: OperationStatus, result: string | null | undefined): boolean =>
  to === 'suspended' || to === 'cancelled' || result === 'aborted' || (from === 'approved' && to === 'planned') || (from === 'concluded' && to === 'active');

/** From here on what was planned has become what happened. */
export const hasStarted = (status: OperationStatus): boolean => ['active', 'suspended', 'concluded', 'closed'].includes(status);
export const isOver = (status: OperationStatus): boolean => status === 'closed' || status === 'cancelled';
