import { createHash } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type { Client } from 'pg';
import { system } from '../platform/actor.ts';
import { maintain } from '../platform/maintenance.ts';
import type { Role } from '../platform/roles.ts';
import type { Settings } from '../platform/settings.ts';
import { clearances, officers, others, scales, units } from './people.ts';

/** The same id on every machine, so that loading twice makes nothing twice. */
export function idFor(kind: string, key: string): string {
  const hex = createHash('sha256').update(`tamga demonstration ${kind} ${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const since = '2010-06-17';
const secondHand = '00000000-0000-7000-8000-000000000003';

/** The demonstration's units, people, accounts and scales, once. Every account is marked and lives on loopback only. */
export function loadIdentities(settings: Settings, password: string): Promise<void> {
  return maintain(settings, 'demonstration.load', 'demonstration data', async (client) => {
    const { rows } = await client.query('select from units where id = $1', [idFor('unit', 'CNS')]);
    const secret = await hash(password);
    if (rows.length > 0) {
      await client.query('update credentials set password_hash = $1 where account_id in (select id from accounts where is_demonstration)', [secret]);
      return;
    }
    await loadUnits(client);
    for (const officer of officers) {
      await loadPerson(client, officer.code, officer.family, officer.given);
      await client.query(`insert into officers (id, person_id, code, badge_number, serves_from) values ($1, $2, $3, $4, $5)`,
        [idFor('officer', officer.code), idFor('person', officer.code), officer.code, `CNS-${officer.code.slice(4)}`, since]);
      await client.query(`insert into officer_posts (id, officer_id, unit_id, rank, position, valid_from) values ($1, $2, $3, $4, $5, $6)`,
        [idFor('post', officer.code), idFor('officer', officer.code), idFor('unit', officer.unit), officer.rank, officer.position, since]);
      if (officer.commands) {
        await client.query(`insert into unit_commands (id, unit_id, person_id, valid_from) values ($1, $2, $3, $4)`,
          [idFor('command', officer.code), idFor('unit', officer.commands), idFor('person', officer.code), since]);
      }
      if (officer.account) await loadAccount(client, officer.code, officer.account, officer.role!, clearances[officer.clearance!], secret);
    }
    for (const other of others) {
      await loadPerson(client, other.account, other.family, other.given);
      await loadAccount(client, other.account, other.account, other.role, clearances[other.clearance], secret);
    }
    for (const scale of scales) {
      await client.query(
        `insert into resources (id, code, kind, name, unit_id, calibrated_on, calibration_expires_at, calibration_certificate, capacity_grams, resolution_grams,
           expanded_uncertainty_grams, coverage_factor)
         values ($1, $2, 'scale', $3, $4, tamga.local_date(clock_timestamp()), date_trunc('day', clock_timestamp()) + interval '10 years', $5, $6, $7, $8, 2)`,
        [idFor('resource', scale.code), scale.code, scale.name, idFor('unit', scale.unit), `DEMO-${scale.code}`, scale.capacity, scale.resolution, scale.uncertainty]);
    }
  });
}

async function loadUnits(client: Client): Promise<void> {
  for (const unit of units) {
    await client.query(`insert into units (id, code, kind, is_exclusive, strength, territory, established_on) values ($1, $2, $3, $4, $5, $6, $7)`,
      [idFor('unit', unit.code), unit.code, unit.kind, unit.exclusive ?? false, unit.strength, unit.territory ?? null, since]);
    await client.query(`insert into unit_names (id, unit_id, name_en, name_ru, name_ky, valid_from) values ($1, $2, $3, $4, $5, $6)`,
      [idFor('unit name', unit.code), idFor('unit', unit.code), unit.en, unit.ru, unit.ky, since]);
    if (unit.parent) {
      await client.query(`insert into unit_parents (id, unit_id, parent_id, valid_from) values ($1, $2, $3, $4)`,
        [idFor('unit parent', unit.code), idFor('unit', unit.code), idFor('unit', unit.parent), since]);
    }
  }
}

async function loadPerson(client: Client, key: string, family: string, given: string): Promise<void> {
  await client.query('insert into persons (id, family_name, given_name) values ($1, $2, $3)', [idFor('person', key), family, given]);
}

async function loadAccount(client: Client, key: string, username: string, role: Role, clearance: number, secret: string): Promise<void> {
  const account = idFor('account', username);
  await client.query('insert into accounts (id, person_id, username, clearance, is_demonstration) values ($1, $2, $3, $4, true)',
    [account, idFor('person', key), username, clearance]);
  await client.query('insert into credentials (account_id, password_hash) values ($1, $2)', [account, secret]);
  await client.query(
    `insert into role_grants (id, account_id, person_id, role, status, proposed_by, confirmed_by, confirmed_at) values ($1, $2, $3, $4, 'confirmed', $5, $6, clock_timestamp())`,
    [idFor('grant', username), account, idFor('person', key), role, system.person, secondHand]);
}
