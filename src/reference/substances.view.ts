import { Day, DecimalText, Flag, Id, OneOf, Part, Parts, Text, Texts, Whole } from '../platform/fields.ts';
import { plain } from '../platform/decimals.ts';
import type { InLanguages } from '../platform/languages.ts';
import { AllNames } from './reference.dto.ts';
import { holdsOn } from './reference.search.ts';
import { classes, conventions, forms, groups, sizes } from './vocabulary.ts';

export class SubstanceControlView {
  @Id() id: string;
  @Whole() version: number;
  @Text({ example: 'cannabis' }) substance: string;
  @OneOf(conventions) convention: string;
  @Text({ example: 'I' }) schedule: string;
  @Day({ example: '1964-12-13' }) from: string;
  @Day({ optional: true, example: '2020-12-02', description: 'The first day on which it is not in force' }) to: string | null;
  @Text() source: string;

  static of(row: SubstanceControlView): SubstanceControlView {
    const { id, version, substance, convention, schedule, from, to, source } = row;
    return { id, version, substance, convention, schedule, from, to, source };
  }
}

export interface SubstanceRow {
  id: string;
  version: number;
  code: string;
  names: InLanguages;
  aliases: string[];
  group: string;
  class: string;
  parent: string | null;
  forms: string[];
  cas: string | null;
  source: string;
  /** Of all times. */
  controls: SubstanceControlView[];
  today: string;
}

export class SubstanceView {
  @Id() id: string;
  @Whole() version: number;
  @Text({ example: 'cannabis' }) code: string;
  @Part(() => AllNames) names: InLanguages;
  @Texts() aliases: string[];
  @OneOf(groups) group: string;
  @OneOf(classes) class: string;
  @Text({ optional: true, description: 'The substance it is a kind of' }) parent: string | null;
  @Texts({ example: ['herb', 'resin'] }) forms: string[];
  @Text({ optional: true, example: '561-27-3', description: 'CAS registry number' }) cas: string | null;
  @Parts(() => SubstanceControlView, { description: 'In force on the day asked for, today where none was' }) controls: SubstanceControlView[];
  @Flag({ description: 'Whether anything controls it on that day' }) isControlled: boolean;
  @Text() source: string;

  static of({ id, version, code, names, aliases, group, class: kind, parent, forms: known, cas, controls, source, today }: SubstanceRow, day: string = today): SubstanceView {
    const inForce = controls.filter((control) => holdsOn(control, day));
    return { id, version, code, names, aliases, group, class: kind, parent, forms: known, cas, controls: inForce, isControlled: inForce.length > 0, source };
  }
}

export class StatutorySizeView {
  @Id() id: string;
  @Whole() version: number;
  @Text({ example: 'heroin' }) substance: string;
  @OneOf(forms, { optional: true }) form: string | null;
  @OneOf(sizes) size: string;
  @DecimalText({ example: '1' }) fromGrams: string;
  @Day() from: string;
  @Day({ optional: true }) to: string | null;
  @Text() source: string;

  static of({ id, version, substance, form, size, fromGrams, from, to, source }: StatutorySizeView): StatutorySizeView {
    return { id, version, substance, form, size, fromGrams: plain(fromGrams), from, to, source };
  }
}
