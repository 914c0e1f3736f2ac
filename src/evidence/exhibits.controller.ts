import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, By } from '../access/allow.ts';
import type { Actor } from '../platform/actor.ts';
import { made, Makes, shown, Shows } from '../platform/answers.ts';
import { IdPipe } from '../platform/id.pipe.ts';
import { ListOf, Lists } from '../platform/lists.ts';
import { RegisterExhibit } from './exhibit.dto.ts';
import { ExhibitView } from './exhibit.view.ts';
import { ExhibitsQueries, exhibitList } from './exhibits.queries.ts';
import { ExhibitsService } from './exhibits.service.ts';

@ApiTags('evidence')
@Controller()
export class ExhibitsController {
  constructor(private readonly exhibits: ExhibitsService, private readonly queries: ExhibitsQueries, private readonly lists: Lists) {}

  @Get('exhibits') @Allow('exhibits.read') @ApiOperation({ summary: 'Exhibits, newest first' }) @ListOf(ExhibitView, exhibitList)
  list(@Res({ passthrough: true }) reply: FastifyReply) {
    return this.lists.answer(this.queries.list, reply);
  }

  @Post('exhibits') @Allow('exhibits.register') @ApiOperation({ summary: 'Register an exhibit from a line of a seizure' }) @Makes(ExhibitView)
  async register(@By() actor: Actor, @Body() command: RegisterExhibit, @Res({ passthrough: true }) reply: FastifyReply): Promise<ExhibitView> {
    return made(reply, await this.exhibits.register(actor, command), 'exhibits');
  }

  @Get('exhibits/:id') @Allow('exhibits.read') @ApiOperation({ summary: 'An exhibit with the line it came from' }) @Shows(ExhibitView)
  async one(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<ExhibitView | undefined> {
    return shown(reply, await this.queries.view(actor, id));
  }
}
