import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import type { Made } from '../platform/answers.ts';
import { newId } from '../platform/ids.ts';
import { Creates, fingerprint, take } from '../platform/records.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';
import { Operation } from '../operations/operation.entity.ts';
import { isOver } from '../operations/operation.lifecycle.ts';
import type { DraftPlan, EditPlan, Sections } from './plan.dto.ts';
import type { PlanView } from './plan.view.ts';
import { Plan } from './planning.entity.ts';
import { operationOver } from './planning.errors.ts';
import { PlansQueries } from './plans.queries.ts';

/** Drafts the plans of an operation, each a version of its own. */
@Injectable()
export class PlansService {
  constructor(private readonly work: UnitOfWork, private readonly creates: Creates, private readonly queries: PlansQueries) {}

  async draft(actor: Actor, operationId: string, command: DraftPlan, version: number | undefined): Promise<Made<PlanView>> {
    return this.creates.once(actor, 'plans', command, async () => {
      const id = command.id ?? newId();
      await this.work.run(actor, 'plans.draft', async (tx) => {
        // Locked, so that the next number is given once.
        const operation = await take(tx, Operation, operationId, version);
        if (isOver(operation.status)) throw operationOver();
        await tx.manager.insert(Plan, { ...sectionsOf(command), id, operationId, fingerprint: fingerprint(command) });
      });
      return this.queries.view(actor, id);
    }, (id) => this.queries.view(actor, id));
  }

  async edit(actor: Actor, id: string, command: EditPlan, version: number | undefined): Promise<PlanView> {
    await this.work.run(actor, 'plans.draft', async (tx) => {
      await take(tx, Plan, id, version);
      const changes = sectionsOf(command);
      if (Object.values(changes).some((value) => value !== undefined)) await tx.manager.update(Plan, { id }, changes);
    });
    return this.queries.view(actor, id);
  }
}

const sectionsOf = ({ situation, mission, execution, administration, command, risks, legalBasis }: Sections) => ({
  situation, mission, execution, administration, command, risks, legalBasis,
});
