import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { byFlag, byId, byWords, oneOf } from '../platform/list-filters.ts';
import type { ListSpec } from '../platform/lists.ts';
import { Reads } from '../platform/reads.ts';
import type { BelowCase } from './case-records.ts';
import { subjectKinds, subjectRoles } from './subject.entity.ts';
import { CaseSubjectView, DetentionView, SubjectView, type CaseSubjectRow, type DetentionRow, type SubjectRow } from './subject.view.ts';
import type { Warning } from './warning.view.ts';

export const isCurrent = (s: string) => `${s}.valid_until is null or ${s}.valid_until > clock_timestamp()`;

export const subjectList: ListSpec<SubjectRow, SubjectView> = {
  name: 'subjects',
  select: `s.id, s.version, s.kind, s.name, s.aliases, s.identifier, s.birth_date as "birthDate", s.sex, s.citizenship, s.description, s.case_id as "caseId", s.recorded_at as "recordedAt",
    coalesce((select json_agg(json_build_object('id', l.id, 'caseId', l.case_id, 'caseNumber', c.number, 'role', l.role, 'from', l.valid_from, 'until', l.valid_until)
      order by l.recorded_at) from case_subjects l join cases c on c.id = l.case_id where l.subject_id = s.id), '[]') as cases`,
  from: 'subjects s',
  filters: {
    kind: oneOf('s.kind', subjectKinds),
    q: byWords(`(s.search like '%' || tamga.sound(tamga.fold($::text)) || '%' or s.match_key = tamga.subject_key(s.kind, $::text) or s.identifier_key = tamga.fold($::text))`,
      'A name or alias, a plate, a telephone number, an identifier: in Cyrillic or Latin, however it is punctuated'),
    case: { ...byId(''), condition: 'exists (select from case_subjects l where l.subject_id = s.id and l.case_id = any($::uuid[]))' },
    role: { ...oneOf('', subjectRoles), condition: `exists (select from case_subjects l where l.subject_id = s.id and l.role = any($::text[]) and (${isCurrent('l')}))` },
  },
  order: { column: 's.recorded_at', type: 'timestamptz', descending: true, id: 's.id' },
  view: (row) => SubjectView.of(row),
  columns: ['kind', 'name', 'aliases', 'identifier', 'birthDate', 'sex', 'citizenship', 'description', 'id'],
};

/** Of a link `l` and its subject `s`, which is null where its own record is outside the reader's scope. */
export const linkColumns = (l: string) => `${l}.id, ${l}.version, ${l}.role, ${l}.valid_from as "from", ${l}.valid_until as "until", ${l}.note, ${l}.recorded_at as "recordedAt",
    json_build_object('id', ${l}.subject_id, 'kind', ${l}.kind, 'knownAs', ${l}.known_as, 'name', s.name, 'aliases', s.aliases, 'identifier', s.identifier, 'birthDate', s.birth_date,
      'sex', s.sex, 'citizenship', s.citizenship, 'description', s.description) as subject`;
export const linkFields = ['subject.kind', 'subject.knownAs', 'subject.name', 'subject.identifier', 'role', 'from', 'until', 'note'];

export const caseSubjectList: BelowCase<CaseSubjectRow, CaseSubjectView> = {
  name: 'case-subjects',
  select: `${linkColumns('l')}, l.case_id as "caseId"`,
  from: 'case_subjects l left join subjects s on s.id = l.subject_id',
  caseColumn: 'l.case_id',
  filters: { role: oneOf('l.role', subjectRoles), kind: oneOf('l.kind', subjectKinds), subject: byId('l.subject_id'), current: byFlag(isCurrent('l')) },
  order: { column: 'l.recorded_at', type: 'timestamptz', descending: false, id: 'l.id' },
  view: (row) => CaseSubjectView.of(row),
  columns: linkFields,
};

export const detentionList: BelowCase<DetentionRow, DetentionView> = {
  name: 'detentions',
  select: `d.id, d.version, d.case_id as "caseId", d.detained_at as "at", d.territory, d.place, d.article, d.rights_explained_at as "rightsExplainedAt", d.counsel, d.interpreter,
    d.is_minor as "isMinor", d.deadline_at as "deadlineAt", d.released_at as "releasedAt", d.release_reason as "releaseReason", d.release_note as "releaseNote", d.recorded_at as "recordedAt",
    json_build_object('id', d.subject_id, 'knownAs', (select l.known_as from case_subjects l where l.case_id = d.case_id and l.subject_id = d.subject_id order by l.recorded_at limit 1)) as subject`,
  from: 'detentions d',
  caseColumn: 'd.case_id',
  filters: { subject: byId('d.subject_id'), held: byFlag('d.released_at is null') },
  order: { column: 'd.detained_at', type: 'timestamptz', descending: true, id: 'd.id' },
  view: (row) => DetentionView.of(row),
  columns: ['subject.knownAs', 'at', 'territory', 'place', 'article', 'rightsExplainedAt', 'counsel', 'interpreter', 'isMinor', 'deadlineAt', 'deadlineBasis', 'releasedAt', 'releaseReason'],
};

/** Others of the same kind with the same name key or identifier, among those the actor may see; two known and different birthdays are two persons. */
const likelySame = `select o.id, o.name, (select c.number from cases c where c.id = o.case_id) as number
from subjects s join subjects o on o.kind = s.kind and o.id <> s.id
  and (o.identifier_key = s.identifier_key or (o.match_key = s.match_key and (o.birth_date = s.birth_date) is not false))
where s.id = $1 order by o.recorded_at limit 5`;

@Injectable()
export class SubjectsQueries {
  constructor(private readonly reads: Reads) {}

  async likelyKnown(actor: Actor, subject: string): Promise<Warning[]> {
    const rows = await this.reads.rows<{ id: string; name: string; number: string | null }>(actor, 'subjects.likely-known', likelySame, [subject]);
    return rows.map(({ id, name, number }) => ({ code: 'subjects.likely-known', detail: `“${name}”${number ? ` of case ${number}` : ''} may be the same subject`, record: id }));
  }
}
