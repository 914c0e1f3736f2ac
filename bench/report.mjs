/** What was aimed at, each with the number that speaks to it. `least` and `most` are bounds. */
const aims = [
  { name: 'create @8, × bare', least: 0.35, of: ({ cell }) => cell('create', 8)?.ratio.bare },
  { name: 'create @32, × bare', least: 0.40, of: ({ cell }) => cell('create', 32)?.ratio.bare },
  { name: 'create @8, × kernel', least: 0.55, of: ({ cell }) => cell('create', 8)?.ratio.kernel },
  { name: 'create @8, p99 × the kernel limit’s', most: 4, of: ({ cell }) => cell('create', 8)?.p99Ratio },
  { name: 'create @8, flat in size', most: 1.2, of: ({ flat }) => flat('create') },
  { name: 'read @8, × bare', least: 0.25, of: ({ cell }) => cell('read', 8)?.ratio.bare },
  { name: 'read @8, × kernel', least: 0.35, of: ({ cell }) => cell('read', 8)?.ratio.kernel },
  { name: 'read @8, flat in size', most: 1.2, of: ({ flat }) => flat('read') },
  { name: 'list 50 @8, × bare', least: 0.25, of: ({ cell }) => cell('list', 8)?.ratio.bare },
  { name: 'list 50 @8, × kernel', least: 0.35, of: ({ cell }) => cell('list', 8)?.ratio.kernel },
  { name: 'list 50 @8, flat in size', most: 1.6, of: ({ flat }) => flat('list') },
  { name: 'page 2,000 @8, × bare', least: 0.25, of: ({ cell }) => cell('page', 8)?.ratio.bare },
  { name: 'page 2,000 @8, flat in size', most: 1.8, of: ({ flat }) => flat('page') },
  { name: 'statistics by substance and month, s', most: 0.3, of: ({ result }) => (result.statistics.at(-1).ms === null ? undefined : result.statistics.at(-1).ms / 1000) },
  { name: 'CPU per create @8, × bare', most: 5, of: ({ cell }) => cell('create', 8)?.cpuRatio },
  { name: 'statements per create', most: 3.05, of: ({ result }) => result.statements.create },
  { name: 'statements per read', most: 2.05, of: ({ result }) => result.statements.read },
  { name: 'cold start, s', most: 3, of: ({ result }) => result.coldStartSeconds },
  { name: 'idle memory of Node, MB', most: 160, of: ({ result }) => result.memory.idle },
];

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Medians of each cell; ratios are taken within a round, then their median. */
export function summarise({ cells }) {
  return cells.map(({ operation, connections, size, rounds }) => {
    const of = (kind, what) => median(rounds.map((round) => round[kind][what]));
    const ratio = (a, b, what) => median(rounds.map((round) => round[a][what] / round[b][what]));
    return {
      operation, connections, size,
      perSecond: Object.fromEntries(['bare', 'kernel', 'ours'].map((kind) => [kind, of(kind, 'perSecond')])),
      p50: of('ours', 'p50'), p99: of('ours', 'p99'), p99Ratio: ratio('ours', 'kernel', 'p99'),
      ratio: { bare: ratio('ours', 'bare', 'perSecond'), kernel: ratio('ours', 'kernel', 'perSecond') }, kernelToBare: ratio('kernel', 'bare', 'perSecond'),
      micros: { node: of('ours', 'nodeMicros'), postgres: of('ours', 'postgresMicros'), bare: of('bare', 'postgresMicros'), kernel: of('kernel', 'postgresMicros') },
      cpuRatio: median(rounds.map(({ ours, bare }) => (ours.nodeMicros + ours.postgresMicros) / bare.postgresMicros)),
    };
  });
}

export function verdictsOf(result) {
  const sizes = [...new Set(result.cells.map(({ size }) => size))].sort((a, b) => a - b);
  const cell = (operation, connections, size = sizes.at(-1)) => result.summary.find((each) => each.operation === operation && each.connections === connections && each.size === size);
  const roundsOf = (operation, size) => result.cells.find((each) => each.operation === operation && each.connections === 8 && each.size === size)?.rounds;
  const flat = (operation) => {
    const [small, large] = [roundsOf(operation, sizes[0]), roundsOf(operation, sizes.at(-1))];
    return sizes.length < 2 || !small ? undefined : median(small.map((round, index) => large[index].ours.p50 / round.ours.p50));
  };
  return aims.map(({ name, least, most, of }) => {
    const value = of({ cell, flat, result });
    const verdict = value === undefined ? 'not measured' : (least === undefined ? value <= most : value >= least) ? 'reached' : 'missed';
    return { name, aim: least === undefined ? `≤ ${most}` : `≥ ${least}`, value, verdict };
  });
}

export function tableOf(result) {
  const round = (value, digits = 2) => (value === undefined || value === null ? '–' : value.toFixed(digits));
  const row = (cells) => `| ${cells.join(' | ')} |`;
  const lines = [
    row(['operation', 'seizures', 'conn.', 'requests/s', 'p50 ms', 'p99 ms', 'bare/s', 'kernel/s', '× bare', '× kernel', 'kernel × bare', 'CPU µs Node + PG', 'CPU × bare']), row(Array.from({ length: 13 }, () => '---')),
    ...result.summary.map((each) => row([each.operation, each.size, each.connections, round(each.perSecond.ours, 0), round(each.p50), round(each.p99), round(each.perSecond.bare, 0), round(each.perSecond.kernel, 0),
      round(each.ratio.bare), round(each.ratio.kernel), round(each.kernelToBare), `${round(each.micros.node, 0)} + ${round(each.micros.postgres, 0)}`, round(each.cpuRatio)])),
    '', row(['aim', 'wanted', 'measured', '']), row(['---', '---', '---', '---']),
    ...result.verdicts.map(({ name, aim, value, verdict }) => row([name, aim, round(value), verdict])),
    '', `statistics: ${result.statistics.map(({ size, ms, status }) => `${size}: ${ms === null ? `answered ${status}` : `${round(ms, 0)} ms`}`).join(', ')}`,
    `statements per request: ${Object.entries(result.statements).map(([name, count]) => `${name} ${round(count)}`).join(', ')}`,
    `resident memory of Node: ${round(result.memory.idle, 0)} MB idle, ${round(result.memory.after, 0)} MB after; limits by ${result.pgbench ? 'pgbench -M prepared' : 'a plain loop: no pgbench here'}`,
  ];
  return lines.join('\n');
}
