import { define, type Faults } from './errors.ts';

const aheadMs = 24 * 60 * 60 * 1000;

export const tooFarAhead = define('time.ahead', 'invalid', 'The time is more than 24 hours ahead');

/** What happened may be told late, never more than 24 hours ahead: a wrong clock, not a fact. Null and undefined pass: not known. */
export function notAhead(faults: Faults, pointer: string, moment: string | null | undefined): void {
  if (moment && Date.parse(moment) > Date.now() + aheadMs) faults.add(tooFarAhead(), pointer);
}

/** Making a formatter costs more than a whole statement; a process knows one time zone. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The day of a moment in the service's own time zone, as `YYYY-MM-DD`. */
export function localDay(moment: Date, timeZone: string): string {
  let formatter = formatters.get(timeZone);
  if (!formatter) formatters.set(timeZone, (formatter = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })));
  return formatter.format(moment);
}
