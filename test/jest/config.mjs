import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rootDir = fileURLToPath(new URL('../..', import.meta.url));
const kinds = process.env.TAMGA_TEST_TOOLS ? 'tools-spec' : '(spec|e2e-spec)';

export default {
  rootDir,
  // Only what jest has to know by name: its crawler would otherwise wander through .data/ and dist/.
  roots: ['test', 'src', 'migrations'].map((directory) => join(rootDir, directory)).filter((directory) => existsSync(directory)),
  testMatch: [`**/test/**/*.${kinds}.ts`],
  testEnvironment: 'node',
  // Node 20 cannot require ES modules inside jest, so dependencies that are such are compiled too: ignore none.
  transformIgnorePatterns: [],
  transform: { '\\.[cm]?[jt]s$': '<rootDir>/test/jest/transform.cjs' },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  globalSetup: '<rootDir>/test/jest/global-setup.ts',
  globalTeardown: '<rootDir>/test/jest/global-teardown.ts',
  maxWorkers: 2,
  testTimeout: 30_000,
  watchman: false,
};
