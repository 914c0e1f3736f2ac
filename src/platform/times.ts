import { define, type Faults } from './errors.ts';

const aheadMs = 24 * 60 * 60 * 1000;

export const tooFarAhead = define('time.ahead', 'invalid', 'A time of what happened is more than 24 hours ahead');

/** What happened may be told late, never more than 24 hours ahead: a wrong clock, not a fact. Null and undefined pass: not known. */
export function notAhead(faults: Faults, pointer: string, value: string | null | undefined): void {
  if (value && new Date(value).getTime() > Date.now() + aheadMs) faults.add(tooFarAhead(), pointer);
}
