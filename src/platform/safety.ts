import type { DataSource } from 'typeorm';

/** Tables that are under no history: the migrations' own, and secrets, which must not be copied into it. */
export const outsideHistory = ['migrations', 'credentials', 'sessions'];

const unwatched = `
select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'tamga' and c.relkind in ('r', 'p') and c.relname <> all($1)
  and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'capture' and t.tgenabled = 'A')`;

const login = `
select r.rolsuper or r.rolbypassrls as "isAboveRules",
  exists (select from pg_roles o where o.rolname = 'tamga_owner' and pg_has_role(session_user, o.oid, 'member')) as "isOwner"
from pg_roles r where r.rolname = session_user`;

/** Tables whose changes would leave no history; empty where all is well. */
export async function tablesWithoutHistory(source: DataSource): Promise<string[]> {
  const rows: { name: string }[] = await source.query(unwatched, [outsideHistory]);
  return rows.map(({ name }) => name);
}

/** The service does not start on a database whose rules it could step over, or that would forget a change. */
export async function refuseUnsafeDatabase(source: DataSource): Promise<void> {
  const [{ isAboveRules, isOwner }] = await source.query(login);
  if (isAboveRules || isOwner) throw new Error('DATABASE_URL must name a login without SUPERUSER, BYPASSRLS or membership of tamga_owner: row-level security would not hold it');
  const forgetful = await tablesWithoutHistory(source);
  if (forgetful.length > 0) throw new Error(`capture triggers are missing or not ENABLE ALWAYS: ${forgetful.join(', ')}`);
}
