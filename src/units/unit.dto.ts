import { Code, Day, Flag, Id, Names, OneOf, Part, Text, Texts, Whole } from '../platform/fields.ts';
import { unitKinds } from './unit.entity.ts';

const code = /^[A-Z][A-Z0-9-]{1,31}$/;

export class EstablishUnit {
  @Id({ optional: true }) id?: string;
  @Text({ max: 32, pattern: code, example: 'CNS-TALAS', description: 'For ever: a renamed unit keeps it' }) code: string;
  @OneOf(unitKinds, { example: 'department' }) kind: string;
  @Part(() => Names, { example: { en: 'Talas department', ru: 'Управление по Таласской области', ky: 'Талас облусу боюнча башкармалык' } }) names: Names;
  @Code({ optional: true, example: 'CNS', description: 'The unit it stands under; null at the top' }) parent?: string | null;
  @Day({ example: '2021-03-01' }) from: string;
  @Whole({ optional: true, example: 28, max: 1_000_000, description: 'Heads' }) strength?: number | null;
  @Flag({ optional: true, description: 'Booked whole; mobile and canine groups are, where this is left out' }) isExclusive?: boolean | null;
  @Code({ optional: true, example: 'KG-T' }) territory?: string | null;
  @Text({ optional: true, max: 64, example: '+996 3422 5 00 00' }) phone?: string | null;
  @Text({ optional: true, max: 2000, example: 'Order 20 of 22 February 2021' }) reason?: string | null;
}

/** What is left out stays; null makes it not known. */
export class ChangeUnit {
  @Whole({ optional: true, example: 30, max: 1_000_000 }) strength?: number | null;
  @Flag({ optional: true, example: false }) isExclusive?: boolean | null;
  @Code({ optional: true, example: 'KG-T' }) territory?: string | null;
  @Text({ optional: true, max: 64, example: '+996 3422 5 00 01' }) phone?: string | null;
  @Text({ optional: true, max: 2000, example: 'Establishment of 2021' }) reason?: string | null;
}

export class RenameUnit {
  @Part(() => Names, { example: { en: 'Talas oblast department', ru: 'Управление по Таласской области', ky: 'Талас облусу боюнча башкармалык' } }) names: Names;
  @Day({ example: '2021-06-01' }) from: string;
  @Text({ optional: true, max: 2000, example: 'Order 51 of 20 May 2021' }) reason?: string | null;
}

export class MoveUnit {
  @Code({ optional: true, example: 'CNS', description: 'null: it stands at the top' }) parent: string | null;
  @Day({ example: '2021-06-01' }) from: string;
  @Text({ optional: true, max: 2000, example: 'Order 51 of 20 May 2021' }) reason?: string | null;
}

export class DissolveUnit {
  @Day({ example: '2024-01-01', description: 'The first day without it' }) on: string;
  @Texts({ optional: true, example: ['CNS-CHUY'], description: 'Units that take over, and see what the dissolved one recorded' }) successors?: string[] | null;
  @Text({ max: 2000, example: 'Order 140 of 1 December 2023' }) reason: string;
}

export class AppointCommander {
  @Code({ example: 'OFF-0019' }) officer: string;
  @Day({ example: '2021-06-01' }) from: string;
  @Day({ optional: true, example: null }) to?: string | null;
  @Flag({ optional: true, example: false, description: 'In place of the commander: several may, at once' }) isActing?: boolean | null;
  @Text({ optional: true, max: 100, example: '51-k' }) orderNumber?: string | null;
  @Text({ optional: true, max: 2000, example: 'Order 51-k of 20 May 2021' }) reason?: string | null;
}

export class EndCommand {
  @Day({ example: '2022-06-01', description: 'The first day without it' }) on: string;
  @Text({ optional: true, max: 2000, example: 'Order 60-k of 25 May 2022' }) reason?: string | null;
}
