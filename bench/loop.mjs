import { randomInt } from 'node:crypto';
import pg from 'pg';
import { product } from './database.mjs';
import { variablesOf } from './limits.mjs';

/*
 * Where there is no pgbench: the same scripts by a plain loop of prepared statements in this process. It costs more than
 * pgbench does, so its limits are lower, and the ratios against them kinder: say so where they are quoted.
 */

/** pgbench's expressions are nearly JavaScript's. */
const compiled = (sets) => sets.map(([name, expression]) => {
  const script = expression.replaceAll(/:([a-z_]+)/g, 'v.$1').replaceAll('case when', '(').replaceAll('then', '?').replaceAll('else', ':').replaceAll(/\bend\b/g, ')');
  return [name, new Function('v', 'random', `return ${script}`)];
});

/** `:name` as `$n`, and the names in their order. */
function numbered({ sql }, index) {
  const names = [];
  const text = sql.replaceAll(/(?<!:):([a-z]\w*)/g, (_, name) => `$${(names.includes(name) ? names.indexOf(name) : names.push(name) - 1) + 1}`);
  return { name: `limit ${index}`, text, names };
}

export async function runLoop(limit, { host, port, secret, name }, connections, seconds) {
  const { send } = product('src/platform/trip');
  const sets = compiled(limit.sets);
  const statements = limit.statements.map(numbered);
  const latencies = [];
  const clients = await Promise.all(Array.from({ length: connections }, async () => {
    const client = new pg.Client({ host, port, user: limit.login, password: secret, database: name, options: '-c search_path=tamga -c timezone=UTC -c jit=off' });
    await client.connect();
    return client;
  }));
  const began = performance.now();
  await Promise.all(clients.map(async (client, client_id) => {
    const v = { ...variablesOf(limit), client_id };
    while (performance.now() < began + seconds * 1000) {
      for (const [key, evaluate] of sets) v[key] = evaluate(v, (from, to) => randomInt(Number(from), Number(to) + 1));
      const sent = performance.now();
      await send(client, statements.map((each) => ({ name: each.name, text: each.text, values: each.names.map((key) => String(v[key])) })));
      latencies.push(performance.now() - sent);
    }
  }));
  const spent = (performance.now() - began) / 1000;
  await Promise.all(clients.map((client) => client.end()));
  return { count: latencies.length, seconds: spent, latencies: latencies.sort((a, b) => a - b) };
}
