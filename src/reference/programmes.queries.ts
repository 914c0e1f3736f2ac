import { byCode } from '../platform/list-filters.ts';
import type { ListSpec } from '../platform/lists.ts';
import { ProgrammeView } from './programmes.view.ts';
import { inForceOn } from './reference.search.ts';

export const programmeList: ListSpec<ProgrammeView, ProgrammeView> = {
  name: 'programmes',
  select: `g.id, g.version, g.code, jsonb_build_object('en', g.name_en, 'ru', g.name_ru, 'ky', g.name_ky) as names, g.donor, g.parent, g.valid_from as "from", g.valid_to as "to", g.source`,
  from: 'programmes g',
  filters: { code: byCode('g.code'), parent: byCode('g.parent'), on: inForceOn('g') },
  order: { column: 'g.code', type: 'text', descending: false, id: 'g.id' },
  view: ProgrammeView.of,
  columns: ['code', 'names.en', 'names.ru', 'names.ky', 'donor', 'parent', 'from', 'to', 'source'],
};
