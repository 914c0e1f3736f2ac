import { Body, Controller, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, By, NeedsVersion, Version } from '../access/allow.ts';
import type { Actor } from '../platform/actor.ts';
import { made, Makes, shown, Shows } from '../platform/answers.ts';
import { IdPipe } from '../platform/id.pipe.ts';
import { ListOf, Lists } from '../platform/lists.ts';
import { OperationMovesService } from './operation-moves.service.ts';
import { OperationRecordsQueries, participantList, transitionList, waiverList } from './operation-records.queries.ts';
import { AddParticipant, DraftOperation, EditOperation, EndParticipation, MoveOperation } from './operation.dto.ts';
import { OperationView, ParticipantView, TransitionView, WaiverView } from './operation.view.ts';
import { operationList, OperationsQueries } from './operations.queries.ts';
import { OperationsService } from './operations.service.ts';
import { ParticipantsService } from './participants.service.ts';

type Reply = FastifyReply;

@ApiTags('operations')
@Controller('operations')
export class OperationsController {
  constructor(
    private readonly operations: OperationsService, private readonly moves: OperationMovesService, private readonly participants: ParticipantsService,
    private readonly queries: OperationsQueries, private readonly records: OperationRecordsQueries, private readonly lists: Lists,
  ) {}

  @Get() @Allow('operations.read') @ApiOperation({ summary: 'Operations, newest first; from and to are on the planned start, or the recording where none is planned' }) @ListOf(OperationView, operationList)
  list(@Res({ passthrough: true }) reply: Reply) {
    return this.lists.answer(operationList, reply);
  }

  @Post() @Allow('operations.draft') @ApiOperation({ summary: 'Draft an operation' }) @Makes(OperationView)
  async draft(@By() actor: Actor, @Body() command: DraftOperation, @Res({ passthrough: true }) reply: Reply) {
    return made(reply, await this.operations.draft(actor, command), 'operations');
  }

  @Get(':id') @Allow('operations.read') @ApiOperation({ summary: 'An operation' }) @Shows(OperationView)
  async one(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: Reply) {
    return shown(reply, await this.queries.view(actor, id));
  }

  @Patch(':id') @Allow('operations.edit') @NeedsVersion() @ApiOperation({ summary: 'Change what is known of an operation' }) @Shows(OperationView)
  async edit(@By() actor: Actor, @Param('id', IdPipe) id: string, @Body() command: EditOperation, @Version() version: number | undefined, @Res({ passthrough: true }) reply: Reply) {
    return shown(reply, await this.operations.edit(actor, id, command, version));
  }

  @Get(':id/transitions') @Allow('operations.read') @ApiOperation({ summary: 'Every move of an operation, with the time it happened' }) @ListOf(TransitionView, transitionList)
  transitions(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: Reply) {
    return this.records.list(transitionList, actor, id, reply);
  }

  @Post(':id/transitions') @Allow('operations.move') @HttpCode(200) @NeedsVersion() @ApiOperation({ summary: 'Plan, approve, start, suspend, conclude, close, reopen or cancel an operation' }) @Shows(OperationView)
  async move(@By() actor: Actor, @Param('id', IdPipe) id: string, @Body() command: MoveOperation, @Version() version: number | undefined, @Res({ passthrough: true }) reply: Reply) {
    return shown(reply, await this.moves.move(actor, id, command, version));
  }

  @Get(':id/waivers') @Allow('operations.read') @ApiOperation({ summary: 'What a commander waived, why, and when it is due for review' }) @ListOf(WaiverView, waiverList)
  waivers(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: Reply) {
    return this.records.list(waiverList, actor, id, reply);
  }

  @Get(':id/participants') @Allow('operations.read') @ApiOperation({ summary: 'The units that take or took part' }) @ListOf(ParticipantView, participantList)
  listParticipants(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: Reply) {
    return this.records.list(participantList, actor, id, reply);
  }

  @Post(':id/participants') @Allow('operations.edit') @ApiOperation({ summary: 'Add a unit that takes part: it sees the operation from now on' }) @Makes(ParticipantView)
  async addParticipant(@By() actor: Actor, @Param('id', IdPipe) id: string, @Body() command: AddParticipant, @Version() version: number | undefined, @Res({ passthrough: true }) reply: Reply) {
    return made(reply, await this.participants.add(actor, id, command, version), `operations/${id}/participants`);
  }

  @Get(':id/participants/:participant') @Allow('operations.read') @ApiOperation({ summary: 'One unit’s part' }) @Shows(ParticipantView)
  async participant(@By() actor: Actor, @Param('id', IdPipe) id: string, @Param('participant', IdPipe) participant: string, @Res({ passthrough: true }) reply: Reply) {
    return shown(reply, await this.records.one(participantList, actor, id, participant));
  }

  @Post(':id/participants/:participant/departure') @Allow('operations.edit') @HttpCode(200) @ApiOperation({ summary: 'End a unit’s part: it sees the operation no more' }) @Shows(ParticipantView)
  async depart(
    @By() actor: Actor, @Param('id', IdPipe) id: string, @Param('participant', IdPipe) participant: string, @Body() command: EndParticipation,
    @Version() version: number | undefined, @Res({ passthrough: true }) reply: Reply,
  ) {
    return shown(reply, await this.participants.depart(actor, id, participant, command, version));
  }
}
