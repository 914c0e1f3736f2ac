import { Injectable, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { subjectKinds } from '../cases/subject.entity.ts';
import type { LinkRow } from '../cases/subject.view.ts';
import { isCurrent, linkColumns, linkFields } from '../cases/subjects.queries.ts';
import type { Actor } from '../platform/actor.ts';
import { notFound } from '../platform/errors.ts';
import { byFlag, byId, oneOf } from '../platform/list-filters.ts';
import { Lists, type ListSpec, type Page } from '../platform/lists.ts';
import { Reads } from '../platform/reads.ts';
import { seizureSubjectRoles } from './seizure.entity.ts';
import { SeizureSubjectView } from './seizure-subject.view.ts';

export const seizureSubjectList: ListSpec<LinkRow<SeizureSubjectView>, SeizureSubjectView> = {
  name: 'seizures.subjects',
  select: `${linkColumns('r')}, r.seizure_id as "seizureId", r.recorded_by as "recordedBy"`,
  from: 'seizure_subjects r left join subjects s on s.id = r.subject_id',
  filters: { of: byId('r.seizure_id'), role: oneOf('r.role', seizureSubjectRoles), kind: oneOf('r.kind', subjectKinds), subject: byId('r.subject_id'), current: byFlag(isCurrent('r')) },
  order: { column: 'r.recorded_at', type: 'timestamptz', descending: false, id: 'r.id' },
  view: SeizureSubjectView.of,
  columns: [...linkFields, 'recordedAt', 'id'],
};

@Injectable()
export class SeizureSubjectsQueries {
  constructor(private readonly reads: Reads, private readonly lists: Lists) {}

  /** 404 where the caller cannot see the seizure itself. */
  async list(actor: Actor, seizure: string, reply: FastifyReply): Promise<Page<SeizureSubjectView> | StreamableFile> {
    const found = await this.reads.rows(actor, 'seizures.exists', 'select from seizures where id = $1', [seizure]);
    if (found.length === 0) throw notFound();
    return this.lists.answer(seizureSubjectList, reply, { of: seizure });
  }

  async one(actor: Actor, seizure: string, id: string): Promise<SeizureSubjectView> {
    const { select, from } = seizureSubjectList;
    const [row] = await this.reads.rows<LinkRow<SeizureSubjectView>>(actor, 'seizures.subject', `select ${select} from ${from} where r.id = $1 and r.seizure_id = $2`, [id, seizure]);
    if (!row) throw notFound();
    return SeizureSubjectView.of(row);
  }
}
