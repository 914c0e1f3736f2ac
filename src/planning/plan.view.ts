import { Id, Instant, OneOf, Prose, Text, Whole } from '../platform/fields.ts';

const unknown = { optional: true } as const;

export class PlanView {
  @Id() id: string;
  @Whole() version: number;
  @Id() operationId: string;
  @Text({ example: 'CNS-OSH/2020/OP-0012' }) operationNumber: string;
  @Whole({ example: 1, description: 'which version of the operation’s plan this is' }) number: number;
  @OneOf(['draft']) status: string;
  @Prose(unknown) situation: string | null;
  @Prose(unknown) mission: string | null;
  @Prose(unknown) execution: string | null;
  @Prose(unknown) administration: string | null;
  @Prose(unknown) command: string | null;
  @Prose(unknown) risks: string | null;
  @Prose(unknown) legalBasis: string | null;
  @Instant() recordedAt: string;
  @Id({ description: 'The person who drafted it' }) recordedBy: string;

  static of(row: PlanRow): PlanView {
    return { ...row, recordedAt: row.recordedAt.toISOString() };
  }
}

export interface PlanRow extends Omit<PlanView, 'recordedAt'> {
  recordedAt: Date;
}
