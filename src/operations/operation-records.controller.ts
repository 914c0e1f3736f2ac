import { Body, Controller, Get, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, By, NeedsVersion, Version } from '../access/allow.ts';
import type { Actor } from '../platform/actor.ts';
import { made, Makes, shown, Shows } from '../platform/answers.ts';
import { IdPipe } from '../platform/id.pipe.ts';
import { ListOf } from '../platform/lists.ts';
import { OperationLogService } from './operation-log.service.ts';
import { authorityList, logList, OperationRecordsQueries, outcomeList } from './operation-records.queries.ts';
import { AmendAuthority, AmendOutcome, RecordAuthority, RecordDebrief, RecordOutcome, WriteLogEntry } from './operation-records.dto.ts';
import { AuthorityView, DebriefView, LogEntryView, OutcomeView } from './operation-records.view.ts';
import { OperationResultsService } from './operation-results.service.ts';

type Reply = FastifyReply;

/** What hangs on an operation: its log, outcomes, debrief and legal authorities. */
@ApiTags('operations')
@Controller('operations/:id')
export class OperationRecordsController {
  constructor(private readonly log: OperationLogService, private readonly results: OperationResultsService, private readonly records: OperationRecordsQueries) {}

  @Get('log') @Allow('operations.read') @ApiOperation({ summary: 'The log of an operation, in the order in which things happened' }) @ListOf(LogEntryView, logList)
  entries(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: Reply) {
    return this.records.list(logList, actor, id, reply);
  }

  @Post('log') @Allow('operations.edit') @ApiOperation({ summary: 'Write a log entry; it is never changed, only corrected by another' }) @Makes(LogEntryView)
  async write(@By() actor: Actor, @Param('id', IdPipe) id: string, @Body() command: WriteLogEntry, @Version() version: number | undefined, @Res({ passthrough: true }) reply: Reply) {
    return made(reply, await this.log.write(actor, id, command, version), `operations/${id}/log`);
  }

  @Get('log/:entry') @Allow('operations.read') @ApiOperation({ summary: 'A log entry' }) @Shows(LogEntryView)
  async entry(@By() actor: Actor, @Param('id', IdPipe) id: string, @Param('entry', IdPipe) entry: string, @Res({ passthrough: true }) reply: Reply) {
    return shown(reply, await this.records.one(logList, actor, id, entry));
  }

  @Get('outcomes') @Allow('operations.read') @ApiOperation({ summary: 'What came of an operation' }) @ListOf(OutcomeView, outcomeList)
  outcomes(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: Reply) {
    return this.records.list(outcomeList, actor, id, reply);
  }

  @Post('outcomes') @Allow('operations.edit') @ApiOperation({ summary: 'Record an outcome' }) @Makes(OutcomeView)
  async recordOutcome(@By() actor: Actor, @Param('id', IdPipe) id: string, @Body() command: RecordOutcome, @Version() version: number | undefined, @Res({ passthrough: true }) reply: Reply) {
    return made(reply, await this.results.recordOutcome(actor, id, command, version), `operations/${id}/outcomes`);
  }

  @Get('outcomes/:outcome') @Allow('operations.read') @ApiOperation({ summary: 'An outcome' }) @Shows(OutcomeView)
  async outcome(@By() actor: Actor, @Param('id', IdPipe) id: string, @Param('outcome', IdPipe) outcome: string, @Res({ passthrough: true }) reply: Reply) {
    return shown(reply, await this.records.one(outcomeList, actor, id, outcome));
  }

  @Patch('outcomes/:outcome') @Allow('operations.edit') @NeedsVersion() @ApiOperation({ summary: 'Amend an outcome, with the reason' }) @Shows(OutcomeView)
  async amendOutcome(
    @By() actor: Actor, @Param('id', IdPipe) id: string, @Param('outcome', IdPipe) outcome: string, @Body() command: AmendOutcome,
    @Version() version: number | undefined, @Res({ passthrough: true }) reply: Reply,
  ) {
    return shown(reply, await this.results.amendOutcome(actor, id, outcome, command, version));
  }

  @Get('debrief') @Allow('operations.read') @ApiOperation({ summary: 'The debrief of an operation; 404 where there is none yet' }) @Shows(DebriefView)
  async debrief(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: Reply) {
    return shown(reply, await this.records.debrief(actor, id));
  }

  @Post('debrief') @Allow('operations.edit') @ApiOperation({ summary: 'Record the debrief, or record it anew: then with If-Match' }) @Makes(DebriefView)
  async recordDebrief(@By() actor: Actor, @Param('id', IdPipe) id: string, @Body() command: RecordDebrief, @Version() version: number | undefined, @Res({ passthrough: true }) reply: Reply) {
    const view = made(reply, await this.results.debrief(actor, id, command, version), `operations/${id}/debrief`);
    void reply.header('Location', `/api/v1/operations/${id}/debrief`);
    return view;
  }

  @Get('authorities') @Allow('operations.read') @ApiOperation({ summary: 'The legal authorities of an operation' }) @ListOf(AuthorityView, authorityList)
  authorities(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: Reply) {
    return this.records.list(authorityList, actor, id, reply);
  }

  @Post('authorities') @Allow('operations.edit') @ApiOperation({ summary: 'Record a legal authority' }) @Makes(AuthorityView)
  async recordAuthority(@By() actor: Actor, @Param('id', IdPipe) id: string, @Body() command: RecordAuthority, @Version() version: number | undefined, @Res({ passthrough: true }) reply: Reply) {
    return made(reply, await this.results.recordAuthority(actor, id, command, version), `operations/${id}/authorities`);
  }

  @Get('authorities/:authority') @Allow('operations.read') @ApiOperation({ summary: 'A legal authority' }) @Shows(AuthorityView)
  async authority(@By() actor: Actor, @Param('id', IdPipe) id: string, @Param('authority', IdPipe) authority: string, @Res({ passthrough: true }) reply: Reply) {
    return shown(reply, await this.records.one(authorityList, actor, id, authority));
  }

  @Patch('authorities/:authority') @Allow('operations.edit') @NeedsVersion() @ApiOperation({ summary: 'Amend a legal authority’s number or validity, with the reason' }) @Shows(AuthorityView)
  async amendAuthority(
    @By() actor: Actor, @Param('id', IdPipe) id: string, @Param('authority', IdPipe) authority: string, @Body() command: AmendAuthority,
    @Version() version: number | undefined, @Res({ passthrough: true }) reply: Reply,
  ) {
    return shown(reply, await this.results.amendAuthority(actor, id, authority, command, version));
  }
}
