import { LinkKnownSubject } from '../cases/subject.dto.ts';
import { Code, Day, Id, Instant, Location, OneOf, Part, Prose, Reasoned, Text, Texts, Whole } from '../platform/fields.ts';
import { authorityKinds, logKinds, operationSubjectRoles, outcomeKinds } from './operation.entity.ts';

const unknown = { optional: true } as const;
const why = { max: 2000, example: 'Two more were detained in the second house' };

export class WriteLogEntry extends Reasoned {
  @Id({ optional: true }) id?: string;
  @OneOf(logKinds) kind: string;
  @Instant() occurredAt: string;
  @Prose({ example: 'Lorry 01KG123ABC stopped at the post; driver alone' }) text: string;
  @Texts({ ...unknown, max: 50, example: [], description: 'of a decision: what could have been done' }) options?: string[] | null;
  @Prose({ ...unknown, example: null, description: 'of a decision: why this' }) rationale?: string | null;
  @Code({ ...unknown, example: 'OFF-0007', description: 'The officer it is about or who reported it' }) officer?: string | null;
  @Text({ ...unknown, example: 'Post Madaniyat' }) place?: string | null;
  @Part(() => Location, unknown) location?: Location | null;
  @Id({ ...unknown, example: null, description: 'The entry of this log that it corrects; both stay readable' }) correctsId?: string | null;
}

export class RecordOutcome extends Reasoned {
  @Id({ optional: true }) id?: string;
  @OneOf(outcomeKinds) kind: string;
  @Whole({ ...unknown, max: 1_000_000, example: 2, description: 'null: not known' }) count?: number | null;
  @Prose({ ...unknown, example: 'Organizer and courier' }) description?: string | null;
}

/** What is left out stays as it is; null makes it unknown. */
export class AmendOutcome {
  @Whole({ ...unknown, max: 1_000_000, example: 4 }) count?: number | null;
  @Prose({ ...unknown, example: 'Organizer, two couriers and a lookout' }) description?: string | null;
  @Text(why) reason: string;
}

export class RecordDebrief extends Reasoned {
  @Id({ optional: true }) id?: string;
  @Instant({ ...unknown, description: 'when it was held' }) heldAt?: string | null;
  @Prose({ example: 'The channel is closed; the supplier got away' }) summary: string;
  @Prose({ ...unknown, example: 'Outer cordon in place before first light' }) whatWorked?: string | null;
  @Prose({ ...unknown, example: 'Radio dead in the gorge' }) whatDidNot?: string | null;
  @Texts({ ...unknown, max: 100, example: ['Carry a repeater'] }) lessons?: string[] | null;
}

export class RecordAuthority extends Reasoned {
  @Id({ optional: true }) id?: string;
  @OneOf(authorityKinds) kind: string;
  @Text({ example: 'Osh city court' }) issuer: string;
  @Text({ ...unknown, max: 100, example: '4-112' }) number?: string | null;
  @Day() issuedOn: string;
  @Prose({ example: 'Search of the house at Lenin street 4, Kara-Suu' }) scope: string;
  @Instant({ ...unknown, example: '2020-11-14T00:00:00+06:00' }) validFrom?: string | null;
  @Instant({ ...unknown, example: '2020-11-24T00:00:00+06:00' }) validTo?: string | null;
}

/** What is left out stays as it is; null makes it unknown. */
export class AmendAuthority {
  @Text({ ...unknown, max: 100, example: '4-112' }) number?: string | null;
  @Instant({ ...unknown, example: '2020-11-14T00:00:00+06:00' }) validFrom?: string | null;
  @Instant({ ...unknown, example: '2020-12-04T00:00:00+06:00' }) validTo?: string | null;
  @Text({ max: 2000, example: 'Extended by the court for ten days' }) reason: string;
}

export class LinkOperationSubject extends LinkKnownSubject {
  @OneOf(operationSubjectRoles) role: string;
}
