import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** User and system seconds of a process, of all its living descendants, and of those it has buried. */
export function cpuSecondsOf(root) {
  const processes = new Map();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = statOf(entry);
    if (stat) processes.set(Number(entry), stat);
  }
  let ticks = 0;
  const add = (pid) => {
    const stat = processes.get(pid);
    if (stat) ticks += stat.own + stat.buried;
    for (const [child, { parent }] of processes) if (parent === pid) add(child);
  };
  add(root);
  return ticks / ticksPerSecond;
}

function statOf(pid) {
  let text;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined; // it has ended meanwhile
  }
  // The name, in parentheses, may hold anything; the fourth field is the parent, 14 to 17 are the times.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ').map(Number);
  return { parent: fields[1], own: fields[11] + fields[12], buried: fields[13] + fields[14] };
}

/** Resident memory in MB. */
export function residentMemoryOf(pid) {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
}
