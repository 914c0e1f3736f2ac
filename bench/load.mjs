import { createConnection } from 'node:net';

/*
 * The load generator: a process of its own, HTTP/1.1 over raw sockets, kept alive, one request in flight on each. It only
 * writes prepared bytes and looks for the end of each answer, so that it takes as little of the processors as it can.
 */

process.on('message', async (order) => process.send(await run(order)));
process.on('disconnect', () => process.exit());

/** @returns count of answers, those not of the 2xx class, seconds it took and latencies in milliseconds, sorted. */
async function run({ host, port, requests, connections, seconds }) {
  const buffers = requests.map((text) => Buffer.from(text, 'utf8'));
  const latencies = [];
  const refused = {};
  const began = performance.now();
  const ends = began + seconds * 1000;
  let bytes = 0;
  await Promise.all(Array.from({ length: connections }, (_, index) => new Promise((resolve, reject) => {
    const socket = createConnection({ host, port, noDelay: true });
    // Each connection has its own place to begin in the requests, and its own stride through them.
    let next = Math.floor((index * buffers.length) / connections);
    let sent = 0;
    let held = [];
    const send = () => {
      if (performance.now() >= ends) return socket.end(() => resolve());
      sent = performance.now();
      socket.write(buffers[(next += 1) % buffers.length]);
    };
    socket.on('connect', send).on('error', reject).on('close', () => resolve());
    socket.on('data', (chunk) => {
      held.push(chunk);
      const answer = held.length === 1 ? chunk : Buffer.concat(held);
      const length = lengthOf(answer);
      if (length === undefined || answer.length < length) return;
      held = [];
      bytes += length;
      latencies.push(performance.now() - sent);
      const status = answer.latin1Slice(9, 12);
      if (status[0] !== '2') refused[status] = { count: (refused[status]?.count ?? 0) + 1, example: answer.toString('utf8').slice(-600) };
      send();
    });
  })));
  return { count: latencies.length, refused, bytes, seconds: (performance.now() - began) / 1000, latencies: latencies.sort((a, b) => a - b) };
}

/** How long the whole answer is; undefined while its head is not all there. */
function lengthOf(answer) {
  const end = answer.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const match = /\r\ncontent-length: (\d+)/i.exec(answer.latin1Slice(0, end));
  if (!match) throw new Error(`an answer without a length: ${answer.latin1Slice(0, end)}`);
  return end + 4 + Number(match[1]);
}
