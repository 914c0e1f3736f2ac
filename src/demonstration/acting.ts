import type { Client } from 'pg';
import type { Role } from '../platform/roles.ts';
import { idFor } from './identities.ts';
import { clearances, officers } from './people.ts';

/** From here on the transaction acts as this demonstration account: in its role, its units and its clearance, under every rule that holds for it. */
export async function actAs(client: Client, username: string): Promise<void> {
  const officer = officers.find(({ account }) => account === username)!;
  await client.query(
    `select set_config('role', 'tamga_' || $1, true), set_config('tamga.person', $2, true), set_config('tamga.account', $3, true), set_config('tamga.clearance', $4, true),
       set_config('tamga.units', tamga.units_below(array[$5::uuid])::text, true)`,
    [officer.role satisfies Role | undefined, idFor('person', officer.code), idFor('account', username), String(clearances[officer.clearance!]), idFor('unit', officer.commands ?? officer.unit)]);
}
