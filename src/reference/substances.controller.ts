import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, By, NeedsVersion, Version } from '../access/allow.ts';
import type { Actor } from '../platform/actor.ts';
import { made, Makes, shown, Shows } from '../platform/answers.ts';
import { IdPipe } from '../platform/id.pipe.ts';
import { ListOf, Lists } from '../platform/lists.ts';
import { EndValidity } from './reference.dto.ts';
import { asOf, dayIn, queryOf, shownAsOf } from './reference.search.ts';
import { ReferenceService } from './reference.service.ts';
import { RecordStatutorySize, RecordSubstance, RecordSubstanceControl } from './substances.dto.ts';
import { controlList, statutorySizeList, substanceList } from './substances.queries.ts';
import { SubstancesService } from './substances.service.ts';
import { StatutorySizeView, SubstanceControlView, SubstanceView } from './substances.view.ts';

@ApiTags('reference')
@Controller()
export class SubstancesController {
  constructor(private readonly lists: Lists, private readonly reference: ReferenceService, private readonly substances: SubstancesService) {}

  @Get('substances') @Allow('reference.read') @ApiOperation({ summary: 'Substances with their control status on a day' }) @ListOf(SubstanceView, substanceList())
  list(@Res({ passthrough: true }) reply: FastifyReply) {
    return this.lists.answer(substanceList(queryOf(reply)), reply);
  }

  @Get('substances/:code') @Allow('reference.read') @ApiOperation({ summary: 'One substance, by its code or id, with its control status on a day' })
  @ApiQuery(asOf) @Shows(SubstanceView)
  one(@Param('code') code: string, @By() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    return shownAsOf(reply, this.reference.coded(actor, substanceList(dayIn(reply)), 's', code));
  }

  @Post('substances') @Allow('reference.manage') @ApiOperation({ summary: 'Add a substance' }) @Makes(SubstanceView)
  async record(@Body() command: RecordSubstance, @By() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    return made(reply, await this.substances.record(actor, command), 'substances');
  }

  @Post('substances/:code/controls') @Allow('reference.manage') @ApiOperation({ summary: 'Record that a schedule controls the substance from a day on' }) @Makes(SubstanceControlView)
  async control(@Param('code') code: string, @Body() command: RecordSubstanceControl, @By() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    return made(reply, await this.substances.control(actor, code, command), 'substance-controls');
  }

  @Get('substance-controls') @Allow('reference.read') @ApiOperation({ summary: 'Which schedules control which substances' }) @ListOf(SubstanceControlView, controlList)
  controls(@Res({ passthrough: true }) reply: FastifyReply) {
    return this.lists.answer(controlList, reply);
  }

  @Get('substance-controls/:id') @Allow('reference.read') @ApiOperation({ summary: 'One control' }) @Shows(SubstanceControlView)
  async oneControl(@Param('id', IdPipe) id: string, @By() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.reference.one(actor, controlList, 'c.id', id));
  }

  @Post('substance-controls/:id/end') @Allow('reference.manage') @HttpCode(200) @NeedsVersion() @ApiOperation({ summary: 'End a control on a day' }) @Shows(SubstanceControlView)
  async endControl(@Param('id', IdPipe) id: string, @Body() command: EndValidity, @By() actor: Actor, @Version() version: number | undefined, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.reference.end(actor, 'substance_controls', controlList, id, version, command));
  }

  @Get('statutory-sizes') @Allow('reference.read') @ApiOperation({ summary: 'From how many grams an amount is small, large, especially large' }) @ListOf(StatutorySizeView, statutorySizeList)
  sizes(@Res({ passthrough: true }) reply: FastifyReply) {
    return this.lists.answer(statutorySizeList, reply);
  }

  @Get('statutory-sizes/:id') @Allow('reference.read') @ApiOperation({ summary: 'One statutory size' }) @Shows(StatutorySizeView)
  async oneSize(@Param('id', IdPipe) id: string, @By() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.reference.one(actor, statutorySizeList, 'z.id', id));
  }

  @Post('statutory-sizes') @Allow('reference.manage') @ApiOperation({ summary: 'Add a statutory size' }) @Makes(StatutorySizeView)
  async size(@Body() command: RecordStatutorySize, @By() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    return made(reply, await this.substances.size(actor, command), 'statutory-sizes');
  }

  @Post('statutory-sizes/:id/end') @Allow('reference.manage') @HttpCode(200) @NeedsVersion() @ApiOperation({ summary: 'End a statutory size on a day' }) @Shows(StatutorySizeView)
  async endSize(@Param('id', IdPipe) id: string, @Body() command: EndValidity, @By() actor: Actor, @Version() version: number | undefined, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.reference.end(actor, 'statutory_sizes', statutorySizeList, id, version, command));
  }
}
