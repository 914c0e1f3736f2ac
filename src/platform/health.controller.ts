import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Allow } from '../access/allow.ts';
import { poolOf } from './database.ts';
import { log } from './log.ts';
import { exposition, poolGauge } from './metrics.ts';
import { hasThisSchema, schemaVersion, tablesWithoutHistory } from './safety.ts';

@ApiExcludeController()
@Controller()
export class HealthController {
  /** Set when the process begins to stop, so that a balancer sends nobody here any more. */
  static stopping = false;

  constructor(private readonly source: DataSource) {
    poolGauge(() => poolOf(source));
  }

  @Get('health/live') @Allow('public') @Header('Cache-Control', 'no-store')
  live(): { status: string } {
    return { status: 'live' };
  }

  /** Ready: the database answers, has this build's schema, and every capture trigger is ENABLE ALWAYS. */
  @Get('health/ready') @Allow('public') @Header('Cache-Control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string; checks: Record<string, boolean> }> {
    const checks = { database: false, migrations: false, capture: false, accepting: !HealthController.stopping };
    try {
      checks.capture = (await tablesWithoutHistory(this.source)).length === 0;
      checks.database = true;
      checks.migrations = hasThisSchema(await schemaVersion(this.source));
    } catch (error) {
      log.warn({ err: error }, 'not ready');
    }
    const isReady = Object.values(checks).every(Boolean);
    void reply.status(isReady ? 200 : 503);
    return { status: isReady ? 'ready' : 'not ready', checks };
  }

  @Get('metrics') @Allow('public')
  async metrics(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('Content-Type', exposition.contentType).header('Cache-Control', 'no-store');
    return exposition.metrics();
  }
}
