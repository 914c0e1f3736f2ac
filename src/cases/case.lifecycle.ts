import type { Lifecycle } from '../platform/lifecycle.ts';

export const caseStates = ['registered', 'open', 'suspended', 'with_prosecutor', 'in_court', 'adjudicated', 'closed', 'discontinued', 'transferred', 'joined'] as const;
export type CaseState = (typeof caseStates)[number];

/** A case's whole life. The same table stands in migrations/0400-cases.ts (tamga.check_case_move), and a test compares the two. */
export const caseMoves = {
  registered: ['open'],
  open: ['suspended', 'with_prosecutor', 'discontinued', 'transferred', 'joined'],
  suspended: ['open', 'with_prosecutor'],
  with_prosecutor: ['open', 'in_court'],
  in_court: ['with_prosecutor', 'adjudicated'],
  adjudicated: ['closed'],
  closed: ['open'],
  discontinued: ['open'],
  transferred: [],
  joined: [],
} as const satisfies Lifecycle<CaseState>;

const endings: readonly CaseState[] = ['closed', 'discontinued', 'transferred', 'joined'];
const isReopening = (from: CaseState) => from === 'closed' || from === 'discontinued';

/** Whether the case has come to an end: nothing can be joined into it. */
export const isEnded = (state: CaseState) => endings.includes(state);

/** Ending a case and reopening one is for those who hold `cases.decide`. */
export const needsDecision = (from: CaseState, to: CaseState) => isEnded(to) || isReopening(from);

/** Moves that nobody understands later without a reason; a closing after a verdict has its own. */
export const needsReason = (from: CaseState, to: CaseState) => to === 'suspended' || (isEnded(to) && to !== 'closed') || isReopening(from);
