import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './sources.ts';

/** What a human is to look at when it changes: compared with the file; UPDATE_GOLDEN=1 writes it anew for the reviewer of the commit. */
export function expectGolden(file: string, text: string): void {
  const path = join(root, file);
  if (process.env['UPDATE_GOLDEN']) writeFileSync(path, text);
  const kept = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (kept === text) return;
  const were = new Set(kept.split('\n'));
  const are = new Set(text.split('\n'));
  const difference = [...[...were].filter((line) => !are.has(line)).map((line) => `- ${line}`), ...[...are].filter((line) => !were.has(line)).map((line) => `+ ${line}`)];
  throw new Error(`${file} is not what the code says now. Where the change is meant: UPDATE_GOLDEN=1 npm test -- test/architecture, and commit the file with it.\n${difference.slice(0, 40).join('\n')}`);
}

/** Fails with every offender and what to do about them. */
export function expectNone(offenders: readonly string[], advice: string): void {
  if (offenders.length > 0) throw new Error(`${advice}\n${offenders.map((each) => `  ${each}`).join('\n')}`);
}
