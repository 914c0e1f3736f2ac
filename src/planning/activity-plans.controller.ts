import { Body, Controller, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, By, NeedsVersion, Version } from '../access/allow.ts';
import type { Actor } from '../platform/actor.ts';
import { made, Makes, shown, Shows } from '../platform/answers.ts';
import { Reasoned } from '../platform/fields.ts';
import { IdPipe } from '../platform/id.pipe.ts';
import { ListOf, Lists } from '../platform/lists.ts';
import { Assess, DraftActivityPlan, EditActivityPlan, PlaceOperation } from './activity-plan.dto.ts';
import { ActivityPlanView, AssessmentView, PlacementView } from './activity-plan.view.ts';
import { activityPlanList, ActivityPlansQueries, assessmentList, placementList } from './activity-plans.queries.ts';
import { ActivityPlansService } from './activity-plans.service.ts';

type Reply = FastifyReply;

@ApiTags('planning')
@Controller('activity-plans')
export class ActivityPlansController {
  constructor(private readonly plans: ActivityPlansService, private readonly queries: ActivityPlansQueries, private readonly lists: Lists) {}

  @Get() @Allow('activity-plans.read') @ApiOperation({ summary: 'Activity plans, latest period first' }) @ListOf(ActivityPlanView, activityPlanList)
  list(@Res({ passthrough: true }) reply: Reply) {
    return this.lists.answer(activityPlanList, reply);
  }

  @Post() @Allow('activity-plans.manage') @ApiOperation({ summary: 'Draft the general plan of a period' }) @Makes(ActivityPlanView)
  async draft(@By() actor: Actor, @Body() command: DraftActivityPlan, @Res({ passthrough: true }) reply: Reply) {
    return made(reply, await this.plans.draft(actor, command), 'activity-plans');
  }

  @Get(':id') @Allow('activity-plans.read') @ApiOperation({ summary: 'An activity plan with its operations and assessments' }) @Shows(ActivityPlanView)
  async one(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: Reply) {
    return shown(reply, await this.queries.view(actor, id));
  }

  @Patch(':id') @Allow('activity-plans.manage') @NeedsVersion() @ApiOperation({ summary: 'Change an activity plan' }) @Shows(ActivityPlanView)
  async edit(@By() actor: Actor, @Param('id', IdPipe) id: string, @Body() command: EditActivityPlan, @Version() version: number | undefined, @Res({ passthrough: true }) reply: Reply) {
    return shown(reply, await this.plans.edit(actor, id, command, version));
  }

  @Get(':id/operations') @Allow('activity-plans.read') @ApiOperation({ summary: 'Operations that belong or belonged to the plan' }) @ListOf(PlacementView, placementList)
  placements(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: Reply) {
    return this.queries.list(placementList, actor, id, reply);
  }

  @Post(':id/operations') @Allow('activity-plans.manage') @ApiOperation({ summary: 'Put an operation under the plan' }) @Makes(PlacementView)
  async place(@By() actor: Actor, @Param('id', IdPipe) id: string, @Body() command: PlaceOperation, @Version() version: number | undefined, @Res({ passthrough: true }) reply: Reply) {
    return made(reply, await this.plans.place(actor, id, command, version), `activity-plans/${id}/operations`);
  }

  @Get(':id/operations/:placement') @Allow('activity-plans.read') @ApiOperation({ summary: 'An operation’s place in the plan' }) @Shows(PlacementView)
  async placement(@By() actor: Actor, @Param('id', IdPipe) id: string, @Param('placement', IdPipe) placement: string, @Res({ passthrough: true }) reply: Reply) {
    return shown(reply, await this.queries.one(placementList, actor, id, placement));
  }

  @Post(':id/operations/:placement/end') @Allow('activity-plans.manage') @HttpCode(200) @ApiOperation({ summary: 'Take an operation out of the plan' }) @Shows(PlacementView)
  async takeOut(
    @By() actor: Actor, @Param('id', IdPipe) id: string, @Param('placement', IdPipe) placement: string, @Body() _: Reasoned, @Version() version: number | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    return shown(reply, await this.plans.takeOut(actor, id, placement, version));
  }

  @Get(':id/assessments') @Allow('activity-plans.read') @ApiOperation({ summary: 'What the plan was held to be worth, latest first' }) @ListOf(AssessmentView, assessmentList)
  assessments(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: Reply) {
    return this.queries.list(assessmentList, actor, id, reply);
  }

  @Post(':id/assessments') @Allow('activity-plans.manage') @ApiOperation({ summary: 'Record the assessed result of the whole plan, with its source' }) @Makes(AssessmentView)
  async assess(@By() actor: Actor, @Param('id', IdPipe) id: string, @Body() command: Assess, @Version() version: number | undefined, @Res({ passthrough: true }) reply: Reply) {
    return made(reply, await this.plans.assess(actor, id, command, version), `activity-plans/${id}/assessments`);
  }

  @Get(':id/assessments/:assessment') @Allow('activity-plans.read') @ApiOperation({ summary: 'An assessment' }) @Shows(AssessmentView)
  async assessment(@By() actor: Actor, @Param('id', IdPipe) id: string, @Param('assessment', IdPipe) assessment: string, @Res({ passthrough: true }) reply: Reply) {
    return shown(reply, await this.queries.one(assessmentList, actor, id, assessment));
  }
}
