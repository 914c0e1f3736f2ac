import { Code, Day, Names, Part, Text } from '../platform/fields.ts';
import { Sourced } from './reference.dto.ts';

export class RecordProgramme extends Sourced {
  @Text({ max: 64, pattern: /^[A-Z0-9][A-Z0-9_-]{0,63}$/, example: 'XACZ60-SP2', description: 'What other records will point to: never changed' }) code: string;
  @Part(() => Names, { example: { en: 'Border liaison offices', ru: 'Пограничные офисы связи', ky: null } }) names: Names;
  @Text({ optional: true, example: 'INL' }) donor?: string | null;
  @Code({ optional: true, example: 'XACZ60', description: 'The programme it is a part of' }) parent?: string | null;
  @Day({ optional: true, example: '2019-01-01' }) from?: string | null;
  @Day({ optional: true, example: '2030-01-01' }) to?: string | null;
}

/** What is left out stays as it is. */
export class AmendProgramme {
  @Part(() => Names, { optional: true, example: { en: 'UNODC project XACZ60', ru: 'Проект УНП ООН XACZ60', ky: null } }) names?: Names | null;
  @Text({ optional: true, example: 'INL', description: 'Null: not known' }) donor?: string | null;
  @Text({ optional: true, max: 2000, example: 'Amendment 2 of the project document' }) source?: string | null;
  @Text({ max: 2000, example: 'The project was given another name' }) reason: string;
}
