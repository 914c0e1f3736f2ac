import { Injectable } from '@nestjs/common';
import { permissions } from '../access/permissions.ts';
import type { Actor } from '../platform/actor.ts';
import type { Made } from '../platform/answers.ts';
import { levelFor } from '../platform/classification.ts';
import { Faults, reasonNeeded, unknownCode } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { checkMove } from '../platform/lifecycle.ts';
import { Creates, fingerprint, take } from '../platform/records.ts';
import type { Role } from '../platform/roles.ts';
import { notAhead } from '../platform/times.ts';
import { UnitOfWork, type Tx } from '../platform/unit-of-work.ts';
import { Codes } from '../reference/codes.ts';
import { UnitDirectory } from '../units/unit-directory.ts';
import type { EditCase, MoveCase, RegisterCase } from './case.dto.ts';
import { Case, CaseOffence, CaseRegistration } from './case.entity.ts';
import { caseMoves, isEnded, needsDecision, needsReason } from './case.lifecycle.ts';
import type { CaseView } from './case.view.ts';
import { decisionNeeded, joinedIntoEnded, joinedIntoItself, joinedIntoNeeded, refuseNulls } from './cases.errors.ts';
import { CasesQueries } from './cases.queries.ts';
import { ClosingObjections } from './closing-objections.ts';
import { RegistrationsService } from './registrations.service.ts';

/** The case itself: registered, edited and moved through its life. */
@Injectable()
export class CasesService {
  constructor(
    private readonly work: UnitOfWork, private readonly creates: Creates, private readonly codes: Codes, private readonly units: UnitDirectory,
    private readonly queries: CasesQueries, private readonly objections: ClosingObjections, private readonly registrations: RegistrationsService,
  ) {}

  async register(actor: Actor, command: RegisterCase): Promise<Made<CaseView>> {
    const faults = new Faults();
    const leadUnit = await this.check(faults, command);
    const unitId = leadUnit ?? actor.unit;
    if (!unitId && !command.leadUnit) faults.add(unknownCode('You serve in no unit: name the lead unit'), '/leadUnit');
    faults.throwIfAny();
    const classification = levelFor(actor, command.classification ?? 'restricted');
    return this.creates.once(actor, 'cases', command, async () => {
      const id = command.id ?? newId();
      await this.work.run(actor, 'cases.register', async (tx) => {
        await tx.manager.insert(Case, {
          id, unitId: unitId!, classification, title: command.title, summary: command.summary, registeredAt: new Date(command.registeredAt ?? Date.now()),
          severedFromId: command.severedFrom, programmes: command.programmes ?? [], fingerprint: fingerprint(command),
        });
        for (const each of command.registrations ?? []) await tx.manager.insert(CaseRegistration, { ...each, id: newId(), caseId: id });
        for (const { since, ...each } of command.offences ?? []) await tx.manager.insert(CaseOffence, { ...each, sinceOn: since, id: newId(), caseId: id });
      });
      return this.withWarnings(actor, id);
    }, (id) => this.withWarnings(actor, id));
  }

  async edit(actor: Actor, id: string, version: number | undefined, command: EditCase): Promise<CaseView> {
    const faults = new Faults();
    refuseNulls(faults, command, 'title', 'leadUnit', 'classification', 'registeredAt', 'programmes');
    const unitId = (await this.check(faults, command)) ?? undefined;
    faults.throwIfAny();
    const { title, summary, programmes, registeredAt } = command;
    const classification = command.classification ? levelFor(actor, command.classification) : undefined;
    await this.work.run(actor, 'cases.edit', async (tx) => {
      await take(tx, Case, id, version);
      const given = { title, summary, programmes: programmes ?? undefined, unitId, classification, registeredAt: registeredAt ? new Date(registeredAt) : undefined };
      const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      if (Object.keys(changes).length > 0) await tx.manager.update(Case, { id }, changes);
    });
    return this.queries.view(actor, id);
  }

  async move(actor: Actor, id: string, version: number | undefined, { to, reason, occurredAt, joinedInto }: MoveCase): Promise<CaseView> {
    const faults = new Faults();
    notAhead(faults, '/occurredAt', occurredAt);
    if ((to === 'joined') !== Boolean(joinedInto)) faults.add(joinedIntoNeeded(), '/joinedInto');
    if (joinedInto?.toLowerCase() === id) faults.add(joinedIntoItself(), '/joinedInto');
    faults.throwIfAny();
    await this.work.run(actor, 'cases.move', async (tx) => {
      const { status: from } = await take(tx, Case, id, version);
      checkMove(caseMoves, from, to);
      if (needsDecision(from, to) && !(permissions['cases.decide'] as readonly Role[]).includes(actor.role as Role)) throw decisionNeeded();
      if (needsReason(from, to) && !reason) throw reasonNeeded();
      if (joinedInto) await this.mustRun(tx, joinedInto);
      if (to === 'closed') await this.objections.mustBeNone(tx, id);
      await tx.manager.update(Case, { id }, { status: to, statusSince: new Date(occurredAt ?? Date.now()), joinedIntoId: joinedInto ?? null });
    });
    return this.queries.view(actor, id);
  }

  /** A case is joined into one that runs and that the actor may change as well. */
  private async mustRun(tx: Tx, id: string): Promise<void> {
    const target = await tx.manager.findOne(Case, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (!target) throw unknownCode('There is no such case for you to join into', '/joinedInto');
    if (isEnded(target.status)) throw joinedIntoEnded();
  }

  /** Checks what registering and editing share; the lead unit's id. */
  private async check(faults: Faults, command: RegisterCase | EditCase): Promise<string | null> {
    await this.codes.ready();
    await this.units.ready();
    command.programmes?.forEach((code, index) => faults.known(`/programmes/${index}`, code, this.codes.programme));
    notAhead(faults, '/registeredAt', command.registeredAt);
    return faults.known('/leadUnit', command.leadUnit, this.units.withCode)?.id ?? null;
  }

  private async withWarnings(actor: Actor, id: string): Promise<CaseView> {
    const view = await this.queries.view(actor, id);
    const warnings = await this.registrations.warnings(actor, id);
    return { ...view, warnings };
  }
}
