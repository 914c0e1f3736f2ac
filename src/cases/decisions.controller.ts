import { Body, Controller, Get, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, By, NeedsVersion, Version } from '../access/allow.ts';
import type { Actor } from '../platform/actor.ts';
import { made, Makes, shown, Shows } from '../platform/answers.ts';
import { IdPipe } from '../platform/id.pipe.ts';
import { ListOf } from '../platform/lists.ts';
import { DecisionView } from './case.view.ts';
import { CaseRecords } from './case-records.ts';
import { decisionList } from './case-records.queries.ts';
import { AmendDecision, RecordDecision } from './decision.dto.ts';
import { DecisionsService } from './decisions.service.ts';

@ApiTags('cases')
@Controller()
export class DecisionsController {
  constructor(private readonly decisions: DecisionsService, private readonly records: CaseRecords) {}

  @Get('cases/:id/decisions') @Allow('cases.read') @ApiOperation({ summary: 'Decisions in the case, the last one first' }) @ListOf(DecisionView, decisionList)
  list(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.records.list(actor, decisionList, id, reply);
  }

  @Post('cases/:id/decisions') @Allow('cases.edit') @ApiOperation({ summary: 'Record a decision of a court, a prosecutor or an investigator' }) @Makes(DecisionView)
  async record(@By() actor: Actor, @Param('id', IdPipe) id: string, @Version() version: number | undefined, @Body() command: RecordDecision, @Res({ passthrough: true }) reply: FastifyReply) {
    return made(reply, await this.decisions.record(actor, id, version, command), 'decisions');
  }

  @Get('decisions/:id') @Allow('cases.read') @ApiOperation({ summary: 'A decision' }) @Shows(DecisionView)
  async one(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.decisions.one(actor, id));
  }

  @Patch('decisions/:id') @Allow('cases.edit') @NeedsVersion() @ApiOperation({ summary: 'Say since when a decision is in force, or correct its record' }) @Shows(DecisionView)
  async amend(@By() actor: Actor, @Param('id', IdPipe) id: string, @Version() version: number | undefined, @Body() command: AmendDecision, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.decisions.amend(actor, id, version, command));
  }
}
