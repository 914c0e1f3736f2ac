import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, By, Version } from '../access/allow.ts';
import { EndRole } from '../cases/subject.dto.ts';
import type { Actor } from '../platform/actor.ts';
import { made, Makes, shown, Shows } from '../platform/answers.ts';
import { IdPipe } from '../platform/id.pipe.ts';
import { ListOf } from '../platform/lists.ts';
import { LinkOperationSubject } from './operation-records.dto.ts';
import { OperationRecordsQueries, operationSubjectList } from './operation-records.queries.ts';
import { OperationSubjectView } from './operation-records.view.ts';
import { OperationSubjectsService } from './operation-subjects.service.ts';

type Reply = FastifyReply;

@ApiTags('operations')
@Controller('operations/:id/subjects')
export class OperationSubjectsController {
  constructor(private readonly subjects: OperationSubjectsService, private readonly records: OperationRecordsQueries) {}

  @Get() @Allow('operations.read') @ApiOperation({ summary: 'Subjects of an operation in their roles, present and past' }) @ListOf(OperationSubjectView, operationSubjectList)
  list(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: Reply) {
    return this.records.list(operationSubjectList, actor, id, reply);
  }

  @Post() @Allow('operations.edit') @Makes(OperationSubjectView)
  @ApiOperation({ summary: 'Link a subject to an operation', description: 'One that you may see. Whoever sees the operation then sees its kind and what it is called here, and no more.' })
  async link(@By() actor: Actor, @Param('id', IdPipe) id: string, @Body() command: LinkOperationSubject, @Version() version: number | undefined, @Res({ passthrough: true }) reply: Reply) {
    return made(reply, await this.subjects.link(actor, id, command, version), `operations/${id}/subjects`);
  }

  @Get(':link') @Allow('operations.read') @ApiOperation({ summary: 'A subject’s role in an operation' }) @Shows(OperationSubjectView)
  async one(@By() actor: Actor, @Param('id', IdPipe) id: string, @Param('link', IdPipe) link: string, @Res({ passthrough: true }) reply: Reply) {
    return shown(reply, await this.records.one(operationSubjectList, actor, id, link));
  }

  @Post(':link/end') @Allow('operations.edit') @HttpCode(200) @ApiOperation({ summary: 'End the role' }) @Shows(OperationSubjectView)
  async end(
    @By() actor: Actor, @Param('id', IdPipe) id: string, @Param('link', IdPipe) link: string, @Body() command: EndRole, @Version() version: number | undefined, @Res({ passthrough: true }) reply: Reply,
  ) {
    return shown(reply, await this.subjects.end(actor, id, link, command, version));
  }
}
