import { Body, Controller, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, By, NeedsVersion, Version } from '../access/allow.ts';
import type { Actor } from '../platform/actor.ts';
import { made, Makes, shown, Shows } from '../platform/answers.ts';
import { IdPipe } from '../platform/id.pipe.ts';
import { ListOf, Lists } from '../platform/lists.ts';
import { CaseRecords } from './case-records.ts';
import { DetentionsService } from './detentions.service.ts';
import { ChangeRole, EditSubject, EndRole, LinkSubject, RecordDetention, Release } from './subject.dto.ts';
import { CaseSubjectView, DetentionView, SubjectView } from './subject.view.ts';
import { caseSubjectList, detentionList, subjectList } from './subjects.queries.ts';
import { SubjectsService } from './subjects.service.ts';

@ApiTags('subjects')
@Controller()
export class SubjectsController {
  constructor(private readonly subjects: SubjectsService, private readonly detentions: DetentionsService, private readonly records: CaseRecords, private readonly lists: Lists) {}

  @Get('subjects') @Allow('cases.read') @ApiOperation({ summary: 'Subjects, found however they are written' }) @ListOf(SubjectView, subjectList)
  list(@Res({ passthrough: true }) reply: FastifyReply) {
    return this.lists.answer(subjectList, reply);
  }

  @Get('subjects/:id') @Allow('cases.read') @ApiOperation({ summary: 'A subject, with its roles in the cases that you may see' }) @Shows(SubjectView)
  async one(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.subjects.one(actor, id));
  }

  @Patch('subjects/:id') @Allow('cases.edit') @NeedsVersion() @ApiOperation({ summary: 'Say more of a subject, or correct it' }) @Shows(SubjectView)
  async edit(@By() actor: Actor, @Param('id', IdPipe) id: string, @Version() version: number | undefined, @Body() command: EditSubject, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.subjects.edit(actor, id, version, command));
  }

  @Get('cases/:id/subjects') @Allow('cases.read') @ApiOperation({ summary: 'Subjects of the case in their roles, present and past' }) @ListOf(CaseSubjectView, caseSubjectList)
  listOfCase(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.records.list(actor, caseSubjectList, id, reply);
  }

  @Post('cases/:id/subjects') @Allow('cases.edit') @Makes(CaseSubjectView)
  @ApiOperation({ summary: 'Link a subject to the case', description: 'A new one (subject) or one that is recorded (subjectId). A likely same subject, among those you may see, is warned of.' })
  async link(@By() actor: Actor, @Param('id', IdPipe) id: string, @Version() version: number | undefined, @Body() command: LinkSubject, @Res({ passthrough: true }) reply: FastifyReply) {
    return made(reply, await this.subjects.link(actor, id, version, command), 'case-subjects');
  }

  @Get('case-subjects/:id') @Allow('cases.read') @ApiOperation({ summary: 'A subject’s role in a case' }) @Shows(CaseSubjectView)
  async linked(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.records.one(actor, caseSubjectList, id));
  }

  @Post('case-subjects/:id/role') @Allow('cases.edit') @ApiOperation({ summary: 'Change the role: the present one ends and the new one begins' }) @Makes(CaseSubjectView)
  async changeRole(@By() actor: Actor, @Param('id', IdPipe) id: string, @Version() version: number | undefined, @Body() command: ChangeRole, @Res({ passthrough: true }) reply: FastifyReply) {
    return made(reply, await this.subjects.changeRole(actor, id, version, command), 'case-subjects');
  }

  @Post('case-subjects/:id/end') @Allow('cases.edit') @HttpCode(200) @ApiOperation({ summary: 'End the role' }) @Shows(CaseSubjectView)
  async endRole(@By() actor: Actor, @Param('id', IdPipe) id: string, @Version() version: number | undefined, @Body() command: EndRole, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.subjects.endRole(actor, id, version, command));
  }

  @Get('cases/:id/detentions') @Allow('cases.read') @ApiOperation({ summary: 'Detentions in the case, the last one first' }) @ListOf(DetentionView, detentionList)
  listDetentions(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.records.list(actor, detentionList, id, reply);
  }

  @Post('cases/:id/detentions') @Allow('cases.edit') @ApiOperation({ summary: 'Record a detention' }) @Makes(DetentionView)
  async detain(@By() actor: Actor, @Param('id', IdPipe) id: string, @Version() version: number | undefined, @Body() command: RecordDetention, @Res({ passthrough: true }) reply: FastifyReply) {
    return made(reply, await this.detentions.record(actor, id, version, command), 'detentions');
  }

  @Get('detentions/:id') @Allow('cases.read') @ApiOperation({ summary: 'A detention' }) @Shows(DetentionView)
  async detention(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.detentions.one(actor, id));
  }

  @Post('detentions/:id/release') @Allow('cases.edit') @HttpCode(200) @ApiOperation({ summary: 'Record the release, or the court’s order that takes its place' }) @Shows(DetentionView)
  async release(@By() actor: Actor, @Param('id', IdPipe) id: string, @Version() version: number | undefined, @Body() command: Release, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.detentions.release(actor, id, version, command));
  }
}
