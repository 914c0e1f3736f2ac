import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import type { Made } from '../platform/answers.ts';
import { Faults, unknownCode } from '../platform/errors.ts';
import { fingerprint, take } from '../platform/records.ts';
import { Reads } from '../platform/reads.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';
import { CaseMember } from './case.entity.ts';
import type { MemberView } from './case.view.ts';
import { CaseRecords } from './case-records.ts';
import { memberList } from './case-records.queries.ts';
import { alreadyEnded, notAProsecutor, onePersonNeeded } from './cases.errors.ts';
import type { AddMember, EndMembership } from './member.dto.ts';

interface Found {
  person: string;
  officer: string | null;
  isProsecutor: boolean;
}

const whoever = `select p.id as person, o.id as officer,
  exists (select from role_grants g where g.person_id = p.id and g.role = 'prosecutor' and g.status = 'confirmed') as "isProsecutor"
from persons p left join officers o on o.person_id = p.id
where o.code = $1 or p.id = $2::uuid or p.id = (select a.person_id from accounts a where a.username = $3)`;

/** Who works on a case: a membership opens the case, and all that hangs on it, for its dates and no longer. */
@Injectable()
export class MembersService {
  constructor(private readonly work: UnitOfWork, private readonly records: CaseRecords, private readonly reads: Reads) {}

  async add(actor: Actor, caseId: string, version: number | undefined, command: AddMember): Promise<Made<MemberView>> {
    const { person, officer } = await this.find(actor, command);
    const { part, from, until } = command;
    return this.records.add(actor, 'case_members', caseId, command, version, async (tx, id) => {
      await tx.manager.insert(CaseMember, {
        id, caseId, personId: person, officerId: officer, part, validFrom: new Date(from ?? Date.now()), validUntil: until ? new Date(until) : null, fingerprint: fingerprint(command),
      });
    }, this.show(actor));
  }

  /** Ends a membership; one that has not begun is taken back. */
  async end(actor: Actor, id: string, version: number | undefined, { until }: EndMembership): Promise<MemberView> {
    await this.work.run(actor, 'cases.edit', async (tx) => {
      const { validFrom, validUntil } = await take(tx, CaseMember, id, version);
      if (validUntil && validUntil <= new Date()) throw alreadyEnded();
      await tx.manager.update(CaseMember, { id }, { validUntil: until ? new Date(until) : new Date(Math.max(Date.now(), validFrom.getTime())) });
    });
    return this.show(actor)(id);
  }

  private readonly show = (actor: Actor) => (id: string): Promise<MemberView> => this.records.one(actor, memberList, id);

  private async find(actor: Actor, { officer, personId, account, part }: AddMember): Promise<Found> {
    const faults = new Faults();
    const given = Object.entries({ officer, personId, account }).filter(([, value]) => value);
    if (given.length !== 1) faults.add(onePersonNeeded(), '/officer');
    faults.throwIfAny();
    const [found] = await this.reads.rows<Found>(actor, 'case-members.whoever', whoever, [officer ?? null, personId ?? null, account ?? null]);
    const [[field, value]] = given as [[string, string]];
    if (!found) faults.add(unknownCode(`${value} is not known`), `/${field}`);
    faults.throwIfAny();
    if (part === 'supervising_prosecutor' && !found!.isProsecutor) throw notAProsecutor();
    return found!;
  }
}
