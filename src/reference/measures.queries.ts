import { byCode, oneOf, onDay } from '../platform/list-filters.ts';
import type { ListSpec } from '../platform/lists.ts';
import { ConversionFactorView, ExchangeRateView, MeasurementUnitView, PriceView } from './measures.view.ts';
import { inForceOn } from './reference.search.ts';
import { groups, levels, standings, unitKinds } from './vocabulary.ts';

export const measurementUnitList: ListSpec<MeasurementUnitView, MeasurementUnitView> = {
  name: 'measurement-units',
  select: `u.id, u.version, u.code, u.kind, u.base, u.factor_to_base as "factorToBase", jsonb_build_object('en', u.name_en, 'ru', u.name_ru, 'ky', u.name_ky) as names, u.source`,
  from: 'measurement_units u',
  filters: { code: byCode('u.code'), kind: oneOf('u.kind', unitKinds) },
  order: { column: 'u.code', type: 'text', descending: false, id: 'u.id' },
  view: MeasurementUnitView.of,
  columns: ['code', 'kind', 'base', 'factorToBase', 'names.en', 'names.ru', 'names.ky', 'source'],
};

export const conversionFactorList: ListSpec<ConversionFactorView, ConversionFactorView> = {
  name: 'conversion-factors',
  select: `f.id, f.version, f.code, f.substance, f.substance_group as "group", f.form, f.unit, f.grams_per_unit as "gramsPerUnit", f.status,
    f.valid_from as "from", f.valid_to as "to", f.source`,
  from: 'conversion_factors f',
  filters: {
    code: byCode('f.code'), substance: byCode('f.substance'), group: oneOf('f.substance_group', groups), form: byCode('f.form'), unit: byCode('f.unit'),
    status: oneOf('f.status', standings), on: inForceOn('f'),
  },
  order: { column: 'f.code', type: 'text', descending: false, id: 'f.id' },
  view: ConversionFactorView.of,
  columns: ['code', 'substance', 'group', 'form', 'unit', 'gramsPerUnit', 'status', 'from', 'to', 'source'],
};

export const priceList: ListSpec<PriceView, PriceView> = {
  name: 'prices',
  select: 'p.id, p.version, p.substance, p.form, p.territory, p.level, p.amount, p.currency, p.unit, p.valid_from as "from", p.valid_to as "to", p.source',
  from: 'prices p',
  filters: {
    substance: byCode('p.substance'), form: byCode('p.form'), territory: byCode('p.territory'), level: oneOf('p.level', levels), currency: byCode('p.currency'),
    unit: byCode('p.unit'), on: inForceOn('p'),
  },
  order: { column: 'p.valid_from', type: 'date', descending: true, id: 'p.id' },
  view: PriceView.of,
  columns: ['substance', 'form', 'territory', 'level', 'amount', 'currency', 'unit', 'from', 'to', 'source'],
};

export const exchangeRateList: ListSpec<ExchangeRateView, ExchangeRateView> = {
  name: 'exchange-rates',
  select: 'x.id, x.version, x.currency, x.per, x.rate, x."on", x.source',
  from: 'exchange_rates x',
  filters: {
    currency: byCode('x.currency'), per: byCode('x.per'),
    on: onDay('x."on" = (select max(e."on") from exchange_rates e where e.currency = x.currency and e.per = x.per and e."on" <= $::date)',
      'The rate of that day or, where none is recorded, the last one before it'),
  },
  order: { column: 'x."on"', type: 'date', descending: true, id: 'x.id' },
  view: ExchangeRateView.of,
  columns: ['currency', 'per', 'rate', 'on', 'source'],
};
