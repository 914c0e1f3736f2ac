import { requireNode } from './node-version.mjs';

requireNode();
import('./write-schema.mjs').then(({ writeSchema }) => writeSchema()).catch((error) => {
  console.error(`tamga: ${error.stack}`);
  process.exitCode = 1;
});
