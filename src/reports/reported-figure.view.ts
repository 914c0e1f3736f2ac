import { Code, Day, DecimalText, Id, Instant, Names, OneOf, Part, Prose, Text, Texts, Whole } from '../platform/fields.ts';
import type { Codes } from '../reference/codes.ts';
import { exactnesses } from './reported-figure.entity.ts';
import { Money } from './reported-figures.dto.ts';

const unknown = { optional: true } as const;

export class ReportedFigureView {
  @Id() id: string;
  @Whole() version: number;
  @OneOf(['standing', 'withdrawn']) status: string;
  @Text() title: string;
  @Day({ example: '2020-11-01' }) periodFrom: string;
  @Day({ example: '2021-01-01', description: 'the day after the last one' }) periodTo: string;
  @Code({ ...unknown, example: 'heroin' }) substance: string | null;
  @Part(() => Names, unknown) substanceNames: Names | null;
  @DecimalText({ ...unknown, description: 'as stated' }) quantity: string | null;
  @Code({ ...unknown, example: 'kg' }) unit: string | null;
  @DecimalText({ ...unknown, example: '8268' }) massGrams: string | null;
  @OneOf(exactnesses) exactness: string;
  @Part(() => Money, unknown) value: Money | null;
  @Texts({ example: ['KG-O', '41706226000000'] }) territories: string[];
  @Prose() statement: string;
  @Text() source: string;
  @Text(unknown) sourceUrl: string | null;
  @Day(unknown) publishedOn: string | null;
  @Text(unknown) withdrawnBecause: string | null;
  @Instant() recordedAt: string;
  @Id() recordedBy: string;

  static of({ amount, currency, recordedAt, ...row }: FigureRow, codes: Codes): ReportedFigureView {
    return {
      ...row,
      substanceNames: row.substance ? (codes.substance(row.substance)?.names as Names) : null,
      value: amount === null ? null : { amount, currency: currency! },
      recordedAt: recordedAt.toISOString(),
    };
  }
}

/** A figure as SQL gives it: decimals as text without trailing zeros. */
export interface FigureRow extends Omit<ReportedFigureView, 'substanceNames' | 'value' | 'recordedAt'> {
  amount: string | null;
  currency: string | null;
  recordedAt: Date;
}
