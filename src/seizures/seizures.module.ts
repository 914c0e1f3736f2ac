import { Module } from '@nestjs/common';
import { AmendmentsService } from './amendments.service.ts';
import { SecondPersonReasons } from './second-person.ts';
import { SeizureSubjectsController } from './seizure-subjects.controller.ts';
import { SeizureSubjectsQueries } from './seizure-subjects.queries.ts';
import { SeizureSubjectsService } from './seizure-subjects.service.ts';
import { SeizuresController } from './seizures.controller.ts';
import { SeizuresQueries } from './seizures.queries.ts';
import { SeizuresService } from './seizures.service.ts';

@Module({
  controllers: [SeizuresController, SeizureSubjectsController],
  providers: [SeizuresService, AmendmentsService, SeizureSubjectsService, SeizuresQueries, SeizureSubjectsQueries, SecondPersonReasons],
  exports: [SeizuresQueries, SecondPersonReasons],
})
export class SeizuresModule {}
