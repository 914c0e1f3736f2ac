import { malformedBody } from './errors.ts';

const maxDepth = 32;
const maxArray = 10_000;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** A string of JSON text, and whether a colon follows it (then it is a key). Linear: no two parts can match the same text. */
const strings = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/gs;

/**
 * Parses a body more strictly than `JSON.parse`: UTF-8 without a fault, no repeated key (which one would count?), no
 * `__proto__` or `constructor` key, no NUL and no lone surrogate (PostgreSQL cannot keep them), depth and arrays bounded.
 */
export function parseStrictly(body: Buffer): unknown {
  let text: string;
  let value: unknown;
  try {
    text = decoder.decode(body);
    value = JSON.parse(text);
  } catch {
    throw malformedBody();
  }
  let keys = 0;
  const walk = (node: unknown, pointer: string, depth: number): void => {
    if (typeof node === 'string') {
      if (node.includes('\0') || !node.isWellFormed()) throw malformedBody('A string holds NUL or half a surrogate pair', pointer);
    } else if (typeof node === 'number') {
      if (!Number.isFinite(node)) throw malformedBody('A number is out of range', pointer);
    } else if (typeof node === 'object' && node !== null) {
      if (depth > maxDepth) throw malformedBody(`Nested deeper than ${maxDepth}`, pointer.slice(0, 200));
      if (Array.isArray(node)) {
        if (node.length > maxArray) throw malformedBody(`More than ${maxArray} elements`, pointer);
        node.forEach((each, index) => walk(each, `${pointer}/${index}`, depth + 1));
        return;
      }
      for (const key of Object.keys(node)) {
        keys += 1;
        if (key === '__proto__' || key === 'constructor' || key === 'prototype') throw malformedBody(`The key ${key} is not allowed`, pointer);
        if (key.includes('\0') || !key.isWellFormed()) throw malformedBody('A key holds NUL or half a surrogate pair', pointer);
        walk((node as Record<string, unknown>)[key], `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1);
      }
    }
  };
  walk(value, '', 0);
  let written = 0;
  for (const match of text.matchAll(strings)) if (match[1] !== undefined) written += 1;
  if (written !== keys) throw malformedBody('An object repeats a key');
  return value;
}
