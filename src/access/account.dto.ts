import { classifications } from '../platform/actor.ts';
import { Flag, Id, OneOf, Part, Text } from '../platform/fields.ts';
import { languages } from '../platform/languages.ts';
import { roles } from '../platform/roles.ts';
import { accountStatuses, type AccountStatus } from './account.entity.ts';

export class PersonName {
  @Text({ max: 100, example: 'Ergeshov' }) familyName: string;
  @Text({ max: 100, example: 'Azamat' }) givenName: string;
  @Text({ optional: true, max: 100, example: 'Bakytovich' }) patronymic?: string | null;
}

export class CreateAccount {
  @Id({ optional: true }) id?: string;
  @Text({ max: 64, pattern: /^[a-z0-9][a-z0-9._-]{1,63}$/, example: 'officer.naryn' }) username: string;
  @Id({ optional: true, example: null, description: 'A person who is known already (an officer’s `personId`); else give `name`' }) personId?: string | null;
  @Part(() => PersonName, { optional: true, description: 'Makes the person' }) name?: PersonName | null;
  @OneOf(classifications, { optional: true, description: 'The highest that may be seen; restricted where left out' }) clearance?: string | null;
  @OneOf(languages, { optional: true }) language?: string | null;
  @Text({ optional: true, max: 2000, example: 'Order 114 of 3 March 2021' }) reason?: string | null;
}

export class ChangeAccount {
  @OneOf(accountStatuses, { optional: true, example: 'disabled', description: 'Disabling ends every session at once; needs a reason' }) status?: AccountStatus | null;
  @OneOf(classifications, { optional: true, example: 'confidential' }) clearance?: string | null;
  @OneOf(languages, { optional: true }) language?: string | null;
  @Flag({ optional: true, description: 'true releases an account that was locked after five failures; needs a reason' }) unlock?: boolean | null;
  @Flag({ optional: true, example: false, description: 'true sets a one-time password, answered once and good for 72 hours; needs a reason' }) resetPassword?: boolean | null;
  @Text({ optional: true, max: 2000, example: 'On leave until September' }) reason?: string | null;
}

export class ProposeRole {
  @Id({ optional: true }) id?: string;
  @OneOf(roles) role: string;
  @Text({ optional: true, max: 2000, example: 'Order 114 of 3 March 2021' }) reason?: string | null;
}

export class RevokeRole {
  @Text({ max: 2000, example: 'Transferred to another duty' }) reason: string;
}
