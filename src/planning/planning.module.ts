import { Module } from '@nestjs/common';
import { ActivityPlansController } from './activity-plans.controller.ts';
import { ActivityPlansQueries } from './activity-plans.queries.ts';
import { ActivityPlansService } from './activity-plans.service.ts';
import { PlansController } from './plans.controller.ts';
import { PlansQueries } from './plans.queries.ts';
import { PlansService } from './plans.service.ts';

@Module({
  controllers: [ActivityPlansController, PlansController],
  providers: [ActivityPlansService, ActivityPlansQueries, PlansService, PlansQueries],
  exports: [ActivityPlansService, PlansService],
})
export class PlanningModule {}
