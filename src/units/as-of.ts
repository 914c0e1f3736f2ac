import type { FastifyReply } from 'fastify';
import { byCode, onDay, type Filter } from '../platform/list-filters.ts';

const today = 'tamga.local_date(clock_timestamp())';

/** `?on=`: a day, today where it is left out. `condition` tells it of the row. */
export const asOfDay = (condition: (day: string) => string): Filter => {
  const day = onDay(condition(`coalesce($::date, ${today})`), 'As things stood on that day; today where it is left out');
  return { ...day, parse: (value, name) => (value === 'today' ? null : day.parse(value, name)) };
};

/** A unit and everything below it, as the tree stood on the day of `?on=`: {@link asOf} puts the two together. */
export const belowUnit = (column: string): Filter => {
  const code = byCode('', 'The unit, and every unit below it on that day');
  return {
    ...code,
    condition: `${column} = any ((select tamga.units_below(array(select id from units where code = any (($::text[])[1:1])), coalesce(($::text[])[2]::date, ${today})))::uuid[])`,
    parse: (value, name) => {
      const [unit = '', day = 'today'] = value.split(' ');
      return [...(code.parse(unit, name) as string[]).slice(0, 1), day === 'today' ? null : day];
    },
  };
};

/** The parameters of a list that is asked as of a day: the day itself, and joined to each of `names` that needs to know it. */
export function asOf(reply: FastifyReply, ...names: string[]): Record<string, string> {
  const query = reply.request.query as Record<string, unknown>;
  const on = query['on'] ?? 'today';
  if (typeof on !== 'string') return {}; // given twice: the list refuses it
  const joined = names.flatMap((name) => (typeof query[name] === 'string' && query[name] !== '' ? [[name, `${query[name]} ${on}`]] : []));
  return { on, ...Object.fromEntries(joined) };
}
