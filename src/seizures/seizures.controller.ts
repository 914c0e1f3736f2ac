import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, By, NeedsVersion, Version } from '../access/allow.ts';
import type { Actor } from '../platform/actor.ts';
import { made, Makes, shown, Shows } from '../platform/answers.ts';
import { IdPipe } from '../platform/id.pipe.ts';
import { ListOf, Lists } from '../platform/lists.ts';
import { AmendmentsView, AmendmentView, LinesView } from './amendment.view.ts';
import { AmendmentsService } from './amendments.service.ts';
import { AddLine, AmendSeizure, ConfirmAmendment, CreditOperations, RecordSeizure, ValueLine, VoidSeizure } from './seizure.dto.ts';
import { SeizureView } from './seizure.view.ts';
import { SeizuresQueries, seizureList } from './seizures.queries.ts';
import { SeizuresService } from './seizures.service.ts';

type Reply = FastifyReply;

@ApiTags('seizures')
@Controller()
export class SeizuresController {
  constructor(
    private readonly seizures: SeizuresService, private readonly amendments: AmendmentsService, private readonly queries: SeizuresQueries, private readonly lists: Lists,
  ) {}

  @Get('seizures') @Allow('seizures.read') @ApiOperation({ summary: 'Seizures, newest first' }) @ListOf(SeizureView, seizureList)
  list(@Res({ passthrough: true }) reply: Reply) {
    return this.lists.answer(this.queries.list, reply);
  }

  @Post('seizures') @Allow('seizures.record') @ApiOperation({ summary: 'Record a seizure with its lines' }) @Makes(SeizureView)
  async record(@By() actor: Actor, @Body() command: RecordSeizure, @Res({ passthrough: true }) reply: Reply): Promise<SeizureView> {
    return made(reply, await this.seizures.record(actor, command), 'seizures');
  }

  @Get('seizures/:id') @Allow('seizures.read') @ApiOperation({ summary: 'A seizure' }) @Shows(SeizureView)
  async one(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: Reply): Promise<SeizureView | undefined> {
    return shown(reply, await this.queries.view(actor, id));
  }

  @Get('seizures/:id/lines') @Allow('seizures.read') @ApiOperation({ summary: 'The lines of a seizure' }) @ApiOkResponse({ type: LinesView })
  async lines(@By() actor: Actor, @Param('id', IdPipe) id: string): Promise<LinesView> {
    return { items: (await this.queries.view(actor, id)).lines, nextCursor: null };
  }

  @Post('seizures/:id/lines') @Allow('seizures.record') @ApiOperation({ summary: 'Add a line that was found later' }) @Makes(SeizureView)
  async addLine(@By() actor: Actor, @Param('id', IdPipe) id: string, @Body() command: AddLine, @Version() version: number | undefined, @Res({ passthrough: true }) reply: Reply) {
    return made(reply, await this.seizures.addLine(actor, id, command, version), 'seizures');
  }

  @Post('seizures/:id/lines/:line/valuations') @Allow('seizures.amend') @ApiOperation({ summary: 'Value a line' }) @Shows(SeizureView)
  async value(@By() actor: Actor, @Param('id', IdPipe) id: string, @Param('line', IdPipe) line: string, @Body() command: ValueLine, @Version() version: number | undefined, @Res({ passthrough: true }) reply: Reply) {
    return shown(reply, await this.seizures.value(actor, id, line, command, version));
  }

  @Post('seizures/:id/credits') @Allow('seizures.amend') @HttpCode(200) @NeedsVersion() @ApiOperation({ summary: 'Say which operations it is credited to' }) @Shows(SeizureView)
  async credit(@By() actor: Actor, @Param('id', IdPipe) id: string, @Body() command: CreditOperations, @Version() version: number | undefined, @Res({ passthrough: true }) reply: Reply) {
    return shown(reply, await this.seizures.credit(actor, id, command, version));
  }

  @Get('seizures/:id/amendments') @Allow('seizures.read') @ApiOperation({ summary: 'What was amended or voided, with what it was' }) @ApiOkResponse({ type: AmendmentsView })
  amended(@By() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.queries.amendments(actor, id);
  }

  @Post('seizures/:id/amendments') @Allow('seizures.amend') @HttpCode(200) @NeedsVersion() @ApiOperation({ summary: 'Amend a seizure or its lines, with the reason' }) @Shows(SeizureView)
  async amend(@By() actor: Actor, @Param('id', IdPipe) id: string, @Body() command: AmendSeizure, @Version() version: number | undefined, @Res({ passthrough: true }) reply: Reply) {
    return shown(reply, await this.amendments.amend(actor, id, command, version));
  }

  @Post('seizures/:id/void') @Allow('seizures.void') @HttpCode(200) @NeedsVersion() @ApiOperation({ summary: 'Void a seizure that was recorded wrongly' }) @Shows(SeizureView)
  async void(@By() actor: Actor, @Param('id', IdPipe) id: string, @Body() command: VoidSeizure, @Version() version: number | undefined, @Res({ passthrough: true }) reply: Reply) {
    return shown(reply, await this.amendments.void(actor, id, command, version));
  }

  @Get('seizure-amendments/:id') @Allow('seizures.read') @ApiOperation({ summary: 'One amendment or void, with what it was' }) @Shows(AmendmentView)
  async amendment(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: Reply): Promise<AmendmentView | undefined> {
    return shown(reply, await this.queries.amendment(actor, id));
  }

  @Post('seizure-amendments/:id/decision') @Allow('seizures.amend') @HttpCode(200) @NeedsVersion() @ApiOperation({ summary: 'Confirm or decline, as the second person, an amendment that waits' }) @Shows(SeizureView)
  async decide(@By() actor: Actor, @Param('id', IdPipe) id: string, @Body() command: ConfirmAmendment, @Version() version: number | undefined, @Res({ passthrough: true }) reply: Reply) {
    return shown(reply, await this.amendments.decide(actor, id, command, version));
  }
}
