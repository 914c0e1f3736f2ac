import { Global, Module } from '@nestjs/common';
import { OfficersController } from './officers.controller.ts';
import { OfficersQueries } from './officers.queries.ts';
import { OfficersService } from './officers.service.ts';
import { ResourcesController } from './resources.controller.ts';
import { ResourcesQueries } from './resources.queries.ts';
import { ResourcesService } from './resources.service.ts';
import { UnitDirectory } from './unit-directory.ts';
import { UnitsController } from './units.controller.ts';
import { UnitsQueries } from './units.queries.ts';
import { UnitsService } from './units.service.ts';

@Global()
@Module({
  controllers: [UnitsController, OfficersController, ResourcesController],
  providers: [UnitDirectory, UnitsQueries, UnitsService, OfficersQueries, OfficersService, ResourcesQueries, ResourcesService],
  exports: [UnitDirectory],
})
export class UnitsModule {}
