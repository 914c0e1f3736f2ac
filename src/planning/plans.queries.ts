import { Injectable, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../platform/actor.ts';
import { notFound } from '../platform/errors.ts';
import { byId } from '../platform/list-filters.ts';
import { Lists, type ListSpec, type Page } from '../platform/lists.ts';
import { Reads } from '../platform/reads.ts';
import { PlanView, type PlanRow } from './plan.view.ts';

export const planList: ListSpec<PlanRow, PlanView> = {
  name: 'plans',
  select: `p.id, p.version, p.operation_id as "operationId", o.number as "operationNumber", p.number, p.status, p.situation, p.mission, p.execution, p.administration,
    p.command, p.risks, p.legal_basis as "legalBasis", p.recorded_at as "recordedAt", p.recorded_by as "recordedBy"`,
  from: 'plans p join operations o on o.id = p.operation_id',
  filters: { of: byId('p.operation_id') },
  order: { column: 'p.number', type: 'integer', descending: true, id: 'p.id' },
  view: PlanView.of,
  columns: ['operationNumber', 'number', 'status', 'situation', 'mission', 'execution', 'administration', 'command', 'risks', 'legalBasis', 'recordedAt', 'id'],
};

@Injectable()
export class PlansQueries {
  constructor(private readonly reads: Reads, private readonly lists: Lists) {}

  /** The versions of an operation's plan, newest first; 404 where the caller cannot see the operation. */
  async ofOperation(actor: Actor, operation: string, reply: FastifyReply): Promise<Page<PlanView> | StreamableFile> {
    const found = await this.reads.rows(actor, 'operations.exists', 'select from operations where id = $1', [operation]);
    if (found.length === 0) throw notFound();
    return this.lists.answer(planList, reply, { of: operation });
  }

  async view(actor: Actor, id: string): Promise<PlanView> {
    const [row] = await this.reads.rows<PlanRow>(actor, 'plans.one', `select ${planList.select} from ${planList.from} where p.id = $1`, [id]);
    if (!row) throw notFound();
    return PlanView.of(row);
  }
}
