import { Code, Day, Degrees, OneOf, Part, Text, Texts } from '../platform/fields.ts';
import { AllNames, Sourced } from './reference.dto.ts';
import { ranks } from './vocabulary.ts';

/** The middle of a territory, WGS 84. */
export class Centroid {
  @Degrees(90, { example: 40.7 }) lat: number;
  @Degrees(180, { example: 72.86 }) lon: number;
}

export class RecordTerritory extends Sourced {
  @Text({ max: 32, pattern: /^[A-Z0-9][A-Z0-9-]{0,31}$/, example: '41706226999990', description: 'ISO 3166-2 where there is one, else SOATE: never changed' }) code: string;
  @Code({ example: '41706226000000', description: 'The territory it lies in' }) parent: string;
  @OneOf(ranks, { example: 'settlement' }) rank: string;
  @Part(() => AllNames, { example: { en: 'Zhany-Suu', ru: 'Жаны-Суу', ky: 'Жаңы-Суу' } }) names: AllNames;
  @Texts({ optional: true, example: ['Jany-Suu'], description: 'Other spellings and former names' }) aliases?: string[] | null;
  @Text({ optional: true, max: 14, pattern: /^\d{14}$/, example: '41706226999990' }) soate?: string | null;
  @Part(() => Centroid, { optional: true, example: { lat: 40.7, lon: 72.86 } }) location?: Centroid | null;
  @Day({ optional: true, example: '2021-01-01', description: 'The first day on which it was there; null where that is not known' }) from?: string | null;
}

/** A new name from a day on; the one before stays its name until that day. */
export class RenameTerritory {
  @Part(() => AllNames, { example: { en: 'Tash-Suu', ru: 'Таш-Суу', ky: 'Таш-Суу' } }) names: AllNames;
  @Day({ example: '2026-01-01', description: 'The first day of the new name' }) from: string;
  @Text({ max: 2000, example: 'Law of the Kyrgyz Republic No. 1 of 1 January 2026', description: 'Where it is written' }) source: string;
  @Text({ optional: true, max: 2000, example: 'Renamed by law' }) reason?: string | null;
}
