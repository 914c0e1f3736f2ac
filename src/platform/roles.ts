import { Client } from 'pg';

/** The roles a person can bear, in the order in which one is chosen for a request that names none. */
export const roles = [
  'officer', 'coordinator', 'commander', 'custodian', 'chemist', 'analyst', 'auditor', 'prosecutor', 'administrator',
] as const;
export type Role = (typeof roles)[number];

/** `gate` opens sessions and knows no case; it is the one persona that is nobody's role. */
export type Persona = Role | 'gate';

export const personas: readonly Persona[] = [...roles, 'gate'];

/**
 * Makes the database's roles and the two schemas, once for a whole cluster and again without harm.
 *
 * `tamga_owner` owns the schema and may not log in; `tamga_kernel` owns the definer functions; each persona has a role
 * of its own, and the service's login may do nothing but `set local role` into one of them. Roles belong to the cluster,
 * so an advisory lock keeps two databases from making them at once, and undoing a migration leaves them.
 */
export async function prepareRoles(migrationUrl: string, serviceLogin: string): Promise<void> {
  const client = new Client({ connectionString: migrationUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtext('tamga.roles'))`);
    const names = ['owner', 'kernel', ...personas].map((name) => `tamga_${name}`);
    const { rows } = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [names]);
    const there = new Set(rows.map((row) => row.rolname));
    for (const name of names.filter((each) => !there.has(each))) {
      await client.query(`create role ${name} nologin noinherit nosuperuser nobypassrls`);
    }
    const login = client.escapeIdentifier(serviceLogin);
    const me = client.escapeIdentifier(client.user ?? '');
    await client.query(`grant tamga_owner to ${me}`);
    await client.query('grant tamga_kernel to tamga_owner');
    for (const persona of personas) await client.query(`grant tamga_${persona} to ${login}`);
    await client.query('create schema if not exists tamga authorization tamga_owner');
    await client.query('create schema if not exists audit authorization tamga_owner');
    await client.query('create extension if not exists btree_gist with schema public');
    await client.query('commit');
  } finally {
    await client.end();
  }
}
