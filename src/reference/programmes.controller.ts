import { Body, Controller, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, By, NeedsVersion, Version } from '../access/allow.ts';
import type { Actor } from '../platform/actor.ts';
import { made, Makes, shown, Shows } from '../platform/answers.ts';
import { IdPipe } from '../platform/id.pipe.ts';
import { ListOf, Lists } from '../platform/lists.ts';
import { AmendProgramme, RecordProgramme } from './programmes.dto.ts';
import { programmeList } from './programmes.queries.ts';
import { ProgrammesService } from './programmes.service.ts';
import { ProgrammeView } from './programmes.view.ts';
import { EndValidity } from './reference.dto.ts';
import { ReferenceService } from './reference.service.ts';

@ApiTags('reference')
@Controller('programmes')
export class ProgrammesController {
  constructor(private readonly lists: Lists, private readonly reference: ReferenceService, private readonly programmes: ProgrammesService) {}

  @Get() @Allow('reference.read') @ApiOperation({ summary: 'Programmes that results are reported to' }) @ListOf(ProgrammeView, programmeList)
  list(@Res({ passthrough: true }) reply: FastifyReply) {
    return this.lists.answer(programmeList, reply);
  }

  @Get(':code') @Allow('reference.read') @ApiOperation({ summary: 'One programme, by its code or id' }) @Shows(ProgrammeView)
  async one(@Param('code') code: string, @By() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.reference.coded(actor, programmeList, 'g', code));
  }

  @Post() @Allow('reference.manage') @ApiOperation({ summary: 'Add a programme' }) @Makes(ProgrammeView)
  async record(@Body() command: RecordProgramme, @By() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    return made(reply, await this.programmes.record(actor, command), 'programmes');
  }

  @Patch(':id') @Allow('reference.manage') @NeedsVersion() @ApiOperation({ summary: 'Amend a programme’s names, donor or source' }) @Shows(ProgrammeView)
  async amend(@Param('id', IdPipe) id: string, @Body() command: AmendProgramme, @By() actor: Actor, @Version() version: number | undefined, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.programmes.amend(actor, id, version, command));
  }

  @Post(':id/end') @Allow('reference.manage') @HttpCode(200) @NeedsVersion() @ApiOperation({ summary: 'End a programme on a day' }) @Shows(ProgrammeView)
  async end(@Param('id', IdPipe) id: string, @Body() command: EndValidity, @By() actor: Actor, @Version() version: number | undefined, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.reference.end(actor, 'programmes', programmeList, id, version, command));
  }
}
