import { Code, Id, Instant, Parts, Text, Whole } from '../platform/fields.ts';

export class FieldChange {
  @Text({ example: 'quantity' }) field: string;
  @Text({ optional: true, example: '8.286' }) from: unknown;
  @Text({ optional: true, example: '8.268' }) to: unknown;
}

/** One committed change of one record: what became what, who did it, in which role, when and why. */
export class ChangeView {
  @Text({ example: '4711', description: 'number of the event; its order among all others is the log’s to say' }) event: string;
  @Instant() at: string;
  @Code({ example: 'seizures' }) kind: string;
  @Id() record: string;
  @Whole() recordVersion: number;
  @Text({ example: 'seizures.amend' }) action: string;
  @Text({ example: 'officer' }) role: string;
  @Id() person: string;
  @Text({ example: 'Ergeshov Azamat' }) personName: string;
  @Text({ optional: true, example: 'officer.osh' }) account: string | null;
  @Text({ optional: true }) reason: string | null;
  @Text() request: string;
  @Parts(() => FieldChange) changes: FieldChange[];

  static of(row: ChangeRow): ChangeView {
    const { before, after, at, ...same } = row;
    return { ...same, at: at.toISOString(), changes: changesOf(before, after) };
  }
}

export interface ChangeRow extends Omit<ChangeView, 'at' | 'changes'> {
  at: Date;
  before: string | null;
  after: string | null;
}

/** Columns that say nothing to a reader: the version stands beside the change, the fingerprint is the service's own. */
const silent = new Set(['version', 'fingerprint']);

/** A number of JSON text: kept as the text it is, for a float would lose digits. */
const numbers = /("[^"\\]*(?:\\.[^"\\]*)*")|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g;
const exactly = (json: string | null): Record<string, unknown> =>
  json === null ? {} : (JSON.parse(json.replace(numbers, (_, text: string | undefined, number: string) => text ?? (Number.isSafeInteger(Number(number)) && !number.includes('.') ? number : `"${trimmed(number)}"`))) as Record<string, unknown>);
const trimmed = (number: string) => (number.includes('.') ? number.replace(/\.?0+$/, '') : number);

/** Field by field, in the words of the API: from what to what. A new record has only `to`. */
export function changesOf(before: string | null, after: string | null): FieldChange[] {
  const [was, is] = [exactly(before), exactly(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((column) => !silent.has(column) && JSON.stringify(was[column] ?? null) !== JSON.stringify(is[column] ?? null))
    .map((column) => ({ field: column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()), from: was[column] ?? null, to: is[column] ?? null }));
}
