import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { Faults, forbidden, reasonNeeded } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { take } from '../platform/records.ts';
import { notAhead } from '../platform/times.ts';
import { UnitOfWork, type Tx } from '../platform/unit-of-work.ts';
import type { MoveOperation } from './operation.dto.ts';
import { Operation, OperationWaiver } from './operation.entity.ts';
import { checkOperationMove, hasStarted, kindsThatNeedAPlan, owesReason } from './operation.lifecycle.ts';
import type { OperationView } from './operation.view.ts';
import { planNeeded, resultNeeded, resultOutOfPlace, waiverOutOfPlace } from './operations.errors.ts';
import { OperationsQueries } from './operations.queries.ts';
import { StartObjections } from './start-objections.ts';

/** Moves an operation along its lifecycle. The database checks every move again, and notes it with its time. */
@Injectable()
export class OperationMovesService {
  constructor(private readonly work: UnitOfWork, private readonly queries: OperationsQueries, private readonly objections: StartObjections) {}

  async move(actor: Actor, id: string, command: MoveOperation, version: number | undefined): Promise<OperationView> {
    const faults = new Faults();
    notAhead(faults, '/occurredAt', command.occurredAt);
    if (command.to === 'concluded' && !command.result) faults.add(resultNeeded(), '/result');
    if (command.to !== 'concluded' && command.result) faults.add(resultOutOfPlace(), '/result');
    faults.throwIfAny();
    await this.work.run(actor, 'operations.move', (tx) => this.moveIn(tx, id, command, version));
    return this.queries.view(actor, id);
  }

  /** The same within a transaction that is under way: an approved plan makes its operation approved. */
  async moveIn(tx: Tx, id: string, { to, result, reason, occurredAt, waiver }: MoveOperation, version: number | undefined): Promise<void> {
    const operation = await take(tx, Operation, id, version);
    checkOperationMove(operation.status, to, tx.actor.role);
    if (owesReason(operation.status, to, result) && !reason) throw reasonNeeded();
    const needsPlan = operation.status === 'draft' && to === 'active' && kindsThatNeedAPlan.includes(operation.kind);
    if (waiver) await this.waive(tx, id, waiver, needsPlan);
    else if (needsPlan) throw planNeeded();
    if (to === 'active' && !hasStarted(operation.status)) {
      await this.objections.mustBeNone(tx, { id, kind: operation.kind, from: operation.status, isWaived: Boolean(waiver) });
    }
    await tx.manager.update(Operation, { id }, { status: to, statusSince: occurredAt ?? new Date(), ...(result ? { result } : {}) });
  }

  private async waive(tx: Tx, operationId: string, { reason, reviewDueOn }: NonNullable<MoveOperation['waiver']>, needsPlan: boolean): Promise<void> {
    if (!needsPlan) throw waiverOutOfPlace();
    if (tx.actor.role !== 'commander') throw forbidden('A waiver is a commander’s to give');
    await tx.manager.insert(OperationWaiver, { id: newId(), operationId, waives: 'approved_plan', reason, reviewDueOn });
  }
}
