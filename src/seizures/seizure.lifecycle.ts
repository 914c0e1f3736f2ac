import type { Lifecycle } from '../platform/lifecycle.ts';
import type { LineStatus, SeizureStatus } from './seizure.entity.ts';

/** A seizure is recorded, amended as often as need be, and voided at most once. */
export const seizureLifecycle = {
  recorded: ['amended', 'voided'],
  amended: ['voided'],
  voided: [],
} as const satisfies Lifecycle<SeizureStatus>;

/**
 * How sure we are of what a line is: declared by who recorded it, presumptive by a positive field test (and declared again
 * where that test is corrected), the rest by the laboratory. Also held by the trigger `guard` of `seizure_lines`.
 */
export const lineLifecycle = {
  declared: ['presumptive', 'voided'],
  presumptive: ['declared', 'confirmed', 'refuted', 'inconclusive', 'voided'],
  confirmed: ['voided'],
  refuted: ['voided'],
  inconclusive: ['confirmed', 'refuted', 'voided'],
  voided: [],
} as const satisfies Lifecycle<LineStatus>;

/** What a field test makes of a line that no laboratory has spoken on. */
export function statusByFieldTest(present: LineStatus, fieldTest: string | null | undefined): LineStatus {
  if (present !== 'declared' && present !== 'presumptive') return present;
  return fieldTest === 'positive' ? 'presumptive' : 'declared';
}
