import { Body, Controller, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, By, NeedsVersion, Version } from '../access/allow.ts';
import type { Actor } from '../platform/actor.ts';
import { made, Makes, shown, Shows } from '../platform/answers.ts';
import { IdPipe } from '../platform/id.pipe.ts';
import { ListOf, Lists } from '../platform/lists.ts';
import { Codes } from '../reference/codes.ts';
import { ReportedFigureView } from './reported-figure.view.ts';
import { AmendFigure, RecordFigure, WithdrawFigure } from './reported-figures.dto.ts';
import { figureList, ReportedFiguresQueries } from './reported-figures.queries.ts';
import { ReportedFiguresService } from './reported-figures.service.ts';

type Reply = FastifyReply;

@ApiTags('reports')
@Controller('reported-figures')
export class ReportedFiguresController {
  constructor(private readonly figures: ReportedFiguresService, private readonly queries: ReportedFiguresQueries, private readonly lists: Lists, private readonly codes: Codes) {}

  @Get() @Allow('reports.read') @ApiOperation({ summary: 'Figures that publications stated, latest period first' }) @ListOf(ReportedFigureView, figureList as never)
  async list(@Res({ passthrough: true }) reply: Reply) {
    await this.codes.ready();
    return this.lists.answer(this.queries.list, reply);
  }

  @Post() @Allow('reported-figures.record') @ApiOperation({ summary: 'Record a figure with its source' }) @Makes(ReportedFigureView)
  async record(@By() actor: Actor, @Body() command: RecordFigure, @Res({ passthrough: true }) reply: Reply): Promise<ReportedFigureView> {
    return made(reply, await this.figures.record(actor, command), 'reported-figures');
  }

  @Get(':id') @Allow('reports.read') @ApiOperation({ summary: 'A reported figure' }) @Shows(ReportedFigureView)
  async one(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: Reply): Promise<ReportedFigureView | undefined> {
    return shown(reply, await this.queries.view(actor, id));
  }

  @Patch(':id') @Allow('reported-figures.record') @NeedsVersion() @ApiOperation({ summary: 'Amend a figure, with the reason' }) @Shows(ReportedFigureView)
  async amend(@By() actor: Actor, @Param('id', IdPipe) id: string, @Version() version: number | undefined, @Body() command: AmendFigure, @Res({ passthrough: true }) reply: Reply) {
    return shown(reply, await this.figures.amend(actor, id, command, version));
  }

  @Post(':id/withdrawal') @Allow('reported-figures.record') @HttpCode(200) @NeedsVersion() @ApiOperation({ summary: 'Withdraw a figure, with the reason; it stays readable' }) @Shows(ReportedFigureView)
  async withdraw(@By() actor: Actor, @Param('id', IdPipe) id: string, @Version() version: number | undefined, @Body() command: WithdrawFigure, @Res({ passthrough: true }) reply: Reply) {
    return shown(reply, await this.figures.withdraw(actor, id, command, version));
  }
}
