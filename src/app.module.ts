import { Module, type DynamicModule } from '@nestjs/common';
import { accountEntities } from './access/account.entity.ts';
import { AccessModule } from './access/access.module.ts';
import { AuditModule } from './audit/audit.module.ts';
import { caseEntities } from './cases/case.entity.ts';
import { CasesModule } from './cases/cases.module.ts';
import { subjectEntities } from './cases/subject.entity.ts';
import { EvidenceModule } from './evidence/evidence.module.ts';
import { operationEntities } from './operations/operation.entity.ts';
import { OperationsModule } from './operations/operations.module.ts';
import { planningEntities } from './planning/planning.entity.ts';
import { PlanningModule } from './planning/planning.module.ts';
import { ReportedFigure } from './reports/reported-figure.entity.ts';
import { ReportsModule } from './reports/reports.module.ts';
import { Seizure, SeizureLine, SeizureSubject } from './seizures/seizure.entity.ts';
import { SeizuresModule } from './seizures/seizures.module.ts';
import { PlatformModule } from './platform/platform.module.ts';
import { ReferenceModule } from './reference/reference.module.ts';
import { officerEntities } from './units/officer.entity.ts';
import { Resource } from './units/resource.entity.ts';
import { unitEntities } from './units/unit.entity.ts';
import { UnitsModule } from './units/units.module.ts';
import type { Settings } from './platform/settings.ts';

/** Every entity of the product, in the order of the modules. */
const entities: (new () => object)[] = [
  ...accountEntities, ...unitEntities, ...officerEntities, Resource, ...caseEntities, ...subjectEntities, ...operationEntities, ...planningEntities, Seizure, SeizureLine, SeizureSubject, ReportedFigure,
];

/** The product's table of contents: each module may know those above it and none below. */
@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(settings, entities),
        AccessModule,
        AuditModule,
        ReferenceModule,
        UnitsModule,
        CasesModule,
        OperationsModule,
        PlanningModule,
        SeizuresModule,
        EvidenceModule,
        ReportsModule,
      ],
    };
  }
}
