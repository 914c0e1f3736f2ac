import { Injectable } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import type { QueryDeepPartialEntity } from 'typeorm';
import { classifications, type Actor, type Classification } from '../platform/actor.ts';
import type { Made } from '../platform/answers.ts';
import { reasonNeeded, unknownCode } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import type { Language } from '../platform/languages.ts';
import { Creates, fingerprint, take } from '../platform/records.ts';
import { UnitOfWork, type Tx } from '../platform/unit-of-work.ts';
import type { ChangeAccount, CreateAccount, PersonName } from './account.dto.ts';
import { Account, Person } from './account.entity.ts';
import type { AccountWithPasswordView } from './account.view.ts';
import { personOrName } from './accounts.errors.ts';
import { AccountsQueries } from './accounts.queries.ts';
import { oneTimePassword } from './passwords.ts';
import { SessionDirectory } from './session-directory.ts';

/** Keeps accounts. A password is only ever a one-time password here: whose account it is changes it before anything else. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly work: UnitOfWork, private readonly creates: Creates, private readonly queries: AccountsQueries, private readonly sessions: SessionDirectory,
  ) {}

  create(actor: Actor, command: CreateAccount): Promise<Made<AccountWithPasswordView>> {
    return this.creates.once<AccountWithPasswordView>(actor, 'accounts', command, async () => {
      const id = command.id ?? newId();
      const password = oneTimePassword();
      const secret = await hash(password);
      await this.work.run(actor, 'accounts.create', async (tx) => {
        const personId = await personOf(tx, command);
        await tx.manager.insert(Account, {
          id, personId, username: command.username, clearance: levelOf(command.clearance ?? 'restricted'), language: (command.language ?? 'en') as Language,
          fingerprint: fingerprint(command),
        });
        await tx.rows('insert into credentials (account_id, password_hash, must_change) values ($1, $2, true)', [id, secret]);
      });
      return { ...(await this.queries.account(actor, id)), oneTimePassword: password };
    }, (id) => this.queries.account(actor, id));
  }

  async change(actor: Actor, id: string, version: number | undefined, command: ChangeAccount): Promise<AccountWithPasswordView> {
    const { status, clearance, language, unlock, resetPassword, reason } = command;
    if (!reason && (status === 'disabled' || unlock || resetPassword)) throw reasonNeeded();
    const changes: QueryDeepPartialEntity<Account> = {
      ...(status ? { status } : {}), ...(clearance ? { clearance: levelOf(clearance) } : {}), ...(language ? { language: language as Language } : {}),
      ...(unlock ? { releasedAt: now } : {}), ...(resetPassword ? { passwordSetAt: now } : {}),
    };
    const password = resetPassword ? oneTimePassword() : undefined;
    const secret = password && (await hash(password));
    await this.work.run(actor, 'accounts.change', async (tx) => {
      await take(tx, Account, id, version);
      if (Object.keys(changes).length > 0) await tx.manager.update(Account, { id }, changes);
      if (secret) await tx.rows('update credentials set password_hash = $2, must_change = true, changed_at = clock_timestamp() where account_id = $1', [id, secret]);
      if (unlock) await tx.rows('update credentials set failures = 0, failing_since = null, locked_at = null where account_id = $1', [id]);
      if (secret || status === 'disabled') await endSessions(tx, id, secret ? 'password set anew' : 'account disabled');
      tx.whenCommitted(() => this.sessions.forget());
    });
    const view = await this.queries.account(actor, id);
    return password ? { ...view, oneTimePassword: password } : view;
  }

  /** Disables every account of a person, in the transaction that makes it so: whoever departs is out at once. */
  async disableAllOf(tx: Tx, person: string): Promise<void> {
    const accounts = await tx.rows<{ id: string }>(`update accounts set status = 'disabled' where person_id = $1 and status = 'active' returning id`, [person]);
    for (const { id } of accounts) await endSessions(tx, id, 'departure');
    tx.whenCommitted(() => this.sessions.forget());
  }
}

const now = () => 'clock_timestamp()';
const levelOf = (clearance: string) => classifications.indexOf(clearance as Classification);

async function endSessions(tx: Tx, account: string, because: string): Promise<void> {
  await tx.rows('update sessions set revoked_at = clock_timestamp(), revoked_because = $2 where account_id = $1 and revoked_at is null', [account, because]);
}

/** The id of the person that a body names by id or describes by name: exactly one of the two. */
export async function personOf(tx: Tx, { personId, name }: { personId?: string | null; name?: PersonName | null }): Promise<string> {
  if ((personId ?? null) === null === ((name ?? null) === null)) throw personOrName();
  if (personId) {
    if (!(await tx.manager.existsBy(Person, { id: personId }))) throw unknownCode('There is no such person', '/personId');
    return personId;
  }
  const id = newId();
  await tx.manager.insert(Person, { id, familyName: name!.familyName, givenName: name!.givenName, patronymic: name!.patronymic ?? null });
  return id;
}
