import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import type { Made } from '../platform/answers.ts';
import type { RecordConversionFactor, RecordExchangeRate, RecordPrice } from './measures.dto.ts';
import { conversionFactorList, exchangeRateList, priceList } from './measures.queries.ts';
import type { ConversionFactorView, ExchangeRateView, PriceView } from './measures.view.ts';
import { ReferenceService } from './reference.service.ts';

/** What turns one quantity into another: counts and litres into grams, grams into money, one currency into another. */
@Injectable()
export class MeasuresService {
  constructor(private readonly reference: ReferenceService) {}

  factor(actor: Actor, command: RecordConversionFactor): Promise<Made<ConversionFactorView>> {
    const { code, substance, group, form, unit, gramsPerUnit, status, from, to, source } = command;
    const columns = {
      code, substance: substance ?? null, substance_group: group ?? null, form: form ?? null, unit, grams_per_unit: gramsPerUnit, status,
      valid_from: from ?? null, valid_to: to ?? null, source,
    };
    return this.reference.add(actor, 'conversion_factors', conversionFactorList, command, columns, (faults, codes) => {
      faults.known('/substance', substance, codes.substance);
      faults.known('/unit', unit, codes.unit);
    });
  }

  price(actor: Actor, command: RecordPrice): Promise<Made<PriceView>> {
    const { substance, form, territory, level, amount, currency, unit, from, to, source } = command;
    const columns = { substance, form: form ?? null, territory: territory ?? null, level, amount, currency, unit, valid_from: from, valid_to: to ?? null, source };
    return this.reference.add(actor, 'prices', priceList, command, columns, (faults, codes) => {
      faults.known('/substance', substance, codes.substance);
      faults.known('/territory', territory, codes.territory);
      faults.known('/unit', unit, codes.unit);
    });
  }

  rate(actor: Actor, command: RecordExchangeRate): Promise<Made<ExchangeRateView>> {
    const { currency, per, rate, on, source } = command;
    return this.reference.add(actor, 'exchange_rates', exchangeRateList, command, { currency, per, rate, on, source }, () => undefined);
  }
}
