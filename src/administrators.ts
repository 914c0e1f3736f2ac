import { hash } from '@node-rs/argon2';
import type { Client } from 'pg';
import { oneTimePassword } from './access/passwords.ts';
import { system } from './platform/actor.ts';
import { newId } from './platform/ids.ts';
import { maintain } from './platform/maintenance.ts';
import { Settings } from './platform/settings.ts';

const usage = `npm run administrators -- <user name> "<Family>, <Given>[, <Patronymic>]" <user name> "<Family>, <Given>[, <Patronymic>]"
npm run administrators -- --recover <user name>

Makes the first two administrators of a database, or lets one of them in again. DATABASE_URL and MIGRATION_DATABASE_URL must be set.
Each one-time password is printed once, is good for 72 hours and must be changed at the first log-in.`;

/** The person who stands for the second hand where no administrator is there yet to confirm another. */
const secondHand = '00000000-0000-7000-8000-000000000003';
const needed = 2;

export class Refused extends Error {}

export interface Issued {
  username: string;
  password: string;
}

interface Newcomer {
  username: string;
  name: [family: string, given: string, patronymic: string | null];
}

/** What the command line asks for, done; answers with the one-time passwords, which are kept nowhere in clear. */
export async function administrators(settings: Settings, args: readonly string[]): Promise<Issued[]> {
  if (!settings.MIGRATION_DATABASE_URL) throw new Refused('MIGRATION_DATABASE_URL must be set: administrators are made by whoever keeps the database');
  if (args[0] === '--recover') {
    if (args.length !== 2) throw new Refused(usage);
    return [await recover(settings, args[1]!)];
  }
  return makeFirst(settings, newcomersOf(args));
}

function newcomersOf(args: readonly string[]): Newcomer[] {
  if (args.length === 0 || args.length % 2 !== 0 || args.length > 2 * needed) throw new Refused(usage);
  const newcomers = Array.from({ length: args.length / 2 }, (_, index): Newcomer => {
    const [username, person] = [args[2 * index]!, args[2 * index + 1]!];
    if (!/^[a-z0-9][a-z0-9._-]{1,63}$/.test(username)) throw new Refused(`${username} is no user name: small letters, digits, point, hyphen and underscore`);
    const [family, given, patronymic = null, ...rest] = person.split(',').map((part) => part.trim());
    if (!family || !given || patronymic === '' || rest.length > 0) throw new Refused(`"${person}" is no name: write "Family, Given" or "Family, Given, Patronymic"`);
    return { username, name: [family, given, patronymic] };
  });
  if (new Set(newcomers.map(({ name }) => name.join())).size < newcomers.length) throw new Refused('Two administrators are two persons');
  return newcomers;
}

function makeFirst(settings: Settings, newcomers: Newcomer[]): Promise<Issued[]> {
  return maintain(settings, 'administrators.make', 'first administrators', async (client) => {
    const missing = needed - (await countActive(client));
    if (missing <= 0) throw new Refused('Two active administrators exist: they make the others. To let one of them in again: --recover <user name>');
    if (newcomers.length !== missing) throw new Refused(`${missing === needed ? 'Two administrators are' : 'One administrator is'} to be made, ${newcomers.length} named`);
    const issued: Issued[] = [];
    for (const { username, name } of newcomers) issued.push({ username, password: await make(client, username, name) });
    return issued;
  });
}

async function make(client: Client, username: string, name: Newcomer['name']): Promise<string> {
  const { rowCount } = await client.query('select from accounts where username = $1', [username]);
  if (rowCount) throw new Refused(`The user name ${username} is taken`);
  const [person, account, password] = [newId(), newId(), oneTimePassword()];
  await client.query('insert into persons (id, family_name, given_name, patronymic) values ($1, $2, $3, $4)', [person, ...name]);
  await client.query('insert into accounts (id, person_id, username) values ($1, $2, $3)', [account, person, username]);
  await client.query('insert into credentials (account_id, password_hash, must_change) values ($1, $2, true)', [account, await hash(password)]);
  await client.query(
    `insert into role_grants (id, account_id, person_id, role, status, proposed_by, confirmed_by, confirmed_at)
     values ($1, $2, $3, 'administrator', 'confirmed', $4, $5, clock_timestamp())`, [newId(), account, person, system.person, secondHand]);
  return password;
}

/** Lets an administrator in again: enabled, released, with a one-time password; their sessions end. History has it as the system's act. */
function recover(settings: Settings, username: string): Promise<Issued> {
  return maintain(settings, 'administrators.recover', 'an administrator let in again by the keeper of the database', async (client) => {
    const { rows: [account] } = await client.query<{ id: string }>(
      `select a.id from accounts a where a.username = $1
         and exists (select from role_grants g where g.account_id = a.id and g.role = 'administrator' and g.status = 'confirmed') for update of a`, [username]);
    if (!account) throw new Refused(`${username} is no administrator's user name`);
    const password = oneTimePassword();
    await client.query(`update accounts set status = 'active', password_set_at = clock_timestamp(), released_at = clock_timestamp() where id = $1`, [account.id]);
    await client.query(
      `update credentials set password_hash = $2, must_change = true, changed_at = clock_timestamp(), failures = 0, failing_since = null, locked_at = null where account_id = $1`,
      [account.id, await hash(password)]);
    await client.query(`update sessions set revoked_at = clock_timestamp(), revoked_because = 'recovered' where account_id = $1 and revoked_at is null`, [account.id]);
    return { username, password };
  });
}

/** Persons, not accounts: one person with two of them is still one pair of eyes. */
async function countActive(client: Client): Promise<number> {
  const { rows } = await client.query<{ persons: number }>(
    `select count(distinct g.person_id)::int as persons from role_grants g join accounts a on a.id = g.account_id
     where g.role = 'administrator' and g.status = 'confirmed' and a.status = 'active'`);
  return rows[0]!.persons;
}

if (require.main === module) {
  Promise.resolve().then(() => administrators(Settings.from(process.env), process.argv.slice(2))).then(
    (issued) => {
      for (const { username, password } of issued) console.log(`${username}  ${password}`);
      console.log('Each password is good once, for 72 hours: the first log-in must change it (POST /api/v1/me/password). It is not shown again.');
    },
    (error: Error & { code?: string }) => {
      console.error(error.code === '42P01' || error.code === '42704' || error.code === '22023' ? 'The database has no schema yet: run `node dist/src/migrate.js` first' : error.message);
      process.exitCode = 1;
    },
  );
}
