import { Injectable } from '@nestjs/common';
import { classifications, type Actor } from '../platform/actor.ts';
import { notFound } from '../platform/errors.ts';
import { byCode, byId, byWords, oneOf } from '../platform/list-filters.ts';
import type { ListSpec } from '../platform/lists.ts';
import { Reads } from '../platform/reads.ts';
import { caseStates } from './case.lifecycle.ts';
import { CaseView, type CaseRow } from './case.view.ts';

const columns = `c.id, c.version, c.number, c.status, c.status_since as "statusSince", u.code as "leadUnit",
  (select json_build_object('en', n.name_en, 'ru', n.name_ru, 'ky', n.name_ky) from unit_names n where n.unit_id = c.unit_id and n.valid_to is null) as "leadUnitNames",
  (select o.code from case_members m join officers o on o.id = m.officer_id where m.case_id = c.id and m.part = 'lead_investigator'
    and m.valid_from <= clock_timestamp() and (m.valid_until is null or m.valid_until > clock_timestamp())) as "leadInvestigator",
  c.title, c.summary, c.classification, c.registered_at as "registeredAt", c.opened_at as "openedAt", c.closed_at as "closedAt",
  c.joined_into_id as "joinedInto", c.severed_from_id as "severedFrom", c.programmes,
  coalesce((select json_agg(json_build_object('id', r.id, 'kind', r.kind, 'number', r.number) order by r.recorded_at)
    from case_registrations r where r.case_id = c.id and r.withdrawn_at is null), '[]') as registrations,
  coalesce((select json_agg(json_build_object('id', o.id, 'article', o.article, 'part', o.part, 'title', o.title) order by o.recorded_at)
    from case_offences o where o.case_id = c.id and o.until_on is null), '[]') as offences,
  c.recorded_at as "recordedAt", c.recorded_by as "recordedBy"`;

const within = (condition: string) => `exists (select from ${condition})`;
const sought = `'%' || tamga.sound(tamga.fold($::text)) || '%'`;

export const caseList: ListSpec<CaseRow, CaseView> = {
  name: 'cases',
  select: columns,
  from: 'cases c join units u on u.id = c.unit_id',
  filters: {
    status: oneOf('c.status', caseStates),
    leadUnit: byCode('u.code'),
    number: byCode('c.number'),
    classification: oneOf(`(array['${classifications.join(`','`)}'])[c.classification + 1]`, classifications),
    programme: { ...byCode('', 'Code of a programme'), condition: 'c.programmes && $::text[]' },
    registration: byWords(within('case_registrations r where r.case_id = c.id and r.withdrawn_at is null and r.number_key = tamga.register_key($::text)'),
      'A number of the Unified Register (ЕРП) or the journal (ЖУИ), however it is punctuated'),
    offence: { ...byCode('', 'Article that it is qualified as now'),
      condition: within('case_offences o where o.case_id = c.id and o.until_on is null and o.article = any($::text[])') },
    subject: byWords(within(`case_subjects s left join subjects p on p.id = s.subject_id where s.case_id = c.id
      and (s.search like ${sought} or p.search like ${sought} or p.match_key = tamga.subject_key(s.kind, $::text))`),
      'A subject’s name, plate, number …, in Cyrillic or Latin'),
    member: { ...byCode('', 'Code of an officer who works on it now'), condition: within(`case_members m join officers f on f.id = m.officer_id where m.case_id = c.id
      and f.code = any($::text[]) and m.valid_from <= clock_timestamp() and (m.valid_until is null or m.valid_until > clock_timestamp())`) },
    joinedInto: byId('c.joined_into_id'),
    severedFrom: byId('c.severed_from_id'),
    q: byWords(`(c.folded_title like '%' || tamga.fold($::text) || '%' or strpos(lower(c.number), lower($::text)) > 0 or strpos(lower(c.summary), lower($::text)) > 0)`,
      'Words of the title, the summary or the number'),
  },
  time: 'c.registered_at',
  order: { column: 'c.registered_at', type: 'timestamptz', descending: true, id: 'c.id' },
  view: (row) => CaseView.of(row),
  columns: ['number', 'status', 'leadUnit', 'title', 'classification', 'registeredAt', 'openedAt', 'closedAt', 'leadInvestigator', 'programmes', 'registrations', 'offences', 'id'],
};

@Injectable()
export class CasesQueries {
  constructor(private readonly reads: Reads) {}

  async view(actor: Actor, id: string): Promise<CaseView> {
    const [row] = await this.reads.rows<CaseRow>(actor, 'cases.one', `select ${columns} from cases c join units u on u.id = c.unit_id where c.id = $1`, [id]);
    if (!row) throw notFound();
    return CaseView.of(row);
  }

  /** 404 where the case is not there for this actor. */
  async mustSee(actor: Actor, id: string): Promise<void> {
    const rows = await this.reads.rows(actor, 'cases.seen', 'select from cases where id = $1', [id]);
    if (rows.length === 0) throw notFound();
  }
}
