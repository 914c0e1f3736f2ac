import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import type { Made } from '../platform/answers.ts';
import { Faults } from '../platform/errors.ts';
import { fingerprint, take } from '../platform/records.ts';
import { notAhead } from '../platform/times.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';
import { Codes } from '../reference/codes.ts';
import { CaseRecords } from './case-records.ts';
import { ClosingObjections } from './closing-objections.ts';
import type { RecordDetention, Release } from './subject.dto.ts';
import { Detention } from './subject.entity.ts';
import type { DetentionView } from './subject.view.ts';
import { alreadyReleased, releaseIncomplete, stillDetained } from './subjects.errors.ts';
import { detentionList } from './subjects.queries.ts';

/** Detentions in a case, and the case does not close while somebody is recorded as held in it. */
@Injectable()
export class DetentionsService implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork, private readonly records: CaseRecords, private readonly codes: Codes, private readonly objections: ClosingObjections,
  ) {}

  onModuleInit(): void {
    this.objections.askBeforeClosing(async (tx, caseId) => {
      const held = await tx.rows('select from detentions where case_id = $1 and released_at is null', [caseId]);
      return held.map(() => ({ code: stillDetained.spec.code, detail: stillDetained.spec.title }));
    });
  }

  async record(actor: Actor, caseId: string, version: number | undefined, command: RecordDetention): Promise<Made<DetentionView>> {
    const { subject, at, territory, place, article, rightsExplainedAt, counsel, interpreter, isMinor, deadlineAt, releasedAt, releaseReason } = command;
    const faults = new Faults();
    faults.known('/territory', territory, (await this.codes.ready()).territory);
    notAhead(faults, '/at', at);
    notAhead(faults, '/rightsExplainedAt', rightsExplainedAt);
    notAhead(faults, '/releasedAt', releasedAt);
    if (Boolean(releasedAt) !== Boolean(releaseReason)) faults.add(releaseIncomplete(), '/releaseReason');
    faults.throwIfAny();
    return this.records.add(actor, 'detentions', caseId, command, version, async (tx, id) => {
      await tx.manager.insert(Detention, {
        id, caseId, subjectId: subject, detainedAt: new Date(at), territory, place, article, counsel, interpreter, isMinor,
        rightsExplainedAt: momentOf(rightsExplainedAt), deadlineAt: momentOf(deadlineAt), releasedAt: momentOf(releasedAt), releaseReason, fingerprint: fingerprint(command),
      });
    }, (id) => this.one(actor, id));
  }

  async release(actor: Actor, id: string, version: number | undefined, { at, releaseReason, note }: Release): Promise<DetentionView> {
    const faults = new Faults();
    notAhead(faults, '/at', at);
    faults.throwIfAny();
    await this.work.run(actor, 'cases.edit', async (tx) => {
      const detention = await take(tx, Detention, id, version);
      if (detention.releasedAt) throw alreadyReleased();
      await tx.manager.update(Detention, { id }, { releasedAt: new Date(at ?? Date.now()), releaseReason, releaseNote: note });
    });
    return this.one(actor, id);
  }

  one(actor: Actor, id: string): Promise<DetentionView> {
    return this.records.one(actor, detentionList, id);
  }
}

const momentOf = (moment: string | null | undefined) => (moment ? new Date(moment) : null);
