import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';
import { serviceOptions } from './database.ts';
import { HealthController } from './health.controller.ts';
import { Lists } from './lists.ts';
import { Creates } from './records.ts';
import { Reads } from './reads.ts';
import { Settings } from './settings.ts';
import { UnitOfWork } from './unit-of-work.ts';

@Global()
@Module({ imports: [DiscoveryModule], controllers: [HealthController], providers: [UnitOfWork, Reads, Creates, Lists], exports: [UnitOfWork, Reads, Creates, Lists] })
export class PlatformModule {
  static with(settings: Settings, entities: NonNullable<DataSourceOptions['entities']>): DynamicModule {
    return {
      module: PlatformModule,
      imports: [TypeOrmModule.forRoot({ ...serviceOptions(settings, entities), retryAttempts: 1 })],
      providers: [{ provide: Settings, useValue: settings }],
      exports: [Settings],
    };
  }
}
