import { Code, Day, Flag, Id, Names, OneOf, Part, Parts, Text, Texts, Whole } from '../platform/fields.ts';
import { unitKinds } from './unit.entity.ts';

const unknown = { optional: true } as const;

export class UnitView {
  @Id() id: string;
  @Whole() version: number;
  @Code({ example: 'CNS-OSH' }) code: string;
  @OneOf(unitKinds, { example: 'department' }) kind: string;
  @Part(() => Names) names: Names;
  @Code({ optional: true, example: 'CNS' }) parent: string | null;
  @Whole({ optional: true, example: 88, description: 'Heads' }) strength: number | null;
  @Flag({ example: false, description: 'Booked whole: its bookings never overlap' }) isExclusive: boolean;
  @Code({ optional: true, example: 'KG-O' }) territory: string | null;
  @Text(unknown) phone: string | null;
  @Day({ example: '2010-06-17' }) from: string;
  @Day({ optional: true, example: null, description: 'The first day without it' }) to: string | null;

  static of(row: UnitRow): UnitView {
    return {
      id: row.id, version: row.version, code: row.code, kind: row.kind, names: row.names, parent: row.parent, strength: row.strength, isExclusive: row.isExclusive,
      territory: row.territory, phone: row.phone, from: row.from, to: row.to,
    };
  }
}

export type UnitRow = UnitView;

export class DatedNames {
  @Part(() => Names) names: Names;
  @Day() from: string;
  @Day(unknown) to: string | null;
}

export class DatedParent {
  @Code({ example: 'CNS' }) parent: string;
  @Day() from: string;
  @Day(unknown) to: string | null;
}

export class CommandView {
  @Id() id: string;
  @Code({ optional: true, example: 'OFF-0002', description: 'null for a commander who is no officer of the service' }) officer: string | null;
  @Text({ example: 'Dzhumabaev Ulan' }) name: string;
  @Flag({ example: false }) isActing: boolean;
  @Day() from: string;
  @Day(unknown) to: string | null;
  @Text(unknown) orderNumber: string | null;
}

export class SuccessionView {
  @Code({ example: 'CNS-CHUY' }) unit: string;
  @Day() on: string;
}

/** A unit with its whole life. `names` and `parent` are today's; of a dissolved unit, the last ones. */
export class UnitDetailView extends UnitView {
  @Parts(() => DatedNames) namesOverTime: DatedNames[];
  @Parts(() => DatedParent) parentsOverTime: DatedParent[];
  @Texts({ example: ['CNS-OSH-M1'], description: 'Units that stand directly under it today' }) below: string[];
  @Parts(() => CommandView) commanders: CommandView[];
  @Parts(() => SuccessionView, { description: 'Units that took over from it' }) successors: SuccessionView[];
  @Parts(() => SuccessionView, { description: 'Dissolved units that it took over from' }) predecessors: SuccessionView[];

  static override of(row: UnitDetailRow): UnitDetailView {
    const { namesOverTime, parentsOverTime, below, commanders, successors, predecessors } = row;
    return { ...UnitView.of(row), namesOverTime, parentsOverTime, below, commanders, successors, predecessors };
  }
}

export type UnitDetailRow = UnitDetailView;
