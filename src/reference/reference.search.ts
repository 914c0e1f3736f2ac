import type { FastifyReply } from 'fastify';
import { etagOf, type Versioned } from '../platform/answers.ts';
import { malformedParameter, unknownParameter } from '../platform/errors.ts';
import { isDay } from '../platform/fields.ts';
import { byWords, onDay, type Filter } from '../platform/list-filters.ts';

export type Query = Record<string, string | string[]>;

/** Words in any of the three languages, an alias or a code, however spelt: compared as `tamga.fold` writes them. `search` ranks: {@link rankOf}. */
export const sought = (rank: (folded: string) => string): Filter =>
  byWords(`${rank('(select tamga.fold($::text))')} is not null`, 'Words in English, Russian or Kyrgyz, an alias or a code; hyphens, capitals and marks do not matter. The best matches come first');

export const rankIn = (search: string) => (folded: string): string => `tamga.search_rank(${search}, ${folded})`;

/**
 * The rank as the first part of a keyset: exact, then beginning with, then holding what `q` says. The list numbers its
 * values in the order of their names, so that where `q` stands among them is known from the query alone.
 */
export function bestFirst(query: Query, rank: (folded: string) => string, then: string): string {
  if (query['q'] === undefined) return then;
  const place = Object.keys(query).filter((name) => name !== 'limit' && name !== 'cursor').sort().indexOf('q') + 1;
  return `(${rank(`(select tamga.fold($${place}::text))`)}::text || ' ' || ${then})`;
}

/** In force on that day; a beginning that is not known counts as long ago. */
export const inForceOn = (alias: string): Filter =>
  onDay(`((${alias}.valid_from is null or ${alias}.valid_from <= $::date) and (${alias}.valid_to is null or ${alias}.valid_to > $::date))`, 'Only what is in force on that day');

/** The day that the answer tells of: left to the view, so that it filters nothing. */
export const asOfDay = (description: string): Filter => onDay('$::date is not null', description);

export const queryOf = (reply: FastifyReply): Query => reply.request.query as Query;

/** The query of one record's route: nothing but the day it is shown as of. */
export function dayIn(reply: FastifyReply): Query {
  const query = queryOf(reply);
  for (const name of Object.keys(query)) if (name !== 'on') throw unknownParameter(`${name} is not a parameter here`, `?${name}`);
  if (query['on'] !== undefined && !isDay(query['on'])) throw malformedParameter('on must be a date as YYYY-MM-DD', '?on');
  return query;
}

export const asOf = { name: 'on', required: false, schema: { type: 'string', format: 'date', example: '2020-12-01' }, description: 'The day to show it as of; today if left out' };

/** A record as of a day: its ETag is its version's, but an unchanged version does not mean an unchanged answer, so there is no 304. */
export async function shownAsOf<View extends Versioned>(reply: FastifyReply, found: Promise<View>): Promise<View> {
  const view = await found;
  void reply.header('ETag', etagOf(view.version));
  return view;
}

export const dayOf = ({ on }: Query): string | undefined => (typeof on === 'string' ? on : undefined);

export interface Spell {
  from: string | null;
  to: string | null;
}

export const holdsOn = ({ from, to }: Spell, day: string): boolean => (from === null || from <= day) && (to === null || day < to);
