import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, By, Version } from '../access/allow.ts';
import type { Actor } from '../platform/actor.ts';
import { made, Makes, shown, Shows } from '../platform/answers.ts';
import { IdPipe } from '../platform/id.pipe.ts';
import { ListOf } from '../platform/lists.ts';
import { AddOffence, AddRegistration, EndOffence, Requalify, WithdrawRegistration } from './case.dto.ts';
import { OffenceView, RegistrationView } from './case.view.ts';
import { CaseRecords } from './case-records.ts';
import { offenceList, registrationList } from './case-records.queries.ts';
import { OffencesService } from './offences.service.ts';
import { RegistrationsService } from './registrations.service.ts';

@ApiTags('cases')
@Controller()
export class QualificationController {
  constructor(private readonly registrations: RegistrationsService, private readonly offences: OffencesService, private readonly records: CaseRecords) {}

  @Get('cases/:id/registrations') @Allow('cases.read') @ApiOperation({ summary: 'Numbers of the case in the registers' }) @ListOf(RegistrationView, registrationList)
  listRegistrations(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.records.list(actor, registrationList, id, reply);
  }

  @Post('cases/:id/registrations') @Allow('cases.edit') @ApiOperation({ summary: 'Add a registration; one that another case bears is warned of' }) @Makes(RegistrationView)
  async addRegistration(@By() actor: Actor, @Param('id', IdPipe) id: string, @Version() version: number | undefined, @Body() command: AddRegistration, @Res({ passthrough: true }) reply: FastifyReply) {
    return made(reply, await this.registrations.add(actor, id, version, command), 'case-registrations');
  }

  @Get('case-registrations/:id') @Allow('cases.read') @ApiOperation({ summary: 'A registration' }) @Shows(RegistrationView)
  async registration(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.records.one(actor, registrationList, id));
  }

  @Post('case-registrations/:id/withdrawal') @Allow('cases.edit') @HttpCode(200) @ApiOperation({ summary: 'Withdraw a registration that was recorded by mistake' }) @Shows(RegistrationView)
  async withdraw(@By() actor: Actor, @Param('id', IdPipe) id: string, @Version() version: number | undefined, @Body() _command: WithdrawRegistration, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.registrations.withdraw(actor, id, version));
  }

  @Get('cases/:id/offences') @Allow('cases.read') @ApiOperation({ summary: 'What the case is and was qualified as' }) @ListOf(OffenceView, offenceList)
  listOffences(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.records.list(actor, offenceList, id, reply);
  }

  @Post('cases/:id/offences') @Allow('cases.edit') @ApiOperation({ summary: 'Add an offence' }) @Makes(OffenceView)
  async addOffence(@By() actor: Actor, @Param('id', IdPipe) id: string, @Version() version: number | undefined, @Body() command: AddOffence, @Res({ passthrough: true }) reply: FastifyReply) {
    return made(reply, await this.offences.add(actor, id, version, command), 'case-offences');
  }

  @Get('case-offences/:id') @Allow('cases.read') @ApiOperation({ summary: 'A qualification' }) @Shows(OffenceView)
  async offence(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.records.one(actor, offenceList, id));
  }

  @Post('case-offences/:id/requalification') @Allow('cases.edit') @ApiOperation({ summary: 'Put another qualification in its place; the earlier one stays, ended' }) @Makes(OffenceView)
  async requalify(@By() actor: Actor, @Param('id', IdPipe) id: string, @Version() version: number | undefined, @Body() command: Requalify, @Res({ passthrough: true }) reply: FastifyReply) {
    return made(reply, await this.offences.requalify(actor, id, version, command), 'case-offences');
  }

  @Post('case-offences/:id/end') @Allow('cases.edit') @HttpCode(200) @ApiOperation({ summary: 'End a qualification without another' }) @Shows(OffenceView)
  async endOffence(@By() actor: Actor, @Param('id', IdPipe) id: string, @Version() version: number | undefined, @Body() command: EndOffence, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.offences.end(actor, id, version, command));
  }
}
