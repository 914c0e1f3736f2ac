import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { newId } from '../platform/ids.ts';
import { log } from '../platform/log.ts';
import { Settings } from '../platform/settings.ts';
import { UnitOfWork, type Tx } from '../platform/unit-of-work.ts';
import { gate, hashOf, SessionDirectory, type Standing } from './session-directory.ts';
import type { OpenSession, RefreshSession, SessionView } from './sessions.dto.ts';
import { lockedAccount, refreshRefused, wrongCredentials } from './sessions.errors.ts';

const allowedFailures = 5;
const failureWindow = '15 minutes';

interface Credentials {
  account: string;
  status: string;
  password: string;
  locked: boolean;
}

/** Opens, renews and ends sessions. A password is checked with argon2id; five failures in 15 minutes lock the account. */
@Injectable()
export class SessionsService {
  /** Checked where there is no such account, so that its absence takes as long as a wrong password. */
  private readonly decoy = hash(randomBytes(16).toString('hex'));

  constructor(private readonly settings: Settings, private readonly work: UnitOfWork, private readonly directory: SessionDirectory) {}

  async open({ username, password }: OpenSession): Promise<SessionView> {
    const outcome = await this.work.run(gate, 'sessions.open', async (tx) => {
      const [found] = await tx.rows<Credentials>(
        `select a.id as account, a.status, c.password_hash as password, c.locked_at is not null as locked
         from accounts a join credentials c on c.account_id = a.id where a.username = $1 for no key update of c`, [username]);
      const matches = await verify(found?.password ?? (await this.decoy), password);
      if (!found || found.status !== 'active') return wrongCredentials();
      if (found.locked) return lockedAccount();
      if (!matches) return (await this.countFailure(tx, found.account)) ? lockedAccount() : wrongCredentials();
      await tx.rows('update credentials set failures = 0, failing_since = null where account_id = $1 and failures > 0', [found.account]);
      return this.start(tx, found.account);
    });
    // The failure is counted in a transaction that commits; only then is it refused.
    if (outcome instanceof Error) throw outcome;
    return outcome;
  }

  async refresh({ refreshToken }: RefreshSession): Promise<SessionView> {
    const outcome = await this.work.run(gate, 'sessions.refresh', async (tx) => {
      const hashed = hashOf(refreshToken);
      const [session] = await tx.rows<{ id: string; current: boolean; alive: boolean }>(
        `select s.id, s.refresh_hash = $1 as current, s.revoked_at is null and s.expires_at > clock_timestamp() and a.status = 'active'
           and s.last_used_at > clock_timestamp() - make_interval(mins => $2) as alive
         from sessions s join accounts a on a.id = s.account_id
         where s.refresh_hash = $1 or s.previous_refresh_hash = $1 for update of s`, [hashed, this.settings.SESSION_IDLE_MINUTES]);
      if (!session?.alive) return refreshRefused();
      if (!session.current) {
        await tx.rows(`update sessions set revoked_at = clock_timestamp(), revoked_because = 'a used refresh token came back' where id = $1`, [session.id]);
        log.warn({ session: session.id }, 'a used refresh token came back: session ended');
        return refreshRefused();
      }
      const tokens = makeTokens();
      const [row] = await tx.rows<{ until: Date }>(
        `update sessions set access_hash = $2, refresh_hash = $3, previous_refresh_hash = refresh_hash, last_used_at = clock_timestamp(),
           access_expires_at = least(clock_timestamp() + make_interval(secs => $4), expires_at) where id = $1 returning access_expires_at as until`,
        [session.id, hashOf(tokens.access), hashOf(tokens.refresh), this.settings.ACCESS_TOKEN_SECONDS]);
      return { accessToken: tokens.access, expiresAt: row!.until.toISOString(), refreshToken: tokens.refresh };
    });
    this.directory.forget();
    if (outcome instanceof Error) throw outcome;
    return outcome;
  }

  async end({ session }: Standing): Promise<void> {
    await this.work.run(gate, 'sessions.end', (tx) =>
      tx.rows(`update sessions set revoked_at = clock_timestamp(), revoked_because = 'ended by its person' where id = $1 and revoked_at is null`, [session]));
    this.directory.forget();
  }

  /** Proves anew that the person at the keyboard is the account's: what sensitive acts ask for. */
  async stepUp({ session, username }: Standing, password: string): Promise<void> {
    const outcome = await this.work.run(gate, 'sessions.step-up', async (tx) => {
      const [found] = await tx.rows<Credentials>(
        `select a.id as account, c.password_hash as password, c.locked_at is not null as locked
         from accounts a join credentials c on c.account_id = a.id where a.username = $1 for no key update of c`, [username]);
      if (!found || found.locked) return lockedAccount();
      if (!(await verify(found.password, password))) return (await this.countFailure(tx, found.account)) ? lockedAccount() : stepUpRefused();
      await tx.rows('update sessions set stepped_up_at = clock_timestamp() where id = $1', [session]);
      return undefined;
    });
    this.directory.forget();
    if (outcome) throw outcome;
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
      log.warn({ account }, 'account locked after repeated failures');
    }
    return row!.locked;
  }

  private async start(tx: Tx, account: string): Promise<SessionView> {
    const tokens = makeTokens();
    const [row] = await tx.rows<{ until: Date }>(
      `insert into sessions (id, account_id, access_hash, access_expires_at, refresh_hash, expires_at)
       values ($1, $2, $3, clock_timestamp() + make_interval(secs => $4), $5, clock_timestamp() + make_interval(hours => $6)) returning access_expires_at as until`,
      [newId(), account, hashOf(tokens.access), this.settings.ACCESS_TOKEN_SECONDS, hashOf(tokens.refresh), this.settings.SESSION_HOURS]);
    return { accessToken: tokens.access, expiresAt: row!.until.toISOString(), refreshToken: tokens.refresh };
  }
}

const stepUpRefused = () => wrongCredentials('The password is wrong', undefined);
const makeTokens = () => ({ access: randomBytes(32).toString('base64url'), refresh: randomBytes(32).toString('base64url') });
