import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../access/allow.ts';
import type { Actor } from '../platform/actor.ts';
import { IdPipe } from '../platform/id.pipe.ts';
import { ThreadsQueries } from './threads.queries.ts';
import { CaseThread, OperationThread } from './threads.view.ts';

@ApiTags('reports')
@Controller()
export class ThreadsController {
  constructor(private readonly threads: ThreadsQueries) {}

  @Get('operations/:id/thread') @Allow('operations.read') @ApiOperation({ summary: 'Everything that hangs on an operation, with its gaps' }) @ApiOkResponse({ type: OperationThread })
  ofOperation(@By() actor: Actor, @Param('id', IdPipe) id: string): Promise<OperationThread> {
    return this.threads.ofOperation(actor, id);
  }

  @Get('cases/:id/thread') @Allow('cases.read') @ApiOperation({ summary: 'Everything that hangs on a case, with its gaps' }) @ApiOkResponse({ type: CaseThread })
  ofCase(@By() actor: Actor, @Param('id', IdPipe) id: string): Promise<CaseThread> {
    return this.threads.ofCase(actor, id);
  }
}
