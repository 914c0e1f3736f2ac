import { Injectable, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../platform/actor.ts';
import type { Made, Versioned } from '../platform/answers.ts';
import { idTaken, notFound } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { byId } from '../platform/list-filters.ts';
import { Lists, type ListSpec, type Page } from '../platform/lists.ts';
import { Creates, take } from '../platform/records.ts';
import { Reads } from '../platform/reads.ts';
import { UnitOfWork, type Tx } from '../platform/unit-of-work.ts';
import { Case } from './case.entity.ts';
import { CasesQueries } from './cases.queries.ts';

/** A list of what hangs on one case; `caseColumn` is where the case's id stands. */
export type BelowCase<Row, View> = ListSpec<Row, View> & { caseColumn: string };

/** What every record below a case has in common: who may add one, where it is listed, how one is shown. */
@Injectable()
export class CaseRecords {
  constructor(
    private readonly work: UnitOfWork, private readonly creates: Creates, private readonly reads: Reads, private readonly lists: Lists, private readonly cases: CasesQueries,
  ) {}

  /** Puts a record below a case that the actor may change (404, 403, 412 otherwise); sent again, it answers with what is there. */
  add<View extends Versioned & { caseId: string }>(actor: Actor, table: string, caseId: string, command: { id?: string }, version: number | undefined,
    insert: (tx: Tx, id: string) => Promise<void>, show: (id: string) => Promise<View>): Promise<Made<View>> {
    return this.creates.once(actor, table, command, async () => {
      const id = command.id ?? newId();
      await this.work.run(actor, 'cases.edit', async (tx) => {
        await take(tx, Case, caseId, version);
        await insert(tx, id);
      });
      return show(id);
    }, async (id) => {
      const view = await show(id);
      if (view.caseId !== caseId) throw idTaken();
      return view;
    });
  }

  async list<Row, View>(actor: Actor, { caseColumn, ...spec }: BelowCase<Row, View>, caseId: string, reply: FastifyReply): Promise<Page<View> | StreamableFile> {
    await this.cases.mustSee(actor, caseId);
    return this.lists.answer({ ...spec, filters: { ...spec.filters, case: byId(caseColumn) } }, reply, { case: caseId });
  }

  /** One record of a list's kind, by its own id. */
  async one<Row, View>(actor: Actor, spec: ListSpec<Row, View>, id: string): Promise<View> {
    const [row] = await this.reads.rows<Row>(actor, `${spec.name}.one`, `select ${spec.select} from ${spec.from} where ${spec.order.id} = $1`, [id]);
    if (!row) throw notFound();
    return spec.view(row, actor);
  }
}
