import { Body, Controller, Get, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, By, NeedsVersion, Version } from '../access/allow.ts';
import type { Actor } from '../platform/actor.ts';
import { made, Makes, shown, Shows } from '../platform/answers.ts';
import { IdPipe } from '../platform/id.pipe.ts';
import { ListOf } from '../platform/lists.ts';
import { DraftPlan, EditPlan } from './plan.dto.ts';
import { PlanView } from './plan.view.ts';
import { planList, PlansQueries } from './plans.queries.ts';
import { PlansService } from './plans.service.ts';

type Reply = FastifyReply;

@ApiTags('planning')
@Controller()
export class PlansController {
  constructor(private readonly plans: PlansService, private readonly queries: PlansQueries) {}

  @Get('operations/:id/plans') @Allow('plans.read') @ApiOperation({ summary: 'The versions of an operation’s plan, newest first' }) @ListOf(PlanView, planList)
  list(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: Reply) {
    return this.queries.ofOperation(actor, id, reply);
  }

  @Post('operations/:id/plans') @Allow('plans.draft') @ApiOperation({ summary: 'Draft a plan for an operation; every section may come later' }) @Makes(PlanView)
  async draft(@By() actor: Actor, @Param('id', IdPipe) id: string, @Body() command: DraftPlan, @Version() version: number | undefined, @Res({ passthrough: true }) reply: Reply) {
    return made(reply, await this.plans.draft(actor, id, command, version), 'plans');
  }

  @Get('plans/:id') @Allow('plans.read') @ApiOperation({ summary: 'A plan' }) @Shows(PlanView)
  async one(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: Reply) {
    return shown(reply, await this.queries.view(actor, id));
  }

  @Patch('plans/:id') @Allow('plans.draft') @NeedsVersion() @ApiOperation({ summary: 'Write sections of a plan that is a draft' }) @Shows(PlanView)
  async edit(@By() actor: Actor, @Param('id', IdPipe) id: string, @Body() command: EditPlan, @Version() version: number | undefined, @Res({ passthrough: true }) reply: Reply) {
    return shown(reply, await this.plans.edit(actor, id, command, version));
  }
}
