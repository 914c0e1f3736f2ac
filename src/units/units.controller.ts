import { Body, Controller, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, By, NeedsVersion, Version } from '../access/allow.ts';
import type { Actor } from '../platform/actor.ts';
import { made, Makes, shown, Shows } from '../platform/answers.ts';
import { IdPipe } from '../platform/id.pipe.ts';
import { ListOf, Lists } from '../platform/lists.ts';
import { asOf } from './as-of.ts';
import { KeyPipe } from './key.pipe.ts';
import { OfficerView } from './officer.view.ts';
import { unitOfficerList, unitOfficers } from './officers.queries.ts';
import { AppointCommander, ChangeUnit, DissolveUnit, EndCommand, EstablishUnit, MoveUnit, RenameUnit } from './unit.dto.ts';
import { UnitDetailView, UnitView } from './unit.view.ts';
import { unitList, UnitsQueries } from './units.queries.ts';
import { UnitsService } from './units.service.ts';

@ApiTags('units')
@Controller('units')
export class UnitsController {
  constructor(private readonly units: UnitsService, private readonly queries: UnitsQueries, private readonly lists: Lists) {}

  @Get() @Allow('units.read') @ApiOperation({ summary: 'Units by code: the tree as it stood on a day' }) @ListOf(UnitView, unitList)
  list(@Res({ passthrough: true }) reply: FastifyReply) {
    const { includeDissolved = 'false' } = reply.request.query as Record<string, string>;
    return this.lists.answer(unitList, reply, { ...asOf(reply, 'below'), includeDissolved });
  }

  @Post() @Allow('units.manage') @ApiOperation({ summary: 'Establish a unit' }) @Makes(UnitDetailView)
  async establish(@By() actor: Actor, @Body() command: EstablishUnit, @Res({ passthrough: true }) reply: FastifyReply): Promise<UnitDetailView> {
    return made(reply, await this.units.establish(actor, command), 'units');
  }

  @Get(':id') @Allow('units.read') @ApiOperation({ summary: 'A unit, by its id or its code, with its names, parents and commanders over time' }) @Shows(UnitDetailView)
  async one(@By() actor: Actor, @Param('id', KeyPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<UnitDetailView | undefined> {
    return shown(reply, await this.queries.one(actor, id));
  }

  @Patch(':id') @Allow('units.manage') @NeedsVersion() @ApiOperation({ summary: 'Change what has no date: strength, territory, telephone' }) @Shows(UnitDetailView)
  async change(
    @By() actor: Actor, @Param('id', KeyPipe) id: string, @Version() version: number | undefined, @Body() command: ChangeUnit, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UnitDetailView | undefined> {
    return shown(reply, await this.units.alter(actor, id, version, command));
  }

  @Post(':id/names') @Allow('units.manage') @ApiOperation({ summary: 'Give the unit other names from a day on; the earlier ones end there' }) @Makes(UnitDetailView)
  async rename(
    @By() actor: Actor, @Param('id', KeyPipe) id: string, @Version() version: number | undefined, @Body() command: RenameUnit, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UnitDetailView> {
    return made(reply, { view: await this.units.rename(actor, id, version, command), isNew: true }, 'units');
  }

  @Post(':id/parent') @Allow('units.manage') @ApiOperation({ summary: 'Put the unit under another from a day on' }) @Makes(UnitDetailView)
  async move(
    @By() actor: Actor, @Param('id', KeyPipe) id: string, @Version() version: number | undefined, @Body() command: MoveUnit, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UnitDetailView> {
    return made(reply, { view: await this.units.move(actor, id, version, command), isNew: true }, 'units');
  }

  @Post(':id/dissolution') @Allow('units.manage') @NeedsVersion() @HttpCode(200) @ApiOperation({ summary: 'Dissolve the unit, naming who takes over' }) @Shows(UnitDetailView)
  async dissolve(
    @By() actor: Actor, @Param('id', KeyPipe) id: string, @Version() version: number | undefined, @Body() command: DissolveUnit, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UnitDetailView | undefined> {
    return shown(reply, await this.units.dissolve(actor, id, version, command));
  }

  @Post(':id/commanders') @Allow('units.manage') @ApiOperation({ summary: 'Appoint an officer to command the unit and all below it' }) @Makes(UnitDetailView)
  async appoint(
    @By() actor: Actor, @Param('id', KeyPipe) id: string, @Version() version: number | undefined, @Body() command: AppointCommander, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UnitDetailView> {
    return made(reply, { view: await this.units.appoint(actor, id, version, command), isNew: true }, 'units');
  }

  @Post(':id/commanders/:command/ending') @Allow('units.manage') @HttpCode(200) @ApiOperation({ summary: 'End a command on a day' }) @Shows(UnitDetailView)
  async endCommand(
    @By() actor: Actor, @Param('id', KeyPipe) id: string, @Param('command', IdPipe) held: string, @Version() version: number | undefined, @Body() command: EndCommand,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UnitDetailView | undefined> {
    return shown(reply, await this.units.endCommand(actor, id, held, version, command));
  }

  @Get(':id/officers') @Allow('units.read') @ApiOperation({ summary: 'Officers serving in the unit on a day' }) @ListOf(OfficerView, unitOfficerList)
  async officers(@By() actor: Actor, @Param('id', KeyPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const { code } = await this.queries.one(actor, id);
    return this.lists.answer(unitOfficers, reply, { ...asOf(reply), unit: code });
  }
}
