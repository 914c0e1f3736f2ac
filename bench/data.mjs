import { bareTables } from './bare.mjs';

/** The day of the oldest and of the newest seizure that is loaded. */
export const period = { from: '2019-01-01', to: '2024-01-01' };

/** Twelve digits that never change their length: ids that SQL, Node and pgbench can all make from a number. */
export const base = 100_000_000_000;
export const seizureId = (n) => `01680000-0000-7000-8000-${base + n}`;
export const operationId = (n) => `01680000-0000-7000-9000-${base + n}`;

/** Seizures share few operations, as they do in life. */
export const operationsFor = (size) => Math.max(100, Math.floor(size / 50));

export const substances = [
  'cannabis_herb', 'heroin', 'cannabis_resin', 'methamphetamine', 'opium', 'mephedrone', 'amphetamine', 'mdma', 'cocaine', 'cannabis', 'alpha_pvp', 'morphine',
  'codeine', 'lsd', 'ketamine', 'tramadol', 'sulfuric_acid', 'acetic_anhydride', 'poppy_straw', 'cannabis_oil', 'methadone', 'fentanyl', 'diazepam', 'ephedrine',
];
const units = ['CNS-OSH', 'CNS-OSH', 'CNS-OSH', 'CNS-CHUY', 'CNS-CHUY', 'CNS-BISHKEK', 'CNS-BISHKEK', 'CNS-BISHKEK', 'CNS-JALAL-ABAD', 'CNS-NARYN', 'CNS-ISSYK-KUL', 'CNS-OSH-M1', 'CNS-AC'];

/** Which unit the seizure n has, counted as the loader does: `n % unitOf.length`. */
export const unitOf = (n) => units[n % units.length];
export const unitCount = units.length;
export const positionsOf = (unit) => units.flatMap((each, index) => (each === unit ? [index] : []));

/** An active operation of the unit, as the loader makes them: among the last ones. */
export const activeOperations = (size, unit) => {
  const last = operationsFor(size);
  return Array.from({ length: 26 }, (_, index) => last - 26 + index).filter((n) => positionsOf(unit).includes(n % unitCount)).map(operationId);
};

/** The depth of the page: page 2,000 of 50 where there are so many, half-way else. */
export const deepDay = (size) => Math.floor(1826 * (1 - Math.min(100_000, size / 2) / size));

const text = (values) => `'{${values.join(',')}}'::text[]`;
/** A number from 0 to below `below` that depends on n alone, different for each seed. */
const random = (seed, below) => `((hashint8extended(n, ${seed}) & 1048575) % ${below})::int`;

const operations = (size) => `
insert into operations (id, number, kind, name, unit_id, classification, territory, planned_from, planned_to, actual_from, actual_to, status, result, status_since, recorded_at, recorded_by, summary)
select ('01680000-0000-7000-9000-' || ${base} + n)::uuid, 'BENCH/OP-' || n, 'special_operation', 'Operation ' || n, u.id, 0, (select codes[1 + ${random(1, 80)}] from places),
  starts, starts + interval '3 days', starts, case when is_over then starts + interval '3 days' end, case when is_over then 'concluded' else 'active' end,
  case when is_over then 'achieved' end, starts, starts, person.id, null
from generate_series(0, ${operationsFor(size)} - 1) n, lateral (select '${period.from}'::timestamptz + n * (interval '1826 days' / ${operationsFor(size)}) as starts, n < ${operationsFor(size)} - 26 as is_over) t,
  lateral (select id from units where code = (${text(units)})[1 + n % ${units.length}]) u, (select id from persons where family_name = 'Ergeshov') person, places`;

const heads = (size) => `
insert into seizures (id, number, unit_id, operation_id, classification, seized_at, territory, place, lat, lon, accuracy_meters, discovery, witnesses, is_video_recorded, taken_from, note, fingerprint, recorded_at, recorded_by)
select ('01680000-0000-7000-8000-' || ${base} + n)::uuid, u.code || '/' || to_char(taken, 'YYYY') || '/SZ-' || n, u.id,
  case when ${random(2, 10)} < 7 then ('01680000-0000-7000-9000-' || ${base} + (n * ${operationsFor(size)} / ${size}) / ${units.length} * ${units.length} + n % ${units.length})::uuid end,
  case when ${random(3, 20)} = 0 then 1 else 0 end, taken, places.codes[1 + ${random(4, 80)}], 'Kara-Suu, bazaar, row ' || ${random(5, 90)}, 40 + ${random(6, 1000)} / 1000.0, 72 + ${random(7, 1000)} / 1000.0, 50,
  (array['special_operation', 'checkpoint', 'search', 'patrol', 'border_control'])[1 + ${random(8, 5)}], '{A. Asanov,B. Isakov}', true, 'driver of the lorry', 'Found under the false floor of the lorry, in '
  || 1 + ${random(9, 40)} || ' packages; the driver was detained.', md5(n::text) || md5('b' || n::text), taken + interval '2 hours', person.id
from generate_series(0::bigint, ${size} - 1) n, lateral (select '${period.from}'::timestamptz + n * (interval '1826 days' / ${size}) as taken) t, places,
  lateral (select id, code from units where code = (${text(units)})[1 + (n % ${units.length})::int]) u, (select id from persons where family_name = 'Ergeshov') person`;

const lines = (size) => `
insert into seizure_lines (id, seizure_id, line_number, unit_id, operation_id, case_id, classification, seized_at, territory, is_national, kind, substance, form, quantity, quantity_unit, mass_grams, basis, method, packages, packaging, recorded_at)
select ('01680000-0000-7000-a000-' || ${base} + n)::uuid, s.id, 1, s.unit_id, s.operation_id, s.case_id, s.classification, s.seized_at, s.territory, true, 'substance',
  wanted.codes[1 + floor(array_length(wanted.codes, 1) * power(${random(10, 1000)} / 1000.0, 2))::int], 'powder', g, 'g', g, 'gross', 'scale', 3, 'heat-sealed plastic', s.recorded_at
from (select *, right(id::text, 12)::bigint - ${base} as n from seizures) s, lateral (select 1 + ${random(11, 100000)} as g) q,
  (select array_agg(code order by array_position(${text(substances)}, code)) as codes from (select code from substances where code = any(${text(substances)}) limit 20) kept) wanted`;

/** Loads seizures past history and foreign keys: as a superuser, with the triggers off and then on again exactly as they were. */
export async function loadSeizures(client, size) {
  await client.query('set search_path = tamga');
  await client.query(`create temporary table places as select array_agg(code order by code) as codes from (select code from territories where code ~ '^\\d{14}$' order by code limit 80) t`);
  const { rows } = await client.query(`select c.relname, t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace s on s.oid = c.relnamespace
    where s.nspname = 'tamga' and t.tgenabled = 'A' and c.relname in ('operations', 'seizures', 'seizure_lines')`);
  for (const [table, statement] of [['operations', operations(size)], ['seizures', heads(size)], ['seizure_lines', lines(size)]]) {
    await client.query(`alter table ${table} disable trigger all`);
    await client.query(statement);
    await client.query(`alter table ${table} enable trigger all`);
    for (const { tgname } of rows.filter(({ relname }) => relname === table)) await client.query(`alter table ${table} enable always trigger ${tgname}`);
  }
  await client.query(`select setval('seizures_number', ${size + 1}), setval('operations_number', ${operationsFor(size) + 1})`);
  await client.query(bareTables);
  await client.query('vacuum analyze');
}
