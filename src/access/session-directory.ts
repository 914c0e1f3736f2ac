import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { system, type Actor } from '../platform/actor.ts';
import type { Language } from '../platform/languages.ts';
import { Reads } from '../platform/reads.ts';
import type { Role } from '../platform/roles.ts';

/** A session as the gate sees it: whose it is, what they may be, how far each role reaches. */
export interface Standing {
  session: string;
  account: string;
  username: string;
  person: string;
  officer: string | null;
  officerCode: string | null;
  unit: string | null;
  unitCode: string | null;
  roles: Role[];
  reach: string[];
  commandReach: string[];
  clearance: number;
  language: Language;
  steppedUpAt: Date | null;
  mustChangePassword: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard, before anything of the request is looked at. */
    session?: Standing;
  }
}

/** Opens sessions and looks them up; as a persona it can read no case. */
export const gate: Actor = {
  ...system, username: 'gate', officer: null, unit: null, role: 'gate', units: [], clearance: -1, request: '-', language: 'en', reason: null,
};

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** How long a session is believed without a look at the database: a revocation works within this time everywhere. */
const believedMs = 3000;
const kept = 10_000;

const lookUp = `
select s.id as session, a.id as account, a.username, a.person_id as person, a.clearance, a.language, s.stepped_up_at as "steppedUpAt", c.must_change as "mustChangePassword",
  st.officer_id as officer, st.officer as "officerCode", st.unit_id as unit, st.unit as "unitCode", st.reach, st.command_reach as "commandReach",
  array(select g.role from role_grants g where g.account_id = a.id and g.status = 'confirmed') as roles
from sessions s join accounts a on a.id = s.account_id join credentials c on c.account_id = a.id, lateral tamga.standing_of(a.person_id) st
where s.access_hash = $1 and s.revoked_at is null and a.status = 'active'
  and s.access_expires_at > clock_timestamp() and s.expires_at > clock_timestamp()`;

/** Who a token stands for, read again every three seconds: a disabled account or a revoked role is out within five. */
@Injectable()
export class SessionDirectory {
  private readonly believed = new Map<string, { standing: Promise<Standing | undefined>; until: number }>();

  constructor(private readonly reads: Reads) {}

  find(token: string): Promise<Standing | undefined> {
    const hash = hashOf(token);
    const entry = this.believed.get(hash);
    if (entry && entry.until > Date.now()) return entry.standing;
    if (this.believed.size >= kept) this.believed.clear();
    const standing = this.reads.rows<Standing>(gate, 'session', lookUp, [hash]).then(([row]) => row);
    this.believed.set(hash, { standing, until: Date.now() + believedMs });
    standing.catch(() => this.believed.delete(hash)); // a fault is answered to its caller and not remembered
    return standing;
  }

  /** Forgets what is believed: at once after a change made here; elsewhere it is forgotten by itself. */
  forget(): void {
    this.believed.clear();
  }
}
