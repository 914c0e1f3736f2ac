import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { alreadyExists, DomainError, forbidden, meaningOf, unavailable, type ErrorKind, type ErrorSpec, type Fault } from './errors.ts';
import { log } from './log.ts';

const statusOf: Record<ErrorKind, number> = {
  malformed: 400, unsupported: 415, unversioned: 428, unauthenticated: 401, forbidden: 403, absent: 404, conflict: 409, stale: 412, invalid: 422, refused: 422, unavailable: 503,
};

interface Problem {
  status: number;
  code: string;
  title: string;
  detail: string;
  errors: Fault[];
}

/** The edge: every error leaves as RFC 9457 problem details; what it was inside stays in the log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error);
  if (problem.status >= 500) log.error({ request: request.id, code: problem.code, err: error }, 'request failed');
  if (reply.sent) return;
  if (problem.status === 503) void reply.header('Retry-After', '1');
  if (problem.status === 401) void reply.header('WWW-Authenticate', 'Bearer');
  void reply.status(problem.status).type('application/problem+json').send({
    type: `urn:tamga:problem:${problem.code}`, title: problem.title, status: problem.status, detail: problem.detail,
    instance: request.id, code: problem.code, ...(problem.errors.length > 0 ? { errors: problem.errors } : {}),
  });
}

export function problemOf(error: unknown): Problem {
  if (error instanceof DomainError) return from(error.spec, error.detail, error.faults);
  const sql = sqlState(error);
  if (sql) return fromDatabase(sql);
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number } | undefined)?.statusCode;
  if (typeof status === 'number' && status >= 400 && status < 500) {
    const code = httpCodes[status] ?? 'request.refused';
    const title = httpTitles[status] ?? 'The request was refused';
    return { status, code, title, detail: title, errors: [] };
  }
  if (isLostConnection(error)) return from(unavailable.spec, unavailable.spec.title, []);
  return { status: 500, code: 'internal', title: 'Something went wrong on our side', detail: 'The request was not carried out', errors: [] };
}

function from(spec: ErrorSpec, detail: string, errors: Fault[]): Problem {
  return { status: statusOf[spec.kind], code: spec.code, title: spec.title, detail, errors };
}

interface SqlError {
  code: string;
  constraint?: string;
  hint?: string;
}

function sqlState(error: unknown): SqlError | undefined {
  const inner = (error as { driverError?: unknown }).driverError ?? error;
  const code = (inner as { code?: unknown }).code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? (inner as SqlError) : undefined;
}

/** A named constraint says what it means; for the rest the class of the SQLSTATE does. No name of a table leaves. */
function fromDatabase({ code, constraint, hint }: SqlError): Problem {
  const meaning = meaningOf(constraint) ?? meaningOf(hint);
  if (meaning) return from(meaning, meaning.title, meaning.pointer === undefined ? [] : [{ pointer: meaning.pointer, code: meaning.code, detail: meaning.title }]);
  if (code === '42501') return from(forbidden.spec, forbidden.spec.title, []);
  if (code === '23505' || code === '23P01' || code === '23503') return from(alreadyExists.spec, 'Another record stands against this', []);
  if (code === '23514' || code === '23502') return { status: 422, code: 'record.invalid', title: 'A rule of the record is broken', detail: 'A rule of the record is broken', errors: [] };
  if (/^22/.test(code)) return { status: 400, code: 'value.malformed', title: 'A value cannot be kept', detail: 'A value cannot be kept', errors: [] };
  if (/^(08|53|57|55P03|25006|40)/.test(code)) return from(unavailable.spec, unavailable.spec.title, []);
  return { status: 500, code: 'internal', title: 'Something went wrong on our side', detail: 'The request was not carried out', errors: [] };
}

function isLostConnection(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  return ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(code ?? '')
    || /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|not queryable/.test(message ?? '');
}

const httpCodes: Record<number, string> = {
  400: 'request.malformed', 404: 'route.unknown', 405: 'method.not-allowed', 406: 'representation.unknown', 408: 'request.timeout',
  413: 'body.too-large', 414: 'address.too-long', 415: 'body.unsupported-type', 429: 'rate.exceeded', 431: 'headers.too-large',
};
const httpTitles: Record<number, string> = {
  400: 'The request is malformed', 404: 'There is no such route', 405: 'This method is not open here', 406: 'No representation you accept is made here',
  408: 'The request took too long to arrive', 413: 'The body is too large', 414: 'The address is too long', 415: 'The body must be application/json',
  429: 'Too many requests', 431: 'The headers are too large',
};
