import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import rateLimit from '@fastify/rate-limit';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from './actor.ts';
import { RawBody } from './body.pipe.ts';
import { log } from './log.ts';
import { refusals, requestSeconds } from './metrics.ts';
import { answerProblem } from './problem.filter.ts';
import type { Settings } from './settings.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor;
  }
}

const requestIdForm = /^[\w-]{8,64}$/;

/** Fastify with its bounds set: Node's own are far too wide (4-trust §4). */
export function httpAdapter(settings: Settings): FastifyAdapter {
  const bounds = {
    bodyLimit: settings.BODY_LIMIT,
    requestTimeout: 30_000,
    connectionTimeout: 0,
    keepAliveTimeout: 72_000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 5_000, maxHeaderSize: 16_384 },
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    genReqId: (request: IncomingMessage) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && requestIdForm.test(given) ? given : randomUUID();
    },
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => answerProblem(error, request, reply),
  };
  return new FastifyAdapter(bounds as ConstructorParameters<typeof FastifyAdapter>[0]) as FastifyAdapter;
}

/**
 * Requests a second, counted for each session's token, and for each address where there is none: 429 beyond. Opening and
 * renewing a session counts for the address whatever token comes with it, or a new token for each guess would escape the bound.
 */
export async function limitRates(app: NestFastifyApplication, settings: Settings): Promise<void> {
  await app.register(rateLimit, {
    max: settings.RATE_LIMIT,
    timeWindow: 1000,
    cache: 10_000,
    keyGenerator: (request: FastifyRequest) =>
      (/\/sessions(\/refresh)?$/.test(request.routeOptions.url ?? '') ? undefined : request.headers.authorization) ?? request.ip,
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false, 'retry-after': true },
  });
}

/** Bodies are kept as bytes until the guard has spoken; every answer bears its request's id and is counted. */
export function prepareHttp(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.server.maxConnections = 2_000;
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (request: FastifyRequest, body: Buffer, done: (error: null, parsed: RawBody) => void) =>
    done(null, new RawBody(body, request.headers['content-type'] ?? '', request)));
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('X-Request-Id', request.id).header('X-Content-Type-Options', 'nosniff').header('Cache-Control', 'no-store');
    done();
  });
  // A connection whose request ends during the stop would idle for its whole keep-alive, and the stop with it: it is told to close.
  let isStopping = false;
  fastify.addHook('preClose', (done) => {
    isStopping = true;
    done();
  });
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (isStopping) void reply.header('Connection', 'close');
    done(null, payload);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const status = String(reply.statusCode);
    requestSeconds.observe({ method: request.method, route, status: `${status[0]}xx` }, reply.elapsedTime / 1000);
    if (reply.statusCode >= 400) refusals.inc({ status });
    log.info({ request: request.id, method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 100) / 100, account: request.actor?.account }, 'request');
    done();
  });
}
