import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { log } from '../platform/log.ts';
import { Settings } from '../platform/settings.ts';
import { UnitOfWork, type Tx } from '../platform/unit-of-work.ts';
import { PasswordsService } from './passwords.service.ts';
import { gate, hashOf, SessionDirectory, type Standing } from './session-directory.ts';
import type { OpenSession, RefreshSession, SessionView } from './sessions.dto.ts';
import { refreshRefused, stepUpRequired, wrongCredentials } from './sessions.errors.ts';

/** Opens, renews and ends sessions. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly settings: Settings, private readonly work: UnitOfWork, private readonly directory: SessionDirectory, private readonly passwords: PasswordsService,
  ) {}

  async open({ username, password }: OpenSession): Promise<SessionView> {
    const outcome = await this.work.run(gate, 'sessions.open', async (tx) => {
      const proven = await this.passwords.prove(tx, username, password);
      return proven instanceof DomainError ? proven : this.start(tx, proven.account);
    });
    if (outcome instanceof DomainError) throw outcome;
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
    if (outcome instanceof DomainError) throw outcome;
    return outcome;
  }

  async end({ session }: Standing): Promise<void> {
    await this.work.run(gate, 'sessions.end', (tx) =>
      tx.rows(`update sessions set revoked_at = clock_timestamp(), revoked_because = 'ended by its person' where id = $1 and revoked_at is null`, [session]));
    this.directory.forget();
  }

  /** Proves anew that the person at the keyboard is the account's. A wrong password leaves the session as it was: open, and not stepped up. */
  async stepUp({ session, username }: Standing, password: string): Promise<void> {
    const refused = await this.work.run(gate, 'sessions.step-up', async (tx) => {
      const proven = await this.passwords.prove(tx, username, password);
      if (proven instanceof DomainError) return proven.spec === wrongCredentials.spec ? stepUpRequired() : proven;
      await tx.rows('update sessions set stepped_up_at = clock_timestamp() where id = $1', [session]);
      return undefined;
    });
    this.directory.forget();
    if (refused) throw refused;
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

const makeTokens = () => ({ access: randomBytes(32).toString('base64url'), refresh: randomBytes(32).toString('base64url') });
