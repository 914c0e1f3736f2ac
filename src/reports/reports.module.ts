import { Module } from '@nestjs/common';
import { ReportedFiguresController } from './reported-figures.controller.ts';
import { ReportedFiguresQueries } from './reported-figures.queries.ts';
import { ReportedFiguresService } from './reported-figures.service.ts';
import { ReportsController } from './reports.controller.ts';
import { SeizureReportsService } from './seizure-reports.service.ts';

@Module({
  controllers: [ReportsController, ReportedFiguresController],
  providers: [SeizureReportsService, ReportedFiguresService, ReportedFiguresQueries],
})
export class ReportsModule {}
