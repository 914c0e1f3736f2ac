import { Body, Controller, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../platform/actor.ts';
import { made, Makes, shown, Shows } from '../platform/answers.ts';
import { Reasoned } from '../platform/fields.ts';
import { IdPipe } from '../platform/id.pipe.ts';
import { ListOf, Lists } from '../platform/lists.ts';
import { ChangeAccount, CreateAccount, ProposeRole, RevokeRole } from './account.dto.ts';
import { AccountView, AccountWithPasswordView, RoleGrantView } from './account.view.ts';
import { accountList, AccountsQueries, roleGrantList } from './accounts.queries.ts';
import { AccountsService } from './accounts.service.ts';
import { Allow, By, NeedsVersion, Version } from './allow.ts';
import { RoleGrantsService } from './role-grants.service.ts';

@ApiTags('accounts')
@Controller()
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService, private readonly grants: RoleGrantsService, private readonly queries: AccountsQueries, private readonly lists: Lists,
  ) {}

  @Get('accounts') @Allow('accounts.read') @ApiOperation({ summary: 'Accounts, by user name' }) @ListOf(AccountView, accountList)
  list(@Res({ passthrough: true }) reply: FastifyReply) {
    return this.lists.answer(accountList, reply);
  }

  @Post('accounts') @Allow('accounts.manage') @ApiOperation({ summary: 'Make an account; the answer holds its one-time password, once' }) @Makes(AccountWithPasswordView)
  async create(@By() actor: Actor, @Body() command: CreateAccount, @Res({ passthrough: true }) reply: FastifyReply): Promise<AccountWithPasswordView> {
    return made(reply, await this.accounts.create(actor, command), 'accounts');
  }

  @Get('accounts/:id') @Allow('accounts.read') @ApiOperation({ summary: 'An account with its roles' }) @Shows(AccountView)
  async one(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<AccountView | undefined> {
    return shown(reply, await this.queries.account(actor, id));
  }

  @Patch('accounts/:id') @Allow('accounts.manage') @NeedsVersion() @ApiOperation({ summary: 'Disable, enable, release, clear, or set a one-time password' }) @Shows(AccountWithPasswordView)
  async change(
    @By() actor: Actor, @Param('id', IdPipe) id: string, @Version() version: number | undefined, @Body() command: ChangeAccount, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccountWithPasswordView | undefined> {
    return shown(reply, await this.accounts.change(actor, id, version, command));
  }

  @Post('accounts/:id/roles') @Allow('accounts.manage') @ApiOperation({ summary: 'Propose a role; it holds once a second administrator confirms it' })
  @ApiAcceptedResponse({ type: RoleGrantView, description: 'Proposed: it gives nothing yet' })
  async propose(@By() actor: Actor, @Param('id', IdPipe) id: string, @Body() command: ProposeRole, @Res({ passthrough: true }) reply: FastifyReply): Promise<RoleGrantView> {
    const proposed = await this.grants.propose(actor, id, command);
    const view = made(reply, proposed, 'role-grants');
    if (proposed.isNew) void reply.status(202);
    return view;
  }

  @Get('role-grants') @Allow('accounts.read') @ApiOperation({ summary: 'Roles proposed, held and taken away, newest first' }) @ListOf(RoleGrantView, roleGrantList)
  grantsList(@Res({ passthrough: true }) reply: FastifyReply) {
    return this.lists.answer(roleGrantList, reply);
  }

  @Get('role-grants/:id') @Allow('accounts.read') @ApiOperation({ summary: 'A role given to an account, and by whom' }) @Shows(RoleGrantView)
  async grant(@By() actor: Actor, @Param('id', IdPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<RoleGrantView | undefined> {
    return shown(reply, await this.queries.grant(actor, id));
  }

  @Post('role-grants/:id/confirmation') @Allow('accounts.manage') @HttpCode(200) @ApiOperation({ summary: 'Confirm a proposed role, as a second administrator' }) @Shows(RoleGrantView)
  async confirm(
    @By() actor: Actor, @Param('id', IdPipe) id: string, @Version() version: number | undefined, @Body() _: Reasoned, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoleGrantView | undefined> {
    return shown(reply, await this.grants.confirm(actor, id, version));
  }

  @Post('role-grants/:id/revocation') @Allow('accounts.manage') @HttpCode(200) @ApiOperation({ summary: 'Take a role away, at once' }) @Shows(RoleGrantView)
  async revoke(
    @By() actor: Actor, @Param('id', IdPipe) id: string, @Version() version: number | undefined, @Body() _: RevokeRole, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoleGrantView | undefined> {
    return shown(reply, await this.grants.revoke(actor, id, version));
  }
}
