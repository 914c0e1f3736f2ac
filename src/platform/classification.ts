import { classifications, type Actor, type Classification } from './actor.ts';
import { define } from './errors.ts';

export const aboveClearance = define('classification.above-clearance', 'forbidden', 'This classification is above your own clearance', '/classification');

/** The level of a classification as the database keeps it; nobody gives one above their own clearance. */
export function levelFor(actor: Actor, classification: Classification): number {
  const level = classifications.indexOf(classification);
  if (level > actor.clearance) throw aboveClearance();
  return level;
}
