import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { notFound } from '../platform/errors.ts';
import { byCode, byFlag, byWords, oneOf } from '../platform/list-filters.ts';
import type { ListSpec } from '../platform/lists.ts';
import { Reads } from '../platform/reads.ts';
import { asOfDay, belowUnit } from './as-of.ts';
import { columnOf } from './key.pipe.ts';
import { UnitDetailView, UnitView, type UnitDetailRow, type UnitRow } from './unit.view.ts';
import { unitKinds } from './unit.entity.ts';

const names = (alias: string) => `json_build_object('en', ${alias}.name_en, 'ru', ${alias}.name_ru, 'ky', ${alias}.name_ky)`;

const columns = `u.id, u.version, u.code, u.kind, ${names('s')} as names, p.code as parent, u.strength, u.is_exclusive as "isExclusive", u.territory, u.phone,
  u.established_on as "from", u.dissolved_on as "to"`;

/** The tree as of a day, flat: each unit with the names it bore and the unit it stood under. */
export const unitList: ListSpec<UnitRow, UnitView> = {
  name: 'units',
  select: columns,
  from: 'unit_states s join units u on u.id = s.unit_id left join units p on p.id = s.parent_id',
  filters: {
    q: byWords(`position(tamga.fold($::text) in tamga.fold(concat_ws(' ', u.code, s.name_en, s.name_ru, s.name_ky))) > 0`, 'Part of the code or of a name in any language'),
    kind: oneOf('u.kind', unitKinds),
    parent: byCode('p.code', 'The unit directly above'),
    below: belowUnit('u.id'),
    on: asOfDay((day) => `s.valid_from <= ${day} and (s.valid_to is null or s.valid_to > ${day})`),
    includeDissolved: { ...byFlag(''), condition: '(not s.is_dissolved or $::boolean)' },
  },
  order: { column: 'u.code', type: 'text', descending: false, id: 'u.id' },
  view: UnitView.of,
  columns: ['code', 'kind', 'names.en', 'names.ru', 'names.ky', 'parent', 'strength', 'isExclusive', 'territory', 'phone', 'from', 'to', 'id'],
};

const today = 'tamga.local_date(clock_timestamp())';
const list = (object: string, from: string, order: string) => `coalesce((select json_agg(${object} order by ${order}) from ${from}), '[]')`;

const detail = (column: 'id' | 'code') => `
select ${columns},
  ${list(`json_build_object('names', ${names('n')}, 'from', n.valid_from, 'to', n.valid_to)`, 'unit_names n where n.unit_id = u.id', 'n.valid_from')} as "namesOverTime",
  ${list(`json_build_object('parent', a.code, 'from', x.valid_from, 'to', x.valid_to)`, 'unit_parents x join units a on a.id = x.parent_id where x.unit_id = u.id', 'x.valid_from')} as "parentsOverTime",
  array(select b.code from unit_parents x join units b on b.id = x.unit_id where x.parent_id = u.id and x.valid_from <= ${today} and (x.valid_to is null or x.valid_to > ${today})
    and (b.dissolved_on is null or b.dissolved_on > ${today}) order by b.code) as below,
  ${list(`json_build_object('id', c.id, 'officer', o.code, 'name', concat_ws(' ', pe.family_name, pe.given_name, pe.patronymic), 'isActing', c.is_acting,
      'from', c.valid_from, 'to', c.valid_to, 'orderNumber', c.order_number)`,
    'unit_commands c join persons pe on pe.id = c.person_id left join officers o on o.person_id = c.person_id where c.unit_id = u.id', 'c.valid_from, c.id')} as commanders,
  ${list(`json_build_object('unit', a.code, 'on', x."on")`, 'unit_successions x join units a on a.id = x.successor_id where x.unit_id = u.id', 'a.code')} as successors,
  ${list(`json_build_object('unit', a.code, 'on', x."on")`, 'unit_successions x join units a on a.id = x.unit_id where x.successor_id = u.id', 'a.code')} as predecessors
from units u
join lateral (select * from unit_states s where s.unit_id = u.id and s.valid_from <= greatest(${today}, u.established_on) order by s.valid_from desc limit 1) s on true
left join units p on p.id = s.parent_id
where u.${column} = $1`;

@Injectable()
export class UnitsQueries {
  constructor(private readonly reads: Reads) {}

  async one(actor: Actor, key: string): Promise<UnitDetailView> {
    const column = columnOf(key);
    const [row] = await this.reads.rows<UnitDetailRow>(actor, `units.one.${column}`, detail(column), [key]);
    if (!row) throw notFound();
    return UnitDetailView.of(row);
  }
}
