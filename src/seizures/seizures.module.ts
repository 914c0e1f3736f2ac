import { Module } from '@nestjs/common';
import { AmendmentsService } from './amendments.service.ts';
import { SecondPersonReasons } from './second-person.ts';
import { SeizuresController } from './seizures.controller.ts';
import { SeizuresQueries } from './seizures.queries.ts';
import { SeizuresService } from './seizures.service.ts';

@Module({
  controllers: [SeizuresController],
  providers: [SeizuresService, AmendmentsService, SeizuresQueries, SecondPersonReasons],
  exports: [SeizuresQueries, SecondPersonReasons],
})
export class SeizuresModule {}
