import { Global, Module } from '@nestjs/common';
import { UnitDirectory } from './unit-directory.ts';

@Global()
@Module({ providers: [UnitDirectory], exports: [UnitDirectory] })
export class UnitsModule {}
