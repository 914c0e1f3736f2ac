import { Code, Day, DecimalText, Flag, Id, Names, OneOf, Part, Parts, Text, Texts, Whole } from '../platform/fields.ts';
import { exactnesses } from './reported-figure.entity.ts';
import { Money } from './reported-figures.dto.ts';
import { dimensions } from './seizure-report.ask.ts';

const unknown = { optional: true } as const;

export class Quantity {
  @Code({ ...unknown, example: 'kg' }) unit: string;
  @DecimalText() quantity: string;
}

export class Worth {
  @DecimalText({ ...unknown, example: null, description: 'null where no line is valued, or where they are valued in several currencies' }) amount: string | null;
  @Text({ ...unknown, example: 'USD' }) currency: string | null;
  @Whole({ example: 3 }) linesNotValued: number;
  @Parts(() => Money, { description: 'by currency' }) amounts: Money[];
}

class Measures {
  @Whole({ example: 3, description: 'each once, however many lines it has here' }) seizures: number;
  @Whole({ example: 3 }) lines: number;
  @DecimalText({ ...unknown, example: '8268', description: 'grams of the lines whose mass is known; null where none is' }) massGrams: string | null;
  @Whole({ example: 0, description: 'lines that massGrams leaves out' }) linesWithoutMass: number;
  @Whole({ example: 3 }) linesWithoutPurity: number;
  @Parts(() => Quantity, { description: 'sums as recorded, by unit' }) quantities: Quantity[];
  @Part(() => Worth) value: Worth;
}

class RowNames {
  @Part(() => Names, unknown) substance?: Names | null;
  @Part(() => Names, unknown) territory?: Names | null;
  @Part(() => Names, unknown) unit?: Names | null;
  @Part(() => Names, unknown) programme?: Names | null;
}

/** Bears the keys that `by` names, and no other; null is not known (a described substance, no place, no programme). */
export class SeizureRow extends Measures {
  @Code({ ...unknown, example: 'heroin' }) substance?: string | null;
  @Code({ ...unknown, example: 'KG-O', description: 'an oblast, or a city of that rank' }) territory?: string | null;
  @Text({ ...unknown, example: '2020-11' }) month?: string;
  @Code({ ...unknown, example: 'CNS-OSH' }) unit?: string;
  @Code({ ...unknown, example: 'XACZ60', description: 'a seizure stands in the row of each programme it is credited to; in the total once' }) programme?: string | null;
  @DecimalText({ ...unknown, example: '8268', description: 'by=programme: massGrams by the shares credited' }) creditedGrams?: string | null;
  @Part(() => RowNames) names: RowNames;
}

export class OtherLines {
  @Text({ example: 'cash' }) kind: string;
  @Whole({ example: 2 }) lines: number;
  @Parts(() => Money) amounts: Money[];
}

export class SeizureTotal extends Measures {
  @Part(() => Object, { example: { drug: '9166937', precursor: '1320000' }, description: 'grams by class of substance; unknown: not identified' }) byClass: Record<string, string>;
  @Parts(() => OtherLines, { description: 'what is no substance: outside of mass, counted here' }) otherLines: OtherLines[];
}

/** What a row became since the period before: this period less that one. */
export class Difference {
  @Code({ ...unknown, example: 'heroin' }) substance?: string | null;
  @Code({ ...unknown, example: 'KG-O' }) territory?: string | null;
  @Text({ ...unknown, example: '2020-11', description: 'the month of this period; compared with the month at its place in the period before' }) month?: string;
  @Code({ ...unknown, example: 'CNS-OSH' }) unit?: string;
  @Code({ ...unknown, example: 'XACZ60' }) programme?: string | null;
  @Whole({ min: -1_000_000_000 }) seizures: number;
  @Whole({ min: -1_000_000_000 }) lines: number;
  @Text({ ...unknown, example: '-1200', description: 'null where a mass on either side is not known' }) massGrams: string | null;
}

export class Previous {
  @Text({ example: '2020-08-31T18:00:00.000Z' }) from: string;
  @Text({ example: '2020-10-31T18:00:00.000Z' }) to: string;
  @Parts(() => SeizureRow) rows: SeizureRow[];
  @Part(() => SeizureTotal) total: SeizureTotal;
  @Parts(() => Difference) differences: Difference[];
  @Part(() => Difference) totalDifference: Difference;
}

export class Reported {
  @Id() id: string;
  @Text() title: string;
  @Code({ ...unknown, example: 'heroin' }) substance: string | null;
  @Part(() => Names, unknown) substanceNames: Names | null;
  @Day({ example: '2020-11-01' }) periodFrom: string;
  @Day({ example: '2021-01-01' }) periodTo: string;
  @Parts(() => Quantity) quantities: Quantity[];
  @DecimalText({ ...unknown, example: '8268' }) massGrams: string | null;
  @OneOf(exactnesses) exactness: string;
  @DecimalText({ example: '8268', description: 'grams of the reader’s records of its period, places and substance; under illustrative and jurisdiction, no other filter' }) recordedGrams: string;
  @Text({ ...unknown, example: '0', description: 'recordedGrams less massGrams; null where the figure is not an exact mass' }) difference: string | null;
  @Part(() => Money, unknown) value: Money | null;
  @Texts({ example: ['KG-O', '41706226000000'] }) territories: string[];
  @Text({ example: 'heroin: 8 kg 268 g' }) statement: string;
  @Text() source: string;
  @Text(unknown) sourceUrl: string | null;
  @Day(unknown) publishedOn: string | null;
}

/** Whose records the figures are of: a reader is told what they see. */
export class Scope {
  @Text({ example: 'officer' }) role: string;
  @Texts({ ...unknown, example: ['CNS-OSH', 'CNS-OSH-M1'], description: 'null: all units; operations and cases shared with the reader count besides' }) units: string[] | null;
  @Text({ example: 'confidential', description: 'the highest classification counted' }) clearance: string;
}

export class SeizureReportView {
  @Text({ example: '2020-11-01' }) from: string;
  @Text({ example: '2021-01-01' }) to: string;
  @Texts({ each: dimensions, example: ['substance'] }) by: string[];
  @Text({ example: '4711:4715:4712', description: 'pg_current_snapshot() of all these figures' }) asOf: string;
  @OneOf(['national', 'all']) jurisdiction: string;
  @OneOf(['include', 'exclude', 'only']) illustrative: string;
  @OneOf(['then', 'now']) unitsAs: string;
  @Part(() => Scope) scope: Scope;
  @Flag({ description: 'by=programme: a seizure may stand in several rows, so that they can add up to more than the total' }) rowsOverlap: boolean;
  @Parts(() => SeizureRow) rows: SeizureRow[];
  @Part(() => SeizureTotal) total: SeizureTotal;
  @Parts(() => Reported, { description: 'what publications stated of this period, beside the records and never among them' }) reported: Reported[];
  @Part(() => Previous, { optional: true, description: 'compare=previous-period' }) previous?: Previous;
}
