import { Day, Id, Names, Part, Text, Whole } from '../platform/fields.ts';
import type { InLanguages } from '../platform/languages.ts';

export class ProgrammeView {
  @Id() id: string;
  @Whole() version: number;
  @Text({ example: 'XACZ60-SP1' }) code: string;
  @Part(() => Names) names: InLanguages;
  @Text({ optional: true, example: 'INL' }) donor: string | null;
  @Text({ optional: true, example: 'XACZ60' }) parent: string | null;
  @Day({ optional: true }) from: string | null;
  @Day({ optional: true }) to: string | null;
  @Text({ optional: true }) source: string | null;

  static of({ id, version, code, names, donor, parent, from, to, source }: ProgrammeView): ProgrammeView {
    return { id, version, code, names, donor, parent, from, to, source };
  }
}
