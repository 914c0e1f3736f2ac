import { Module } from '@nestjs/common';
import { ExhibitsController } from './exhibits.controller.ts';
import { ExhibitsQueries } from './exhibits.queries.ts';
import { ExhibitsService } from './exhibits.service.ts';

@Module({ controllers: [ExhibitsController], providers: [ExhibitsService, ExhibitsQueries] })
export class EvidenceModule {}
