import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { malformedParameter, unknownParameter } from '../platform/errors.ts';
import { isDay, isInstant } from '../platform/fields.ts';

export type Query = Record<string, string | string[] | undefined>;

/** One parameter of a report: what it accepts and what OpenAPI says of it. */
export interface Parameter<T = unknown> {
  parse(value: string, name: string): T;
  schema: Record<string, unknown>;
  required?: boolean;
  description?: string;
}

const refuse = (name: string, what: string) => malformedParameter(`${name} must be ${what}`, `?${name}`);

/** A bare date (start of that day in the service's zone) or a moment with its offset. */
export const boundary = (example: string, description: string): Parameter<string> => ({
  parse: (value, name) => {
    if (!isDay(value) && !isInstant(value)) throw refuse(name, 'a date, or a date and time with an offset');
    return value;
  },
  schema: { type: 'string', example }, required: true, description,
});

/** Some of a closed list, separated by commas, each once, in the caller's order. */
export const someOf = <const T extends string>(values: readonly T[], description: string): Parameter<T[]> => ({
  parse: (value, name) => {
    const wanted = value === '' ? [] : value.split(',');
    if (new Set(wanted).size < wanted.length || !wanted.every((each) => (values as readonly string[]).includes(each))) throw refuse(name, `some of ${values.join(', ')}, each once`);
    return wanted as T[];
  },
  schema: { type: 'string', example: values[0] }, description: `${description} (${values.join(', ')}; separated by commas)`,
});

export const oneWord = <const T extends string>(values: readonly T[], description: string): Parameter<T> => ({
  parse: (value, name) => {
    if (!(values as readonly string[]).includes(value)) throw refuse(name, `one of ${values.join(', ')}`);
    return value as T;
  },
  schema: { type: 'string', enum: [...values] }, description,
});

/** Codes, separated by commas; whether they exist is the report's to say. */
export const codes = (description: string): Parameter<string[]> => ({
  parse: (value, name) => {
    const wanted = value.split(',');
    if (wanted.length > 100 || !wanted.every((each) => /^[\p{L}\p{N}{}[\]_./:-]{1,64}$/u.test(each))) throw refuse(name, 'a code, or several separated by commas');
    return wanted;
  },
  schema: { type: 'string' }, description,
});

/** Reads a query by its parameters: what is not one of them is refused, what is required must be there. */
export function read<P extends Record<string, Parameter>>(parameters: P, query: Query): { [K in keyof P]?: ReturnType<P[K]['parse']> } {
  const found: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(query)) {
    if (!Object.hasOwn(parameters, name)) throw unknownParameter(`${name} is not a parameter of this report`, `?${name}`);
    if (typeof value !== 'string' || (value === '' && name !== 'by')) throw malformedParameter(`${name} must be given once, with a value`, `?${name}`);
    found[name] = parameters[name]!.parse(value, name);
  }
  for (const [name, { required }] of Object.entries(parameters)) if (required && !(name in found)) throw malformedParameter(`${name} is needed`, `?${name}`);
  return found as { [K in keyof P]?: ReturnType<P[K]['parse']> };
}

/** Documents the parameters of a report. */
export const Parameters = (parameters: Record<string, Parameter>): MethodDecorator =>
  applyDecorators(...Object.entries(parameters).map(([name, { schema, required = false, description }]) => ApiQuery({ name, required, schema, description })));

/** Whether `Accept` asks for CSV before JSON; 406 where it names neither. */
export function wantsCsv(accept: string | undefined): boolean {
  for (const part of (accept ?? '*/*').split(',')) {
    const type = part.split(';')[0]!.trim().toLowerCase();
    if (type === 'text/csv') return true;
    if (['*/*', 'application/*', 'application/json'].includes(type)) return false;
  }
  throw Object.assign(new Error('not acceptable'), { statusCode: 406 });
}
