import { byCode, oneOf } from '../platform/list-filters.ts';
import type { ListSpec } from '../platform/lists.ts';
import { bestFirst, dayOf, inForceOn, rankIn, sought, type Query } from './reference.search.ts';
import { CountryView, TerritoryView, type TerritoryRow } from './territories.view.ts';
import { ranks } from './vocabulary.ts';

const namesOf = (alias: string) => `jsonb_build_object('en', ${alias}.name_en, 'ru', ${alias}.name_ru, 'ky', ${alias}.name_ky)`;

/** By the names of today and by every other it has borne. */
const rank = (folded: string) =>
  `least(tamga.search_rank(t.search, ${folded}), (select min(tamga.search_rank(n.search, ${folded})) from territory_names n where n.territory = t.code))`;

/** Equal matches from the widest territory to the narrowest. */
const widestFirst = `array_position('{${ranks.join(',')}}'::text[], t.rank)::text || ' ' || t.code`;

/** Territories with their names on the day that the query tells, the best matches of its words first. */
export const territoryList = (query: Query = {}): ListSpec<TerritoryRow, TerritoryView> => ({
  name: 'territories',
  select: `t.id, t.version, t.code, t.rank, t.parent, ${namesOf('t')} as names, t.aliases, t.iso_3166_2 as iso3166, t.soate, t.lat, t.lon,
    t.valid_from as "from", t.valid_to as "to", t.source, tamga.local_date(clock_timestamp()) as today,
    coalesce((select jsonb_agg(jsonb_build_object('names', ${namesOf('n')}, 'from', n.valid_from, 'to', n.valid_to, 'source', n.source) order by n.valid_from nulls first)
      from territory_names n where n.territory = t.code), '[]') as "namesOverTime",
    (with recursive above as (
       select a.*, 1 as steps from territories a where a.code = t.parent union all select a.*, steps + 1 from territories a join above on a.code = above.parent)
     select coalesce(jsonb_agg(jsonb_build_object('code', code, 'rank', rank, 'names', ${namesOf('above')}) order by steps desc), '[]') from above) as path`,
  from: 'territories t',
  filters: { q: sought(rank), code: byCode('t.code'), parent: byCode('t.parent', 'What lies directly in it'), rank: oneOf('t.rank', ranks), on: inForceOn('t') },
  order: { column: bestFirst(query, rank, widestFirst), type: 'text', descending: false, id: 't.id' },
  view: (row) => TerritoryView.of(row, dayOf(query)),
  columns: ['code', 'rank', 'parent', 'names.en', 'names.ru', 'names.ky', 'aliases', 'iso3166', 'soate', 'location.lat', 'location.lon', 'from', 'to', 'source'],
  placeOf: ({ location }) => location,
});

const countryRank = rankIn('k.search');

export const countryList = (query: Query = {}): ListSpec<CountryView, CountryView> => ({
  name: 'countries',
  select: `k.id, k.version, k.code, k.alpha3, ${namesOf('k')} as names, k.source`,
  from: 'countries k',
  filters: { q: sought(countryRank), code: byCode('k.code') },
  order: { column: bestFirst(query, countryRank, 'k.code'), type: 'text', descending: false, id: 'k.id' },
  view: CountryView.of,
  columns: ['code', 'alpha3', 'names.en', 'names.ru', 'names.ky', 'source'],
});
