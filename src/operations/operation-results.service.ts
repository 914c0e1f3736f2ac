import { Injectable } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import type { Made } from '../platform/answers.ts';
import { Faults, notFound, stale, versionNeeded } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { Creates, fingerprint, take } from '../platform/records.ts';
import { notAhead } from '../platform/times.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';
import { authorityList, OperationRecordsQueries, outcomeList } from './operation-records.queries.ts';
import type { AmendAuthority, AmendOutcome, RecordAuthority, RecordDebrief, RecordOutcome } from './operation-records.dto.ts';
import type { AuthorityView, DebriefView, OutcomeView } from './operation-records.view.ts';
import { Operation, OperationAuthority, OperationDebrief, OperationOutcome } from './operation.entity.ts';
import { hasStarted } from './operation.lifecycle.ts';
import { debriefedAlready, debriefTooEarly } from './operations.errors.ts';

/** What an operation rests on and what came of it: legal authorities, outcomes, the debrief. Open after it is closed, too. */
@Injectable()
export class OperationResultsService {
  constructor(private readonly work: UnitOfWork, private readonly creates: Creates, private readonly records: OperationRecordsQueries) {}

  async recordOutcome(actor: Actor, operationId: string, command: RecordOutcome, version: number | undefined): Promise<Made<OutcomeView>> {
    const show = (id: string) => this.records.one(outcomeList, actor, operationId, id);
    return this.creates.once(actor, 'operation_outcomes', command, async () => {
      const id = command.id ?? newId();
      await this.work.run(actor, 'operations.edit', async (tx) => {
        await take(tx, Operation, operationId, version);
        await tx.manager.insert(OperationOutcome, {
          id, operationId, kind: command.kind, count: command.count, description: command.description, fingerprint: fingerprint(command),
        });
      });
      return show(id);
    }, show);
  }

  async amendOutcome(actor: Actor, operationId: string, id: string, { count, description }: AmendOutcome, version: number | undefined): Promise<OutcomeView> {
    await this.amend(actor, OperationOutcome, operationId, id, { count, description }, version);
    return this.records.one(outcomeList, actor, operationId, id);
  }

  async recordAuthority(actor: Actor, operationId: string, command: RecordAuthority, version: number | undefined): Promise<Made<AuthorityView>> {
    const show = (id: string) => this.records.one(authorityList, actor, operationId, id);
    return this.creates.once(actor, 'operation_authorities', command, async () => {
      const id = command.id ?? newId();
      await this.work.run(actor, 'operations.edit', async (tx) => {
        await take(tx, Operation, operationId, version);
        const { kind, issuer, number, issuedOn, scope, validFrom, validTo } = command;
        await tx.manager.insert(OperationAuthority, { id, operationId, kind, issuer, number, issuedOn, scope, validFrom, validTo, fingerprint: fingerprint(command) });
      });
      return show(id);
    }, show);
  }

  async amendAuthority(actor: Actor, operationId: string, id: string, { number, validFrom, validTo }: AmendAuthority, version: number | undefined): Promise<AuthorityView> {
    await this.amend(actor, OperationAuthority, operationId, id, { number, validFrom, validTo }, version);
    return this.records.one(authorityList, actor, operationId, id);
  }

  /** Records the one debrief of an operation, or records it anew: then with If-Match. The same words again change nothing. */
  async debrief(actor: Actor, operationId: string, command: RecordDebrief, version: number | undefined): Promise<Made<DebriefView>> {
    const faults = new Faults();
    notAhead(faults, '/heldAt', command.heldAt);
    faults.throwIfAny();
    const print = fingerprint(command);
    const isNew = await this.work.run(actor, 'operations.edit', async (tx) => {
      const operation = await take(tx, Operation, operationId, undefined);
      if (!hasStarted(operation.status)) throw debriefTooEarly();
      const there = await tx.manager.findOneBy(OperationDebrief, { operationId });
      if (there?.fingerprint === print) return false;
      const facts = { heldAt: command.heldAt, summary: command.summary, whatWorked: command.whatWorked, whatDidNot: command.whatDidNot, lessons: command.lessons ?? [], fingerprint: print };
      if (!there) {
        await tx.manager.insert(OperationDebrief, { id: command.id ?? newId(), operationId, ...facts });
        return true;
      }
      if (command.id && command.id !== there.id) throw debriefedAlready();
      if (version === undefined) throw versionNeeded();
      if (version !== there.version) throw stale();
      await tx.manager.update(OperationDebrief, { id: there.id }, { ...facts, heldAt: command.heldAt ?? null, whatWorked: command.whatWorked ?? null, whatDidNot: command.whatDidNot ?? null });
      return false;
    });
    return { view: await this.records.debrief(actor, operationId), isNew };
  }

  private async amend<T extends ObjectLiteral & { id: string; version: number; operationId: string }>(
    actor: Actor, entity: EntityTarget<T>, operationId: string, id: string, changes: object, version: number | undefined,
  ): Promise<void> {
    await this.work.run(actor, 'operations.edit', async (tx) => {
      const record = await take(tx, entity, id, version);
      if (record.operationId !== operationId) throw notFound();
      if (Object.values(changes).some((value) => value !== undefined)) await tx.manager.update(entity, id, { ...changes });
    });
  }
}
