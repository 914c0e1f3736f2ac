import { classifications, type Classification } from '../platform/actor.ts';
import { Code, Day, Id, Instant, Location, OneOf, Part, Prose, Reasoned, Text, Texts } from '../platform/fields.ts';
import { operationKinds, type OperationKind } from './operation.entity.ts';
import { operationResults, operationStatuses, type OperationResult, type OperationStatus } from './operation.lifecycle.ts';

const unknown = { optional: true } as const;

/** What may be known of an operation beforehand; null or left out is not known. */
export class OperationFacts extends Reasoned {
  @Code({ ...unknown, example: 'KG-O', description: 'A code of /territories' }) territory?: string | null;
  @Text({ ...unknown, example: 'Kara-Suu, road to the bazaar' }) place?: string | null;
  @Part(() => Location, unknown) location?: Location | null;
  @Instant({ ...unknown, example: '2020-11-14T04:00:00+06:00' }) plannedFrom?: string | null;
  @Instant({ ...unknown, example: '2020-11-14T10:00:00+06:00' }) plannedTo?: string | null;
  @Id({ ...unknown, example: null, description: 'The case it belongs to; it must be visible to you' }) caseId?: string | null;
  @Texts({ ...unknown, max: 20, example: ['XACZ60'], description: 'Codes of /programmes to which its results are reported' }) programmes?: string[] | null;
  @Prose({ ...unknown, example: 'Suppress the supply channel Osh – Kara-Suu' }) objective?: string | null;
  @Prose(unknown) summary?: string | null;
}

export class DraftOperation extends OperationFacts {
  @Id({ optional: true }) id?: string;
  @OneOf(operationKinds) kind: OperationKind;
  @Text({ example: 'Channel Osh – Kara-Suu' }) name: string;
  @Code({ optional: true, example: 'CNS-OSH', description: 'The unit that leads it; your own where left out' }) leadUnit?: string | null;
  @OneOf(classifications, { optional: true, description: 'restricted where left out; never lower than the case’s' }) classification?: Classification | null;
}

/** What is left out stays as it is; null makes it unknown. */
export class EditOperation extends OperationFacts {
  @OneOf(operationKinds, { optional: true, description: 'while it is a draft' }) kind?: OperationKind | null;
  @Text({ optional: true, example: 'Channel Osh – Kara-Suu' }) name?: string | null;
  @Code({ optional: true, example: 'CNS-OSH' }) leadUnit?: string | null;
  @OneOf(classifications, { optional: true }) classification?: Classification | null;
  @Instant({ optional: true, example: '2020-11-14T04:10:00+06:00', description: 'corrects the recorded start, with the reason' }) actualFrom?: string | null;
  @Instant({ optional: true, example: '2020-11-14T09:30:00+06:00', description: 'corrects the recorded end, with the reason' }) actualTo?: string | null;
}

export class Waiver {
  @Text({ max: 2000, example: 'The lorry leaves within the hour; no time for a plan' }) reason: string;
  @Day({ example: '2099-12-31', description: 'by when somebody looks at it' }) reviewDueOn: string;
}

export class MoveOperation {
  @OneOf(operationStatuses, { example: 'planned' }) to: OperationStatus;
  @Text({ optional: true, max: 2000, example: 'Ready for the head’s decision', description: 'Needed to suspend, cancel, take back an approval, reopen, or conclude as aborted' }) reason?: string | null;
  @Instant({ optional: true, example: '2020-11-14T04:05:00+06:00', description: 'When it happened; now where left out' }) occurredAt?: string | null;
  @OneOf(operationResults, { optional: true, example: null, description: 'Needed to conclude, and only then' }) result?: OperationResult | null;
  @Part(() => Waiver, { optional: true, example: null, description: 'A commander starts a draft of a kind that needs a plan' }) waiver?: Waiver | null;
}

export class AddParticipant extends Reasoned {
  @Id({ optional: true }) id?: string;
  @Code({ example: 'CNS-CHUY' }) unit: string;
  @Text({ max: 2000, example: 'Outer cordon, two vehicles' }) part: string;
  @Instant({ optional: true, description: 'now where left out' }) joinedAt?: string | null;
}

export class EndParticipation extends Reasoned {
  @Instant({ optional: true, example: null, description: 'now where left out' }) leftAt?: string | null;
}
