import { byCode, oneOf } from '../platform/list-filters.ts';
import type { ListSpec } from '../platform/lists.ts';
import { asOfDay, bestFirst, dayOf, inForceOn, rankIn, sought, type Query } from './reference.search.ts';
import { StatutorySizeView, SubstanceControlView, SubstanceView, type SubstanceRow } from './substances.view.ts';
import { classes, conventions, groups, sizes } from './vocabulary.ts';

const rank = rankIn('s.search');

/** Substances with their controls on the day that the query names, the best matches of its words first. */
export const substanceList = (query: Query = {}): ListSpec<SubstanceRow, SubstanceView> => ({
  name: 'substances',
  select: `s.id, s.version, s.code, jsonb_build_object('en', s.name_en, 'ru', s.name_ru, 'ky', s.name_ky) as names, s.aliases, s."group", s.class, s.parent, s.forms, s.cas, s.source,
    coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'version', c.version, 'substance', c.substance, 'convention', c.convention, 'schedule', c.schedule,
      'from', c.valid_from, 'to', c.valid_to, 'source', c.source) order by c.convention, c.schedule, c.valid_from) from substance_controls c where c.substance = s.code), '[]') as controls,
    tamga.local_date(clock_timestamp()) as today`,
  from: 'substances s',
  filters: {
    q: sought(rank), code: byCode('s.code'), group: oneOf('s."group"', groups), class: oneOf('s.class', classes), parent: byCode('s.parent', 'The substance it is a kind of'),
    on: asOfDay('The day whose controls are shown; today if left out'),
  },
  order: { column: bestFirst(query, rank, 's.code'), type: 'text', descending: false, id: 's.id' },
  view: (row) => SubstanceView.of(row, dayOf(query)),
  columns: ['code', 'names.en', 'names.ru', 'names.ky', 'group', 'class', 'parent', 'aliases', 'forms', 'cas', 'isControlled', 'controls', 'source'],
});

export const controlList: ListSpec<SubstanceControlView, SubstanceControlView> = {
  name: 'substance-controls',
  select: 'c.id, c.version, c.substance, c.convention, c.schedule, c.valid_from as "from", c.valid_to as "to", c.source',
  from: 'substance_controls c',
  filters: { substance: byCode('c.substance'), convention: oneOf('c.convention', conventions), schedule: byCode('c.schedule'), on: inForceOn('c') },
  order: { column: `c.substance || ' ' || c.convention || ' ' || c.schedule || ' ' || c.valid_from`, type: 'text', descending: false, id: 'c.id' },
  view: SubstanceControlView.of,
  columns: ['substance', 'convention', 'schedule', 'from', 'to', 'source'],
};

export const statutorySizeList: ListSpec<StatutorySizeView, StatutorySizeView> = {
  name: 'statutory-sizes',
  select: 'z.id, z.version, z.substance, z.form, z.size, z.from_grams as "fromGrams", z.valid_from as "from", z.valid_to as "to", z.source',
  from: 'statutory_sizes z',
  filters: { substance: byCode('z.substance'), form: byCode('z.form'), size: oneOf('z.size', sizes), on: inForceOn('z') },
  order: { column: 'z.valid_from', type: 'date', descending: true, id: 'z.id' },
  view: StatutorySizeView.of,
  columns: ['substance', 'form', 'size', 'fromGrams', 'from', 'to', 'source'],
};
