import { Code, Day, DecimalText, Id, OneOf, Part, Prose, Text, Texts } from '../platform/fields.ts';
import { exactnesses, type Exactness } from './reported-figure.entity.ts';

const unknown = { optional: true } as const;

export class Money {
  @DecimalText({ positive: true, example: '380000' }) amount: string;
  @Text({ pattern: /^[A-Z]{3}$/, example: 'USD', description: 'ISO 4217' }) currency: string;
}

/** What a publication may have stated; null or left out is not stated. */
export class FigureFacts {
  @Code({ ...unknown, example: 'heroin', description: 'A code of /substances; null: everything that was seized' }) substance?: string | null;
  @DecimalText({ ...unknown, positive: true, description: 'as stated' }) quantity?: string | null;
  @Code({ ...unknown, example: 'kg' }) unit?: string | null;
  @Part(() => Money, { ...unknown, example: null }) value?: Money | null;
  @Texts({ ...unknown, max: 200, example: ['KG-O', '41706226000000'], description: 'Codes of /territories that the figure names together; left out: the whole country' }) territories?: string[] | null;
  @Text({ ...unknown, max: 2000, pattern: /^https?:\/\/\S+$/, example: 'https://www.unodc.org/' }) sourceUrl?: string | null;
  @Day({ ...unknown, example: '2021-02-01' }) publishedOn?: string | null;
}

export class RecordFigure extends FigureFacts {
  @Id({ optional: true }) id?: string;
  @Text({ example: 'UNODC news article on the Counter Narcotic Service of the Kyrgyz Republic' }) title: string;
  @Day({ example: '2020-11-01' }) periodFrom: string;
  @Day({ example: '2021-01-01', description: 'the day after the last one' }) periodTo: string;
  @Prose({ example: 'heroin: 8 kg 268 g' }) statement: string;
  @Text({ max: 2000, example: 'UNODC news article on the Counter Narcotic Service of the Kyrgyz Republic' }) source: string;
  @OneOf(exactnesses, { optional: true, description: 'exact where left out; only an exact figure has a difference to the records' }) exactness?: Exactness;
  @Text({ optional: true, max: 2000, example: 'From the press release' }) reason?: string | null;
}

export class AmendFigure extends FigureFacts {
  @Text({ optional: true, example: 'UNODC news article' }) title?: string;
  @Day({ optional: true, example: '2020-11-01' }) periodFrom?: string;
  @Day({ optional: true, example: '2021-01-01' }) periodTo?: string;
  @Prose({ optional: true, example: 'heroin: 8 kg 268 g' }) statement?: string;
  @Text({ optional: true, max: 2000, example: 'UNODC news article' }) source?: string;
  @OneOf(exactnesses, { optional: true }) exactness?: Exactness;
  @Text({ max: 2000, example: 'The article says 8 kg 268 g' }) reason: string;
}

export class WithdrawFigure {
  @Text({ max: 2000, example: 'The publisher corrected the article' }) reason: string;
}
