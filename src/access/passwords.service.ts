import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import type { Actor } from '../platform/actor.ts';
import { DomainError } from '../platform/errors.ts';
import { log } from '../platform/log.ts';
import { UnitOfWork, type Tx } from '../platform/unit-of-work.ts';
import { samePassword, weakPassword } from './accounts.errors.ts';
import { weaknessOf } from './passwords.ts';
import { gate, SessionDirectory } from './session-directory.ts';
import type { ChangePassword } from './sessions.dto.ts';
import { expiredPassword, lockedAccount, wrongCredentials } from './sessions.errors.ts';

const allowedFailures = 5;
const failureWindow = '15 minutes';
const oneTimeWindow = '72 hours';

interface Credentials {
  account: string;
  status: string;
  password: string;
  locked: boolean;
  expired: boolean;
}

/** Checks and changes passwords with argon2id. Five failures in 15 minutes lock the account, wherever they were made. */
@Injectable()
export class PasswordsService {
  /** Checked where there is no such account, so that its absence takes as long as a wrong password. */
  private readonly decoy = hash(randomBytes(16).toString('hex'));

  constructor(private readonly work: UnitOfWork, private readonly directory: SessionDirectory) {}

  /**
   * The account whose password this is; else why not. The error is returned, not thrown: the failure it counted must be
   * committed before it is refused.
   */
  async prove(tx: Tx, username: string, password: string): Promise<{ account: string } | DomainError> {
    const [found] = await tx.rows<Credentials>(
      `select a.id as account, a.status, c.password_hash as password, c.locked_at is not null as locked,
         c.must_change and c.changed_at < clock_timestamp() - interval '${oneTimeWindow}' as expired
       from accounts a join credentials c on c.account_id = a.id where a.username = $1 for no key update of c`, [username]);
    const matches = await verify(found?.password ?? (await this.decoy), password);
    if (!found || found.status !== 'active') return wrongCredentials();
    if (found.locked) return lockedAccount();
    if (!matches) return (await this.countFailure(tx, found.account)) ? lockedAccount() : wrongCredentials();
    if (found.expired) return expiredPassword();
    await tx.rows('update credentials set failures = 0, failing_since = null where account_id = $1 and failures > 0', [found.account]);
    return { account: found.account };
  }

  /** A person's own change: history has it as the account's change by them, made at the gate; their other sessions end. */
  async change(actor: Actor, session: string, { current, next }: ChangePassword): Promise<void> {
    const weakness = weaknessOf(next, actor.username);
    if (weakness) throw weakPassword(weakness);
    if (next === current) throw samePassword();
    const secret = await hash(next);
    const refused = await this.work.run({ ...actor, role: gate.role, units: gate.units, clearance: gate.clearance }, 'passwords.change', async (tx) => {
      const proven = await this.prove(tx, actor.username, current);
      if (proven instanceof DomainError) return proven;
      await tx.rows('update credentials set password_hash = $2, must_change = false, changed_at = clock_timestamp() where account_id = $1', [proven.account, secret]);
      await tx.rows('update accounts set password_set_at = clock_timestamp() where id = $1', [proven.account]);
      await tx.rows(`update sessions set revoked_at = clock_timestamp(), revoked_because = 'password changed' where account_id = $1 and id <> $2 and revoked_at is null`,
        [proven.account, session]);
      tx.whenCommitted(() => this.directory.forget());
      return undefined;
    });
    if (refused) throw refused;
  }

  /** True where this failure locks the account. */
  private async countFailure(tx: Tx, account: string): Promise<boolean> {
    const [row] = await tx.rows<{ locked: boolean }>(
      `update credentials set
         failures = case when failing_since > clock_timestamp() - interval '${failureWindow}' then failures + 1 else 1 end,
         failing_since = case when failing_since > clock_timestamp() - interval '${failureWindow}' then failing_since else clock_timestamp() end,
         locked_at = case when failing_since > clock_timestamp() - interval '${failureWindow}' and failures + 1 >= $2 then clock_timestamp() end
       where account_id = $1 returning locked_at is not null as locked`, [account, allowedFailures]);
    if (row!.locked) {
      await tx.rows(`update sessions set revoked_at = clock_timestamp(), revoked_because = 'account locked' where account_id = $1 and revoked_at is null`, [account]);
      tx.whenCommitted(() => this.directory.forget());
      log.warn({ account }, 'account locked after repeated failures');
    }
    return row!.locked;
  }
}
