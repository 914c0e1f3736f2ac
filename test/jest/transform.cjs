'use strict';
const { createHash } = require('node:crypto');
const { existsSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const swc = require('@swc/core');

// jest on Node 20 runs CommonJS only. TypeScript is compiled to it, and so are dependencies that are ES modules; all else stays as it is.

const own = createHash('sha256').update(readFileSync(__filename)).update(swc.version).update(process.version).digest('hex');
const isModuleIn = new Map();

/** Does the nearest package.json of this directory say "type": "module"? */
function isModuleDirectory(directory) {
  if (!isModuleIn.has(directory)) {
    const manifest = join(directory, 'package.json');
    const type = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).type ?? 'commonjs' : undefined;
    isModuleIn.set(directory, type ? type === 'module' : dirname(directory) !== directory && isModuleDirectory(dirname(directory)));
  }
  return isModuleIn.get(directory);
}

function syntaxOf(path) {
  if (/\.[cm]?ts$/.test(path)) return 'typescript';
  if (path.endsWith('.mjs') || (path.endsWith('.js') && isModuleDirectory(dirname(path)))) return 'ecmascript';
  return undefined;
}

module.exports = {
  getCacheKey(source, path) {
    return createHash('sha256').update(own).update('\0').update(path).update('\0').update(String(syntaxOf(path))).update('\0').update(source).digest('hex');
  },
  process(source, path) {
    const syntax = syntaxOf(path);
    if (!syntax) return { code: source };
    return swc.transformSync(source, {
      filename: path,
      configFile: false,
      swcrc: false,
      sourceMaps: syntax === 'typescript',
      jsc: {
        target: 'es2023',
        parser: { syntax, decorators: syntax === 'typescript' },
        transform: syntax === 'typescript' ? { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false } : undefined,
        keepClassNames: true,
      },
      module: { type: 'commonjs', strictMode: true },
    });
  },
};
