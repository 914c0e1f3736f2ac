import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import type { Made } from '../platform/answers.ts';
import { fingerprint, take } from '../platform/records.ts';
import { Reads } from '../platform/reads.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';
import type { AddRegistration } from './case.dto.ts';
import { CaseRegistration } from './case.entity.ts';
import type { RegistrationView } from './case.view.ts';
import { CaseRecords } from './case-records.ts';
import { registrationList } from './case-records.queries.ts';
import { alreadyEnded } from './cases.errors.ts';
import type { Warning } from './warning.view.ts';

/** Registrations of a case that another case bears as well; of those the actor may see, the numbers; of the rest, that there is one. */
const repeats = `select r.id, r.kind, r.number,
  (select string_agg(c.number, ', ' order by c.number) from case_registrations o join cases c on c.id = o.case_id
    where o.number_key = r.number_key and o.kind = r.kind and o.case_id <> r.case_id and o.withdrawn_at is null) as cases
from case_registrations r where r.case_id = $1 and r.withdrawn_at is null and ($2::uuid is null or r.id = $2)
  and tamga.registered_elsewhere(r.kind, r.number_key, r.case_id) order by r.recorded_at`;

/** Numbers under which a case stands in the registers: several where cases were joined, shared where one was severed. */
@Injectable()
export class RegistrationsService {
  constructor(private readonly work: UnitOfWork, private readonly records: CaseRecords, private readonly reads: Reads) {}

  add(actor: Actor, caseId: string, version: number | undefined, command: AddRegistration): Promise<Made<RegistrationView>> {
    const { kind, number, registeredOn, issuingBody } = command;
    return this.records.add(actor, 'case_registrations', caseId, command, version, async (tx, id) => {
      await tx.manager.insert(CaseRegistration, { id, caseId, kind, number, registeredOn, issuingBody, fingerprint: fingerprint(command) });
    }, async (id) => ({ ...(await this.records.one(actor, registrationList, id)), warnings: await this.warnings(actor, caseId, id) }));
  }

  /** One recorded by mistake is withdrawn with its reason, and stays to be seen. */
  async withdraw(actor: Actor, id: string, version: number | undefined): Promise<RegistrationView> {
    await this.work.run(actor, 'cases.edit', async (tx) => {
      const registration = await take(tx, CaseRegistration, id, version);
      if (registration.withdrawnAt) throw alreadyEnded();
      await tx.manager.update(CaseRegistration, { id }, { withdrawnAt: new Date() });
    });
    return this.records.one(actor, registrationList, id);
  }

  async warnings(actor: Actor, caseId: string, registration: string | null = null): Promise<Warning[]> {
    const rows = await this.reads.rows<{ id: string; kind: string; number: string; cases: string | null }>(actor, 'case-registrations.repeats', repeats, [caseId, registration]);
    return rows.map(({ id, kind, number, cases }) => ({
      code: 'registrations.repeated', detail: `${kind} ${number} stands on another case as well${cases ? `: ${cases}` : ''}`, record: id,
    }));
  }
}
