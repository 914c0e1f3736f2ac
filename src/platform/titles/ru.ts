import { access } from './ru/access.ts';
import { cases } from './ru/cases.ts';
import { evidence } from './ru/evidence.ts';
import { operations } from './ru/operations.ts';
import { planning } from './ru/planning.ts';
import { platform } from './ru/platform.ts';
import { reference } from './ru/reference.ts';
import { reports } from './ru/reports.ts';
import { seizures } from './ru/seizures.ts';
import { units } from './ru/units.ts';

/** Titles of problems in Russian, a file for each module. */
export const ru: Record<string, string> = { ...platform, ...access, ...units, ...reference, ...cases, ...operations, ...planning, ...seizures, ...evidence, ...reports };
