import { Module } from '@nestjs/common';
import { OperationReportsService } from './operation-reports.service.ts';
import { ReportFrame } from './report-frame.ts';
import { ReportedFiguresController } from './reported-figures.controller.ts';
import { ReportedFiguresQueries } from './reported-figures.queries.ts';
import { ReportedFiguresService } from './reported-figures.service.ts';
import { ReportsController } from './reports.controller.ts';
import { SeizureReportsService } from './seizure-reports.service.ts';
import { ThreadsController } from './threads.controller.ts';
import { ThreadsQueries } from './threads.queries.ts';

@Module({
  controllers: [ReportsController, ReportedFiguresController, ThreadsController],
  providers: [ReportFrame, SeizureReportsService, OperationReportsService, ReportedFiguresService, ReportedFiguresQueries, ThreadsQueries],
})
export class ReportsModule {}
