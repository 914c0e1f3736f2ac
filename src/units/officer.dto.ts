import { PersonName } from '../access/account.dto.ts';
import { Code, Day, Id, OneOf, Part, Text } from '../platform/fields.ts';
import { qualificationKinds } from './officer.entity.ts';

export class EnrolOfficer {
  @Id({ optional: true }) id?: string;
  @Text({ max: 32, pattern: /^[A-Z0-9][A-Z0-9-]{1,31}$/, example: 'OFF-0101' }) code: string;
  @Text({ max: 64, example: 'CNS-0101' }) badgeNumber: string;
  @Id({ optional: true, example: null, description: 'A person who is known already; else give `name`' }) personId?: string | null;
  @Part(() => PersonName, { optional: true, description: 'Makes the person' }) name?: PersonName | null;
  @Code({ example: 'CNS-NARYN' }) unit: string;
  @Text({ max: 100, example: 'lieutenant' }) rank: string;
  @Text({ optional: true, max: 200, example: 'Operative' }) position?: string | null;
  @Day({ example: '2021-03-01' }) from: string;
  @Text({ optional: true, max: 100, example: '44-k' }) orderNumber?: string | null;
  @Text({ optional: true, max: 2000, example: 'Order 44-k of 26 February 2021' }) reason?: string | null;
}

/** What is left out stays. */
export class ChangeOfficer {
  @Text({ optional: true, max: 64, example: 'CNS-0102' }) badgeNumber?: string | null;
  @Part(() => PersonName, { optional: true, description: 'Changed by marriage, or written wrong: history keeps the earlier one' }) name?: PersonName | null;
  @Text({ optional: true, max: 2000, example: 'Marriage certificate of 2 May 2021' }) reason?: string | null;
}

/** A transfer, or a promotion in place: the present post ends where this one begins. */
export class PostOfficer {
  @Code({ example: 'CNS-ISSYK-KUL' }) unit: string;
  @Day({ example: '2022-01-10' }) from: string;
  @Text({ optional: true, max: 100, example: 'senior lieutenant', description: 'The present rank where left out' }) rank?: string | null;
  @Text({ optional: true, max: 200, example: 'Senior operative' }) position?: string | null;
  @Text({ optional: true, max: 100, example: '3-k' }) orderNumber?: string | null;
  @Text({ optional: true, max: 2000, example: 'Order 3-k of 8 January 2022' }) reason?: string | null;
}

export class Depart {
  @Day({ example: '2023-05-01', description: 'The first day out of service' }) on: string;
  @Text({ max: 2000, example: 'Retired, order 90-k' }) reason: string;
}

export class RecordQualification {
  @Id({ optional: true }) id?: string;
  @OneOf(qualificationKinds, { example: 'field_testing' }) kind: string;
  @Text({ max: 300, example: 'Field testing of narcotics, 40 hours' }) title: string;
  @Text({ optional: true, max: 300, example: 'Analytical Center' }) issuer?: string | null;
  @Text({ optional: true, max: 100, example: 'AC-2021-017' }) certificateNumber?: string | null;
  @Day({ example: '2021-04-20' }) issuedOn: string;
  @Day({ optional: true, example: '2024-04-20', description: 'The first day it does not hold; null: it does not expire' }) expiresOn?: string | null;
  @Code({ optional: true, example: 'XACZ60', description: 'The programme that paid for it' }) programme?: string | null;
  @Text({ optional: true, max: 2000, example: 'Course list of 20 April 2021' }) reason?: string | null;
}
