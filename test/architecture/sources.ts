import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export const root = join(__dirname, '../..');

/** The order of the house: time. A module imports only from those before it; foreign keys point the same way. */
export const order = [
  'platform', 'access', 'audit', 'reference', 'units', 'cases', 'operations', 'planning', 'seizures', 'evidence', 'center', 'reports', 'imports', 'demonstration',
] as const;

export interface Source {
  /** From the root: `src/seizures/seizure.dto.ts`. */
  path: string;
  text: string;
  lines: number;
  imports: { path: string; isType: boolean }[];
}

/** Files below a folder of the repository, as paths from the root. */
export const filesIn = (folder: string, form: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((file) => form.test(file)).map((file) => join(folder, file)).sort();

const importing = /^(import|export)\s+(type\s)?[^;'"]*?from\s+'(\.[^']+)'|^import\s+()()'(\.[^']+)'|\b(?:import|require)\(\s*()()()'(\.[^']+)'\s*\)/gms;

export function sourceOf(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const imports = [...text.matchAll(importing)].map((match) => {
    const target = match[3] ?? match[6] ?? match[10]!;
    return { path: relative(root, join(root, dirname(path), target)), isType: match[2] !== undefined && match[2] !== '' };
  });
  return { path, text, lines: text.split('\n').length - 1, imports };
}

export const sources = (): Source[] => filesIn('src', /\.ts$/).map(sourceOf);

/** The module a file of src/ belongs to; undefined for the few at its top, which wire the modules together. */
export const moduleOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1];
