import { classifications, type Classification } from '../platform/actor.ts';
import { Code, Day, Id, Instant, OneOf, Parts, Prose, Reasoned, Text, Texts } from '../platform/fields.ts';
import { registrationKinds } from './case.entity.ts';
import { caseStates, type CaseState } from './case.lifecycle.ts';

class Registration {
  @OneOf(registrationKinds, { description: 'erp: Unified Register (ЕРП); zhui: journal of information (ЖУИ)' }) kind: string;
  @Text({ max: 100, example: '03-175-2020-000321' }) number: string;
  @Day({ optional: true, example: '2020-11-14' }) registeredOn?: string | null;
  @Text({ optional: true, example: 'Osh city department of internal affairs' }) issuingBody?: string | null;
}

class Qualification {
  @Text({ optional: true, max: 200, example: 'Criminal Code', description: 'The law the article belongs to' }) law?: string | null;
  @Text({ max: 20, example: '282' }) article: string;
  @Text({ optional: true, max: 20, example: '3' }) part?: string | null;
  @Text({ optional: true, example: 'Illegal manufacture of narcotic drugs for the purpose of sale' }) title?: string | null;
}

class Offence extends Qualification {
  @Day({ optional: true, example: '2020-11-14', description: 'Since when the case is qualified so; null: not known' }) since?: string | null;
}

export class RegisterCase extends Reasoned {
  @Id({ optional: true, description: 'Chosen by the caller, so that the create can be repeated' }) id?: string;
  @Text({ example: 'Heroin from Kara-Suu' }) title: string;
  @Prose({ optional: true, example: 'A channel from the south, courier by car' }) summary?: string | null;
  @Code({ optional: true, example: 'CNS-OSH', description: 'The unit that leads the case; the caller’s own where it is left out' }) leadUnit?: string | null;
  @OneOf(classifications, { optional: true, example: 'restricted' }) classification?: Classification | null;
  @Instant({ optional: true, description: 'When it was registered; now where it is left out' }) registeredAt?: string | null;
  @Id({ optional: true, example: null, description: 'The case this one was severed from' }) severedFrom?: string | null;
  @Texts({ optional: true, max: 20, example: [], description: 'Codes of programmes' }) programmes?: string[] | null;
  @Parts(() => Registration, { optional: true, max: 50 }) registrations?: Registration[] | null;
  @Parts(() => Offence, { optional: true, max: 50 }) offences?: Offence[] | null;
}

export class EditCase extends Reasoned {
  @Text({ optional: true, example: 'Heroin from Kara-Suu and Uzgen' }) title?: string | null;
  @Prose({ optional: true, example: 'A channel from the south' }) summary?: string | null;
  @Code({ optional: true, example: 'CNS-OSH' }) leadUnit?: string | null;
  @OneOf(classifications, { optional: true, example: 'confidential' }) classification?: Classification | null;
  @Instant({ optional: true }) registeredAt?: string | null;
  @Texts({ optional: true, max: 20, example: [] }) programmes?: string[] | null;
}

export class MoveCase extends Reasoned {
  @OneOf(caseStates, { example: 'open' }) to: CaseState;
  @Instant({ optional: true, description: 'When it happened; now where it is left out' }) occurredAt?: string | null;
  @Id({ optional: true, example: null, description: 'For joined: the case it is joined into' }) joinedInto?: string | null;
}

export class AddRegistration extends Registration {
  @Id({ optional: true }) id?: string;
  @Text({ optional: true, max: 2000 }) reason?: string | null;
}

export class WithdrawRegistration {
  @Text({ max: 2000, example: 'Registered under the wrong case' }) reason: string;
}

export class AddOffence extends Offence {
  @Id({ optional: true }) id?: string;
  @Text({ optional: true, max: 2000 }) reason?: string | null;
}

export class Requalify extends Qualification {
  @Id({ optional: true, description: 'Of the new qualification' }) id?: string;
  @Day({ example: '2020-12-01', description: 'The day the new qualification takes the place of the old' }) since: string;
  @Text({ max: 2000, example: 'The expert conclusion gave an especially large amount' }) reason: string;
}

export class EndOffence extends Reasoned {
  @Day({ example: '2020-12-01', description: 'The last day of the qualification' }) until: string;
}
