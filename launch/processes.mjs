import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

// Process numbers are used again, in a container within minutes. A number with its start time is not.

/** When process `pid` started, as text no other process of that number repeats; undefined once it is gone or a zombie. */
export function startedAt(pid) {
  if (process.platform !== 'linux') return startedAtByPs(pid);
  const stat = readProc(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The command name may hold spaces and brackets, so count from the last bracket: the state is first, the start time the twentieth.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return `${fields[19]}@${readProc('/proc/sys/kernel/random/boot_id')?.trim()}`;
}

/** The words process `pid` was started with; empty once it is gone. */
export function commandLine(pid) {
  if (process.platform === 'linux') return (readProc(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' ');
  return ps(pid, 'args=');
}

/** Waits until process `pid` has ended; false when it outlives `withinMs`. */
export async function hasEnded(pid, withinMs) {
  for (const deadline = Date.now() + withinMs; startedAt(pid) !== undefined; await sleep(20)) {
    if (Date.now() > deadline) return false;
  }
  return true;
}

function readProc(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return undefined;
    throw error;
  }
}

function startedAtByPs(pid) {
  const [state, ...started] = ps(pid, 'stat=,lstart=').trim().split(/\s+/);
  return state && !state.startsWith('Z') ? started.join('-') : undefined;
}

function ps(pid, columns) {
  try {
    return execFileSync('ps', ['-ww', '-o', columns, '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    if (error.status === 1) return ''; // how ps says that there is no such process
    throw error;
  }
}
