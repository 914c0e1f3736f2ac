import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { alreadyExists, declaredError, DomainError, forbidden, meaningOf, unavailable, unsupportedType, type ErrorKind, type ErrorSpec, type Fault } from './errors.ts';
import { languageOf, type Language } from './languages.ts';
import { log } from './log.ts';
import { titleOf } from './titles/titles.ts';

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
  const language = languageOf(request.headers['accept-language'] ?? request.session?.language);
  const problem = inLanguage(problemOf(error), language);
  if (problem.status >= 500) log.error({ request: request.id, code: problem.code, err: error }, 'request failed');
  if (reply.sent) return;
  if (problem.status === 503) void reply.header('Retry-After', '1');
  if (problem.status === 401) void reply.header('WWW-Authenticate', 'Bearer');
  void reply.status(problem.status).type('application/problem+json').header('Content-Language', language).send({
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
    return status === 415 ? from(unsupportedType.spec, unsupportedType.spec.title, []) : undeclared(status, undeclaredCodes[status] ?? 'request.refused');
  }
  if (isLostConnection(error)) return from(unavailable.spec, unavailable.spec.title, []);
  return undeclared(500, 'internal');
}

function from(spec: ErrorSpec, detail: string, errors: Fault[]): Problem {
  return { status: statusOf[spec.kind], code: spec.code, title: spec.title, detail, errors };
}

function undeclared(status: number, code: keyof typeof undeclaredTitles): Problem {
  const title = undeclaredTitles[code];
  return { status, code, title, detail: title, errors: [] };
}

/** A detail that says no more than its title is said in the caller's language with it; one with particulars stays as it is. */
function inLanguage({ status, code, title, detail, errors }: Problem, language: Language): Problem {
  const faults = errors.map((fault) => {
    const meaning = declaredError(fault.code)?.title;
    return meaning === fault.detail ? { ...fault, detail: titleOf(fault.code, meaning, language) } : fault;
  });
  const own = titleOf(code, title, language);
  return { status, code, title: own, detail: detail === title ? own : faults[errors.findIndex((fault) => fault.detail === detail)]?.detail ?? detail, errors: faults };
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
  if (code === '23514' || code === '23502') return undeclared(422, 'record.invalid');
  if (/^22/.test(code)) return undeclared(400, 'value.malformed');
  if (/^(08|53|57|55P03|25006|40)/.test(code)) return from(unavailable.spec, unavailable.spec.title, []);
  return undeclared(500, 'internal');
}

function isLostConnection(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  return ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(code ?? '')
    || /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|not queryable/.test(message ?? '');
}

const undeclaredCodes: Record<number, keyof typeof undeclaredTitles> = {
  400: 'request.malformed', 404: 'route.unknown', 405: 'method.not-allowed', 406: 'representation.unknown', 408: 'request.timeout',
  413: 'body.too-large', 414: 'address.too-long', 429: 'rate.exceeded', 431: 'headers.too-large',
};

/** What the framework or the database refuses by itself, with no declared error behind it. */
export const undeclaredTitles = {
  'internal': 'Something went wrong on our side; the request was not carried out',
  'record.invalid': 'A rule of the record is broken',
  'value.malformed': 'A value cannot be kept',
  'request.refused': 'The request was refused',
  'request.malformed': 'The request is malformed',
  'route.unknown': 'There is no such route',
  'method.not-allowed': 'This method is not open here',
  'representation.unknown': 'No representation you accept is made here',
  'request.timeout': 'The request took too long to arrive',
  'body.too-large': 'The body is too large',
  'address.too-long': 'The address is too long',
  'rate.exceeded': 'Too many requests',
  'headers.too-large': 'The headers are too large',
};
