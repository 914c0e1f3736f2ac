import { readdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { startedAt } from './processes.mjs';

// A lock that a killed process cannot leave shut and two starters cannot both take.
// Each holder makes the next generation, a symbolic link `lock.<n>` that says who holds it: making a link is atomic together with
// its text, and fails where another made the same generation first. Generations only grow, so who acted on an old look at the
// directory finds a higher one beside his own and steps back. That is what deleting a stale lock file cannot promise.

/** Takes `directory` for this process: `{ release }`, or `{ holder }` with the number of the living process that has it. */
export function claim(directory, name = 'lock') {
  const path = (generation) => join(directory, `${name}.${generation}`);
  for (;;) {
    const generations = generationsIn(directory, name);
    const latest = Math.max(0, ...generations);
    const holder = holderOf(path(latest));
    if (holder) return { holder };
    const mine = latest + 1;
    if (!madeLink(`${process.pid} ${startedAt(process.pid)}`, path(mine))) continue;
    if (Math.max(...generationsIn(directory, name)) !== mine) {
      rmSync(path(mine), { force: true });
      continue;
    }
    for (const old of generations) rmSync(path(old), { force: true });
    return {
      release() {
        madeLink('released', path(mine + 1));
        rmSync(path(mine), { force: true });
      },
    };
  }
}

/** The number of the living process that holds `directory`, if any. */
export function holderIn(directory, name = 'lock') {
  return holderOf(join(directory, `${name}.${Math.max(0, ...generationsIn(directory, name))}`));
}

function generationsIn(directory, name) {
  return readdirSync(directory).filter((file) => file.startsWith(`${name}.`) && /^\.\d+$/.test(file.slice(name.length)))
    .map((file) => Number(file.slice(name.length + 1)));
}

function madeLink(text, path) {
  try {
    symlinkSync(text, path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(path) {
  let text;
  try {
    text = readlinkSync(path);
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
  const [pid, started] = text.split(' ');
  return started !== undefined && startedAt(pid) === started ? Number(pid) : undefined;
}
