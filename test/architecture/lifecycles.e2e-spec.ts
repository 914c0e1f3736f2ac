import { join } from 'node:path';
import type { Lifecycle } from '../../src/platform/lifecycle.ts';
import { tamga, type Tamga } from '../support/tamga.ts';
import { expectNone } from './golden.ts';
import { filesIn, root } from './sources.ts';

type Moves = Lifecycle<string>;

/** Every `…Moves` of a *.lifecycle.ts; its first state is where a record begins. */
const lifecycles = filesIn('src', /\.lifecycle\.ts$/).flatMap((path) =>
  Object.entries(require(join(root, path)) as Record<string, unknown>)
    .filter((entry): entry is [string, Moves] => entry[0].endsWith('Moves') && typeof entry[1] === 'object')
    .map(([name, moves]) => ({ name, path, moves })));

/** The same lives in PostgreSQL: the column that holds the state, and the function that knows the moves. */
const inSql: Record<string, { table: string; moves?: string }> = {
  caseMoves: { table: 'cases', moves: 'check_case_move' },
  operationMoves: { table: 'operations', moves: 'operation_moves' },
};

const pairsOf = (moves: Moves) => Object.entries(moves).flatMap(([from, tos]) => tos.map((to) => `${from} > ${to}`)).sort();

let t: Tamga;
beforeAll(async () => {
  t = await tamga();
}, 60_000);
afterAll(() => t.stop());

describe.each(lifecycles)('$name', ({ name, path, moves }) => {
  const states = Object.keys(moves);

  it('moves only to states it has, each once', () => {
    const strange = Object.entries(moves).flatMap(([from, tos]) => tos.filter((to, index) => !states.includes(to) || tos.indexOf(to) !== index || to === from).map((to) => `${from} > ${to}`));
    expectNone(strange, `${path}: these moves lead nowhere or twice:`);
  });

  it('reaches every state from its first', () => {
    const reached = new Set([states[0]!]);
    for (const state of reached) for (const next of moves[state]!) reached.add(next);
    expectNone(states.filter((state) => !reached.has(state)), `${path}: nothing leads to`);
  });

  it('has the states that its table accepts, and the moves that the database enforces', async () => {
    const held = inSql[name];
    if (!held) throw new Error(`Say in inSql where PostgreSQL holds ${name}: the table of its states, and the function of its moves where there is one`);
    const [check] = await t.sql('superuser', `select pg_get_constraintdef(oid) as def from pg_constraint where conname = $1`, [`${held.table}_status`]);
    expect([...String(check?.def).matchAll(/'(\w+)'/g)].map((match) => match[1]).sort()).toEqual([...states].sort());
    if (!held.moves) return;
    const [made] = await t.sql('superuser', `select prosrc as text from pg_proc where proname = $1`, [held.moves]);
    const pairs = [...String(made?.text).matchAll(/(?<!in )\('(\w+)', '(\w+)'(?=[,)])/g)].filter(([, from, to]) => states.includes(from!) && states.includes(to!)).map(([, from, to]) => `${from} > ${to}`);
    expect([...new Set(pairs)].sort()).toEqual(pairsOf(moves));
  });
});

it('there are some', () => expect(lifecycles.length).toBeGreaterThan(1));
