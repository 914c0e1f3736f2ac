import { Code, Day, DecimalText, OneOf, Text } from '../platform/fields.ts';
import { Sourced } from './reference.dto.ts';
import { forms, groups, levels, standings } from './vocabulary.ts';

const currency = /^[A-Z]{3}$/;

export class RecordConversionFactor extends Sourced {
  @Text({ max: 64, pattern: /^[a-z0-9][a-z0-9_]{0,63}$/, example: 'opium_capsule_2022' }) code: string;
  @Code({ optional: true, example: 'opium', description: 'Null with `group` null: whatever the substance' }) substance?: string | null;
  @OneOf(groups, { optional: true, example: null, description: 'In place of a substance: every substance of the group' }) group?: string | null;
  @OneOf(forms, { optional: true, example: 'capsule', description: 'Null: whatever its form' }) form?: string | null;
  @Code({ example: '{capsule}' }) unit: string;
  @DecimalText({ positive: true, example: '0.3', description: 'Grams in one of the unit' }) gramsPerUnit: string;
  @OneOf(standings, { description: 'How well it is founded' }) status: string;
  @Day({ optional: true, example: '2022-01-01', description: 'Null: since when it holds is not known' }) from?: string | null;
  @Day({ optional: true, example: '2030-01-01' }) to?: string | null;
}

export class RecordPrice extends Sourced {
  @Code({ example: 'heroin' }) substance: string;
  @OneOf(forms, { optional: true, example: 'powder', description: 'Null: whatever its form' }) form?: string | null;
  @Code({ optional: true, example: 'KG-O', description: 'Null: in the whole country' }) territory?: string | null;
  @OneOf(levels, { example: 'wholesale' }) level: string;
  @DecimalText({ positive: true, example: '6500', description: 'For one of the unit' }) amount: string;
  @Text({ min: 3, max: 3, pattern: currency, example: 'USD', description: 'ISO 4217' }) currency: string;
  @Code({ example: 'kg' }) unit: string;
  @Day({ example: '2020-01-01' }) from: string;
  @Day({ optional: true, example: '2021-01-01' }) to?: string | null;
}

export class RecordExchangeRate extends Sourced {
  @Text({ min: 3, max: 3, pattern: currency, example: 'KGS', description: 'ISO 4217' }) currency: string;
  @Text({ min: 3, max: 3, pattern: currency, example: 'USD', description: 'ISO 4217' }) per: string;
  @DecimalText({ positive: true, example: '84.6601', description: 'Units of `currency` for one of `per`' }) rate: string;
  @Day({ example: '2020-11-14' }) on: string;
}
