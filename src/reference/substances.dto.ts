import { Code, DecimalText, OneOf, Part, Text, Texts } from '../platform/fields.ts';
import { AllNames, Dated, Sourced } from './reference.dto.ts';
import { classes, conventions, forms, groups, sizes } from './vocabulary.ts';

export class RecordSubstance extends Sourced {
  @Text({ max: 64, pattern: /^[a-z0-9][a-z0-9_]{0,63}$/, example: 'n_desethyl_etonitazene', description: 'What other records will point to: never changed' }) code: string;
  @Part(() => AllNames, { example: { en: 'N-Desethyl etonitazene', ru: 'N-дезэтилэтонитазен', ky: 'N-дезэтилэтонитазен' } }) names: AllNames;
  @Texts({ optional: true, example: ['etazene desethyl'], description: 'Other names, street names, other spellings' }) aliases?: string[] | null;
  @OneOf(groups, { example: 'opioids' }) group: string;
  @OneOf(classes) class: string;
  @Code({ optional: true, example: 'nitazene', description: 'The substance it is a kind of' }) parent?: string | null;
  @Texts({ optional: true, each: forms, example: ['powder', 'tablet'] }) forms?: string[] | null;
  @Text({ optional: true, max: 12, pattern: /^\d{2,7}-\d{2}-\d$/, example: '2732926-26-8', description: 'CAS registry number' }) cas?: string | null;
}

export class RecordSubstanceControl extends Dated {
  @OneOf(conventions) convention: string;
  @Text({ max: 64, example: 'II', description: 'Schedule or table, as the convention or the national list numbers it' }) schedule: string;
}

export class RecordStatutorySize extends Dated {
  @Code({ example: 'heroin' }) substance: string;
  @OneOf(forms, { optional: true, example: 'powder', description: 'Null: whatever its form' }) form?: string | null;
  @OneOf(sizes, { example: 'large' }) size: string;
  @DecimalText({ example: '1', description: 'The size begins with this many grams' }) fromGrams: string;
}
