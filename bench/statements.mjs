import pgUtils from 'pg/lib/utils.js';
import { bareCreate, bareValues } from './bare.mjs';
import { activeOperations, base, deepDay, operationId, period, positionsOf, seizureId, unitCount } from './data.mjs';
import { as, product } from './database.mjs';
import { codesIn, seizureBody } from './workloads.mjs';

/*
 * The product's own statements, taken from its compiled code as it would send them, so that the kernel limit cannot drift
 * away from what the service does. Where a value has to change from one request to the next, it becomes an expression over
 * variables of pgbench; the others are sent as parameters.
 */

class Captured extends Error {
  constructor(statements) {
    super('captured');
    this.statements = statements;
  }
}
const capturing = {
  rows: (_, name, text, values = []) => { throw new Captured([{ name, text, values }]); },
  all: (_, statements) => { throw new Captured(statements); },
};
const nothingToRead = { ready: async () => {} };

async function captured(act) {
  const { Lists } = product('src/platform/lists');
  const { SeizuresQueries } = product('src/seizures/seizures.queries');
  try {
    await act(new SeizuresQueries(capturing, nothingToRead, nothingToRead), new Lists(capturing));
  } catch (error) {
    if (error instanceof Captured) return error.statements;
    throw error;
  }
  throw new Error('nothing was asked of the database');
}

/** The actor of an account in a role, as the guard makes it. */
async function actorOf(client, username, role) {
  const { rows: [row] } = await client.query(`select a.id as account, a.person_id as person, a.clearance, st.unit_id as unit, st.reach as units
    from tamga.accounts a, lateral tamga.standing_of(a.person_id) st where a.username = $1`, [username]);
  return { ...row, role, username, officer: null, request: '0190f3a4-7c1e-4c3b-9d52-3f1f6a2b8c01', language: 'en', reason: null };
}

const chosen = '(:substances::text[])[:s::int]';
const heading = (substances) => ({ substances: `{${substances.join(',')}}` });

/**
 * For each operation: `sets` (name and expression), `context` (our first statement), `ours` (the others), their values in
 * place, and `bare` where the bare limit is not simply ours without context.
 */
export function scriptsFor({ size, superuserUrl }) {
  return as(superuserUrl, async (client) => {
    const { contextOf } = product('src/platform/actor');
    const { territories, substances } = await codesIn(client);
    const [officer, coordinator] = [await actorOf(client, 'officer.osh', 'officer'), await actorOf(client, 'coordinator', 'coordinator')];
    const reply = (query) => ({ request: { actor: coordinator, query, headers: {} } });
    const script = (actor, action, sets, statements, expressions = new Map(), more = {}) => ({
      sets, variables: { ...heading(substances), ...more },
      context: inPlace(contextOf(actor, action), 'c'), ours: statements.map((each, index) => inPlace(each, `v${index}_`, expressions)),
    });
    const deep = new Date(Date.parse(period.from) + (deepDay(size) - 20) * 86_400_000).toISOString().slice(0, 10);
    const body = seizureBody({ operation: operationId(0), seizedAt: '2020-11-14T05:40:00+06:00', territory: territories[0], substance: 'heroin', grams: '8268' });
    const create = script(officer, 'seizures.record', createSets(territories), ...creating(size, officer));
    return {
      create: { ...create, bare: [{ sql: bareCreate, variables: bareValues(officer.unit, officer.person, body, operationId(0).slice(0, -12)) }] },
      read: script(officer, 'read', [['n', `${base} + random(0, ${Math.floor(size / unitCount) - 1}) * ${unitCount} + random(0, ${positionsOf('CNS-OSH').length - 1})`]],
        await captured((queries) => queries.view(officer, seizureId(0))), new Map([[seizureId(0), `('${seizureId(0).slice(0, -12)}' || :n::text)::uuid`]])),
      list: script(coordinator, 'read', [['s', 'random(1, 8)'], ['y', 'random(2019, 2020)'], ['m', 'random(1, 9)']],
        await captured((queries, lists) => lists.answer(queries.list, reply({ substance: 'heroin', from: period.from, to: period.to }))),
        new Map([['{"heroin"}', `array[${chosen}]`], [period.from, `(:y::text || '-0' || :m::text || '-01')`], [period.to, `((:y::int + 3)::text || '-0' || :m::text || '-01')`]])),
      page: script(coordinator, 'read', [['d', 'random(0, 19)']],
        await captured((queries, lists) => lists.answer(queries.list, reply({ cursor: Buffer.from(JSON.stringify(['seizures', deep, seizureId(0)])).toString('base64url') }))),
        new Map([[deep, `('${deep} 12:00+00'::timestamptz + :d::int * interval '1 day')`]])),
    };
  });
}

/** The statement with `:name` or an expression in the place of each `$n`, and the values of the names. */
function inPlace({ text, values }, prefix, expressions = new Map()) {
  const variables = {};
  const sql = text.replaceAll(/\$(\d+)/g, (_, number) => {
    const value = pgUtils.prepareValue(values[number - 1]);
    if (expressions.has(value)) return expressions.get(value);
    if (value === '' || value === null) return value === '' ? `''` : 'null'; // pgbench has no empty variables
    variables[`${prefix}${number}`] = value;
    return `:${prefix}${number}`;
  });
  return { sql, variables };
}

/** Territories have numbers for codes, and pgbench has no other way to choose one among many than a tree of cases. */
function createSets(territories) {
  const tree = (from, to) => {
    if (to - from === 1) return territories[from];
    const middle = (from + to) >> 1;
    return `case when :k < ${middle} then ${tree(from, middle)} else ${tree(middle, to)} end`;
  };
  return [
    ['n', ':n + 1'], ['i', ':n + :client_id * 1000000000'], ['k', `random(0, ${territories.length - 1})`], ['t', tree(0, territories.length)], ['s', 'random(1, 20)'], ['o', 'random(1, 5)'],
    ['y', 'random(2019, 2023)'], ['m', 'random(1, 12)'], ['d', 'random(1, 28)'], ['h', 'random(0, 23)'], ['g', 'random(1, 100000)'],
  ];
}

/** Our inserts. Their one JSON text is made by format() from a template, for its ids, operation, time, place, substance and weight change. */
function creating(size, officer) {
  const { recordingOf } = product('src/seizures/seizures.recording');
  const command = seizureBody({ operation: '@o@', seizedAt: '@at@', territory: '@t@', substance: '@s@', grams: '@g@' });
  command.lines[0].id = '@line@';
  const statements = recordingOf(command, { ...command, id: '@id@', unitId: officer.unit, reportedById: null, masses: [{ massGrams: '@g@', conversionFactor: null }] });
  const operations = activeOperations(size, 'CNS-OSH').slice(0, 5).map((each) => each.slice(-12));
  const template = (json) => json.replaceAll('@id@', '%1$s-7000-8000-%2$s').replaceAll('@line@', '%1$s-7000-a000-%2$s')
    .replaceAll('@o@', `${operationId(0).slice(0, -12)}%3$s`).replaceAll('@at@', '%4$s-%5$s-%6$sT%7$s:40:00+06:00').replaceAll('@t@', '%8$s').replaceAll('@s@', '%9$s').replaceAll('@g@', '%10$s');
  const expressions = new Map(statements.map(({ name, values }) => [values[0],
    `format(:${name.replaceAll(/\W/g, '_')}::text, :prefix::text, :i::text, (:operations::text[])[:o::int], :y::text, :m::text, :d::text, :h::text, :t::text, ${chosen}, :g::text)`]));
  const templates = Object.fromEntries(statements.map(({ name, values }) => [name.replaceAll(/\W/g, '_'), template(values[0])]));
  return [statements, expressions, { ...templates, operations: `{${operations.join(',')}}`, n: base }];
}

/** The first twelve digits of an id made now: new keys land at the end of the index, as the service's do. */
export function prefixOf(now = Date.now()) {
  const hex = now.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}
