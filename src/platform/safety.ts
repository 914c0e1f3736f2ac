import type { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.ts';

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

/** The newest migration that the database has had; undefined where it has had none. */
export async function schemaVersion(source: DataSource): Promise<string | undefined> {
  const [{ there }] = await source.query(`select to_regprocedure('tamga.schema_version()') is not null as there`);
  return there ? (await source.query('select tamga.schema_version() as name'))[0].name : undefined;
}

const known = () => migrations.map((each) => new each().name);

/** Whether the database has this build's schema. A newer one is the next release's, which serves beside this one for a while. */
export const hasThisSchema = (version: string | undefined): boolean => version === known().at(-1);

/** The service does not start on a database whose rules it could step over, or that would forget a change. */
export async function refuseUnsafeDatabase(source: DataSource): Promise<void> {
  const [{ isAboveRules, isOwner }] = await source.query(login);
  if (isAboveRules || isOwner) throw new Error('DATABASE_URL must name a login without SUPERUSER, BYPASSRLS or membership of tamga_owner: row-level security would not hold it');
  const version = await schemaVersion(source);
  if (version === undefined || (known().includes(version) && !hasThisSchema(version))) {
    throw new Error('the database has not this build’s schema yet: run `node dist/src/migrate.js` with MIGRATION_DATABASE_URL');
  }
  const forgetful = await tablesWithoutHistory(source);
  if (forgetful.length > 0) throw new Error(`capture triggers are missing or not ENABLE ALWAYS: ${forgetful.join(', ')}`);
}
