import { requireNode } from './node-version.mjs';

requireNode();
import('./check.mjs').then((checker) => checker.check(process.argv.slice(2)));
