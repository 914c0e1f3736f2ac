import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import type { Made } from '../platform/answers.ts';
import { notFound } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { checkMove, type Lifecycle } from '../platform/lifecycle.ts';
import { Creates, fingerprint, take } from '../platform/records.ts';
import type { Role } from '../platform/roles.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';
import type { ProposeRole } from './account.dto.ts';
import { Account, RoleGrant, roleGrantMoves, type RoleGrantStatus } from './account.entity.ts';
import type { RoleGrantView } from './account.view.ts';
import { AccountsQueries } from './accounts.queries.ts';
import { SessionDirectory } from './session-directory.ts';

const moves: Lifecycle<RoleGrantStatus> = roleGrantMoves;

/** Gives roles by two persons: one administrator proposes, another confirms; any takes them away. */
@Injectable()
export class RoleGrantsService {
  constructor(
    private readonly work: UnitOfWork, private readonly creates: Creates, private readonly queries: AccountsQueries, private readonly sessions: SessionDirectory,
  ) {}

  propose(actor: Actor, accountId: string, command: ProposeRole): Promise<Made<RoleGrantView>> {
    return this.creates.once(actor, 'role_grants', command, async () => {
      const id = command.id ?? newId();
      await this.work.run(actor, 'role-grants.propose', async (tx) => {
        const account = await tx.manager.findOneBy(Account, { id: accountId });
        if (!account) throw notFound();
        await tx.manager.insert(RoleGrant, {
          id, accountId, personId: account.personId, role: command.role as Role, proposedBy: actor.person, fingerprint: fingerprint(command),
        });
      });
      return this.queries.grant(actor, id);
    }, (id) => this.queries.grant(actor, id));
  }

  confirm(actor: Actor, id: string, version: number | undefined): Promise<RoleGrantView> {
    return this.move(actor, id, version, 'confirmed');
  }

  revoke(actor: Actor, id: string, version: number | undefined): Promise<RoleGrantView> {
    return this.move(actor, id, version, 'revoked');
  }

  private async move(actor: Actor, id: string, version: number | undefined, to: 'confirmed' | 'revoked'): Promise<RoleGrantView> {
    await this.work.run(actor, to === 'confirmed' ? 'role-grants.confirm' : 'role-grants.revoke', async (tx) => {
      const grant = await take(tx, RoleGrant, id, version);
      checkMove(moves, grant.status, to);
      const hand = to === 'confirmed' ? { confirmedBy: actor.person, confirmedAt: now } : { revokedBy: actor.person, revokedAt: now };
      await tx.manager.update(RoleGrant, { id }, { status: to, ...hand });
      tx.whenCommitted(() => this.sessions.forget());
    });
    return this.queries.grant(actor, id);
  }
}

const now = () => 'clock_timestamp()';
