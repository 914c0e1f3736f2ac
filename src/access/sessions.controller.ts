import { Body, Controller, Delete, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { classifications, type Actor } from '../platform/actor.ts';
import { Allow, By, WithOneTimePassword } from './allow.ts';
import { PasswordsService } from './passwords.service.ts';
import { ChangePassword, MeView, OpenSession, RefreshSession, SessionView, StepUp } from './sessions.dto.ts';
import { SessionsService } from './sessions.service.ts';

@ApiTags('sessions')
@Controller()
export class SessionsController {
  constructor(private readonly sessions: SessionsService, private readonly passwords: PasswordsService) {}

  @Post('sessions') @Allow('public') @ApiOperation({ summary: 'Open a session' }) @ApiCreatedResponse({ type: SessionView })
  open(@Body() command: OpenSession): Promise<SessionView> {
    return this.sessions.open(command);
  }

  @Post('sessions/refresh') @Allow('public') @ApiOperation({ summary: 'Exchange the refresh token for new tokens' }) @ApiCreatedResponse({ type: SessionView })
  refresh(@Body() command: RefreshSession): Promise<SessionView> {
    return this.sessions.refresh(command);
  }

  @Post('sessions/current/step-up') @Allow('sessions.own') @HttpCode(204) @ApiOperation({ summary: 'Prove again who you are, before a sensitive act' }) @ApiNoContentResponse()
  stepUp(@Body() command: StepUp, @Req() request: FastifyRequest): Promise<void> {
    return this.sessions.stepUp(request.session!, command.password);
  }

  @Delete('sessions/current') @Allow('sessions.own') @WithOneTimePassword() @HttpCode(204) @ApiOperation({ summary: 'End the session' }) @ApiNoContentResponse()
  end(@Req() request: FastifyRequest): Promise<void> {
    return this.sessions.end(request.session!);
  }

  @Post('me/password') @Allow('sessions.own') @WithOneTimePassword() @HttpCode(204) @ApiOperation({ summary: 'Change your password; your other sessions end' }) @ApiNoContentResponse()
  changePassword(@By() actor: Actor, @Body() command: ChangePassword, @Req() request: FastifyRequest): Promise<void> {
    return this.passwords.change(actor, request.session!.session, command);
  }

  @Get('me') @Allow('sessions.own') @ApiOperation({ summary: 'Who you are here' }) @ApiOkResponse({ type: MeView })
  me(@Req() { session }: FastifyRequest): MeView {
    const { username, officerCode, unitCode, roles, clearance, person, language } = session!;
    return { account: username, officer: officerCode, unit: unitCode, roles, clearance: classifications[clearance]!, person, language };
  }
}
