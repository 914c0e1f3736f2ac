import { Module } from '@nestjs/common';
import { OperationLogService } from './operation-log.service.ts';
import { OperationMovesService } from './operation-moves.service.ts';
import { OperationRecordsController } from './operation-records.controller.ts';
import { OperationRecordsQueries } from './operation-records.queries.ts';
import { OperationResultsService } from './operation-results.service.ts';
import { OperationSubjectsController } from './operation-subjects.controller.ts';
import { OperationSubjectsService } from './operation-subjects.service.ts';
import { OperationsController } from './operations.controller.ts';
import { OperationsQueries } from './operations.queries.ts';
import { OperationsService } from './operations.service.ts';
import { ParticipantsService } from './participants.service.ts';
import { StartObjections } from './start-objections.ts';

@Module({
  controllers: [OperationsController, OperationRecordsController, OperationSubjectsController],
  providers: [
    OperationsService, OperationMovesService, ParticipantsService, OperationLogService, OperationResultsService, OperationSubjectsService, OperationsQueries, OperationRecordsQueries,
    StartObjections,
  ],
  exports: [OperationsService, OperationMovesService, OperationLogService, OperationResultsService, OperationsQueries, StartObjections],
})
export class OperationsModule {}
