import { Injectable } from '@nestjs/common';
import { refuseNulls } from '../cases/cases.errors.ts';
import type { Actor } from '../platform/actor.ts';
import type { Made } from '../platform/answers.ts';
import { levelFor } from '../platform/classification.ts';
import { Faults, notFound, stale } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { Creates, fingerprint, take } from '../platform/records.ts';
import { UnitOfWork, type Tx } from '../platform/unit-of-work.ts';
import { Operation } from '../operations/operation.entity.ts';
import { Codes } from '../reference/codes.ts';
import { UnitDirectory } from '../units/unit-directory.ts';
import type { Assess, DraftActivityPlan, EditActivityPlan, Objective, PlaceOperation } from './activity-plan.dto.ts';
import type { ActivityPlanView, AssessmentView, PlacementView } from './activity-plan.view.ts';
import { ActivityPlansQueries, assessmentList, placementList } from './activity-plans.queries.ts';
import { ActivityPlan, ActivityPlanAssessment, ActivityPlanOperation } from './planning.entity.ts';
import { endedAlready, noOperation } from './planning.errors.ts';

/** General plans of a period, the operations that carry them out, and what they were held to be worth. */
@Injectable()
export class ActivityPlansService {
  constructor(
    private readonly work: UnitOfWork, private readonly creates: Creates, private readonly queries: ActivityPlansQueries, private readonly codes: Codes,
    private readonly units: UnitDirectory,
  ) {}

  async draft(actor: Actor, command: DraftActivityPlan): Promise<Made<ActivityPlanView>> {
    await Promise.all([this.codes.ready(), this.units.ready()]);
    return this.creates.once(actor, 'activity_plans', command, async () => {
      const faults = new Faults();
      const unitId = command.unit ? faults.known('/unit', command.unit, this.units.withCode)?.id : actor.unit;
      if (!command.unit && !unitId) faults.known('/unit', '(none: you serve in no unit)', () => undefined);
      this.checkProgrammes(faults, command.programmes);
      faults.throwIfAny();
      const id = command.id ?? newId();
      const { name, periodFrom, periodTo, summary } = command;
      await this.work.run(actor, 'activity-plans.manage', (tx) => tx.manager.insert(ActivityPlan, {
        id, name, unitId: unitId!, periodFrom, periodTo, summary, classification: levelFor(actor, command.classification ?? 'restricted'), programmes: command.programmes ?? [],
        objectives: (command.objectives ?? []).map(objectiveOf), fingerprint: fingerprint(command),
      }));
      return this.queries.view(actor, id);
    }, (id) => this.queries.view(actor, id));
  }

  async edit(actor: Actor, id: string, command: EditActivityPlan, version: number | undefined): Promise<ActivityPlanView> {
    await Promise.all([this.codes.ready(), this.units.ready()]);
    const faults = new Faults();
    refuseNulls(faults, command, 'name', 'unit', 'classification', 'periodFrom', 'periodTo', 'objectives', 'programmes');
    const unit = faults.known('/unit', command.unit, this.units.withCode);
    this.checkProgrammes(faults, command.programmes);
    faults.throwIfAny();
    await this.work.run(actor, 'activity-plans.manage', async (tx) => {
      await take(tx, ActivityPlan, id, version);
      const changes = {
        name: command.name!, unitId: unit?.id, classification: command.classification ? levelFor(actor, command.classification) : undefined, periodFrom: command.periodFrom!, periodTo: command.periodTo!,
        objectives: command.objectives?.map(objectiveOf), programmes: command.programmes!, summary: command.summary,
      };
      if (Object.values(changes).some((value) => value !== undefined)) await tx.manager.update(ActivityPlan, { id }, changes);
    });
    return this.queries.view(actor, id);
  }

  /** Puts an operation under a plan: by those who see both and may change the operation’s planning. */
  async place(actor: Actor, activityPlanId: string, command: PlaceOperation, version: number | undefined): Promise<Made<PlacementView>> {
    const show = (id: string) => this.queries.one(placementList, actor, activityPlanId, id);
    return this.creates.once(actor, 'activity_plan_operations', command, async () => {
      const id = command.id ?? newId();
      await this.work.run(actor, 'activity-plans.manage', async (tx) => {
        await this.see(tx, activityPlanId, version);
        if (!(await tx.manager.existsBy(Operation, { id: command.operationId }))) throw noOperation();
        await tx.manager.insert(ActivityPlanOperation, { id, activityPlanId, operationId: command.operationId, fingerprint: fingerprint(command) });
      });
      return show(id);
    }, show);
  }

  /** Takes an operation out of a plan: that it belonged to it stays on record. */
  async takeOut(actor: Actor, activityPlanId: string, id: string, version: number | undefined): Promise<PlacementView> {
    await this.work.run(actor, 'activity-plans.manage', async (tx) => {
      const placement = await take(tx, ActivityPlanOperation, id, version);
      if (placement.activityPlanId !== activityPlanId) throw notFound();
      if (placement.endedAt) throw endedAlready();
      await tx.manager.update(ActivityPlanOperation, { id }, { endedAt: new Date() });
    });
    return this.queries.one(placementList, actor, activityPlanId, id);
  }

  /** Records what the whole plan was held to be worth. It is never spread over what was seized. */
  async assess(actor: Actor, activityPlanId: string, command: Assess, version: number | undefined): Promise<Made<AssessmentView>> {
    const show = (id: string) => this.queries.one(assessmentList, actor, activityPlanId, id);
    return this.creates.once(actor, 'activity_plan_assessments', command, async () => {
      const id = command.id ?? newId();
      await this.work.run(actor, 'activity-plans.manage', async (tx) => {
        await take(tx, ActivityPlan, activityPlanId, version);
        const { amount, currency, text, source, assessedOn } = command;
        await tx.manager.insert(ActivityPlanAssessment, { id, activityPlanId, amount, currency, text, source, assessedOn, fingerprint: fingerprint(command) });
      });
      return show(id);
    }, show);
  }

  private async see(tx: Tx, id: string, version: number | undefined): Promise<void> {
    const plan = await tx.manager.findOneBy(ActivityPlan, { id });
    if (!plan) throw notFound();
    if (version !== undefined && version !== plan.version) throw stale();
  }

  private checkProgrammes(faults: Faults, programmes: string[] | null | undefined): void {
    programmes?.forEach((code, index) => faults.known(`/programmes/${index}`, code, this.codes.programme));
  }
}

const objectiveOf = ({ text, measure, target }: Objective) => ({ text, measure: measure ?? null, target: target ?? null });
