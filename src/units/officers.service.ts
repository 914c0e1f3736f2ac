import { Injectable } from '@nestjs/common';
import { AccountsService, personOf } from '../access/accounts.service.ts';
import { Person } from '../access/account.entity.ts';
import { SessionDirectory } from '../access/session-directory.ts';
import type { Actor } from '../platform/actor.ts';
import type { Made } from '../platform/answers.ts';
import { Faults, notFound } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { Creates, fingerprint, take } from '../platform/records.ts';
import { Settings } from '../platform/settings.ts';
import { localDay } from '../platform/times.ts';
import { UnitOfWork, type Tx } from '../platform/unit-of-work.ts';
import { Codes } from '../reference/codes.ts';
import { columnOf } from './key.pipe.ts';
import type { ChangeOfficer, Depart, EnrolOfficer, PostOfficer, RecordQualification } from './officer.dto.ts';
import { Officer, OfficerPost, Qualification } from './officer.entity.ts';
import type { OfficerDetailView, QualificationView } from './officer.view.ts';
import { OfficersQueries } from './officers.queries.ts';
import { departureAhead, officerDeparted, rankNeeded } from './units.errors.ts';
import { unitOf } from './units.service.ts';

/** Keeps who serves, where and in which rank. A post ends where the next begins; what was done in it stays done in it. */
@Injectable()
export class OfficersService {
  constructor(
    private readonly work: UnitOfWork, private readonly creates: Creates, private readonly queries: OfficersQueries, private readonly codes: Codes,
    private readonly accounts: AccountsService, private readonly sessions: SessionDirectory, private readonly settings: Settings,
  ) {}

  enrol(actor: Actor, command: EnrolOfficer): Promise<Made<OfficerDetailView>> {
    return this.creates.once(actor, 'officers', command, async () => {
      const id = command.id ?? newId();
      await this.change(actor, 'officers.enrol', async (tx) => {
        const faults = new Faults();
        const unitId = await unitOf(tx, faults, '/unit', command.unit);
        faults.throwIfAny();
        const personId = await personOf(tx, command);
        await tx.manager.insert(Officer, {
          id, personId, code: command.code, badgeNumber: command.badgeNumber, servesFrom: command.from, fingerprint: fingerprint(command),
        });
        await tx.manager.insert(OfficerPost, {
          id: newId(), officerId: id, unitId: unitId!, rank: command.rank, position: command.position ?? null, validFrom: command.from, orderNumber: command.orderNumber ?? null,
        });
      });
      return this.queries.one(actor, id);
    }, (id) => this.queries.one(actor, id));
  }

  alter(actor: Actor, key: string, version: number | undefined, { badgeNumber, name }: ChangeOfficer): Promise<OfficerDetailView> {
    return this.changeOfficer(actor, 'officers.change', key, version, async (tx, officer) => {
      if (name) await tx.manager.update(Person, { id: officer.personId }, { familyName: name.familyName, givenName: name.givenName, patronymic: name.patronymic ?? null });
      if (badgeNumber) await tx.manager.update(Officer, { id: officer.id }, { badgeNumber });
      else if (name) await count(tx, officer.id);
    });
  }

  post(actor: Actor, key: string, version: number | undefined, command: PostOfficer): Promise<OfficerDetailView> {
    return this.changeOfficer(actor, 'officers.post', key, version, async (tx, officer) => {
      const faults = new Faults();
      const unitId = await unitOf(tx, faults, '/unit', command.unit);
      faults.throwIfAny();
      const [ended] = await tx.rows<{ rank: string }>(
        'update officer_posts set valid_to = $2 where officer_id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2) returning rank', [officer.id, command.from]);
      const rank = command.rank ?? ended?.rank;
      if (!rank) throw rankNeeded();
      await tx.manager.insert(OfficerPost, {
        id: newId(), officerId: officer.id, unitId: unitId!, rank, position: command.position ?? null, validFrom: command.from, orderNumber: command.orderNumber ?? null,
      });
      await count(tx, officer.id);
    });
  }

  /** Ends the post, the commands and every account of the officer's person, in one transaction. */
  depart(actor: Actor, key: string, version: number | undefined, { on }: Depart): Promise<OfficerDetailView> {
    return this.changeOfficer(actor, 'officers.depart', key, version, async (tx, officer) => {
      if (officer.servesUntil) throw officerDeparted('The officer has departed already', '/on');
      if (on > localDay(new Date(), this.settings.TIME_ZONE)) throw departureAhead();
      await tx.rows('update officer_posts set valid_to = $2 where officer_id = $1 and valid_from < $2 and (valid_to is null or valid_to > $2)', [officer.id, on]);
      await tx.rows('update unit_commands set valid_to = $2 where person_id = $1 and valid_from < $2 and (valid_to is null or valid_to > $2)', [officer.personId, on]);
      await tx.manager.update(Officer, { id: officer.id }, { servesUntil: on });
      await this.accounts.disableAllOf(tx, officer.personId);
    });
  }

  async recordQualification(actor: Actor, key: string, command: RecordQualification): Promise<Made<QualificationView>> {
    const codes = await this.codes.ready();
    return this.creates.once(actor, 'qualifications', command, async () => {
      const id = command.id ?? newId();
      await this.work.run(actor, 'qualifications.record', async (tx) => {
        const officer = await officerOf(tx, key);
        const faults = new Faults();
        faults.known('/programme', command.programme, codes.programme);
        faults.throwIfAny();
        await tx.manager.insert(Qualification, {
          id, officerId: officer.id, kind: command.kind, title: command.title, issuer: command.issuer ?? null, certificateNumber: command.certificateNumber ?? null,
          issuedOn: command.issuedOn, expiresOn: command.expiresOn ?? null, programme: command.programme ?? null, fingerprint: fingerprint(command),
        });
        await count(tx, officer.id);
      });
      return this.queries.qualification(actor, id);
    }, (id) => this.queries.qualification(actor, id));
  }

  private async changeOfficer(
    actor: Actor, action: string, key: string, version: number | undefined, work: (tx: Tx, officer: Officer) => Promise<void>,
  ): Promise<OfficerDetailView> {
    await this.change(actor, action, async (tx) => {
      const { id } = await officerOf(tx, key);
      await work(tx, await take(tx, Officer, id, version));
    });
    return this.queries.one(actor, key);
  }

  /** One transaction, after which no session here is believed to stand where its officer stood before. */
  private change(actor: Actor, action: string, work: (tx: Tx) => Promise<void>): Promise<void> {
    return this.work.run(actor, action, (tx) => {
      tx.whenCommitted(() => this.sessions.forget());
      return work(tx);
    });
  }
}

async function officerOf(tx: Tx, key: string): Promise<Officer> {
  const officer = await tx.manager.findOneBy(Officer, { [columnOf(key)]: key });
  if (!officer) throw notFound();
  return officer;
}

/** What belongs to an officer is shown with them: a change of that counts the officer's version too. */
const count = (tx: Tx, id: string) => tx.rows('update officers set version = version where id = $1', [id]);
