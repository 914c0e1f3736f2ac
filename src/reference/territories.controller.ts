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
import { RecordTerritory, RenameTerritory } from './territories.dto.ts';
import { countryList, territoryList } from './territories.queries.ts';
import { TerritoriesService } from './territories.service.ts';
import { CountryView, TerritoryView } from './territories.view.ts';

@ApiTags('reference')
@Controller()
export class TerritoriesController {
  constructor(private readonly lists: Lists, private readonly reference: ReferenceService, private readonly territories: TerritoriesService) {}

  @Get('territories') @Allow('reference.read') @ApiOperation({ summary: 'Territories of Kyrgyzstan, widest first or the best match first' }) @ListOf(TerritoryView, territoryList())
  list(@Res({ passthrough: true }) reply: FastifyReply) {
    return this.lists.answer(territoryList(queryOf(reply)), reply);
  }

  @Get('territories/:code') @Allow('reference.read') @ApiOperation({ summary: 'One territory, by its code or id, with what it lies in and its names over time' })
  @ApiQuery(asOf) @Shows(TerritoryView)
  one(@Param('code') code: string, @By() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    return shownAsOf(reply, this.reference.coded(actor, territoryList(dayIn(reply)), 't', code));
  }

  @Post('territories') @Allow('reference.manage') @ApiOperation({ summary: 'Add a territory' }) @Makes(TerritoryView)
  async record(@Body() command: RecordTerritory, @By() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    return made(reply, await this.territories.record(actor, command), 'territories');
  }

  @Post('territories/:id/rename') @Allow('reference.manage') @HttpCode(200) @NeedsVersion() @ApiOperation({ summary: 'Give a territory a new name from a day on' }) @Shows(TerritoryView)
  async rename(@Param('id', IdPipe) id: string, @Body() command: RenameTerritory, @By() actor: Actor, @Version() version: number | undefined, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.territories.rename(actor, id, version, command));
  }

  @Post('territories/:id/end') @Allow('reference.manage') @HttpCode(200) @NeedsVersion() @ApiOperation({ summary: 'End a territory on a day' }) @Shows(TerritoryView)
  async end(@Param('id', IdPipe) id: string, @Body() command: EndValidity, @By() actor: Actor, @Version() version: number | undefined, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.reference.end(actor, 'territories', territoryList(), id, version, command));
  }

  @Get('countries') @Allow('reference.read') @ApiOperation({ summary: 'Countries (ISO 3166-1)' }) @ListOf(CountryView, countryList())
  countries(@Res({ passthrough: true }) reply: FastifyReply) {
    return this.lists.answer(countryList(queryOf(reply)), reply);
  }
}
