import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, By } from '../access/allow.ts';
import type { Actor } from '../platform/actor.ts';
import { IdPipe } from '../platform/id.pipe.ts';
import { ListOf } from '../platform/lists.ts';
import { ChangeView } from './change.view.ts';
import { HistoryQueries, historyList } from './history.queries.ts';

@ApiTags('history')
@Controller()
export class HistoryController {
  constructor(private readonly history: HistoryQueries) {}

  @Get('operations/:id/history') @Allow('history.read') @ApiOperation({ summary: 'Every change of an operation and of what hangs on it' }) @ListOf(ChangeView, historyList('operations'))
  ofOperation(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.history.of('operations', actor, id, reply);
  }

  @Get('cases/:id/history') @Allow('history.read') @ApiOperation({ summary: 'Every change of a case and of what hangs on it' }) @ListOf(ChangeView, historyList('cases'))
  ofCase(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.history.of('cases', actor, id, reply);
  }

  @Get('seizures/:id/history') @Allow('history.read') @ApiOperation({ summary: 'Every change of a seizure and its lines' }) @ListOf(ChangeView, historyList('seizures'))
  ofSeizure(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.history.of('seizures', actor, id, reply);
  }
}
