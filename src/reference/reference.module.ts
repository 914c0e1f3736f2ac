import { Global, Module } from '@nestjs/common';
import { Codes } from './codes.ts';
import { MeasuresController } from './measures.controller.ts';
import { MeasuresService } from './measures.service.ts';
import { ProgrammesController } from './programmes.controller.ts';
import { ProgrammesService } from './programmes.service.ts';
import { ReferenceService } from './reference.service.ts';
import { SubstancesController } from './substances.controller.ts';
import { SubstancesService } from './substances.service.ts';
import { TerritoriesController } from './territories.controller.ts';
import { TerritoriesService } from './territories.service.ts';

@Global()
@Module({
  controllers: [SubstancesController, TerritoriesController, MeasuresController, ProgrammesController],
  providers: [Codes, ReferenceService, SubstancesService, TerritoriesService, MeasuresService, ProgrammesService],
  exports: [Codes],
})
export class ReferenceModule {}
