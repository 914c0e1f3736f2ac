import { malformedParameter } from './errors.ts';
import { isDay, isInstant } from './fields.ts';
import { idPattern } from './ids.ts';

/** A filter of a list: what it accepts, and the condition it adds (`$` stands for its value). */
export interface Filter {
  condition: string;
  parse(value: string, name: string): unknown;
  schema: Record<string, unknown>;
  description?: string;
}

const refuse = (name: string, what: string) => malformedParameter(`${name} must be ${what}`, `?${name}`);

/** One value or several, separated by commas. */
const listed = (pattern: RegExp, what: string) => (value: string, name: string): string[] => {
  const values = value.split(',');
  if (values.length > 100 || !values.every((each) => pattern.test(each))) throw refuse(name, what);
  return values;
};

export const byId = (column: string): Filter => ({
  condition: `${column} = any($::uuid[])`, parse: listed(idPattern, 'a UUID, or several separated by commas'), schema: { type: 'string', format: 'uuid' },
});

export const byCode = (column: string, description?: string): Filter => ({
  condition: `${column} = any($::text[])`, parse: listed(/^[\p{L}\p{N}{}\[\]_./:-]{1,64}$/u, 'a code, or several separated by commas'), schema: { type: 'string' }, description,
});

export const oneOf = (column: string, values: readonly string[]): Filter => ({
  condition: `${column} = any($::text[])`,
  parse: (value, name) => {
    const wanted = value.split(',');
    if (!wanted.every((each) => values.includes(each))) throw refuse(name, `among ${values.join(', ')}`);
    return wanted;
  },
  schema: { type: 'string', enum: [...values] },
});

export const byFlag = (condition: string): Filter => ({
  condition: `(${condition}) = $::boolean`,
  parse: (value, name) => {
    if (value !== 'true' && value !== 'false') throw refuse(name, 'true or false');
    return value === 'true';
  },
  schema: { type: 'boolean' },
});

/** Words, matched by `condition`, in which `$` stands for them. */
export const byWords = (condition: string, description?: string, prepare: (words: string) => string = (words) => words): Filter => ({
  condition,
  parse: (value, name) => {
    const words = prepare(value.trim());
    if (words.length === 0 || words.length > 200 || words.includes('\0')) throw refuse(name, 'between 1 and 200 characters');
    return words;
  },
  schema: { type: 'string', maxLength: 200 },
  description,
});

/** A bare date (start of that day in the service's zone) or a moment with its offset. */
export const moment = (condition: (value: string) => string): Filter => ({
  condition: condition(`tamga.moment_of($::text)`),
  parse: (value, name) => {
    if (!isDay(value) && !isInstant(value)) throw refuse(name, 'a date, or a date and time with an offset');
    return value;
  },
  schema: { type: 'string', example: '2020-11-01' },
});

export const onDay = (condition: string, description?: string): Filter => ({
  condition,
  parse: (value, name) => {
    if (!isDay(value)) throw refuse(name, 'a date as YYYY-MM-DD');
    return value;
  },
  schema: { type: 'string', format: 'date', example: '2020-11-14' },
  description,
});
