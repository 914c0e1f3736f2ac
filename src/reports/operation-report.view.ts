import { Code, Flag, Names, OneOf, Part, Parts, Text, Texts, Whole } from '../platform/fields.ts';
import { operationDimensions } from './operation-report.ask.ts';
import { Scope } from './seizure-report.view.ts';

const unknown = { optional: true } as const;
const counted = { ...unknown, description: 'null where no outcome says how many' };

class OperationRowNames {
  @Part(() => Names, unknown) unit?: Names | null;
  @Part(() => Names, unknown) programme?: Names | null;
}

/** Counts of operations and of their recorded outcomes. */
export class OperationMeasures {
  @Whole({ example: 8 }) operations: number;
  @Whole(counted) arrests: number | null;
  @Whole({ ...counted, example: 10 }) channelsSuppressed: number | null;
  @Whole(counted) groupsSuppressed: number | null;
  @Whole(counted) laboratoriesDismantled: number | null;
  @Whole(counted) fieldsEradicated: number | null;
  @Whole({ example: 0, description: 'outcomes that do not say how many' }) outcomesWithoutCount: number;
  @Whole({ example: 0, description: 'concluded or closed without any outcome' }) withoutOutcome: number;
}

/** Bears the keys that `by` names, and no other. */
export class OperationRow extends OperationMeasures {
  @Text({ ...unknown, example: 'special_operation' }) kind?: string;
  @Code({ ...unknown, example: 'CNS-OSH' }) unit?: string;
  @Text({ ...unknown, example: 'closed' }) status?: string;
  @Text({ ...unknown, example: 'achieved' }) result?: string | null;
  @Code({ ...unknown, example: 'XACZ60', description: 'an operation stands in the row of each of its programmes; in the total once' }) programme?: string | null;
  @Part(() => OperationRowNames) names: OperationRowNames;
}

export class OperationReportView {
  @Text({ example: '2020-11-01' }) from: string;
  @Text({ example: '2021-01-01' }) to: string;
  @Texts({ each: operationDimensions, example: ['unit'] }) by: string[];
  @Text({ example: '4711:4715:4712', description: 'pg_current_snapshot() of all these figures' }) asOf: string;
  @OneOf(['include', 'exclude', 'only']) illustrative: string;
  @Part(() => Scope) scope: Scope;
  @Flag({ description: 'by=programme: an operation may stand in several rows' }) rowsOverlap: boolean;
  @Parts(() => OperationRow) rows: OperationRow[];
  @Part(() => OperationMeasures) total: OperationMeasures;
}
