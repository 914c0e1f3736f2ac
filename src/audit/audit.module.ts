import { Module } from '@nestjs/common';
import { HistoryController } from './history.controller.ts';
import { HistoryQueries } from './history.queries.ts';

@Module({ controllers: [HistoryController], providers: [HistoryQueries] })
export class AuditModule {}
