import type { EntityTarget } from 'typeorm';
import { Faults, unknownCode } from '../platform/errors.ts';
import { fingerprint, take } from '../platform/records.ts';
import { notAhead } from '../platform/times.ts';
import type { Tx } from '../platform/unit-of-work.ts';
import { alreadyEnded } from './cases.errors.ts';
import type { LinkKnownSubject } from './subject.dto.ts';
import { Subject, type SubjectLink } from './subject.entity.ts';

/* What the links of a subject have in common, be it a case, an operation or a seizure that it is linked to. */

/** Only a subject that the actor may see can be linked; whether there is another they may not see, they are not told. */
export async function mustSeeSubject(tx: Tx, id: string): Promise<void> {
  if (!(await tx.manager.existsBy(Subject, { id }))) throw unknownCode('There is no such subject for you', '/subjectId');
}

/** Locks a link that has not ended yet. */
export async function takeRunning<Link extends SubjectLink>(tx: Tx, entity: EntityTarget<Link>, id: string, version: number | undefined): Promise<Link> {
  const link = await take(tx, entity, id, version);
  if (link.validUntil && link.validUntil <= new Date()) throw alreadyEnded();
  return link;
}

/** When a role changes or ends: now where nothing is said, and never ahead. */
export function momentOf(pointer: string, moment: string | null | undefined): Date {
  const faults = new Faults();
  notAhead(faults, pointer, moment);
  faults.throwIfAny();
  return new Date(moment ?? Date.now());
}

type Said = Pick<LinkKnownSubject, 'from' | 'until' | 'knownAs' | 'note'> & { role: string };

/** A new link's own columns; what it links is the caller's to add. */
export function valuesOf(command: Said) {
  const { role, from, until, knownAs, note } = command;
  return { role, knownAs: knownAs ?? undefined, validFrom: at(from), validUntil: at(until), note, fingerprint: fingerprint(command) };
}

const at = (moment: string | null | undefined) => (moment ? new Date(moment) : null);
