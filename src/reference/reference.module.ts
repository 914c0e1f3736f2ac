import { Global, Module } from '@nestjs/common';
import { Codes } from './codes.ts';

@Global()
@Module({ providers: [Codes], exports: [Codes] })
export class ReferenceModule {}
