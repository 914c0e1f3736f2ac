import { operationKinds } from '../operations/operation.entity.ts';
import { groups } from '../reference/vocabulary.ts';
import { discoveries } from '../seizures/seizure.entity.ts';
import { boundary, codes, oneWord, read, someOf, type Query } from './report-parameters.ts';

export const dimensions = ['substance', 'territory', 'month', 'unit', 'programme'] as const;
export type Dimension = (typeof dimensions)[number];

export const seizureReportParameters = {
  from: boundary('2020-11-01', 'From when, inclusive: a date of the service’s zone or a moment'),
  to: boundary('2021-01-01', 'Until when, exclusive'),
  by: someOf(dimensions, 'What a row stands for, in this order; left out: the total alone'),
  compare: oneWord(['previous-period'], 'The same for the period of equal length before it, whole months by whole months'),
  substance: codes('Substances, by their exact codes'),
  substanceGroup: someOf(groups, 'Groups of substances'),
  territory: codes('Territories with everything below them'),
  unit: codes('Units with everything below them'),
  unitsAs: oneWord(['then', 'now'], 'The tree of units as it stood at each seizure (then, where left out) or as it stands today, successors taking what their predecessors seized'),
  programme: codes('Programmes with those below them, through the operations a seizure is credited to'),
  operationKind: someOf(operationKinds, 'Kinds of the operation it was made in'),
  discovery: someOf(discoveries, 'How it was discovered'),
  illustrative: oneWord(['include', 'exclude', 'only'], 'Illustrative demonstration records; include where left out'),
  jurisdiction: oneWord(['national', 'all'], 'national, where left out, leaves out what was seized under a foreign jurisdiction'),
};

/** What a seizure report is asked for; everything left out has its default. */
export interface SeizureAsk {
  from: string;
  to: string;
  by: Dimension[];
  isCompared: boolean;
  unitsAs: 'then' | 'now';
  illustrative: 'include' | 'exclude' | 'only';
  jurisdiction: 'national' | 'all';
  /** Filters by name, each a list of codes or words. */
  filters: Partial<Record<'substance' | 'substanceGroup' | 'territory' | 'unit' | 'programme' | 'operationKind' | 'discovery', string[]>>;
}

export function askOf(query: Query): SeizureAsk {
  const { from, to, by = [], compare, unitsAs = 'then', illustrative = 'include', jurisdiction = 'national', ...filters } = read(seizureReportParameters, query);
  return { from: from!, to: to!, by, isCompared: compare !== undefined, unitsAs, illustrative, jurisdiction, filters };
}
