import 'reflect-metadata';
import { join } from 'node:path';
import { meaningOf } from '../../src/platform/errors.ts';
import { personas, roles } from '../../src/platform/roles.ts';
import { outsideHistory } from '../../src/platform/safety.ts';
import { tamga, type Tamga } from '../support/tamga.ts';
import { expectNone } from './golden.ts';
import { filesIn, root } from './sources.ts';

let t: Tamga;
beforeAll(async () => {
  for (const path of filesIn('src', /\.errors\.ts$/)) require(join(root, path));
  t = await tamga();
}, 60_000);
afterAll(() => t.stop());

/** The first column of each row: the names of what breaks a rule. */
const offenders = async (sql: string, ...values: unknown[]): Promise<string[]> => (await t.sql('superuser', sql, values)).map((row) => String(Object.values(row)[0]));
const tables = `pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'tamga' and c.relkind in ('r', 'p') and c.relname <> 'migrations'`;
const column = (name: string, of = 'c.oid') => `exists (select from pg_attribute where attrelid = ${of} and attname = '${name}' and not attisdropped)`;
const isScoped = `${column('classification')} and ${column('unit_id')}`;

describe('history', () => {
  it('is captured, whatever the session, for every table but those that safety.ts names', async () => {
    expectNone(await offenders(`select relname from ${tables} where relname <> all($1) and not exists (select from pg_trigger t join pg_proc f on f.oid = t.tgfoid
      where t.tgrelid = c.oid and f.oid = 'audit.capture'::regproc and t.tgenabled = 'A' and t.tgtype & 29 = 29)`, outsideHistory), `Call audit.watch('…') in the migration that makes the table:`);
  });

  it('keeps no secret: what is outside is the migrations’ own, passwords and tokens', () => expect([...outsideHistory].sort()).toEqual(['credentials', 'migrations', 'sessions']));

  it('is never emptied, and a version counts itself', async () => {
    expectNone(await offenders(`select relname from ${tables} where relname <> all($1) and (not exists (select from pg_trigger where tgrelid = c.oid and tgname = 'never_emptied' and tgenabled = 'A')
      or ${column('version')} and not exists (select from pg_trigger where tgrelid = c.oid and tgname = 'count_version' and tgenabled = 'A'))`, outsideHistory), `Call audit.watch('…') after the table has all its columns:`);
  });

  it('has the identity it needs of every table: a uuid named id', async () => {
    expectNone(await offenders(`select relname from ${tables} where relname <> all($1) and not exists (select from pg_attribute a join pg_constraint k on k.conrelid = c.oid and k.contype = 'p' and k.conkey = array[a.attnum]
      where a.attrelid = c.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype)`, outsideHistory), 'Give it `id uuid primary key`:');
  });
});

describe('columns', () => {
  /*
   * unit_id, operation_id and case_id of a record below another are copies of its parent's, filled by a BEFORE INSERT trigger
   * whatever the statement says: the parent's foreign keys hold for them, and a check a row would buy nothing.
   */
  it('named …_id are foreign keys, unless a trigger fills the scope from the parent', async () => {
    expectNone(await offenders(`select relname || '.' || a.attname from ${tables} join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where a.attname like '%\\_id' and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey))
      and not (a.attname in ('unit_id', 'operation_id', 'case_id') and exists (select from pg_trigger t join pg_proc f on f.oid = t.tgfoid
        where t.tgrelid = c.oid and t.tgtype & 7 = 7 and f.prosrc ~ ('new\\.' || a.attname)))`), 'Add `constraint table_what references …`; what points at no table drops the suffix:');
  });

  it('are of types that are exact, comparable below row-level security and free of locales', async () => {
    expectNone(await offenders(`select relname || '.' || a.attname || ': ' || format_type(a.atttypid, a.atttypmod) from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('tamga', 'audit')
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped join pg_type y on y.oid = a.atttypid left join pg_type e on e.oid = y.typelem and y.typcategory = 'A'
      where c.relkind in ('r', 'p') and c.relname <> 'migrations' and (coalesce(e.typtype, y.typtype) = 'e'
        or coalesce(e.oid, y.oid) in ('float4'::regtype, 'float8'::regtype, 'money'::regtype, 'timestamp'::regtype, 'time'::regtype, 'varchar'::regtype, 'bpchar'::regtype))`),
    'States and kinds are text with a check, quantities numeric, moments timestamptz, words text:');
    expectNone(await offenders(`select typname from pg_type y join pg_namespace n on n.oid = y.typnamespace and n.nspname in ('tamga', 'audit') where typtype = 'e'`), 'No enum types: text with a named check:');
  });

  it('of weight and money keep 24 digits, 9 of them decimals', async () => {
    expectNone(await offenders(`select relname || '.' || attname || ': ' || format_type(atttypid, atttypmod) from ${tables} join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not attisdropped
      where atttypid = 'numeric'::regtype and (atttypmod = -1 or attname ~ '(quantity|_grams|amount)$' and (atttypmod - 4) & 65535 <> 9)`), 'numeric(24,9), and never without a precision:');
  });
});

describe('constraints', () => {
  it('are named table_rule, none by PostgreSQL itself', async () => {
    expectNone(await offenders(`select relname || ': ' || conname from ${tables} join pg_constraint k on k.conrelid = c.oid where contype in ('c', 'u', 'f', 'x')
      and (not starts_with(conname, relname || '_') or exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum = any(k.conkey) and conname ~ ('^' || relname || '_.*' || attname || '_(check|fkey|key|excl)\\d*$')))`),
    'Write `constraint table_rule` before it: its name is what the caller’s error is found by:');
    expectNone(await offenders(`select i.relname from ${tables} join pg_index x on x.indrelid = c.oid join pg_class i on i.oid = x.indexrelid where not starts_with(i.relname, c.relname || '_')`), 'An index is named table_what:');
  });

  /*
   * Which can a caller break? Those that look at several columns or rows. A check of one column repeats what the field's
   * decorator refused already; a code, a unit and an officer are looked up first and never deleted; the server makes numbers;
   * (id, parent) is unique because id is. The rest must speak in the product's words.
   */
  it('that a caller can break mean something', async () => {
    const unspoken = (await offenders(`select conname from ${tables} join pg_constraint k on k.conrelid = c.oid
      where exists (select from aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee where a.privilege_type in ('INSERT', 'UPDATE') and r.rolname like 'tamga\\_%' and r.rolname not in ('tamga_owner', 'tamga_kernel', 'tamga_gate'))
      and case contype
        when 'c' then cardinality(conkey) > 1
        when 'u' then conname not like '%\\_number_taken' and not exists (select from pg_attribute where attrelid = c.oid and attname = 'id' and attnum = any(conkey))
        when 'x' then true
        when 'f' then exists (select from pg_class p where p.oid = k.confrelid and p.relrowsecurity)
          and exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum = any(conkey) and a.attname not in ('unit_id', 'operation_id', 'case_id')
            and not exists (select from pg_trigger t join pg_proc f on f.oid = t.tgfoid where t.tgrelid = c.oid and t.tgtype & 7 = 7 and f.prosrc ~ ('new\\.' || a.attname)))
        else false end
      union all select i.relname from ${tables} join pg_index x on x.indrelid = c.oid and x.indisunique join pg_class i on i.oid = x.indexrelid
      where not exists (select from pg_constraint k where k.conindid = i.oid) and exists (select from aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee where a.privilege_type = 'INSERT' and r.rolname like 'tamga\\_%' and r.rolname not in ('tamga_owner', 'tamga_kernel', 'tamga_gate'))
      order by 1`)).filter((name) => !meaningOf(name) && !unbreakable.has(name));
    expect([...unbreakable.keys()].filter((name) => meaningOf(name))).toEqual([]);
    expectNone(unspoken, 'Give each its meaning in the module’s errors file, constraintMeans(\'…\', …), or say in `unbreakable` why no caller reaches it:');
  });
});

/** Constraints that look breakable and are not: the database itself fills what they compare. */
const unbreakable = new Map<string, string>([
  ['cases_not_from_itself', 'a case that does not exist yet cannot be severed from: cases_severed_from speaks first'],
  ['case_offences_replaces', 'the service locks the offence it replaces'],
  ['countries_code_taken', 'no route adds a country'],
  ['measurement_units_code_taken', 'no route adds a measurement unit'],
  ['measurement_units_base', 'no route adds a measurement unit'],
  ['territories_location', 'a Location has both numbers, each in its range'],
  ['operations_place_whole', 'a Location has both numbers'],
  ['operation_log_entries_place_whole', 'a Location has both numbers'],
  ['seizures_place_whole', 'a Location has both numbers'],
  ['reported_figure_places_once', 'the service inserts on conflict do nothing'],
  ['reported_figures_amount_whole', 'a value has both its parts'],
  ['reported_figures_mass_of_quantity', 'the server makes the mass from the quantity'],
  ['reported_figures_period', 'the service looks at the whole figure, locked, and names every fault'],
  ['reported_figures_quantity_whole', 'as reported_figures_period'],
  ['reported_figures_says_something', 'as reported_figures_period'],
  ['reported_figures_withdrawn', 'the verb sets both'],
  ['role_grants_confirmed', 'the verb sets all of them'],
  ['role_grants_revoked', 'the verb sets all of them'],
  ['seizure_lines_mass_of_quantity', 'the server makes the mass from the quantity'],
  ['seizure_lines_numbered', 'the server numbers lines, under the lock of the seizure'],
  ['seizure_valuations_line', 'the service looks the line up in its seizure'],
  ['unit_successions_once', 'a unit is dissolved once, and its successors are named once each'],
]);

describe('scope', () => {
  it('is forced on every table about a case, an operation, a seizure or evidence, with a policy for each of the nine personas', async () => {
    expectNone(await offenders(`select relname from ${tables} where ${isScoped} and not (relrowsecurity and relforcerowsecurity)`), `Call tamga.scope('…') in the migration:`);
    expectNone(await offenders(`select relname || ': ' || persona from ${tables} cross join unnest($1::text[]) persona where ${isScoped} and not exists
      (select from pg_policy p where p.polrelid = c.oid and p.polcmd in ('r', '*') and p.polroles = array[(select oid from pg_roles where rolname = 'tamga_' || persona)])`, roles), 'Each persona has a read policy of its own, be it `using (false)`:');
  });

  it('is borne by every table that points at one that bears it', async () => {
    expectNone(await offenders(`with recursive below (oid) as (select 'tamga.cases'::regclass::oid union select 'tamga.operations'::regclass::oid union select 'tamga.seizures'::regclass::oid
      union select k.conrelid from pg_constraint k join below b on k.confrelid = b.oid where k.contype = 'f')
      select relname from ${tables} where c.oid in (select oid from below) and not (${isScoped})`), 'What hangs on a case bears its unit_id and classification, and is scoped:');
  });

  it('binds every policy to a role', async () => {
    expectNone(await offenders(`select tablename || ': ' || policyname from pg_policies where schemaname in ('tamga', 'audit') and 'public' = any(roles)`), 'Write `to tamga_…`: a policy for everybody is the hole nobody sees:');
  });

  it('secures history too', async () => {
    expectNone(await offenders(`select relname from pg_class where relnamespace = 'audit'::regnamespace and relkind = 'r' and not relrowsecurity`), 'alter table … enable row level security:');
  });
});

describe('rights', () => {
  it('definer functions belong to tamga_kernel and pin their search_path', async () => {
    // Reads the table of migrations, which nobody but the owner may.
    expectNone((await offenders(`select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('tamga', 'audit') and p.prosecdef
      and (pg_get_userbyid(p.proowner) <> 'tamga_kernel' or not exists (select from unnest(p.proconfig) s where s like 'search_path=%'))`)).filter((name) => !/schema_version\(\)$/.test(name)),
    'alter function … owner to tamga_kernel, and `set search_path = tamga, pg_temp`:');
  });

  it('the kernel’s role owns nothing but those', async () => {
    expectNone(await offenders(`select relname from pg_class where relowner = 'tamga_kernel'::regrole and relkind in ('r', 'p', 'v', 'S')`), 'Tables are owned by tamga_owner:');
    expectNone(await offenders(`select p.oid::regprocedure::text from pg_proc p where proowner = 'tamga_kernel'::regrole and not prosecdef`), 'Only definer functions:');
  });

  it('the service’s login is above no rule', async () => {
    const [login] = await t.sql('service', `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolinherit, pg_has_role(session_user, 'tamga_owner', 'member') as owner, pg_has_role(session_user, 'tamga_kernel', 'member') as kernel from pg_roles where rolname = session_user`);
    expect(login).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false, rolinherit: false, owner: false, kernel: false });
    expectNone(await offenders(`select relname from pg_class where relowner = 'tamga_service'::regrole`), 'It owns nothing:');
    expectNone(await offenders(`select r.rolname from pg_roles r where r.rolname like 'tamga\\_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`), 'No role of the product is above a rule:');
  });

  it('nobody deletes, empties or makes triggers, anywhere', async () => {
    expectNone(await offenders(`select c.relname || ': ' || a.privilege_type || ' to ' || a.grantee::regrole from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('tamga', 'audit'), aclexplode(c.relacl) a
      where a.grantee <> c.relowner and a.privilege_type in ('DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES', 'MAINTAIN')`), 'Nothing that happened is ever deleted: a link ends by a date. Revoke:');
  });

  it('every persona reads and writes as itself: nothing is granted to public', async () => {
    expectNone(await offenders(`select c.relname || ': ' || a.privilege_type from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('tamga', 'audit'), aclexplode(c.relacl) a where a.grantee = 0`), 'grant … to tamga_…:');
  });

  it('auditor and prosecutor write nothing; the administrator and the gate read no case', async () => {
    expectNone(await offenders(`select c.relname || ': ' || a.privilege_type || ' to ' || a.grantee::regrole from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('tamga', 'audit'), aclexplode(c.relacl) a
      where a.grantee in ('tamga_auditor'::regrole, 'tamga_prosecutor'::regrole) and a.privilege_type in ('INSERT', 'UPDATE')`), 'They look, and nothing else:');
    expectNone(await offenders(`select relname from ${tables} where ${isScoped} and (exists (select from pg_policy p where p.polrelid = c.oid and p.polroles && array['tamga_administrator'::regrole::oid] and pg_get_expr(p.polqual, p.polrelid) <> 'false')
      or has_table_privilege('tamga_gate', c.oid, 'select'))`), 'Their policy is `using (false)`, and the gate has no grant:');
  });

  it('there is a role for every persona and no other', async () => {
    expect(await offenders(`select rolname from pg_roles where rolname like 'tamga\\_%' and not rolcanlogin order by 1`)).toEqual(['kernel', 'owner', ...personas].map((name) => `tamga_${name}`).sort());
  });
});
