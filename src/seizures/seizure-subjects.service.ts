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
import { Seizure, SeizureSubject } from './seizure.entity.ts';
import type { LinkSeizureSubject } from './seizure-subject.dto.ts';
import type { SeizureSubjectView } from './seizure-subject.view.ts';
import { SeizureSubjectsQueries } from './seizure-subjects.queries.ts';
import { voidedAlready } from './seizures.errors.ts';

/** Whom a seizure was taken from, and who else it is about. It says nothing of what was seized, so the seizure is not amended by it. */
@Injectable()
export class SeizureSubjectsService {
  constructor(private readonly work: UnitOfWork, private readonly creates: Creates, private readonly queries: SeizureSubjectsQueries) {}

  async link(actor: Actor, seizureId: string, command: LinkSeizureSubject, version: number | undefined): Promise<Made<SeizureSubjectView>> {
    const faults = new Faults();
    notAhead(faults, '/from', command.from);
    faults.throwIfAny();
    const show = (id: string) => this.queries.one(actor, seizureId, id);
    return this.creates.once(actor, 'seizure_subjects', command, async () => {
      const id = command.id ?? newId();
      await this.work.run(actor, 'seizures.record', async (tx) => {
        const seizure = await take(tx, Seizure, seizureId, version);
        if (seizure.status === 'voided') throw voidedAlready();
        await mustSeeSubject(tx, command.subjectId);
        await tx.manager.insert(SeizureSubject, { ...valuesOf(command), id, seizureId, subjectId: command.subjectId });
      });
      return show(id);
    }, show);
  }

  /** Of a voided seizure too: an end takes nothing back that was said. */
  async end(actor: Actor, seizureId: string, id: string, { until }: EndRole, version: number | undefined): Promise<SeizureSubjectView> {
    const moment = momentOf('/until', until);
    await this.work.run(actor, 'seizures.record', async (tx) => {
      const link = await takeRunning(tx, SeizureSubject, id, version);
      if (link.seizureId !== seizureId) throw notFound();
      await tx.manager.update(SeizureSubject, { id }, { validUntil: moment });
    });
    return this.queries.one(actor, seizureId, id);
  }
}
