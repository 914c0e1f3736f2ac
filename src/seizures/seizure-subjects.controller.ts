import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, By, Version } from '../access/allow.ts';
import { EndRole } from '../cases/subject.dto.ts';
import type { Actor } from '../platform/actor.ts';
import { made, Makes, shown, Shows } from '../platform/answers.ts';
import { IdPipe } from '../platform/id.pipe.ts';
import { ListOf } from '../platform/lists.ts';
import { LinkSeizureSubject } from './seizure-subject.dto.ts';
import { SeizureSubjectView } from './seizure-subject.view.ts';
import { SeizureSubjectsQueries, seizureSubjectList } from './seizure-subjects.queries.ts';
import { SeizureSubjectsService } from './seizure-subjects.service.ts';

type Reply = FastifyReply;

/** Read by those who read cases: the store and the laboratory read seizures, and no subjects. */
@ApiTags('seizures')
@Controller('seizures/:id/subjects')
export class SeizureSubjectsController {
  constructor(private readonly subjects: SeizureSubjectsService, private readonly queries: SeizureSubjectsQueries) {}

  @Get() @Allow('cases.read') @ApiOperation({ summary: 'Whom a seizure was taken from, and who else it is about' }) @ListOf(SeizureSubjectView, seizureSubjectList)
  list(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: Reply) {
    return this.queries.list(actor, id, reply);
  }

  @Post() @Allow('seizures.record') @Makes(SeizureSubjectView)
  @ApiOperation({ summary: 'Link a subject to a seizure', description: 'One that you may see. Those who read the seizure’s case, operation or unit then see its kind and what it is called here, and no more.' })
  async link(@By() actor: Actor, @Param('id', IdPipe) id: string, @Body() command: LinkSeizureSubject, @Version() version: number | undefined, @Res({ passthrough: true }) reply: Reply) {
    return made(reply, await this.subjects.link(actor, id, command, version), `seizures/${id}/subjects`);
  }

  @Get(':link') @Allow('cases.read') @ApiOperation({ summary: 'A subject’s role in a seizure' }) @Shows(SeizureSubjectView)
  async one(@By() actor: Actor, @Param('id', IdPipe) id: string, @Param('link', IdPipe) link: string, @Res({ passthrough: true }) reply: Reply) {
    return shown(reply, await this.queries.one(actor, id, link));
  }

  @Post(':link/end') @Allow('seizures.record') @HttpCode(200) @ApiOperation({ summary: 'End the role' }) @Shows(SeizureSubjectView)
  async end(
    @By() actor: Actor, @Param('id', IdPipe) id: string, @Param('link', IdPipe) link: string, @Body() command: EndRole, @Version() version: number | undefined, @Res({ passthrough: true }) reply: Reply,
  ) {
    return shown(reply, await this.subjects.end(actor, id, link, command, version));
  }
}
