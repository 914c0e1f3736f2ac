import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import type { Made } from '../platform/answers.ts';
import { Faults } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { Creates, fingerprint, take } from '../platform/records.ts';
import { notAhead } from '../platform/times.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';
import type { AddOffence, EndOffence, Requalify } from './case.dto.ts';
import { CaseOffence } from './case.entity.ts';
import type { OffenceView } from './case.view.ts';
import { CaseRecords } from './case-records.ts';
import { offenceList } from './case-records.queries.ts';
import { alreadyEnded } from './cases.errors.ts';

/** What a case is qualified as: a qualification ends on a day, or gives way to another that remembers it. */
@Injectable()
export class OffencesService {
  constructor(private readonly work: UnitOfWork, private readonly creates: Creates, private readonly records: CaseRecords) {}

  async add(actor: Actor, caseId: string, version: number | undefined, command: AddOffence): Promise<Made<OffenceView>> {
    refuseAhead('/since', command.since);
    const { law, article, part, title, since } = command;
    return this.records.add(actor, 'case_offences', caseId, command, version, async (tx, id) => {
      await tx.manager.insert(CaseOffence, { id, caseId, law, article, part, title, sinceOn: since, fingerprint: fingerprint(command) });
    }, this.show(actor));
  }

  async requalify(actor: Actor, earlier: string, version: number | undefined, command: Requalify): Promise<Made<OffenceView>> {
    refuseAhead('/since', command.since);
    const { law, article, part, title, since } = command;
    return this.creates.once(actor, 'case_offences', command, async () => {
      const id = command.id ?? newId();
      await this.work.run(actor, 'cases.edit', async (tx) => {
        const { caseId, untilOn } = await take(tx, CaseOffence, earlier, version);
        if (untilOn) throw alreadyEnded();
        await tx.manager.update(CaseOffence, { id: earlier }, { untilOn: since });
        await tx.manager.insert(CaseOffence, { id, caseId, law, article, part, title, sinceOn: since, replacesId: earlier, fingerprint: fingerprint(command) });
      });
      return this.show(actor)(id);
    }, this.show(actor));
  }

  async end(actor: Actor, id: string, version: number | undefined, { until }: EndOffence): Promise<OffenceView> {
    refuseAhead('/until', until);
    await this.work.run(actor, 'cases.edit', async (tx) => {
      const { untilOn } = await take(tx, CaseOffence, id, version);
      if (untilOn) throw alreadyEnded();
      await tx.manager.update(CaseOffence, { id }, { untilOn: until });
    });
    return this.show(actor)(id);
  }

  private readonly show = (actor: Actor) => (id: string): Promise<OffenceView> => this.records.one(actor, offenceList, id);
}

function refuseAhead(pointer: string, day: string | null | undefined): void {
  const faults = new Faults();
  notAhead(faults, pointer, day);
  faults.throwIfAny();
}
