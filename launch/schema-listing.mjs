/**
 * The whole schema as text, in PostgreSQL's own words (pg_get_*def) and in one order: what a reviewer reads and a test compares.
 * `client` is connected to the database as one who may read its catalogue.
 */
export async function listSchema(client) {
  await client.query(`set search_path = ''`);
  const parts = ['-- The whole schema, as the migrations make it. Made by `npm run schema`; never edited.'];
  for (const { title, sql, text } of sections) {
    const { rows } = await client.query(sql);
    parts.push(`-- ${title}`, rows.map(text).join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}

const ours = `n.nspname in ('tamga', 'audit')`;
// One line for each set of privileges, with all who have it.
const grants = (acl, owner, kind) => `coalesce((select string_agg(line, E'\\n' order by line collate "C") from (
  select '  grant ' || privileges || ' to ' || string_agg(role, ', ' order by role collate "C") as line from (
    select coalesce(r.rolname, 'public') as role, string_agg(lower(a.privilege_type), ', ' order by a.privilege_type collate "C") as privileges
    from aclexplode(coalesce(${acl}, acldefault('${kind}', ${owner}))) a left join pg_catalog.pg_roles r on r.oid = a.grantee
    where a.grantee <> ${owner} group by r.rolname) each group by privileges) lines), '')`;

const lines = (...parts) => parts.filter((part) => part).join('\n');

const sections = [
  {
    title: 'schemas',
    sql: `select n.nspname as name, pg_get_userbyid(n.nspowner) as owner, ${grants('n.nspacl', 'n.nspowner', 'n')} as grants from pg_catalog.pg_namespace n where ${ours} order by 1`,
    text: ({ name, owner, grants: granted }) => lines(`schema ${name} of ${owner}`, granted),
  },
  {
    title: 'sequences',
    sql: `select c.oid::regclass::text as name, pg_get_userbyid(c.relowner) as owner, ${grants('c.relacl', 'c.relowner', 's')} as grants
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relkind = 'S' order by c.oid::regclass::text collate "C"`,
    text: ({ name, owner, grants: granted }) => lines(`sequence ${name} of ${owner}`, granted),
  },
  {
    title: 'functions',
    sql: `select pg_get_functiondef(p.oid) as definition, pg_get_userbyid(p.proowner) as owner, ${grants('p.proacl', 'p.proowner', 'f')} as grants
      from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace where ${ours} and p.prokind in ('f', 'p') order by p.oid::regprocedure::text collate "C"`,
    text: ({ definition, owner, grants: granted }) => lines(definition.trimEnd(), `  owner ${owner}`, granted, ''),
  },
  {
    title: 'tables',
    sql: `select c.oid::regclass::text as name, pg_get_userbyid(c.relowner) as owner, c.relrowsecurity as secured, c.relforcerowsecurity as forced, ${grants('c.relacl', 'c.relowner', 'r')} as grants,
      (select string_agg('  ' || quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
         || case when a.attidentity <> '' then ' generated as identity' when a.attgenerated <> '' then ' generated always as ' || pg_get_expr(d.adbin, d.adrelid)
            else coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') end, E'\\n' order by a.attnum)
       from pg_catalog.pg_attribute a left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      (select string_agg('  constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid), E'\\n' order by k.conname collate "C")
       from pg_catalog.pg_constraint k where k.conrelid = c.oid and k.contype not in ('n', 't')) as constraints,
      (select string_agg('  ' || pg_get_indexdef(i.indexrelid), E'\\n' order by i.indexrelid::regclass::text collate "C")
       from pg_catalog.pg_index i where i.indrelid = c.oid and not exists (select from pg_catalog.pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))) as indexes,
      (select string_agg('  ' || pg_get_triggerdef(t.oid) || case t.tgenabled when 'A' then ' -- always' when 'D' then ' -- disabled' when 'R' then ' -- replica' else '' end, E'\\n' order by t.tgname collate "C")
       from pg_catalog.pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as triggers,
      (select string_agg('  policy ' || p.polname || case when p.polpermissive then '' else ' restrictive' end
         || ' for ' || case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end
         || ' to ' || (select string_agg(coalesce(r.rolname, 'public'), ', ' order by r.rolname collate "C") from unnest(p.polroles) m left join pg_catalog.pg_roles r on r.oid = m)
         || coalesce(' using ' || pg_get_expr(p.polqual, p.polrelid), '') || coalesce(' with check ' || pg_get_expr(p.polwithcheck, p.polrelid), ''), E'\\n' order by p.polname collate "C")
       from pg_catalog.pg_policy p where p.polrelid = c.oid) as policies,
      (select string_agg(g, E'\\n' order by g collate "C") from (
         select '  grant ' || lower(a.privilege_type) || ' (' || string_agg(t.attname, ', ' order by t.attname collate "C") || ') to ' || coalesce(r.rolname, 'public') as g
         from pg_catalog.pg_attribute t, aclexplode(t.attacl) a left join pg_catalog.pg_roles r on r.oid = a.grantee where t.attrelid = c.oid group by a.privilege_type, r.rolname) each) as columngrants
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relkind in ('r', 'p', 'v', 'm') order by c.oid::regclass::text collate "C"`,
    text: ({ name, owner, secured, forced, columns, constraints, indexes, triggers, policies, grants: granted, columngrants }) => lines(
      `table ${name} of ${owner}${secured ? `, row security${forced ? ' forced' : ''}` : ''}`, columns, constraints, indexes, triggers, policies, granted, columngrants, ''),
  },
];
