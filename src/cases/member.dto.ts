import { Code, Id, Instant, OneOf, Reasoned, Text } from '../platform/fields.ts';
import { memberParts } from './case.entity.ts';

export class AddMember extends Reasoned {
  @Id({ optional: true }) id?: string;
  @Code({ optional: true, example: 'OFF-0007', description: 'Exactly one of officer, account and personId' }) officer?: string | null;
  @Text({ optional: true, max: 64, example: null, description: 'A user name: for people who are no officers, a prosecutor among them' }) account?: string | null;
  @Id({ optional: true, example: null }) personId?: string | null;
  @OneOf(memberParts, { example: 'investigator' }) part: string;
  @Instant({ optional: true, example: '2020-11-14T09:00:00+06:00', description: 'Now where it is left out; may lie ahead' }) from?: string | null;
  @Instant({ optional: true, example: null, description: 'The case is open to the member until then; null: until it is ended' }) until?: string | null;
}

export class EndMembership extends Reasoned {
  @Instant({ optional: true, example: '2021-01-14T09:00:00+06:00', description: 'Now where it is left out' }) until?: string | null;
}
