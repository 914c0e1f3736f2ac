import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an activity plan is out for, with how it is measured and how much is wanted. */
export interface ObjectiveRecord {
  text: string;
  measure: string | null;
  target: string | null;
}

/** The general plan of a period: what a service, or a unit of it, sets out to do. */
@Entity('activity_plans')
export class ActivityPlan {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('uuid') unitId: string;
  @Column('smallint') classification: number;
  @Column('date') periodFrom: string;
  @Column('date') periodTo: string;
  @Column('text', { array: true }) programmes: string[];
  @Column('jsonb') objectives: ObjectiveRecord[];
  @Column('text') summary: string | null;
  @Column('text') fingerprint: string | null;
  @Column('integer') version: number;
}

/** An operation that carries out an activity plan, until it is taken out of it. */
@Entity('activity_plan_operations')
export class ActivityPlanOperation {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') activityPlanId: string;
  @Column('uuid') operationId: string;
  @Column('timestamptz') endedAt: Date | null;
  @Column('text') fingerprint: string | null;
  @Column('integer') version: number;
}

/** What a whole activity plan was held to be worth, with the source that says so. Never changed; a later one stands beside it. */
@Entity('activity_plan_assessments')
export class ActivityPlanAssessment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') activityPlanId: string;
  @Column('numeric') amount: string | null;
  @Column('text') currency: string | null;
  @Column('text') text: string;
  @Column('text') source: string;
  @Column('date') assessedOn: string;
  @Column('text') fingerprint: string | null;
}

/** The planning record of an operation, one of its versions. Its number is the database's to give. */
@Entity('plans')
export class Plan {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') operationId: string;
  @Column('text') situation: string | null;
  @Column('text') mission: string | null;
  @Column('text') execution: string | null;
  @Column('text') administration: string | null;
  @Column('text') command: string | null;
  @Column('text') risks: string | null;
  @Column('text') legalBasis: string | null;
  @Column('text') fingerprint: string | null;
  @Column('integer') version: number;
}

export const planningEntities = [ActivityPlan, ActivityPlanOperation, ActivityPlanAssessment, Plan];
