import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import type { Made } from '../platform/answers.ts';
import { Faults } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { Creates, fingerprint, take } from '../platform/records.ts';
import { notAhead } from '../platform/times.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';
import { Codes } from '../reference/codes.ts';
import { CaseRecords } from './case-records.ts';
import { refuseNulls } from './cases.errors.ts';
import { momentOf, mustSeeSubject, takeRunning, valuesOf } from './subject-links.ts';
import type { ChangeRole, EditSubject, EndRole, LinkSubject } from './subject.dto.ts';
import { CaseSubject, Subject } from './subject.entity.ts';
import type { CaseSubjectView, SubjectView } from './subject.view.ts';
import { oneSubjectNeeded, personOnly } from './subjects.errors.ts';
import { caseSubjectList, subjectList, SubjectsQueries } from './subjects.queries.ts';

/** Subjects and their roles in cases. A subject is recorded once; each case links it, in a role, for a time. */
@Injectable()
export class SubjectsService {
  constructor(
    private readonly work: UnitOfWork, private readonly creates: Creates, private readonly codes: Codes, private readonly records: CaseRecords, private readonly queries: SubjectsQueries,
  ) {}

  async link(actor: Actor, caseId: string, version: number | undefined, command: LinkSubject): Promise<Made<CaseSubjectView>> {
    const { subject, subjectId, from } = command;
    const faults = new Faults();
    if (Boolean(subject) === Boolean(subjectId)) faults.add(oneSubjectNeeded(), '/subject');
    if (subject && subject.kind !== 'person') {
      for (const field of ['birthDate', 'sex', 'citizenship'] as const) if (subject[field]) faults.add(personOnly(), `/subject/${field}`);
    }
    faults.known('/subject/citizenship', subject?.citizenship, (await this.codes.ready()).country);
    notAhead(faults, '/from', from);
    faults.throwIfAny();
    return this.records.add(actor, 'case_subjects', caseId, command, version, async (tx, id) => {
      const linked = subject ? (subject.id ?? newId()) : subjectId!;
      if (subject) await tx.manager.insert(Subject, { ...subject, id: linked, aliases: subject.aliases ?? [], caseId });
      else await mustSeeSubject(tx, linked);
      await tx.manager.insert(CaseSubject, { ...valuesOf(command), id, caseId, subjectId: linked });
    }, (id) => this.linked(actor, id));
  }

  /** Another role: the present one ends and the new one begins at the same moment. */
  async changeRole(actor: Actor, earlier: string, version: number | undefined, command: ChangeRole): Promise<Made<CaseSubjectView>> {
    const moment = momentOf('/at', command.at);
    return this.creates.once(actor, 'case_subjects', command, async () => {
      const id = command.id ?? newId();
      await this.work.run(actor, 'cases.edit', async (tx) => {
        const link = await takeRunning(tx, CaseSubject, earlier, version);
        await tx.manager.update(CaseSubject, { id: earlier }, { validUntil: moment });
        const { caseId, subjectId, knownAs, note } = link;
        await tx.manager.insert(CaseSubject, { id, caseId, subjectId, knownAs, note, role: command.role, validFrom: moment, fingerprint: fingerprint(command) });
      });
      return this.linked(actor, id);
    }, (id) => this.linked(actor, id));
  }

  async endRole(actor: Actor, id: string, version: number | undefined, { until }: EndRole): Promise<CaseSubjectView> {
    const moment = momentOf('/until', until);
    await this.work.run(actor, 'cases.edit', async (tx) => {
      await takeRunning(tx, CaseSubject, id, version);
      await tx.manager.update(CaseSubject, { id }, { validUntil: moment });
    });
    return this.records.one(actor, caseSubjectList, id);
  }

  async edit(actor: Actor, id: string, version: number | undefined, command: EditSubject): Promise<SubjectView> {
    const faults = new Faults();
    refuseNulls(faults, command, 'name', 'aliases');
    faults.known('/citizenship', command.citizenship, (await this.codes.ready()).country);
    faults.throwIfAny();
    const { reason: _, ...fields } = command;
    const changes = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    await this.work.run(actor, 'cases.edit', async (tx) => {
      await take(tx, Subject, id, version);
      if (Object.keys(changes).length > 0) await tx.manager.update(Subject, { id }, changes);
    });
    return this.one(actor, id);
  }

  one(actor: Actor, id: string): Promise<SubjectView> {
    return this.records.one(actor, subjectList, id);
  }

  private async linked(actor: Actor, id: string): Promise<CaseSubjectView> {
    const view = await this.records.one(actor, caseSubjectList, id);
    return { ...view, warnings: await this.queries.likelyKnown(actor, view.subject.id) };
  }
}
