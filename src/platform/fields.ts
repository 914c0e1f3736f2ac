import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsNumber, IsObject, IsOptional, IsString, Matches, Max, MaxLength, Min,
  MinLength, registerDecorator, ValidateNested, type ValidationOptions,
} from 'class-validator';
import { decimalPattern } from './decimals.ts';
import { idPattern } from './ids.ts';

/**
 * One decorator a field: what is accepted and what OpenAPI says of it cannot drift apart. `optional` accepts a missing
 * field and null alike: null says "not known". Views use the same decorators for their documentation.
 */
export interface FieldOptions {
  optional?: boolean;
  example?: unknown;
  description?: string;
}

function field(options: FieldOptions & Record<string, unknown>, ...rules: PropertyDecorator[]): PropertyDecorator {
  const { optional = false, ...schema } = options;
  const known = Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
  return applyDecorators(ApiProperty({ required: !optional, nullable: optional || undefined, ...known }), ...(optional ? [IsOptional()] : []), ...rules);
}

export const Id = (options: FieldOptions = {}) =>
  field({ type: String, format: 'uuid', example: '0190f3a4-7c1e-7c3b-9d52-3f1f6a2b8c01', ...options },
    Matches(idPattern, { message: 'must be a UUID', context: { code: 'id.malformed' } }));

export const Text = (options: FieldOptions & { min?: number; max?: number; pattern?: RegExp } = {}) => {
  const { min = 1, max = 500, pattern, ...rest } = options;
  return field({ type: String, minLength: min, maxLength: max, pattern: pattern?.source, ...rest }, IsString(), MinLength(min), MaxLength(max),
    Matches(pattern ?? /\S/, { message: pattern ? `must match ${pattern.source}` : 'must not be blank' }));
};

/** Words of any length that a report needs: up to 20,000 characters. */
export const Prose = (options: FieldOptions = {}) => Text({ max: 20_000, ...options });

/** A code of reference data, a unit, an officer. Whether it exists is the service's to say. */
export const Code = (options: FieldOptions & { max?: number } = {}) => Text({ max: 64, pattern: /^[^\s]+$/, ...options });

export const OneOf = (values: readonly string[], options: FieldOptions = {}) =>
  field({ enum: [...values], example: values[0], ...options }, IsIn([...values], { message: `must be one of ${values.join(', ')}` }));

/** A decimal as a string, never a number: `^\d{1,15}(\.\d{1,9})?$`. */
export const DecimalText = (options: FieldOptions & { positive?: boolean; max?: number } = {}) => {
  const { positive = false, max, ...rest } = options;
  return field({ type: String, pattern: decimalPattern.source, example: '8.268', ...rest }, IsString(),
    Matches(decimalPattern, { message: 'must be a decimal string without sign or exponent, 15 digits and 9 decimals at most', context: { code: 'decimal.malformed' } }),
    ...(positive ? [rule('positive', (value) => typeof value !== 'string' || /[1-9]/.test(value), 'must be greater than zero')] : []),
    ...(max === undefined ? [] : [rule('atMost', (value) => typeof value !== 'string' || Number(value) <= max, `must be at most ${max}`)]));
};

export const Whole = (options: FieldOptions & { min?: number; max?: number } = {}) => {
  const { min = 0, max = 1_000_000_000, ...rest } = options;
  return field({ type: 'integer', minimum: min, maximum: max, example: 1, ...rest }, IsInt(), Min(min), Max(max));
};

/** A coordinate: the only kind of number that is not exact, and not a quantity. */
export const Degrees = (limit: 90 | 180, options: FieldOptions = {}) =>
  field({ type: Number, minimum: -limit, maximum: limit, ...options }, IsNumber({ maxDecimalPlaces: 9 }), Min(-limit), Max(limit));

export const Flag = (options: FieldOptions = {}) => field({ type: Boolean, example: true, ...options }, IsBoolean());

/** A moment, RFC 3339 with its offset: `2020-11-14T05:40:00+06:00`. Answers are in UTC. */
export const Instant = (options: FieldOptions = {}) =>
  field({ type: String, format: 'date-time', example: '2020-11-14T05:40:00+06:00', ...options },
    rule('instant', isInstant, 'must be an RFC 3339 date and time with an offset', 'time.malformed'));

/** A bare date, of the service's own time zone: `2020-11-14`. */
export const Day = (options: FieldOptions = {}) =>
  field({ type: String, format: 'date', example: '2020-11-14', ...options }, rule('day', isDay, 'must be a date as YYYY-MM-DD', 'date.malformed'));

export const Part = (type: () => new () => object, options: FieldOptions = {}) =>
  field({ type: () => type(), ...options }, IsObject(), ValidateNested(), Type(type));

export const Parts = (type: () => new () => object, options: FieldOptions & { min?: number; max?: number } = {}) => {
  const { min = 0, max = 1000, ...rest } = options;
  return field({ type: () => type(), isArray: true, ...rest }, IsArray(), ArrayMinSize(min), ArrayMaxSize(max), IsObject({ each: true }), ValidateNested({ each: true }), Type(type));
};

/** A list of codes or short texts, each once. */
export const Texts = (options: FieldOptions & { max?: number; each?: readonly string[]; pattern?: RegExp } = {}) => {
  const { max = 200, each, pattern, ...rest } = options;
  return field({ type: String, isArray: true, ...(each ? { enum: [...each] } : {}), ...rest }, IsArray(), ArrayMaxSize(max), ArrayUnique(),
    IsString({ each: true }), MaxLength(500, { each: true }), Matches(pattern ?? /\S/, { each: true, message: 'each must be a text' }),
    ...(each ? [IsIn([...each], { each: true })] : []));
};

function rule(name: string, holds: (value: unknown) => boolean, message: string, code?: string): PropertyDecorator {
  const options: ValidationOptions = { message, context: code ? { code } : undefined };
  return (target, propertyName) =>
    registerDecorator({ name, target: target.constructor, propertyName: String(propertyName), options, validator: { validate: holds } });
}

const instantPattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

export function isInstant(value: unknown): boolean {
  const match = typeof value === 'string' && value.length <= 40 ? instantPattern.exec(value) : null;
  return match !== null && isDay(match[1]);
}

export function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^(1[89]|2[01])\d\d-\d\d-\d\d$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** Shapes that many bodies share. */
export class Location {
  @Degrees(90, { example: 40.7 }) lat: number;
  @Degrees(180, { example: 72.86 }) lon: number;
  @Whole({ optional: true, example: 50, max: 1_000_000, description: 'metres; how sure the place is' }) accuracyMeters?: number | null;
}

export class Names {
  @Text({ example: 'Heroin' }) en: string;
  @Text({ optional: true, example: 'Героин' }) ru?: string | null;
  @Text({ optional: true, example: 'Героин' }) ky?: string | null;
}

/** A body that only gives its reason. */
export class Reasoned {
  @Text({ optional: true, max: 2000, example: 'Typing error in the protocol' }) reason?: string | null;
}
