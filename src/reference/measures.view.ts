import { plain } from '../platform/decimals.ts';
import { Day, DecimalText, Id, OneOf, Part, Text, Whole } from '../platform/fields.ts';
import type { InLanguages } from '../platform/languages.ts';
import { AllNames } from './reference.dto.ts';
import { forms, groups, levels, standings, unitKinds } from './vocabulary.ts';

export class MeasurementUnitView {
  @Id() id: string;
  @Whole() version: number;
  @Text({ example: 'kg', description: 'UCUM, or a count in braces' }) code: string;
  @OneOf(unitKinds) kind: string;
  @Text({ optional: true, example: 'g', description: 'The unit it is measured in; null for a count' }) base: string | null;
  @DecimalText({ optional: true, example: '1000', description: 'Base units in one of it' }) factorToBase: string | null;
  @Part(() => AllNames) names: InLanguages;
  @Text() source: string;

  static of({ id, version, code, kind, base, factorToBase, names, source }: MeasurementUnitView): MeasurementUnitView {
    return { id, version, code, kind, base, factorToBase: plain(factorToBase), names, source };
  }
}

export class ConversionFactorView {
  @Id() id: string;
  @Whole() version: number;
  @Text({ example: 'heroin_tablet' }) code: string;
  @Text({ optional: true, example: 'heroin' }) substance: string | null;
  @OneOf(groups, { optional: true }) group: string | null;
  @OneOf(forms, { optional: true, example: 'tablet' }) form: string | null;
  @Text({ example: '{tablet}' }) unit: string;
  @DecimalText({ example: '0.03' }) gramsPerUnit: string;
  @OneOf(standings) status: string;
  @Day({ optional: true, description: 'Null: not known since when' }) from: string | null;
  @Day({ optional: true }) to: string | null;
  @Text() source: string;

  static of({ id, version, code, substance, group, form, unit, gramsPerUnit, status, from, to, source }: ConversionFactorView): ConversionFactorView {
    return { id, version, code, substance, group, form, unit, gramsPerUnit: plain(gramsPerUnit), status, from, to, source };
  }
}

export class PriceView {
  @Id() id: string;
  @Whole() version: number;
  @Text({ example: 'heroin' }) substance: string;
  @OneOf(forms, { optional: true }) form: string | null;
  @Text({ optional: true, example: 'KG-O', description: 'Null: in the whole country' }) territory: string | null;
  @OneOf(levels) level: string;
  @DecimalText({ example: '6500' }) amount: string;
  @Text({ example: 'USD' }) currency: string;
  @Text({ example: 'kg' }) unit: string;
  @Day() from: string;
  @Day({ optional: true }) to: string | null;
  @Text() source: string;

  static of({ id, version, substance, form, territory, level, amount, currency, unit, from, to, source }: PriceView): PriceView {
    return { id, version, substance, form, territory, level, amount: plain(amount), currency, unit, from, to, source };
  }
}

export class ExchangeRateView {
  @Id() id: string;
  @Whole() version: number;
  @Text({ example: 'KGS' }) currency: string;
  @Text({ example: 'USD' }) per: string;
  @DecimalText({ example: '84.6601', description: 'Units of `currency` for one of `per`' }) rate: string;
  @Day() on: string;
  @Text() source: string;

  static of({ id, version, currency, per, rate, on, source }: ExchangeRateView): ExchangeRateView {
    return { id, version, currency, per, rate: plain(rate), on, source };
  }
}
