import { DiscoveryService, MetadataScanner, NestFactory, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { allowed } from './access/allow.ts';
import { AppModule } from './app.module.ts';
import { BodyPipe } from './platform/body.pipe.ts';
import { poolOf, surviveLostConnections } from './platform/database.ts';
import { httpAdapter, limitRates, prepareHttp } from './platform/http.ts';
import { log, NestLog } from './platform/log.ts';
import { serveDocument } from './platform/openapi.ts';
import { ProblemFilter } from './platform/problem.filter.ts';
import { refuseUnsafeDatabase } from './platform/safety.ts';
import type { Settings } from './platform/settings.ts';

/** The application as it is served: `main.ts` and every test assemble it here and nowhere else. */
export async function setUp(settings: Settings): Promise<NestFastifyApplication> {
  log.level = settings.LOG_LEVEL;
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), httpAdapter(settings), {
    logger: new NestLog(), abortOnError: false, bodyParser: false,
  });
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
  app.useGlobalPipes(new BodyPipe());
  app.useGlobalFilters(new ProblemFilter());
  await limitRates(app, settings);
  prepareHttp(app);
  refuseSilentRoutes(app);
  surviveLostConnections(poolOf(app.get(DataSource)));
  await refuseUnsafeDatabase(app.get(DataSource));
  serveDocument(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** A route that bears no `@Allow` is open to nobody knows whom: the application does not start with one. */
function refuseSilentRoutes(app: NestFastifyApplication): void {
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  const controllers = app.get(DiscoveryService, { strict: false }).getControllers();
  const silent = controllers.flatMap(({ instance, name }) => {
    const prototype = Object.getPrototypeOf(instance) as Record<string, (...args: unknown[]) => unknown>;
    return scanner.getAllMethodNames(prototype)
      .filter((method) => Reflect.hasMetadata('path', prototype[method]!) && !reflector.get(allowed, prototype[method]!))
      .map((method) => `${name}.${method}`);
  });
  if (silent.length > 0) throw new Error(`routes without @Allow: ${silent.join(', ')}`);
}
