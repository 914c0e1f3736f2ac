import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { claim } from './lock.mjs';
import { root } from './places.mjs';
import { refusalOf, StartRefused } from './refusal.mjs';

/** Installs what the lock file names, where that is not already what stands in node_modules. */
export async function ensureInstalled({ say, signal }) {
  await onceForAll('install', { isDone: isInstalled, say, signal }, async () => {
    say('installing the dependencies (npm ci)…');
    // Started by npm, its own path is known; an operator's NODE_ENV=production must not leave the compiler out.
    const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
    await run([...npm, 'ci', '--include=dev', '--include=optional', '--loglevel=error'], 'the dependencies could not be installed; npm says why above', signal);
  });
}

/** Compiles to dist/ where the sources are not those it was compiled from. */
export async function ensureBuilt({ say, signal }) {
  await onceForAll('build', { isDone: isBuilt, say, signal }, async () => {
    say('building…');
    // Outputs of sources that are gone must go too: begin anew then. Else the compiler takes only what changed.
    const gone = Object.keys(builtFrom()).some((source) => !existsSync(join(root, source)));
    if (gone || !existsSync(stampPath)) rmSync(join(root, 'dist'), { recursive: true, force: true });
    const sources = currentSources(); // before compiling, so that an edit meanwhile makes the next start build again
    await run([process.execPath, join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json'], 'the build failed; the compiler says why above', signal);
    writeFileSync(stampPath, `${JSON.stringify(sources, null, 1)}\n`);
  });
}

// npm records what it installed in a lock file of its own, so a tree installed by hand counts as well. What is optional may be missing.
function isInstalled() {
  const path = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(path)) return false;
  const installed = JSON.parse(readFileSync(path, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([name, { version, integrity, optional, devOptional }]) => {
    const there = installed[name];
    if (name === '' || (!there && (optional || devOptional))) return true;
    return there?.version === version && there.integrity === integrity && existsSync(join(root, name));
  });
}

const stampPath = join(root, 'dist/.built-from.json');

function isBuilt() {
  return JSON.stringify(builtFrom()) === JSON.stringify(currentSources());
}

function builtFrom() {
  return existsSync(stampPath) ? JSON.parse(readFileSync(stampPath, 'utf8')) : {};
}

/** Every file the compiler reads, with the hash of its content: times lie after a `git checkout` or a copy. */
function currentSources() {
  const sources = ['src', 'migrations'].flatMap((directory) => readdirSync(join(root, directory), { recursive: true })
    .filter((file) => /\.[cm]?ts$/.test(file)).map((file) => join(directory, file)));
  return Object.fromEntries(['tsconfig.json', 'package-lock.json', ...sources.sort()]
    .map((source) => [source, createHash('sha256').update(readFileSync(join(root, source))).digest('base64url')]));
}

// `npm start` and `npm test` may begin at once in a fresh checkout: one works, the other waits and finds it done.
async function onceForAll(task, { isDone, say, signal }, work) {
  if (isDone()) return;
  try {
    mkdirSync(join(root, '.cache'), { recursive: true });
    let lock = claim(join(root, '.cache'), task);
    if (lock.holder) say(`waiting for the ${task} that process ${lock.holder} does in this checkout…`);
    for (; lock.holder; lock = claim(join(root, '.cache'), task)) await sleep(200, undefined, { signal });
    try {
      if (!isDone()) await work();
    } finally {
      lock.release();
    }
  } catch (error) {
    throw refusalOf(error, root, `Its ${task} is due: do that as a user who may write there.`);
  }
}

// SCARF_ANALYTICS: a dependency's install script would tell its maker about this machine.
function run([program, ...args], failure, signal) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, signal, env: { ...process.env, SCARF_ANALYTICS: 'false' }, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', (error) => reject(error.code === 'ENOENT' ? new StartRefused(`cannot run ${program}: it is not installed`) : error));
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new StartRefused(failure))));
  });
}
