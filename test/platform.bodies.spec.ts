import { type DomainError } from '../src/platform/errors.ts';
import { isDay, isInstant } from '../src/platform/fields.ts';
import { decimalPattern, plain } from '../src/platform/decimals.ts';
import { fingerprintOf, idPattern, newId } from '../src/platform/ids.ts';
import { parseStrictly } from '../src/platform/json.ts';
import { languageOf } from '../src/platform/languages.ts';

const parse = (text: string | Buffer) => parseStrictly(Buffer.isBuffer(text) ? text : Buffer.from(text));
const refusal = (text: string | Buffer): DomainError => {
  try {
    parse(text);
  } catch (error) {
    return error as DomainError;
  }
  throw new Error('accepted');
};

describe('a body is read strictly', () => {
  it('gives what JSON.parse gives where nothing is wrong', () => {
    for (const text of ['{"a":[1,"x\\"y:",{"b":null}],"c":"d: \\\\"}', '{}', '[]', '{"ключ":"значение: 😀"}', '{"a":{"a":{"a":1}}}']) {
      expect(parse(text)).toEqual(JSON.parse(text));
    }
  });

  it.each([
    ['a repeated key', '{"a":1,"a":2}'], ['a repeated key below', '{"x":{"a":1,"b":[{"c":1,"c":1}]}}'], ['a key repeated through an escape', '{"a":1,"\\u0061":2}'],
    ['__proto__', '{"__proto__":{"admin":true}}'], ['constructor', '{"a":{"constructor":1}}'], ['NUL', '{"a":"x\\u0000y"}'], ['NUL in a key', '{"a\\u0000":1}'],
    ['half a surrogate pair', '{"a":"\\ud800"}'], ['a number beyond doubles', '{"a":1e400}'], ['NaN', '{"a":NaN}'], ['a trailing comma', '{"a":1,}'], ['two values', '{}{}'],
    ['nothing', ''], ['depth', '['.repeat(40) + ']'.repeat(40)], ['great depth', '['.repeat(100_000) + ']'.repeat(100_000)], ['a byte order mark', '\ufeff{}'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d])], ['a long array', `[${'0,'.repeat(10_001)}0]`],
  ])('refuses %s', (_, text) => {
    expect(refusal(text).spec.code).toBe('body.malformed');
  });

  it('points to where NUL stands', () => {
    expect(refusal('{"a":[{"b/c":"\\u0000"}]}').faults[0]!.pointer).toBe('/a/0/b~1c');
  });

  it('reads a long hostile string in linear time', () => {
    const body = `{"a":"${'\\\\'.repeat(400_000)}"}`;
    expect((parse(body) as { a: string }).a).toHaveLength(400_000);
  });
});

describe('values', () => {
  it('takes decimals without sign and exponent, 15 digits and 9 decimals at most', () => {
    for (const good of ['0', '8.268', '999999999999999.999999999', '0.000000001', '007']) expect(good).toMatch(decimalPattern);
    for (const bad of ['', '-1', '+1', '1e3', '.5', '5.', '1.0000000001', '1000000000000000', 'NaN', '1,5', ' 1', '1 ', '١']) expect(bad).not.toMatch(decimalPattern);
  });

  it('drops trailing zeros and nothing else', () => {
    expect(['8.268000', '100', '100.0', '0.10', '10'].map((each) => plain(each))).toEqual(['8.268', '100', '100', '0.1', '10']);
    expect(plain(null)).toBeNull();
  });

  it('takes moments with an offset that exist', () => {
    for (const good of ['2020-11-14T05:40:00+06:00', '2020-02-29T23:59:59.123456Z', '1999-12-31T00:00:00-11:30']) expect(isInstant(good)).toBe(true);
    for (const bad of ['2020-11-14T05:40:00', '2020-11-14', '2021-02-29T00:00:00Z', '2020-11-14T24:00:00Z', '2020-11-14T23:59:60Z', '0000-01-01T00:00:00Z', '10000-01-01T00:00:00Z', 5, null, `2020-11-14T05:40:00.${'1'.repeat(60)}Z`]) {
      expect(isInstant(bad)).toBe(false);
    }
    expect(isDay('2020-02-30')).toBe(false);
    expect(isDay('2020-11-14')).toBe(true);
  });

  it('makes UUIDs of version 7 that sort by time', () => {
    const made = Array.from({ length: 2000 }, (_, index) => newId(1_600_000_000_000 + index));
    expect(new Set(made).size).toBe(2000);
    expect([...made].sort()).toEqual(made);
    for (const id of made) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(made[0]).toMatch(idPattern);
  });

  it('knows a body by its content, whatever the order of its keys', () => {
    expect(fingerprintOf({ a: 1, b: { c: [1, 2], d: null } })).toBe(fingerprintOf({ b: { d: null, c: [1, 2] }, a: 1 }));
    expect(fingerprintOf({ a: [1, 2] })).not.toBe(fingerprintOf({ a: [2, 1] }));
  });

  it('chooses a language by weight', () => {
    expect(languageOf('de, ky;q=0.5, ru;q=0.9')).toBe('ru');
    expect(languageOf('ky-KG')).toBe('ky');
    expect(languageOf('ru;q=0, en')).toBe('en');
    expect(languageOf(undefined)).toBe('en');
  });
});
