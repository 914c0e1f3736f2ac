import { Body, Controller, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, By, NeedsVersion, Version } from '../access/allow.ts';
import type { Actor } from '../platform/actor.ts';
import { made, Makes, shown, Shows } from '../platform/answers.ts';
import { IdPipe } from '../platform/id.pipe.ts';
import { ListOf, Lists } from '../platform/lists.ts';
import { EditCase, MoveCase, RegisterCase } from './case.dto.ts';
import { CaseView, CaseTransitionView } from './case.view.ts';
import { CaseRecords } from './case-records.ts';
import { transitionList } from './case-records.queries.ts';
import { caseList, CasesQueries } from './cases.queries.ts';
import { CasesService } from './cases.service.ts';

@ApiTags('cases')
@Controller('cases')
export class CasesController {
  constructor(private readonly cases: CasesService, private readonly queries: CasesQueries, private readonly records: CaseRecords, private readonly lists: Lists) {}

  @Get() @Allow('cases.read') @ApiOperation({ summary: 'Cases, the last registered first' }) @ListOf(CaseView, caseList)
  list(@Res({ passthrough: true }) reply: FastifyReply) {
    return this.lists.answer(caseList, reply);
  }

  @Post() @Allow('cases.register') @ApiOperation({ summary: 'Register a case, with its registrations and offences' }) @Makes(CaseView)
  async register(@By() actor: Actor, @Body() command: RegisterCase, @Res({ passthrough: true }) reply: FastifyReply) {
    return made(reply, await this.cases.register(actor, command), 'cases');
  }

  @Get(':id') @Allow('cases.read') @ApiOperation({ summary: 'A case' }) @Shows(CaseView)
  async one(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.queries.view(actor, id));
  }

  @Patch(':id') @Allow('cases.edit') @NeedsVersion() @ApiOperation({ summary: 'Change what a case is called, who leads it, its classification' }) @Shows(CaseView)
  async edit(@By() actor: Actor, @Param('id', IdPipe) id: string, @Version() version: number | undefined, @Body() command: EditCase, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.cases.edit(actor, id, version, command));
  }

  @Post(':id/transitions') @Allow('cases.edit') @NeedsVersion() @HttpCode(200)
  @ApiOperation({ summary: 'Move a case', description: 'Ending a case and reopening one (to closed, discontinued, transferred, joined; from closed, discontinued) is for commanders and coordinators.' })
  @Shows(CaseView)
  async move(@By() actor: Actor, @Param('id', IdPipe) id: string, @Version() version: number | undefined, @Body() command: MoveCase, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.cases.move(actor, id, version, command));
  }

  @Get(':id/transitions') @Allow('cases.read') @ApiOperation({ summary: 'How the case moved: when it happened, when it was recorded, why' }) @ListOf(CaseTransitionView, transitionList)
  transitions(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.records.list(actor, transitionList, id, reply);
  }
}
