import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../launch/places.mjs';
import { ensureBuilt } from '../launch/project.mjs';
import { statementsPerRequest } from './counting.mjs';
import { startDatabases } from './database.mjs';
import { hasPgbench } from './limits.mjs';
import { measureCell, runService } from './rounds.mjs';
import { summarise, tableOf, verdictsOf } from './report.mjs';
import { residentMemoryOf } from './processes.mjs';
import { startService } from './service.mjs';
import { scriptsFor } from './statements.mjs';
import { coldStart } from './startup.mjs';
import { requestsFor } from './workloads.mjs';

const { values } = parseArgs({
  options: {
    seizures: { type: 'string', default: '10000,1000000' },
    connections: { type: 'string', default: '1,8,32' },
    operations: { type: 'string', default: 'read,list,page,create' },
    seconds: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '5' },
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(`npm run bench -- [--seizures 10000,1000000] [--connections 1,8,32] [--operations read,list,page,create] [--seconds 2] [--rounds 5] [--quick] [--json FILE]`);
  process.exit();
}
const numbers = (text) => text.split(',').map(Number);
const plan = values.quick
  ? { sizes: [10_000], connections: [8], operations: values.operations.split(','), seconds: 1, rounds: 3 }
  : { sizes: numbers(values.seizures), connections: numbers(values.connections), operations: values.operations.split(','), seconds: Number(values.seconds), rounds: Number(values.rounds) };
const say = (line) => console.error(`bench: ${line}`);

await ensureBuilt({ say });
const databases = await startDatabases(plan.sizes, say);
const generator = fork(join(root, 'bench/load.mjs'), { serialization: 'advanced' });
const result = { plan, pgbench: hasPgbench(), cells: [], at: new Date().toISOString() };
try {
  const sides = [];
  for (const database of databases.databases) {
    const service = await startService(database);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const idle = residentMemoryOf(service.pid);
    sides.push({ database, service, idle, generator, postgres: databases.cluster.pid, scripts: await scriptsFor(database), requests: await requestsFor(service) });
  }
  say('warming up…');
  for (const side of sides) for (const operation of plan.operations) await runService(side, operation, 8, values.quick ? 1 : 3);
  // What writes comes last: it makes the small database grow.
  for (const operation of plan.operations.sort((a, b) => (a === 'create') - (b === 'create'))) {
    for (const connections of plan.connections) {
      say(`${operation}, ${connections} ${connections === 1 ? 'connection' : 'connections'}…`);
      result.cells.push(...(await measureCell(sides, operation, connections, plan)));
    }
  }
  result.statistics = [];
  for (const side of sides) {
    const { latencies, refused } = await runService(side, 'statistics', 1, 3);
    const status = Object.keys(refused)[0];
    result.statistics.push({ size: side.database.size, ms: status ? null : latencies[latencies.length >> 1], status: status ?? '200' });
  }
  result.statements = await statementsPerRequest(sides[0], plan.operations, databases.cluster.superuserUrl());
  result.memory = { idle: Math.min(...sides.map(({ idle }) => idle)), after: Math.max(...sides.map(({ service }) => residentMemoryOf(service.pid))) };
  for (const { service } of sides) await service.stop();
} finally {
  generator.disconnect();
  await databases.stop();
}
say('starting the whole product twice…');
result.coldStartSeconds = await coldStart();
result.summary = summarise(result);
result.verdicts = verdictsOf(result);
console.log(tableOf(result));
if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 1)}\n`);
