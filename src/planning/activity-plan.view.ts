import { classifications } from '../platform/actor.ts';
import { Code, Day, DecimalText, Flag, Id, Instant, OneOf, Parts, Prose, Text, Texts, Whole } from '../platform/fields.ts';
import { operationStatuses } from '../operations/operation.lifecycle.ts';
import { Objective } from './activity-plan.dto.ts';
import type { ObjectiveRecord } from './planning.entity.ts';

const unknown = { optional: true } as const;

export class PlannedOperation {
  @Id() id: string;
  @Text({ example: 'CNS-OSH/2020/OP-0012' }) number: string;
  @Text() name: string;
  @Code({ example: 'CNS-OSH' }) leadUnit: string;
  @OneOf(operationStatuses) status: string;
}

export class AssessmentView {
  @Id() id: string;
  @Whole() version: number;
  @DecimalText({ ...unknown, example: '380000' }) amount: string | null;
  @Text({ ...unknown, example: 'USD' }) currency: string | null;
  @Prose() text: string;
  @Text() source: string;
  @Day() assessedOn: string;
  @Instant() recordedAt: string;
  @Id() recordedBy: string;

  static of(row: AssessmentRow): AssessmentView {
    return { ...row, recordedAt: new Date(row.recordedAt).toISOString() };
  }
}

/** Recorded at a time that is a Date in a row and a text within JSON. */
export type AssessmentRow = Omit<AssessmentView, 'recordedAt'> & { recordedAt: Date | string };

export class ActivityPlanView {
  @Id() id: string;
  @Whole() version: number;
  @Text({ example: 'CNS/2020/AP-0001' }) number: string;
  @Text() name: string;
  @Code({ example: 'CNS' }) unit: string;
  @OneOf(classifications) classification: string;
  @Day({ example: '2020-11-01' }) periodFrom: string;
  @Day({ example: '2021-01-01' }) periodTo: string;
  @Parts(() => Objective) objectives: ObjectiveRecord[];
  @Texts({ example: ['XACZ60'] }) programmes: string[];
  @Prose(unknown) summary: string | null;
  @Parts(() => PlannedOperation, { description: 'Those of its operations that you may see' }) operations: PlannedOperation[];
  @Parts(() => AssessmentView, { description: 'Its assessed result, latest first' }) assessments: AssessmentView[];
  @Flag({ description: 'Demonstration data: invented' }) isIllustrative: boolean;
  @Instant() recordedAt: string;
  @Id() recordedBy: string;

  static of(row: ActivityPlanRow): ActivityPlanView {
    const { classification, assessments, recordedAt, ...same } = row;
    return { ...same, classification: classifications[classification]!, assessments: assessments.map(AssessmentView.of), recordedAt: recordedAt.toISOString() };
  }
}

/** An activity plan as SQL gives it. */
export interface ActivityPlanRow extends Omit<ActivityPlanView, 'classification' | 'assessments' | 'recordedAt'> {
  classification: number;
  assessments: AssessmentRow[];
  recordedAt: Date;
}

/** An operation's place in an activity plan. */
export class PlacementView {
  @Id() id: string;
  @Whole() version: number;
  @Id() operationId: string;
  @Text({ example: 'CNS-OSH/2020/OP-0012' }) number: string;
  @Text() name: string;
  @Code({ example: 'CNS-OSH' }) leadUnit: string;
  @OneOf(operationStatuses) status: string;
  @Instant({ ...unknown, description: 'null: it still belongs to the plan' }) endedAt: string | null;
  @Instant() recordedAt: string;
  @Id() recordedBy: string;

  static of(row: PlacementRow): PlacementView {
    return { ...row, endedAt: row.endedAt?.toISOString() ?? null, recordedAt: row.recordedAt.toISOString() };
  }
}

export interface PlacementRow extends Omit<PlacementView, 'endedAt' | 'recordedAt'> {
  endedAt: Date | null;
  recordedAt: Date;
}
