import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import type { Made } from '../platform/answers.ts';
import { Faults } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { Creates, fingerprint, take } from '../platform/records.ts';
import { Reads } from '../platform/reads.ts';
import { notAhead } from '../platform/times.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';
import { logList, OperationRecordsQueries } from './operation-records.queries.ts';
import type { WriteLogEntry } from './operation-records.dto.ts';
import type { LogEntryView } from './operation-records.view.ts';
import { Operation, OperationLogEntry } from './operation.entity.ts';

/** Writes the log of an operation, which only grows. Late and out of order is welcome; an entry says so itself. */
@Injectable()
export class OperationLogService {
  constructor(private readonly work: UnitOfWork, private readonly reads: Reads, private readonly creates: Creates, private readonly records: OperationRecordsQueries) {}

  async write(actor: Actor, operationId: string, command: WriteLogEntry, version: number | undefined): Promise<Made<LogEntryView>> {
    const show = (id: string) => this.records.one(logList, actor, operationId, id);
    return this.creates.once(actor, 'operation_log_entries', command, async () => {
      const faults = new Faults();
      notAhead(faults, '/occurredAt', command.occurredAt);
      const officerId = await this.officer(actor, faults, command.officer);
      faults.throwIfAny();
      const id = command.id ?? newId();
      await this.work.run(actor, 'operations.log', async (tx) => {
        await take(tx, Operation, operationId, version);
        await tx.manager.insert(OperationLogEntry, {
          id, operationId, kind: command.kind, occurredAt: command.occurredAt, text: command.text, options: command.options ?? [], rationale: command.rationale,
          officerId, place: command.place, lat: command.location?.lat, lon: command.location?.lon, accuracyMeters: command.location?.accuracyMeters,
          correctsId: command.correctsId, fingerprint: fingerprint(command),
        });
      });
      return show(id);
    }, show);
  }

  private async officer(actor: Actor, faults: Faults, code: string | null | undefined): Promise<string | null> {
    if (!code) return null;
    const [row] = await this.reads.rows<{ id: string }>(actor, 'officers.by-code', 'select id from officers where code = $1', [code]);
    return faults.known('/officer', code, () => row?.id);
  }
}
