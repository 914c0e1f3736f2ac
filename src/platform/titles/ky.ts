import { access } from './ky/access.ts';
import { cases } from './ky/cases.ts';
import { evidence } from './ky/evidence.ts';
import { operations } from './ky/operations.ts';
import { planning } from './ky/planning.ts';
import { platform } from './ky/platform.ts';
import { reference } from './ky/reference.ts';
import { reports } from './ky/reports.ts';
import { seizures } from './ky/seizures.ts';
import { units } from './ky/units.ts';

/** Titles of problems in Kyrgyz, a file for each module. */
export const ky: Record<string, string> = { ...platform, ...access, ...units, ...reference, ...cases, ...operations, ...planning, ...seizures, ...evidence, ...reports };
