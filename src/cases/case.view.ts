import { classifications } from '../platform/actor.ts';
import { Day, Id, Instant, Names, OneOf, Part, Parts, Prose, Text, Texts, Whole } from '../platform/fields.ts';
import type { InLanguages } from '../platform/languages.ts';
import { decisionKinds, issuerKinds, memberParts, registrationKinds } from './case.entity.ts';
import { caseStates } from './case.lifecycle.ts';
import { Warning } from './warning.view.ts';

export class RegistrationView {
  @Id() id: string;
  @Whole() version: number;
  @Id() caseId: string;
  @OneOf(registrationKinds) kind: string;
  @Text({ example: '03-175-2020-000321' }) number: string;
  @Day({ optional: true }) registeredOn: string | null;
  @Text({ optional: true }) issuingBody: string | null;
  @Instant({ optional: true, description: 'Since when it stands no more' }) withdrawnAt: string | null;
  @Parts(() => Warning, { optional: true, description: 'In the answer to a create: another case bears the number' }) warnings?: Warning[];

  static of({ withdrawnAt, ...row }: RegistrationRow): RegistrationView {
    return { ...row, withdrawnAt: withdrawnAt?.toISOString() ?? null };
  }
}
export type RegistrationRow = Omit<RegistrationView, 'withdrawnAt'> & { withdrawnAt: Date | null };

export class OffenceView {
  @Id() id: string;
  @Whole() version: number;
  @Id() caseId: string;
  @Text({ optional: true }) law: string | null;
  @Text({ example: '282' }) article: string;
  @Text({ optional: true, example: '3' }) part: string | null;
  @Text({ optional: true }) title: string | null;
  @Day({ optional: true }) since: string | null;
  @Day({ optional: true, description: 'The day it ended or another took its place' }) until: string | null;
  @Id({ optional: true, description: 'The earlier qualification it takes the place of' }) replaces: string | null;
}

class Summarised {
  @Id() id: string;
  @Text() kind: string;
  @Text() number: string;
}
class Qualified {
  @Id() id: string;
  @Text() article: string;
  @Text({ optional: true }) part: string | null;
  @Text({ optional: true }) title: string | null;
}

export class CaseView {
  @Id() id: string;
  @Whole() version: number;
  @Text({ example: 'CNS-OSH/2020/C-0012' }) number: string;
  @OneOf(caseStates) status: string;
  @Instant({ description: 'When the present status began' }) statusSince: string;
  @Text({ example: 'CNS-OSH' }) leadUnit: string;
  @Part(() => Names, { optional: true }) leadUnitNames: InLanguages | null;
  @Text({ optional: true, example: 'OFF-0007' }) leadInvestigator: string | null;
  @Text({ example: 'Heroin from Kara-Suu' }) title: string;
  @Prose({ optional: true }) summary: string | null;
  @OneOf(classifications) classification: string;
  @Instant() registeredAt: string;
  @Instant({ optional: true }) openedAt: string | null;
  @Instant({ optional: true }) closedAt: string | null;
  @Id({ optional: true }) joinedInto: string | null;
  @Id({ optional: true }) severedFrom: string | null;
  @Texts() programmes: string[];
  @Parts(() => Summarised, { description: 'Registrations that stand' }) registrations: Summarised[];
  @Parts(() => Qualified, { description: 'What it is qualified as now' }) offences: Qualified[];
  @Instant() recordedAt: string;
  @Id({ description: 'The person who recorded it' }) recordedBy: string;
  @Parts(() => Warning, { optional: true, description: 'In the answer to a create' }) warnings?: Warning[];

  static of({ classification, statusSince, registeredAt, openedAt, closedAt, recordedAt, ...row }: CaseRow): CaseView {
    return {
      ...row, classification: classifications[classification]!, statusSince: statusSince.toISOString(), registeredAt: registeredAt.toISOString(),
      openedAt: openedAt?.toISOString() ?? null, closedAt: closedAt?.toISOString() ?? null, recordedAt: recordedAt.toISOString(),
    };
  }
}
type Times = 'statusSince' | 'registeredAt' | 'openedAt' | 'closedAt' | 'recordedAt';
export interface CaseRow extends Omit<CaseView, Times | 'classification' | 'warnings'> {
  classification: number;
  statusSince: Date;
  registeredAt: Date;
  openedAt: Date | null;
  closedAt: Date | null;
  recordedAt: Date;
}

export class CaseTransitionView {
  @Id() id: string;
  @Whole() version: number;
  @OneOf(caseStates, { optional: true }) from: string | null;
  @OneOf(caseStates) to: string;
  @Text({ optional: true }) reason: string | null;
  @Instant() occurredAt: string;
  @Instant() recordedAt: string;
  @Id({ description: 'The person who recorded it' }) recordedBy: string;

  static of({ occurredAt, recordedAt, ...row }: CaseTransitionRow): CaseTransitionView {
    return { ...row, occurredAt: occurredAt.toISOString(), recordedAt: recordedAt.toISOString() };
  }
}
export type CaseTransitionRow = Omit<CaseTransitionView, 'occurredAt' | 'recordedAt'> & { occurredAt: Date; recordedAt: Date };

class Person {
  @Id() id: string;
  @Text() familyName: string;
  @Text() givenName: string;
  @Text({ optional: true }) patronymic: string | null;
}

export class MemberView {
  @Id() id: string;
  @Whole() version: number;
  @Id() caseId: string;
  @Part(() => Person) person: Person;
  @Text({ optional: true, example: 'OFF-0007' }) officer: string | null;
  @OneOf(memberParts) part: string;
  @Instant() from: string;
  @Instant({ optional: true }) until: string | null;
  @Instant() recordedAt: string;

  static of({ from, until, recordedAt, ...row }: MemberRow): MemberView {
    return { ...row, from: from.toISOString(), until: until?.toISOString() ?? null, recordedAt: recordedAt.toISOString() };
  }
}
export type MemberRow = Omit<MemberView, 'from' | 'until' | 'recordedAt'> & { from: Date; until: Date | null; recordedAt: Date };

export class DecisionView {
  @Id() id: string;
  @Whole() version: number;
  @Id() caseId: string;
  @OneOf(decisionKinds) kind: string;
  @OneOf(issuerKinds) issuerKind: string;
  @Text({ optional: true }) issuerName: string | null;
  @Text({ optional: true }) number: string | null;
  @Day() decidedOn: string;
  @Day({ optional: true }) inForceFrom: string | null;
  @Prose({ optional: true }) summary: string | null;
  @Texts() orders: string[];
  @Instant() recordedAt: string;

  static of({ recordedAt, ...row }: DecisionRow): DecisionView {
    return { ...row, recordedAt: recordedAt.toISOString() };
  }
}
export type DecisionRow = Omit<DecisionView, 'recordedAt'> & { recordedAt: Date };
