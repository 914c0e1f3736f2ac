import { Module } from '@nestjs/common';
import { CaseRecords } from './case-records.ts';
import { CasesController } from './cases.controller.ts';
import { CasesQueries } from './cases.queries.ts';
import { CasesService } from './cases.service.ts';
import { ClosingObjections } from './closing-objections.ts';
import { DecisionsController } from './decisions.controller.ts';
import { DecisionsService } from './decisions.service.ts';
import { DetentionsService } from './detentions.service.ts';
import { MembersController } from './members.controller.ts';
import { MembersService } from './members.service.ts';
import { OffencesService } from './offences.service.ts';
import { QualificationController } from './qualification.controller.ts';
import { RegistrationsService } from './registrations.service.ts';
import { SubjectsController } from './subjects.controller.ts';
import { SubjectsQueries } from './subjects.queries.ts';
import { SubjectsService } from './subjects.service.ts';

@Module({
  controllers: [CasesController, MembersController, QualificationController, DecisionsController, SubjectsController],
  providers: [
    CasesService, CasesQueries, CaseRecords, ClosingObjections, MembersService, RegistrationsService, OffencesService, DecisionsService,
    SubjectsService, SubjectsQueries, DetentionsService,
  ],
  exports: [CasesService, CasesQueries, ClosingObjections],
})
export class CasesModule {}
