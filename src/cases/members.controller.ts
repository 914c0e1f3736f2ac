import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, By, Version } from '../access/allow.ts';
import type { Actor } from '../platform/actor.ts';
import { made, Makes, shown, Shows } from '../platform/answers.ts';
import { IdPipe } from '../platform/id.pipe.ts';
import { ListOf } from '../platform/lists.ts';
import { MemberView } from './case.view.ts';
import { CaseRecords } from './case-records.ts';
import { memberList } from './case-records.queries.ts';
import { AddMember, EndMembership } from './member.dto.ts';
import { MembersService } from './members.service.ts';

@ApiTags('cases')
@Controller()
export class MembersController {
  constructor(private readonly members: MembersService, private readonly records: CaseRecords) {}

  @Get('cases/:id/members') @Allow('cases.read') @ApiOperation({ summary: 'Who works and worked on the case' }) @ListOf(MemberView, memberList)
  list(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.records.list(actor, memberList, id, reply);
  }

  @Post('cases/:id/members') @Allow('cases.edit') @Makes(MemberView)
  @ApiOperation({ summary: 'Add a member', description: 'A membership opens the case to people outside its unit for its dates; it is the only way a prosecutor sees a case.' })
  async add(@By() actor: Actor, @Param('id', IdPipe) id: string, @Version() version: number | undefined, @Body() command: AddMember, @Res({ passthrough: true }) reply: FastifyReply) {
    return made(reply, await this.members.add(actor, id, version, command), 'case-members');
  }

  @Get('case-members/:id') @Allow('cases.read') @ApiOperation({ summary: 'A membership' }) @Shows(MemberView)
  async one(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.records.one(actor, memberList, id));
  }

  @Post('case-members/:id/end') @Allow('cases.edit') @HttpCode(200) @ApiOperation({ summary: 'End a membership, or take back one that has not begun' }) @Shows(MemberView)
  async end(@By() actor: Actor, @Param('id', IdPipe) id: string, @Version() version: number | undefined, @Body() command: EndMembership, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.members.end(actor, id, version, command));
  }
}
