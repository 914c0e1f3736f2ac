import { Readable } from 'node:stream';
import { Controller, Get, Headers, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../access/allow.ts';
import type { Actor } from '../platform/actor.ts';
import { csvOf } from '../platform/exports.ts';
import { operationAskOf, operationReportParameters } from './operation-report.ask.ts';
import { OperationReportView } from './operation-report.view.ts';
import { OperationReportsService } from './operation-reports.service.ts';
import { Parameters, wantsCsv, type Query as Asked } from './report-parameters.ts';
import { askOf, seizureReportParameters } from './seizure-report.ask.ts';
import { SeizureReportView } from './seizure-report.view.ts';
import { SeizureReportsService } from './seizure-reports.service.ts';

@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(private readonly seizures: SeizureReportsService, private readonly operations: OperationReportsService) {}

  @Get('seizures') @Allow('reports.read') @ApiOperation({ summary: 'What was seized in a period; with text/csv in Accept, its rows alone' })
  @Parameters(seizureReportParameters) @ApiOkResponse({ type: SeizureReportView })
  async ofSeizures(@By() actor: Actor, @Query() query: Asked, @Headers('accept') accept: string | undefined): Promise<SeizureReportView | StreamableFile> {
    const isCsv = wantsCsv(accept);
    const report = await this.seizures.report(actor, askOf(query));
    if (!isCsv) return report;
    const keys = report.by.flatMap((each) => (each === 'month' ? [each] : [each, `names.${each}.${actor.language}`]));
    return table(report.rows, [...keys, 'seizures', 'lines', 'massGrams', 'linesWithoutMass', 'linesWithoutPurity', 'quantities', 'value.amount', 'value.currency', 'value.linesNotValued']);
  }

  @Get('operations') @Allow('reports.read') @ApiOperation({ summary: 'Operations of a period and what came of them; with text/csv in Accept, its rows alone' })
  @Parameters(operationReportParameters) @ApiOkResponse({ type: OperationReportView })
  async ofOperations(@By() actor: Actor, @Query() query: Asked, @Headers('accept') accept: string | undefined): Promise<OperationReportView | StreamableFile> {
    const isCsv = wantsCsv(accept);
    const report = await this.operations.report(actor, operationAskOf(query));
    return isCsv ? table(report.rows, [...report.by, ...Object.keys(report.total)]) : report;
  }
}

const table = (rows: object[], columns: string[]) =>
  new StreamableFile(Readable.from(csvOf((async function* () { yield* rows; })(), columns)), { type: 'text/csv; charset=utf-8' });
