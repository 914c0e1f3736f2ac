import 'reflect-metadata';
import { join } from 'node:path';
import { declaredErrors } from '../../src/platform/errors.ts';
import { problemOf } from '../../src/platform/problem.filter.ts';
import { expectGolden, expectNone } from './golden.ts';
import { filesIn, root } from './sources.ts';

// Every file that declares one: `define` throws where a code is declared twice.
beforeAll(() => {
  for (const path of filesIn('src', /(\.errors|errors)\.ts$/)) require(join(root, path));
  require(join(root, 'src/app.module.ts'));
});

/** What the edge answers without an error of the product's own: by HTTP status, or by PostgreSQL's. */
const atTheEdge = () => {
  const byHttp = Array.from({ length: 100 }, (_, index) => problemOf({ statusCode: 400 + index }));
  const bySql = ['23502', '22021', 'XX000'].map((code) => problemOf({ code }));
  return [...new Map([...byHttp, ...bySql].map((each) => [each.code, each])).values()];
};

describe('errors', () => {
  it('have a code of the form area.what and words that say what is wrong', () => {
    const odd = declaredErrors().filter(({ code, title }) => !/^[a-z][a-z-]*\.[a-z][a-z-]*$/.test(code) || title.length < 8 || /\.$/.test(title));
    expectNone(odd.map(({ code, title }) => `${code}: ${title}`), 'A code is `area.what-is-wrong` in lower case; its title a sentence without a full stop:');
  });

  it('are documented, every one', () => {
    const rows = [...declaredErrors().map((spec) => ({ ...problemOf(Object.assign(new Error(), { statusCode: 0 })), ...spec, status: statusOf(spec.code) })), ...atTheEdge()]
      .map(({ code, status, title }) => ({ code, status, title }));
    const unique = [...new Map(rows.map((row) => [row.code, row])).values()].sort((a, b) => (a.code < b.code ? -1 : 1));
    expectGolden('docs/guides/error-codes.md', [
      '# Error codes', '',
      'Every refusal is RFC 9457 `application/problem+json`; decide on `code`, which never changes. `errors[]` names each fault with a JSON pointer.',
      'Made from the code by `UPDATE_GOLDEN=1 npm test -- test/architecture`.', '',
      '| code | status | meaning |', '|---|---|---|', ...unique.map(({ code, status, title }) => `| \`${code}\` | ${status} | ${title} |`), '',
    ].join('\n'));
  });
});

function statusOf(code: string): number {
  const { DomainError } = require(join(root, 'src/platform/errors.ts')) as typeof import('../../src/platform/errors.ts');
  return problemOf(new DomainError(declaredErrors().find((spec) => spec.code === code)!)).status;
}
