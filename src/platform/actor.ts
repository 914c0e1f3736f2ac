import type { Language } from './languages.ts';
import type { Persona } from './roles.ts';

/** Who acts, in which role and scope: made by the session of a request, and by nothing else a request can reach. */
export interface Actor {
  readonly account: string;
  readonly username: string;
  readonly person: string;
  /** The officer's record, where the person serves in a unit. */
  readonly officer: string | null;
  /** The unit the role is held in. */
  readonly unit: string | null;
  readonly role: Persona;
  /** Ids of the units in scope: the role's own and every one below it. */
  readonly units: readonly string[];
  /** Highest classification that may be seen: an index of {@link classifications}. */
  readonly clearance: number;
  /** The request's id, kept with every change. */
  readonly request: string;
  readonly language: Language;
  /** Why, where the body says so: set when the body is read, kept with every change. */
  reason: string | null;
}

export const classifications = ['restricted', 'confidential', 'secret', 'top_secret'] as const;
export type Classification = (typeof classifications)[number];

/** The person on whose behalf the product itself writes: reference data, demonstration data, first administrators. */
export const system = { person: '00000000-0000-7000-8000-000000000001', account: '00000000-0000-7000-8000-000000000002' } as const;

export interface Statement {
  /** Names the prepared statement; the persona is added, for a plan depends on the policies of its role. */
  name: string;
  text: string;
  values: unknown[];
}

const settings = `select set_config('role', $1, true), set_config('tamga.person', $2, true), set_config('tamga.account', $3, true),
  set_config('tamga.action', $4, true), set_config('tamga.request', $5, true), set_config('tamga.reason', $6, true),
  set_config('tamga.units', $7, true), set_config('tamga.clearance', $8, true)`;

/** Puts the actor into the transaction: all of it in one statement, all of it gone at its end. */
export function contextOf(actor: Actor, action: string): Statement {
  return {
    name: 'context',
    text: settings,
    values: [`tamga_${actor.role}`, actor.person, actor.account, action, actor.request, actor.reason ?? '', `{${actor.units.join(',')}}`, String(actor.clearance)],
  };
}
