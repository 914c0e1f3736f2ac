import { once } from 'node:events';
import { hasPgbench, limitsOf, runPgbench } from './limits.mjs';
import { runLoop } from './loop.mjs';
import { cpuSecondsOf } from './processes.mjs';

const runLimit = hasPgbench() ? runPgbench : runLoop;

/** Asks the load generator for some seconds of one operation against the service. */
export async function runService({ service, requests, generator }, operation, connections, seconds) {
  generator.send({ host: service.host, port: service.port, requests: requests[operation], connections, seconds });
  const [outcome] = await once(generator, 'message');
  return outcome;
}

/**
 * One operation at one number of connections: in each round every database has its turn, and on each the bare limit, the
 * kernel limit and the service follow one another, forwards and backwards by turns, so that what else the machine does
 * falls on all of them alike.
 */
export async function measureCell(sides, operation, connections, { seconds, rounds }) {
  const cells = sides.map(({ database }) => ({ operation, connections, size: database.size, rounds: [] }));
  for (let round = 0; round < rounds; round += 1) {
    const order = ['bare', 'kernel', 'ours'];
    if (round % 2 === 1) order.reverse();
    const measured = sides.map(() => ({}));
    for (const kind of order) {
      for (const [index, side] of sides.entries()) measured[index][kind] = await measureOne(side, operation, kind, connections, seconds);
    }
    measured.forEach((each, index) => cells[index].rounds.push(each));
  }
  return cells;
}

async function measureOne(side, operation, kind, connections, seconds) {
  const postgres = cpuSecondsOf(side.postgres);
  const node = cpuSecondsOf(side.service.pid);
  const outcome = kind === 'ours'
    ? await runService(side, operation, connections, seconds)
    : await runLimit(limitsOf(side.scripts[operation])[kind], side.database, connections, seconds);
  const refused = Object.entries(outcome.refused ?? {});
  if (refused.length > 0) throw new Error(`${operation} was answered with ${refused[0][0]}: ${refused[0][1].example}`);
  const { count, latencies } = outcome;
  const perRequest = (spent) => (spent / count) * 1e6;
  return {
    perSecond: count / outcome.seconds, p50: at(latencies, 0.5), p99: at(latencies, 0.99),
    postgresMicros: perRequest(cpuSecondsOf(side.postgres) - postgres), nodeMicros: kind === 'ours' ? perRequest(cpuSecondsOf(side.service.pid) - node) : 0,
  };
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
