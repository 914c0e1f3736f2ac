import { Injectable } from '@nestjs/common';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../platform/actor.ts';
import { notFound } from '../platform/errors.ts';
import { byId, byWords, moment, type Filter } from '../platform/list-filters.ts';
import { Lists, type ListSpec, type Page } from '../platform/lists.ts';
import { Reads } from '../platform/reads.ts';
import { ChangeView, type ChangeRow } from './change.view.ts';

/** Whose history: everything that hangs on the operation or case, or a seizure with its lines, amendments and subjects. */
export type Root = 'operations' | 'cases' | 'seizures';

const roots: Record<Root, Filter> = {
  operations: { ...byId('e.operation_id') },
  cases: { ...byId('e.case_id') },
  seizures: {
    ...byId('e.record'),
    condition: `e.record in (select unnest($::uuid[]) union all select id from seizure_lines where seizure_id = any($::uuid[])
      union all select id from seizure_credits where seizure_id = any($::uuid[]) union all select id from seizure_valuations where seizure_id = any($::uuid[])
      union all select id from seizure_amendments where seizure_id = any($::uuid[]) union all select id from seizure_subjects where seizure_id = any($::uuid[]))`,
  },
};

export const historyList = (root: Root): ListSpec<ChangeRow, ChangeView> => ({
  name: `history.${root}`,
  select: `e.seq::text as event, e.at, e."table" as kind, e.record, e.version as "recordVersion", e.action, e.role, e.person_id as person,
    concat_ws(' ', p.family_name, p.given_name) as "personName", a.username as account, e.request, b.reason, b.before, b.after`,
  from: 'audit.change_event e left join audit.change_body b on b.seq = e.seq left join persons p on p.id = e.person_id left join accounts a on a.id = e.account_id',
  filters: {
    of: roots[root],
    person: byId('e.person_id'),
    kind: byWords('e."table" = $'),
    record: byId('e.record'),
    action: byWords('e.action = $'),
    since: moment((value) => `e.at >= ${value}`),
    until: moment((value) => `e.at < ${value}`),
  },
  order: { column: 'e.seq', type: 'bigint', descending: false, id: 'e.record' },
  view: (row) => ChangeView.of(row),
  columns: ['event', 'at', 'kind', 'record', 'recordVersion', 'action', 'role', 'personName', 'account', 'reason', 'changes', 'request'],
});

const specs = { operations: historyList('operations'), cases: historyList('cases'), seizures: historyList('seizures') };

/** Plain history: the changes of a record in their order, in the reader's scope. */
@Injectable()
export class HistoryQueries {
  constructor(private readonly reads: Reads, private readonly lists: Lists) {}

  async of(root: Root, actor: Actor, id: string, reply: FastifyReply): Promise<Page<ChangeView> | StreamableFile> {
    const found = await this.reads.rows(actor, `history.root.${root}`, `select from ${root} where id = $1`, [id]);
    if (found.length === 0) throw notFound();
    return this.lists.answer(specs[root], reply, { of: id });
  }
}
