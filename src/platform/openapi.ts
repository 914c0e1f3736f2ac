import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const problem = {
  type: 'object', required: ['type', 'title', 'status', 'detail', 'instance', 'code'],
  properties: {
    type: { type: 'string', example: 'urn:tamga:problem:body.invalid' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' },
    instance: { type: 'string', description: 'The request’s id, also in X-Request-Id' }, code: { type: 'string', description: 'Stable; decide on this' },
    errors: { type: 'array', items: { type: 'object', properties: { pointer: { type: 'string', example: '/lines/0/quantity' }, code: { type: 'string' }, detail: { type: 'string' } } } },
  },
} as const;

/** The reference of the interface, made from the code. */
export function describe(app: NestFastifyApplication): OpenAPIObject {
  const document = SwaggerModule.createDocument(app, new DocumentBuilder()
    .setTitle('Tamga').setVersion('1').addBearerAuth()
    .setDescription('Case and operation backend of a counter-narcotics service. Errors are RFC 9457 problem details with a stable code; times are RFC 3339; quantities are decimal strings.')
    .build());
  document.components = { ...document.components, schemas: { ...document.components?.schemas, Problem: problem as never } };
  return document;
}

export function serveDocument(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => describe(app), { jsonDocumentUrl: 'api/openapi.json', customSiteTitle: 'Tamga API' });
}
