import { Injectable, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../platform/actor.ts';
import { notFound } from '../platform/errors.ts';
import { byCode, byFlag, byId, byWords } from '../platform/list-filters.ts';
import { Lists, type ListSpec, type Page } from '../platform/lists.ts';
import { Reads } from '../platform/reads.ts';
import { ActivityPlanView, AssessmentView, PlacementView, type ActivityPlanRow, type AssessmentRow, type PlacementRow } from './activity-plan.view.ts';

const whole = `a.id, a.version, a.number, a.name, u.code as unit, a.classification, a.period_from as "periodFrom", a.period_to as "periodTo", a.objectives, a.programmes,
  a.summary, a.is_illustrative as "isIllustrative", a.recorded_at as "recordedAt", a.recorded_by as "recordedBy",
  coalesce((select json_agg(json_build_object('id', o.id, 'number', o.number, 'name', o.name, 'leadUnit', ou.code, 'status', o.status) order by o.main_at, o.id)
    from activity_plan_operations l join operations o on o.id = l.operation_id join units ou on ou.id = o.unit_id
    where l.activity_plan_id = a.id and l.ended_at is null), '[]') as operations,
  coalesce((select json_agg(json_build_object('id', s.id, 'version', s.version, 'amount', trim_scale(s.amount)::text, 'currency', s.currency, 'text', s.text, 'source', s.source,
    'assessedOn', s.assessed_on, 'recordedAt', s.recorded_at, 'recordedBy', s.recorded_by) order by s.assessed_on desc, s.recorded_at desc)
    from activity_plan_assessments s where s.activity_plan_id = a.id), '[]') as assessments`;

const from = 'activity_plans a join units u on u.id = a.unit_id';

export const activityPlanList: ListSpec<ActivityPlanRow, ActivityPlanView> = {
  name: 'activity-plans',
  select: whole,
  from,
  filters: {
    unit: byCode('u.code'),
    programme: { ...byCode('a.programmes'), condition: 'a.programmes && $::text[]' },
    operationId: { ...byId('l.operation_id'), condition: 'exists (select from activity_plan_operations l where l.activity_plan_id = a.id and l.ended_at is null and l.operation_id = any($::uuid[]))' },
    number: byWords('a.number = $'),
    illustrative: byFlag('a.is_illustrative'),
    q: byWords(`tamga.fold($::text) <> '' and a.folded_name like '%' || tamga.fold($::text) || '%'`, 'Words of the name, however spelt'),
  },
  time: 'tamga.moment_of(a.period_from::text)',
  order: { column: 'a.period_from', type: 'date', descending: true, id: 'a.id' },
  view: ActivityPlanView.of,
  columns: ['number', 'name', 'unit', 'periodFrom', 'periodTo', 'classification', 'programmes', 'objectives', 'operations', 'assessments', 'isIllustrative', 'recordedAt', 'id'],
};

/* Below a plan: `r` is the record and `of` the plan. */
const author = 'r.id, r.version, r.recorded_at as "recordedAt", r.recorded_by as "recordedBy"';
const of = { of: byId('r.activity_plan_id') };

export const placementList: ListSpec<PlacementRow, PlacementView> = {
  name: 'activity-plans.operations',
  select: `${author}, r.operation_id as "operationId", o.number, o.name, u.code as "leadUnit", o.status, r.ended_at as "endedAt"`,
  from: 'activity_plan_operations r join operations o on o.id = r.operation_id join units u on u.id = o.unit_id',
  filters: { ...of, present: byFlag('r.ended_at is null') },
  order: { column: 'r.recorded_at', type: 'timestamptz', descending: false, id: 'r.id' },
  view: PlacementView.of,
  columns: ['number', 'name', 'leadUnit', 'status', 'endedAt', 'operationId', 'recordedAt', 'id'],
};

export const assessmentList: ListSpec<AssessmentRow, AssessmentView> = {
  name: 'activity-plans.assessments',
  select: `${author}, trim_scale(r.amount)::text as amount, r.currency, r.text, r.source, r.assessed_on as "assessedOn"`,
  from: 'activity_plan_assessments r',
  filters: of,
  order: { column: 'r.assessed_on', type: 'date', descending: true, id: 'r.id' },
  view: AssessmentView.of,
  columns: ['amount', 'currency', 'text', 'source', 'assessedOn', 'recordedAt', 'id'],
};

@Injectable()
export class ActivityPlansQueries {
  constructor(private readonly reads: Reads, private readonly lists: Lists) {}

  async view(actor: Actor, id: string): Promise<ActivityPlanView> {
    const [row] = await this.reads.rows<ActivityPlanRow>(actor, 'activity-plans.one', `select ${whole} from ${from} where a.id = $1`, [id]);
    if (!row) throw notFound();
    return ActivityPlanView.of(row);
  }

  /** What stands below one plan; 404 where the caller cannot see the plan. */
  async list<Row, View>(spec: ListSpec<Row, View>, actor: Actor, plan: string, reply: FastifyReply): Promise<Page<View> | StreamableFile> {
    const found = await this.reads.rows(actor, 'activity-plans.exists', 'select from activity_plans where id = $1', [plan]);
    if (found.length === 0) throw notFound();
    return this.lists.answer(spec, reply, { of: plan });
  }

  async one<Row, View>(spec: ListSpec<Row, View>, actor: Actor, plan: string, id: string): Promise<View> {
    const [row] = await this.reads.rows<Row>(actor, `${spec.name}.one`, `select ${spec.select} from ${spec.from} where r.id = $1 and r.activity_plan_id = $2`, [id, plan]);
    if (!row) throw notFound();
    return spec.view(row, actor);
  }
}
