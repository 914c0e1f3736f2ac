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
import { ChangeOfficer, Depart, EnrolOfficer, PostOfficer, RecordQualification } from './officer.dto.ts';
import { OfficerDetailView, OfficerView, QualificationView } from './officer.view.ts';
import { officerList, officerQualifications, OfficersQueries, qualificationList } from './officers.queries.ts';
import { OfficersService } from './officers.service.ts';

@ApiTags('officers')
@Controller('officers')
export class OfficersController {
  constructor(private readonly officers: OfficersService, private readonly queries: OfficersQueries, private readonly lists: Lists) {}

  @Get() @Allow('units.read') @ApiOperation({ summary: 'Officers serving on a day, by code' }) @ListOf(OfficerView, officerList)
  list(@Res({ passthrough: true }) reply: FastifyReply) {
    return this.lists.answer(officerList, reply, asOf(reply, 'unit'));
  }

  @Post() @Allow('officers.manage') @ApiOperation({ summary: 'Enrol an officer in their first post' }) @Makes(OfficerDetailView)
  async enrol(@By() actor: Actor, @Body() command: EnrolOfficer, @Res({ passthrough: true }) reply: FastifyReply): Promise<OfficerDetailView> {
    return made(reply, await this.officers.enrol(actor, command), 'officers');
  }

  @Get(':id') @Allow('units.read') @ApiOperation({ summary: 'An officer, by id or code, with posts, commands and qualifications' }) @Shows(OfficerDetailView)
  async one(@By() actor: Actor, @Param('id', KeyPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<OfficerDetailView | undefined> {
    return shown(reply, await this.queries.one(actor, id));
  }

  @Patch(':id') @Allow('officers.manage') @NeedsVersion() @ApiOperation({ summary: 'Change the badge number or the name' }) @Shows(OfficerDetailView)
  async change(
    @By() actor: Actor, @Param('id', KeyPipe) id: string, @Version() version: number | undefined, @Body() command: ChangeOfficer, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfficerDetailView | undefined> {
    return shown(reply, await this.officers.alter(actor, id, version, command));
  }

  @Post(':id/posts') @Allow('officers.manage') @ApiOperation({ summary: 'Transfer or promote from a day on; the present post ends there' }) @Makes(OfficerDetailView)
  async post(
    @By() actor: Actor, @Param('id', KeyPipe) id: string, @Version() version: number | undefined, @Body() command: PostOfficer, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfficerDetailView> {
    return made(reply, { view: await this.officers.post(actor, id, version, command), isNew: true }, 'officers');
  }

  @Post(':id/departure') @Allow('officers.manage') @NeedsVersion() @HttpCode(200) @ApiOperation({ summary: 'Record that an officer left; their accounts end at once' }) @Shows(OfficerDetailView)
  async depart(
    @By() actor: Actor, @Param('id', KeyPipe) id: string, @Version() version: number | undefined, @Body() command: Depart, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfficerDetailView | undefined> {
    return shown(reply, await this.officers.depart(actor, id, version, command));
  }

  @Get(':id/qualifications') @Allow('units.read') @ApiOperation({ summary: 'An officer’s qualifications, newest first' }) @ListOf(QualificationView, qualificationList)
  async qualifications(@By() actor: Actor, @Param('id', KeyPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const officer = await this.queries.one(actor, id);
    return this.lists.answer(officerQualifications, reply, { officer: officer.id });
  }

  @Post(':id/qualifications') @Allow('qualifications.record') @ApiOperation({ summary: 'Record a qualification or a training' }) @Makes(QualificationView)
  async record(
    @By() actor: Actor, @Param('id', KeyPipe) id: string, @Body() command: RecordQualification, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QualificationView> {
    return made(reply, await this.officers.recordQualification(actor, id, command), `officers/${id}/qualifications`);
  }

  @Get(':id/qualifications/:qualification') @Allow('units.read') @ApiOperation({ summary: 'One qualification' }) @Shows(QualificationView)
  async qualification(
    @By() actor: Actor, @Param('id', KeyPipe) _: string, @Param('qualification', IdPipe) qualification: string, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QualificationView | undefined> {
    return shown(reply, await this.queries.qualification(actor, qualification));
  }
}
