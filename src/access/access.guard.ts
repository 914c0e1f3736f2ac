import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../platform/actor.ts';
import { forbidden, roleNotHeld, unauthenticated, versionNeeded } from '../platform/errors.ts';
import { languageOf } from '../platform/languages.ts';
import { roles, type Role } from '../platform/roles.ts';
import { allowed, versioned, withOneTimePassword } from './allow.ts';
import { permissions, type Permission } from './permissions.ts';
import { SessionDirectory, type Standing } from './session-directory.ts';
import { passwordChangeRequired } from './sessions.errors.ts';

/** The one gate of every route: session, then role, then version; the body is read only after it. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector, private readonly sessions: SessionDirectory) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const permission = this.reflector.get<Permission | 'public'>(allowed, context.getHandler());
    if (permission === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
    const standing = token ? await this.sessions.find(token) : undefined;
    if (!standing) throw unauthenticated();
    request.session = standing;
    if (standing.mustChangePassword && !this.reflector.get<boolean>(withOneTimePassword, context.getHandler())) throw passwordChangeRequired();
    request.actor = actorOf(standing, roleFor(permission, standing, request), request);
    if (this.reflector.get<boolean>(versioned, context.getHandler()) && request.headers['if-match'] === undefined) throw versionNeeded();
    return true;
  }
}

function roleFor(permission: Permission, standing: Standing, request: FastifyRequest): Role {
  const holders: readonly Role[] = permissions[permission];
  const wanted = request.headers['tamga-role'];
  if (wanted !== undefined) {
    const role = standing.roles.find((each) => each === wanted);
    if (!role) throw roleNotHeld();
    if (!holders.includes(role)) throw forbidden();
    return role;
  }
  const role = roles.find((each) => standing.roles.includes(each) && holders.includes(each));
  if (!role) throw forbidden();
  return role;
}

export function actorOf(standing: Standing, role: Role, request: Pick<FastifyRequest, 'id' | 'headers'>): Actor {
  return {
    account: standing.account, username: standing.username, person: standing.person, officer: standing.officer, unit: standing.unit,
    role, units: role === 'commander' ? standing.commandReach : standing.reach, clearance: standing.clearance,
    request: String(request.id), language: languageOf(request.headers['accept-language'] ?? standing.language), reason: null,
  };
}
