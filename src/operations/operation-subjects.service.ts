import { Injectable } from '@nestjs/common';
import type { EndRole } from '../cases/subject.dto.ts';
import { momentOf, mustSeeSubject, takeRunning, valuesOf } from '../cases/subject-links.ts';
import type { Actor } from '../platform/actor.ts';
import type { Made } from '../platform/answers.ts';
import { Faults, notFound } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { Creates, take } from '../platform/records.ts';
import { notAhead } from '../platform/times.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';
import type { LinkOperationSubject } from './operation-records.dto.ts';
import { OperationRecordsQueries, operationSubjectList } from './operation-records.queries.ts';
import type { OperationSubjectView } from './operation-records.view.ts';
import { Operation, OperationSubject } from './operation.entity.ts';

/** Whom or what an operation is about. Open after it is closed, too: who somebody was is often learnt later. */
@Injectable()
export class OperationSubjectsService {
  constructor(private readonly work: UnitOfWork, private readonly creates: Creates, private readonly records: OperationRecordsQueries) {}

  async link(actor: Actor, operationId: string, command: LinkOperationSubject, version: number | undefined): Promise<Made<OperationSubjectView>> {
    const faults = new Faults();
    notAhead(faults, '/from', command.from);
    faults.throwIfAny();
    const show = (id: string) => this.records.one(operationSubjectList, actor, operationId, id);
    return this.creates.once(actor, 'operation_subjects', command, async () => {
      const id = command.id ?? newId();
      await this.work.run(actor, 'operations.edit', async (tx) => {
        await take(tx, Operation, operationId, version);
        await mustSeeSubject(tx, command.subjectId);
        await tx.manager.insert(OperationSubject, { ...valuesOf(command), id, operationId, subjectId: command.subjectId });
      });
      return show(id);
    }, show);
  }

  async end(actor: Actor, operationId: string, id: string, { until }: EndRole, version: number | undefined): Promise<OperationSubjectView> {
    const moment = momentOf('/until', until);
    await this.work.run(actor, 'operations.edit', async (tx) => {
      const link = await takeRunning(tx, OperationSubject, id, version);
      if (link.operationId !== operationId) throw notFound();
      await tx.manager.update(OperationSubject, { id }, { validUntil: moment });
    });
    return this.records.one(operationSubjectList, actor, operationId, id);
  }
}
