import { operationKinds } from '../operations/operation.entity.ts';
import { operationResults, operationStatuses } from '../operations/operation.lifecycle.ts';
import { boundary, codes, oneWord, read, someOf, type Query } from './report-parameters.ts';

export const operationDimensions = ['kind', 'unit', 'status', 'result', 'programme'] as const;
export type OperationDimension = (typeof operationDimensions)[number];

export const operationReportParameters = {
  from: boundary('2020-11-01', 'From when, inclusive: of the actual start, else the planned one, else the recording'),
  to: boundary('2021-01-01', 'Until when, exclusive'),
  by: someOf(operationDimensions, 'What a row stands for, in this order; left out: the total alone'),
  kind: someOf(operationKinds, 'Kinds of operation'),
  status: someOf(operationStatuses, 'Their present status'),
  result: someOf(operationResults, 'Their result'),
  unit: codes('Lead units with everything that stood below them on the day'),
  territory: codes('Territories with everything below them'),
  programme: codes('Programmes with those below them'),
  illustrative: oneWord(['include', 'exclude', 'only'], 'Illustrative demonstration records; include where left out'),
};

export interface OperationAsk {
  from: string;
  to: string;
  by: OperationDimension[];
  illustrative: 'include' | 'exclude' | 'only';
  filters: Partial<Record<'kind' | 'status' | 'result' | 'unit' | 'territory' | 'programme', string[]>>;
}

export function operationAskOf(query: Query): OperationAsk {
  const { from, to, by = [], illustrative = 'include', ...filters } = read(operationReportParameters, query);
  return { from: from!, to: to!, by, illustrative, filters };
}
