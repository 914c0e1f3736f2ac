import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { notFound } from '../platform/errors.ts';
import { byCode, byId, byWords, oneOf, onDay } from '../platform/list-filters.ts';
import type { ListSpec } from '../platform/lists.ts';
import { Reads } from '../platform/reads.ts';
import { asOfDay, belowUnit } from './as-of.ts';
import { columnOf } from './key.pipe.ts';
import { qualificationKinds } from './officer.entity.ts';
import { OfficerDetailView, OfficerView, QualificationView, type OfficerDetailRow, type OfficerRow, type QualificationRow } from './officer.view.ts';

const today = 'tamga.local_date(clock_timestamp())';

const columns = `o.id, o.version, o.code, o.person_id as "personId", json_build_object('familyName', n.family_name, 'givenName', n.given_name, 'patronymic', n.patronymic) as name,
  o.badge_number as "badgeNumber", u.code as unit, p.rank, p.position, o.serves_from as "servesFrom", o.serves_until as "servesUntil"`;

const filters = {
  q: byWords(`position(tamga.fold($::text) in tamga.fold(concat_ws(' ', o.code, o.badge_number, n.family_name, n.given_name, n.patronymic))) > 0`,
    'Part of the code, the badge number or the name'),
  on: asOfDay((day) => `p.valid_from <= ${day} and (p.valid_to is null or p.valid_to > ${day})`),
};

export const officerList: ListSpec<OfficerRow, OfficerView> = {
  name: 'officers',
  select: columns,
  from: 'officers o join persons n on n.id = o.person_id join officer_posts p on p.officer_id = o.id join units u on u.id = p.unit_id',
  filters: { ...filters, unit: belowUnit('p.unit_id') },
  order: { column: 'o.code', type: 'text', descending: false, id: 'o.id' },
  view: OfficerView.of,
  columns: ['code', 'name.familyName', 'name.givenName', 'name.patronymic', 'badgeNumber', 'unit', 'rank', 'position', 'servesFrom', 'servesUntil', 'id'],
};

/** Of one unit, without those below it: as documented, and with the unit that its path names. */
export const unitOfficerList: typeof officerList = { ...officerList, name: 'units.officers', filters };
export const unitOfficers: typeof officerList = { ...unitOfficerList, filters: { ...filters, unit: byCode('u.code') } };

const validOn = (day: string) => `q.issued_on <= ${day} and (q.expires_on is null or q.expires_on > ${day})`;

/** Of one officer: as documented, and with the officer that its path names. */
export const qualificationList: ListSpec<QualificationRow, QualificationView> = {
  name: 'qualifications',
  select: `q.id, q.version, o.code as officer, q.kind, q.title, q.issuer, q.certificate_number as "certificateNumber", q.issued_on as "issuedOn", q.expires_on as "expiresOn",
    ${validOn(today)} as "isValid", q.programme`,
  from: 'qualifications q join officers o on o.id = q.officer_id',
  filters: { kind: oneOf('q.kind', qualificationKinds), validOn: onDay(`(${validOn('$::date')})`, 'Those that hold on that day') },
  order: { column: 'q.issued_on', type: 'date', descending: true, id: 'q.id' },
  view: QualificationView.of,
  columns: ['officer', 'kind', 'title', 'issuer', 'certificateNumber', 'issuedOn', 'expiresOn', 'isValid', 'programme', 'id'],
};
export const officerQualifications: typeof qualificationList = { ...qualificationList, filters: { ...qualificationList.filters, officer: byId('q.officer_id') } };

const detail = (column: 'id' | 'code') => `
select ${columns.replace('u.code as unit', `case when o.serves_until <= ${today} is not true then u.code end as unit`)},
  coalesce((select json_agg(json_build_object('id', x.id, 'unit', a.code, 'rank', x.rank, 'position', x.position, 'from', x.valid_from, 'to', x.valid_to,
      'orderNumber', x.order_number) order by x.valid_from) from officer_posts x join units a on a.id = x.unit_id where x.officer_id = o.id), '[]') as posts,
  coalesce((select json_agg(json_build_object('id', c.id, 'unit', a.code, 'isActing', c.is_acting, 'from', c.valid_from, 'to', c.valid_to) order by c.valid_from)
      from unit_commands c join units a on a.id = c.unit_id where c.person_id = o.person_id), '[]') as commands,
  coalesce((select json_agg(json_build_object('id', q.id, 'version', q.version, 'officer', o.code, 'kind', q.kind, 'title', q.title, 'issuer', q.issuer,
      'certificateNumber', q.certificate_number, 'issuedOn', q.issued_on, 'expiresOn', q.expires_on, 'isValid', ${validOn(today)}, 'programme', q.programme)
      order by q.issued_on desc) from qualifications q where q.officer_id = o.id), '[]') as qualifications
from officers o join persons n on n.id = o.person_id
left join lateral (select * from officer_posts x where x.officer_id = o.id and x.valid_from <= greatest(${today}, o.serves_from) order by x.valid_from desc limit 1) p on true
left join units u on u.id = p.unit_id
where o.${column} = $1`;

@Injectable()
export class OfficersQueries {
  constructor(private readonly reads: Reads) {}

  async one(actor: Actor, key: string): Promise<OfficerDetailView> {
    const column = columnOf(key);
    const [row] = await this.reads.rows<OfficerDetailRow>(actor, `officers.one.${column}`, detail(column), [key]);
    if (!row) throw notFound();
    return OfficerDetailView.of(row);
  }

  async qualification(actor: Actor, id: string): Promise<QualificationView> {
    const { select, from } = qualificationList;
    const [row] = await this.reads.rows<QualificationRow>(actor, 'qualifications.one', `select ${select} from ${from} where q.id = $1`, [id]);
    if (!row) throw notFound();
    return QualificationView.of(row);
  }
}
