import { RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { allowed, versioned } from '../../src/access/allow.ts';
import type { Permission } from '../../src/access/permissions.ts';
import { describe as describeApi } from '../../src/platform/openapi.ts';

/** A route as its controller says it: the OpenAPI document and the guard read the same. */
export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below the base, as OpenAPI writes it: `/seizures/{id}/lines`. */
  path: string;
  permission: Permission | 'public' | undefined;
  needsVersion: boolean;
  /** The class of its body, where it has one. */
  command: (new () => object) | undefined;
  handler: string;
}

// What @Body() leaves behind: its key is the kind of parameter (3: body) and its position.
const bodyKey = /^3:(\d+)$/;

export function routesOf(app: NestFastifyApplication): Route[] {
  const controllers = app.get(DiscoveryService, { strict: false }).getControllers();
  const scanner = new MetadataScanner();
  return controllers.flatMap(({ instance, metatype, name }) => {
    const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
    const base = String(Reflect.getMetadata('path', metatype as object) ?? '');
    return scanner.getAllMethodNames(prototype).filter((method) => Reflect.hasMetadata('path', prototype[method]!)).map((method) => {
      const handler = prototype[method]!;
      const path = [base, String(Reflect.getMetadata('path', handler))].map((part) => part.replace(/^\/|\/$/g, '')).filter(Boolean).join('/');
      const types = (Reflect.getMetadata('design:paramtypes', prototype, method) ?? []) as (new () => object)[];
      const body = Object.keys((Reflect.getMetadata('__routeArguments__', metatype as object, method) ?? {}) as object).map((key) => bodyKey.exec(key)?.[1]).find((index) => index !== undefined);
      return {
        method: RequestMethod[Reflect.getMetadata('method', handler) as number] as Route['method'],
        path: `/${path.replace(/:(\w+)/g, '{$1}')}`,
        permission: Reflect.getMetadata(allowed, handler) as Route['permission'],
        needsVersion: Reflect.getMetadata(versioned, handler) === true,
        command: body === undefined ? undefined : types[Number(body)],
        handler: `${name}.${method}`,
      };
    });
  });
}

export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string;
  format?: string;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  nullable?: boolean;
  example?: unknown;
  description?: string;
}

export interface Operation {
  method: Route['method'];
  path: string;
  summary?: string;
  tags?: string[];
  parameters: { name: string; in: string; schema?: Schema; required?: boolean }[];
  body: Schema | undefined;
  responses: Record<string, { description?: string; content?: Record<string, { schema?: Schema }> }>;
}

/** The OpenAPI document with its operations below the base in one list. */
export class Api {
  readonly document;
  readonly operations: Operation[];

  constructor(app: NestFastifyApplication) {
    this.document = describeApi(app);
    this.operations = Object.entries(this.document.paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } } & Omit<Operation, 'body'>>).map(([method, operation]) => ({
        ...operation, method: method.toUpperCase() as Route['method'], path: path.replace(/^\/api\/v1/, ''),
        parameters: operation.parameters ?? [], body: operation.requestBody?.content['application/json']?.schema,
      })));
  }

  resolve(schema: Schema | undefined): Schema {
    if (schema?.$ref) return this.resolve(this.document.components!.schemas![schema.$ref.split('/').at(-1)!] as Schema);
    if (schema?.allOf) return Object.assign({}, ...schema.allOf.map((part) => this.resolve(part)), { ...schema, allOf: undefined, ...(schema.example === undefined ? {} : { example: schema.example }) }) as Schema;
    return schema ?? {};
  }

  /** The body that the document's own examples make; undefined where a field has none. */
  exampleOf(given: Schema | undefined): unknown {
    const schema = this.resolve(given);
    if (schema.example !== undefined) return schema.example;
    if (schema.properties) {
      const entries = Object.entries(schema.properties).map(([name, property]) => [name, this.exampleOf(property)] as const);
      return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
    }
    if (schema.type === 'array') {
      const item = this.exampleOf(schema.items);
      return item === undefined ? undefined : [item];
    }
    return schema.enum?.[0];
  }
}
