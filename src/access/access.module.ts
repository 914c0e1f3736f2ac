import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.ts';
import { SessionDirectory } from './session-directory.ts';
import { SessionsController } from './sessions.controller.ts';
import { SessionsService } from './sessions.service.ts';

@Global()
@Module({
  controllers: [SessionsController],
  providers: [SessionDirectory, SessionsService, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [SessionDirectory],
})
export class AccessModule {}
