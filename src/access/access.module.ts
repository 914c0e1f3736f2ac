import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.ts';
import { AccountsController } from './accounts.controller.ts';
import { AccountsQueries } from './accounts.queries.ts';
import { AccountsService } from './accounts.service.ts';
import { PasswordsService } from './passwords.service.ts';
import { RoleGrantsService } from './role-grants.service.ts';
import { SessionDirectory } from './session-directory.ts';
import { SessionsController } from './sessions.controller.ts';
import { SessionsService } from './sessions.service.ts';

@Global()
@Module({
  controllers: [SessionsController, AccountsController],
  providers: [SessionDirectory, PasswordsService, SessionsService, AccountsQueries, AccountsService, RoleGrantsService, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [SessionDirectory, AccountsService],
})
export class AccessModule {}
