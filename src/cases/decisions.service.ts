import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import type { Made } from '../platform/answers.ts';
import { Faults } from '../platform/errors.ts';
import { fingerprint, take } from '../platform/records.ts';
import { notAhead } from '../platform/times.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';
import { Decision } from './case.entity.ts';
import type { DecisionView } from './case.view.ts';
import { CaseRecords } from './case-records.ts';
import { decisionList } from './case-records.queries.ts';
import { refuseNulls } from './cases.errors.ts';
import type { AmendDecision, RecordDecision } from './decision.dto.ts';

/** Decisions of a court, a prosecutor or an investigator, and what they order. */
@Injectable()
export class DecisionsService {
  constructor(private readonly work: UnitOfWork, private readonly records: CaseRecords) {}

  async record(actor: Actor, caseId: string, version: number | undefined, command: RecordDecision): Promise<Made<DecisionView>> {
    const faults = new Faults();
    notAhead(faults, '/decidedOn', command.decidedOn);
    faults.throwIfAny();
    const { kind, issuerKind, issuerName, number, decidedOn, inForceFrom, summary, orders } = command;
    return this.records.add(actor, 'decisions', caseId, command, version, async (tx, id) => {
      await tx.manager.insert(Decision, { id, caseId, kind, issuerKind, issuerName, number, decidedOn, inForceFrom, summary, orders: orders ?? [], fingerprint: fingerprint(command) });
    }, (id) => this.one(actor, id));
  }

  /** A decision comes into force later, or was written down wrongly: what stood before stays in its history. */
  async amend(actor: Actor, id: string, version: number | undefined, command: AmendDecision): Promise<DecisionView> {
    const faults = new Faults();
    refuseNulls(faults, command, 'kind', 'issuerKind', 'decidedOn', 'orders');
    notAhead(faults, '/decidedOn', command.decidedOn);
    faults.throwIfAny();
    const { reason: _, ...fields } = command;
    const changes = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    await this.work.run(actor, 'cases.edit', async (tx) => {
      await take(tx, Decision, id, version);
      if (Object.keys(changes).length > 0) await tx.manager.update(Decision, { id }, changes);
    });
    return this.one(actor, id);
  }

  one(actor: Actor, id: string): Promise<DecisionView> {
    return this.records.one(actor, decisionList, id);
  }
}
