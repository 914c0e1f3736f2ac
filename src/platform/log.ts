import { pino } from 'pino';
import type { LoggerService } from '@nestjs/common';

/** Structured logs on standard output: who, what and how it ended; never a body, a token, a name or case content. */
export const log = pino({
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: errorForLog },
});

/** An error without the values it was about: PostgreSQL's `detail` and a query's parameters may hold case content. */
function errorForLog(error: Error & { code?: string; constraint?: string; driverError?: { code?: string; constraint?: string } }) {
  const { code, constraint } = error.driverError ?? error;
  return { type: error.constructor?.name, code, constraint, message: code ? undefined : error.message, stack: code ? undefined : error.stack };
}

/** Nest's own voice, in the same stream. */
export class NestLog implements LoggerService {
  log(message: unknown): void {
    log.debug(String(message));
  }
  warn(message: unknown): void {
    log.warn(String(message));
  }
  error(message: unknown, stack?: unknown): void {
    log.error({ stack }, String(message));
  }
}
