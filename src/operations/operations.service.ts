import { Injectable } from '@nestjs/common';
import { refuseNulls } from '../cases/cases.errors.ts';
import type { Actor } from '../platform/actor.ts';
import type { Made } from '../platform/answers.ts';
import { levelFor } from '../platform/classification.ts';
import { Faults, reasonNeeded } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { Creates, fingerprint, take } from '../platform/records.ts';
import { notAhead } from '../platform/times.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';
import { Codes } from '../reference/codes.ts';
import { UnitDirectory } from '../units/unit-directory.ts';
import type { DraftOperation, EditOperation, OperationFacts } from './operation.dto.ts';
import { Operation } from './operation.entity.ts';
import { hasStarted, isOver } from './operation.lifecycle.ts';
import type { OperationView } from './operation.view.ts';
import { kindIsFixed, operationOver } from './operations.errors.ts';
import { OperationsQueries } from './operations.queries.ts';

/** Drafts operations and keeps what is known of them. How they move: `operation-moves.service.ts`. */
@Injectable()
export class OperationsService {
  constructor(
    private readonly work: UnitOfWork, private readonly creates: Creates, private readonly queries: OperationsQueries, private readonly codes: Codes,
    private readonly units: UnitDirectory,
  ) {}

  /** Drafts an operation of the caller's own unit, or of the one it names. */
  async draft(actor: Actor, command: DraftOperation): Promise<Made<OperationView>> {
    await Promise.all([this.codes.ready(), this.units.ready()]);
    return this.creates.once(actor, 'operations', command, async () => {
      const faults = new Faults();
      const unitId = command.leadUnit ? faults.known('/leadUnit', command.leadUnit, this.units.withCode)?.id : actor.unit;
      if (!command.leadUnit && !unitId) faults.known('/leadUnit', '(none: you serve in no unit)', () => undefined);
      this.checkCodes(faults, command);
      faults.throwIfAny();
      const id = command.id ?? newId();
      await this.work.run(actor, 'operations.draft', (tx) => tx.manager.insert(Operation, {
        ...factsOf(command), id, kind: command.kind, name: command.name, unitId: unitId!, classification: levelFor(actor, command.classification ?? 'restricted'),
        programmes: command.programmes ?? [], fingerprint: fingerprint(command),
      }));
      return this.queries.view(actor, id);
    }, (id) => this.queries.view(actor, id));
  }

  /** Changes what is known; once the operation has started, with the reason, and never when it is over. */
  async edit(actor: Actor, id: string, command: EditOperation, version: number | undefined): Promise<OperationView> {
    await Promise.all([this.codes.ready(), this.units.ready()]);
    const faults = new Faults();
    refuseNulls(faults, command, 'kind', 'name', 'leadUnit', 'classification', 'programmes', 'actualFrom', 'actualTo');
    const unit = faults.known('/leadUnit', command.leadUnit, this.units.withCode);
    this.checkCodes(faults, command);
    notAhead(faults, '/actualFrom', command.actualFrom);
    notAhead(faults, '/actualTo', command.actualTo);
    faults.throwIfAny();
    await this.work.run(actor, 'operations.edit', async (tx) => {
      const operation = await take(tx, Operation, id, version);
      if (isOver(operation.status)) throw operationOver();
      if (command.kind && command.kind !== operation.kind && operation.status !== 'draft') throw kindIsFixed();
      if (hasStarted(operation.status) && !command.reason) throw reasonNeeded('What is known of a running operation is changed with a reason');
      const changes = {
        ...factsOf(command), kind: command.kind!, name: command.name!, unitId: unit?.id, classification: command.classification ? levelFor(actor, command.classification) : undefined,
        programmes: command.programmes!, actualFrom: command.actualFrom, actualTo: command.actualTo,
      };
      if (Object.values(changes).some((value) => value !== undefined)) await tx.manager.update(Operation, { id }, changes);
    });
    return this.queries.view(actor, id);
  }

  private checkCodes(faults: Faults, { territory, programmes }: OperationFacts): void {
    faults.known('/territory', territory, this.codes.territory);
    programmes?.forEach((code, index) => faults.known(`/programmes/${index}`, code, this.codes.programme));
  }
}

/** What was said, as columns: what was left out stays undefined, and so untouched. */
function factsOf({ territory, place, location, plannedFrom, plannedTo, caseId, objective, summary }: OperationFacts): Partial<Operation> {
  const where = location === undefined ? {} : { lat: location?.lat ?? null, lon: location?.lon ?? null, accuracyMeters: location?.accuracyMeters ?? null };
  return { territory, place, ...where, plannedFrom, plannedTo, caseId, objective, summary };
}
