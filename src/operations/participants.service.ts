import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import type { Made } from '../platform/answers.ts';
import { Faults, notFound } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { Creates, fingerprint, take } from '../platform/records.ts';
import { notAhead } from '../platform/times.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';
import { UnitDirectory } from '../units/unit-directory.ts';
import { OperationRecordsQueries, participantList } from './operation-records.queries.ts';
import type { AddParticipant, EndParticipation } from './operation.dto.ts';
import { Operation, OperationParticipant } from './operation.entity.ts';
import { isOver } from './operation.lifecycle.ts';
import type { ParticipantView } from './operation.view.ts';
import { leadParticipates, leftAlready, operationOver } from './operations.errors.ts';

/** Which units take part in an operation, and so see it: from joining until departure. */
@Injectable()
export class ParticipantsService {
  constructor(
    private readonly work: UnitOfWork, private readonly creates: Creates, private readonly records: OperationRecordsQueries, private readonly units: UnitDirectory,
  ) {}

  async add(actor: Actor, operationId: string, command: AddParticipant, version: number | undefined): Promise<Made<ParticipantView>> {
    await this.units.ready();
    const show = (id: string) => this.records.one(participantList, actor, operationId, id);
    return this.creates.once(actor, 'operation_participants', command, async () => {
      const faults = new Faults();
      const unit = faults.known('/unit', command.unit, this.units.withCode);
      notAhead(faults, '/joinedAt', command.joinedAt);
      faults.throwIfAny();
      const id = command.id ?? newId();
      await this.work.run(actor, 'operations.edit', async (tx) => {
        const operation = await take(tx, Operation, operationId, version);
        if (isOver(operation.status)) throw operationOver();
        if (operation.unitId === unit!.id) throw leadParticipates(undefined, '/unit');
        await tx.manager.insert(OperationParticipant, {
          id, operationId, participantUnitId: unit!.id, part: command.part, joinedAt: command.joinedAt ?? undefined, fingerprint: fingerprint(command),
        });
      });
      return show(id);
    }, show);
  }

  /** From here on the unit sees the operation no more; that it took part stays on record. */
  async depart(actor: Actor, operationId: string, id: string, command: EndParticipation, version: number | undefined): Promise<ParticipantView> {
    const faults = new Faults();
    notAhead(faults, '/leftAt', command.leftAt);
    faults.throwIfAny();
    await this.work.run(actor, 'operations.edit', async (tx) => {
      const participant = await take(tx, OperationParticipant, id, version);
      if (participant.operationId !== operationId) throw notFound();
      if (participant.leftAt) throw leftAlready();
      await tx.manager.update(OperationParticipant, { id }, { leftAt: command.leftAt ?? new Date() });
    });
    return this.records.one(participantList, actor, operationId, id);
  }
}
