import { PersonName } from '../access/account.dto.ts';
import { Code, Day, Flag, Id, OneOf, Part, Parts, Text, Whole } from '../platform/fields.ts';
import { qualificationKinds } from './officer.entity.ts';

const unknown = { optional: true } as const;

/** An officer as of a day: the unit, rank and position they had then. */
export class OfficerView {
  @Id() id: string;
  @Whole() version: number;
  @Code({ example: 'OFF-0007' }) code: string;
  @Id() personId: string;
  @Part(() => PersonName) name: PersonName;
  @Text({ example: 'CNS-0007' }) badgeNumber: string;
  @Code({ optional: true, example: 'CNS-OSH', description: 'null once departed' }) unit: string | null;
  @Text({ optional: true, example: 'senior lieutenant', description: 'Of one who departed, the last' }) rank: string | null;
  @Text({ optional: true, example: 'Operative' }) position: string | null;
  @Day({ example: '2010-06-17' }) servesFrom: string;
  @Day({ optional: true, example: null }) servesUntil: string | null;

  static of(row: OfficerRow): OfficerView {
    return {
      id: row.id, version: row.version, code: row.code, personId: row.personId, name: row.name, badgeNumber: row.badgeNumber, unit: row.unit, rank: row.rank,
      position: row.position, servesFrom: row.servesFrom, servesUntil: row.servesUntil,
    };
  }
}

export type OfficerRow = OfficerView;

export class PostView {
  @Id() id: string;
  @Code({ example: 'CNS-OSH' }) unit: string;
  @Text({ example: 'lieutenant' }) rank: string;
  @Text({ optional: true, example: 'Operative' }) position: string | null;
  @Day() from: string;
  @Day(unknown) to: string | null;
  @Text(unknown) orderNumber: string | null;
}

export class HeldCommand {
  @Id() id: string;
  @Code({ example: 'CNS-OSH' }) unit: string;
  @Flag({ example: false }) isActing: boolean;
  @Day() from: string;
  @Day(unknown) to: string | null;
}

export class QualificationView {
  @Id() id: string;
  @Whole() version: number;
  @Code({ example: 'OFF-0007' }) officer: string;
  @OneOf(qualificationKinds, { example: 'field_testing' }) kind: string;
  @Text({ example: 'Field testing of narcotics, 40 hours' }) title: string;
  @Text(unknown) issuer: string | null;
  @Text(unknown) certificateNumber: string | null;
  @Day({ example: '2021-04-20' }) issuedOn: string;
  @Day({ optional: true, example: '2024-04-20' }) expiresOn: string | null;
  @Flag({ description: 'Holds today' }) isValid: boolean;
  @Code({ optional: true, example: 'XACZ60' }) programme: string | null;

  static of(row: QualificationRow): QualificationView {
    return {
      id: row.id, version: row.version, officer: row.officer, kind: row.kind, title: row.title, issuer: row.issuer, certificateNumber: row.certificateNumber,
      issuedOn: row.issuedOn, expiresOn: row.expiresOn, isValid: row.isValid, programme: row.programme,
    };
  }
}

export type QualificationRow = QualificationView;

/** An officer today, with every post and command they held and every qualification. */
export class OfficerDetailView extends OfficerView {
  @Parts(() => PostView) posts: PostView[];
  @Parts(() => HeldCommand) commands: HeldCommand[];
  @Parts(() => QualificationView) qualifications: QualificationView[];

  static override of(row: OfficerDetailRow): OfficerDetailView {
    return { ...OfficerView.of(row), posts: row.posts, commands: row.commands, qualifications: row.qualifications };
  }
}

export type OfficerDetailRow = OfficerDetailView;
