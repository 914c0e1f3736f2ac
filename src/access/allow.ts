import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../platform/actor.ts';
import type { Permission } from './permissions.ts';

export const allowed = Symbol('allowed');
export const versioned = Symbol('versioned');
export const withOneTimePassword = Symbol('withOneTimePassword');

const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } });

/**
 * What a route asks of its caller. Every route bears exactly one, or the application does not start; `public` opens it to
 * everybody and is for sessions and health alone.
 */
export function Allow(permission: Permission | 'public'): MethodDecorator {
  const rule = SetMetadata(allowed, permission);
  if (permission === 'public') return rule;
  return applyDecorators(rule, ApiBearerAuth(),
    ApiHeader({ name: 'Tamga-Role', required: false, description: 'The role to act in, where the caller holds several' }),
    ApiResponse({ status: 401, ...problem('No valid session') }),
    ApiResponse({ status: 403, ...problem(`Needs the permission ${permission}`) }));
}

/** The route changes a record that the caller has read: without `If-Match` it answers 428, with a stale one 412. */
export function NeedsVersion(): MethodDecorator {
  return applyDecorators(SetMetadata(versioned, true),
    ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the record as it was read', schema: { type: 'string', example: '"1"' } }),
    ApiResponse({ status: 412, ...problem('The record has changed since') }),
    ApiResponse({ status: 428, ...problem('If-Match is missing') }));
}

/** The route is open before a one-time password is changed: to change it, or to leave. Every other answers 403. */
export const WithOneTimePassword = (): MethodDecorator => SetMetadata(withOneTimePassword, true);

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>();

/** The acting person of the request. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Actor => requestOf(context).actor!);

/**
 * The version that `If-Match` names; undefined where the header is missing (only routes without {@link NeedsVersion}) or
 * `*`. What no record of ours can have reads as -1, and so is stale.
 */
export const Version = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined => {
  const header = requestOf(context).headers['if-match'];
  if (header === undefined || header === '*') return undefined;
  const match = /^"(\d{1,9})"$/.exec(header);
  return match ? Number(match[1]) : -1;
});
