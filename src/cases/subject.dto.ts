import { Code, Day, Flag, Id, Instant, OneOf, Part, Prose, Reasoned, Text, Texts } from '../platform/fields.ts';
import { releaseReasons, sexes, subjectKinds, subjectRoles } from './subject.entity.ts';

const named = 'A full name, a plate, a telephone, account or wallet number, a handle, an address: what it is known by';

class NewSubject {
  @Id({ optional: true }) id?: string;
  @OneOf(subjectKinds) kind: string;
  @Text({ example: 'Токтосунов Марат Эсенович', description: named }) name: string;
  @Texts({ optional: true, max: 50, example: ['Mara'] }) aliases?: string[] | null;
  @Text({ optional: true, max: 100, example: '20101198512345', description: 'Personal or tax number, VIN, IMEI' }) identifier?: string | null;
  @Day({ optional: true, example: '1985-01-20' }) birthDate?: string | null;
  @OneOf(sexes, { optional: true, example: 'male' }) sex?: string | null;
  @Code({ optional: true, example: 'KG', description: 'ISO 3166-1 alpha-2' }) citizenship?: string | null;
  @Prose({ optional: true, example: 'Tall, a scar on the left hand' }) description?: string | null;
}

export class LinkSubject extends Reasoned {
  @Id({ optional: true, description: 'Of the link between case and subject' }) id?: string;
  @Id({ optional: true, example: null, description: 'A subject that is recorded already; exactly one of subjectId and subject' }) subjectId?: string | null;
  @Part(() => NewSubject, { optional: true }) subject?: NewSubject | null;
  @OneOf(subjectRoles) role: string;
  @Instant({ optional: true, description: 'Since when; null: not known' }) from?: string | null;
  @Instant({ optional: true, example: null }) until?: string | null;
  @Text({ optional: true, example: 'Марат', description: 'What it is called in this case; its name where it is left out' }) knownAs?: string | null;
  @Text({ optional: true, max: 2000 }) note?: string | null;
}

/** A link of a recorded subject to what is no case: an operation, a seizure. The module that has it adds its roles. */
export class LinkKnownSubject extends Reasoned {
  @Id({ optional: true, description: 'Of the link' }) id?: string;
  @Id({ description: 'A subject of /subjects; new ones are recorded in a case' }) subjectId: string;
  @Instant({ optional: true, description: 'Since when; null: not known' }) from?: string | null;
  @Instant({ optional: true, example: null }) until?: string | null;
  @Text({ optional: true, example: 'Марат', description: 'What it is called here; its name where it is left out' }) knownAs?: string | null;
  @Text({ optional: true, max: 2000 }) note?: string | null;
}

export class ChangeRole {
  @Id({ optional: true, description: 'Of the new link' }) id?: string;
  @OneOf(subjectRoles, { example: 'accused' }) role: string;
  @Instant({ optional: true, example: '2020-11-20T10:00:00+06:00', description: 'When the role changed; now where it is left out' }) at?: string | null;
  @Text({ optional: true, max: 2000, example: 'Charged' }) reason?: string | null;
}

export class EndRole extends Reasoned {
  @Instant({ optional: true, example: '2020-12-20T10:00:00+06:00', description: 'Now where it is left out' }) until?: string | null;
}

export class EditSubject extends Reasoned {
  @Text({ optional: true, example: 'Токтосунов Марат Эсенович', description: named }) name?: string | null;
  @Texts({ optional: true, max: 50 }) aliases?: string[] | null;
  @Text({ optional: true, max: 100 }) identifier?: string | null;
  @Day({ optional: true, example: '1985-01-20' }) birthDate?: string | null;
  @OneOf(sexes, { optional: true }) sex?: string | null;
  @Code({ optional: true, example: 'KG' }) citizenship?: string | null;
  @Prose({ optional: true }) description?: string | null;
}

export class RecordDetention extends Reasoned {
  @Id({ optional: true }) id?: string;
  @Id({ description: 'The subject: a person linked to the case' }) subject: string;
  @Instant({ description: 'The moment of actual detention' }) at: string;
  @Code({ optional: true, example: 'KG-O' }) territory?: string | null;
  @Text({ optional: true, example: 'Kara-Suu bazaar, eastern gate' }) place?: string | null;
  @Text({ optional: true, max: 100, example: '96', description: 'The article of the procedural code that it rests on' }) article?: string | null;
  @Instant({ optional: true, example: '2020-11-14T05:50:00+06:00' }) rightsExplainedAt?: string | null;
  @Text({ optional: true, example: 'Advocate N. Sadykova' }) counsel?: string | null;
  @Text({ optional: true, example: null }) interpreter?: string | null;
  @Flag({ optional: true, example: false, description: 'null: not known' }) isMinor?: boolean | null;
  @Instant({ optional: true, example: '2020-11-16T05:40:00+06:00', description: 'When the term ends, as the protocol says' }) deadlineAt?: string | null;
  @Instant({ optional: true, example: null }) releasedAt?: string | null;
  @OneOf(releaseReasons, { optional: true, example: null }) releaseReason?: string | null;
}

export class Release extends Reasoned {
  @Instant({ optional: true, example: '2020-11-16T04:00:00+06:00', description: 'Now where it is left out' }) at?: string | null;
  @OneOf(releaseReasons, { example: 'custody_ordered' }) releaseReason: string;
  @Text({ optional: true, max: 2000, example: 'Osh city court, 16 November' }) note?: string | null;
}
