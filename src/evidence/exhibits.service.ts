import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import type { Made } from '../platform/answers.ts';
import { Faults } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { Creates, fingerprint } from '../platform/records.ts';
import { Settings } from '../platform/settings.ts';
import { localDay, notAhead } from '../platform/times.ts';
import { UnitOfWork, type Tx } from '../platform/unit-of-work.ts';
import { Codes } from '../reference/codes.ts';
import type { RegisterExhibit, Weighing } from './exhibit.dto.ts';
import type { ExhibitView } from './exhibit.view.ts';
import { issuerWithoutSeal, notAMass, notAnOfficer, ownWitness } from './exhibits.errors.ts';
import { ExhibitsQueries } from './exhibits.queries.ts';

interface People {
  collector: string | null;
  witness: string | null;
  weighingWitness: string | null;
  scale: { id: string; isCalibrated: boolean } | null;
}

/** Registers exhibits from the lines of seizures. What happens to them afterwards is their chain of custody. */
@Injectable()
export class ExhibitsService {
  constructor(
    private readonly work: UnitOfWork, private readonly creates: Creates, private readonly queries: ExhibitsQueries, private readonly codes: Codes, private readonly settings: Settings,
  ) {}

  async register(actor: Actor, command: RegisterExhibit): Promise<Made<ExhibitView>> {
    await this.queries.ready();
    return this.creates.once(actor, 'exhibits', command, async () => {
      const id = command.id ?? newId();
      await this.work.run(actor, 'exhibits.register', async (tx) => {
        const { people, grams } = await this.check(tx, command);
        const flags = [
          ...(command.sealNumber && command.sealIssuer ? ['foreign_seal'] : []), ...(command.sealNumber ? [] : ['unsealed']),
          ...(people.witness ? [] : ['collected_alone']), ...(command.weighing ? [] : ['not_weighed']),
        ];
        await tx.rows(
          `insert into exhibits (id, seizure_id, line_id, holder_unit_id, holder_officer_id, category, description, packages, hazards, storage_condition, seal_number, seal_issuer,
             flags, collected_at, collected_by_id, witness_id, alone_because, fingerprint)
           values ($1, $2, $3, coalesce((select p.unit_id from officer_posts p where p.officer_id = $4 and p.valid_from <= tamga.local_date($13::timestamptz)
               and (p.valid_to is null or p.valid_to > tamga.local_date($13::timestamptz)) limit 1), $5),
             $4, $6, $7, $8, $9, $10, $11, $12, $14, $13, $4, $15, $16, $17)`,
          [id, command.seizureId, command.lineId, people.collector, actor.unit, command.category, command.description, command.packages ?? null, command.hazards ?? [],
            command.storageCondition ?? null, command.sealNumber ?? null, command.sealIssuer ?? null, command.collectedAt, flags, people.witness, command.aloneBecause ?? null, fingerprint(command)]);
        if (command.weighing) await this.weigh(tx, id, command.weighing, people, grams!, command.collectedAt);
      });
      return this.queries.view(actor, id);
    }, (id) => this.queries.view(actor, id));
  }

  private async weigh(tx: Tx, exhibit: string, weighing: Weighing, people: People, grams: string, at: string): Promise<void> {
    const isIndicative = !people.scale?.isCalibrated || !people.weighingWitness;
    await tx.rows(
      `insert into exhibit_weighings (id, exhibit_id, quantity, quantity_unit, mass_grams, basis, scale_id, weighed_by_id, witness_id, weighed_at, is_indicative)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [newId(), exhibit, weighing.quantity, weighing.unit, grams, weighing.basis, people.scale?.id ?? null, people.collector, people.weighingWitness, at, isIndicative]);
  }

  /** Every code and person of the command, all faults at once. */
  private async check(tx: Tx, command: RegisterExhibit): Promise<{ people: People; grams: string | null }> {
    const faults = new Faults();
    notAhead(faults, '/collectedAt', command.collectedAt);
    if (command.sealIssuer && !command.sealNumber) faults.add(issuerWithoutSeal(), '/sealNumber');
    const officers = await tx.rows<{ id: string; code: string }>('select id, code from officers where code = any($1)',
      [[command.collectedBy, command.witness, command.weighing?.witness].filter(Boolean)]);
    const officer = (pointer: string, code: string | null | undefined) => faults.known(pointer, code, (wanted) => officers.find((each) => each.code === wanted)?.id);
    const collector = command.collectedBy ? officer('/collectedBy', command.collectedBy) : tx.actor.officer;
    if (!command.collectedBy && !collector) faults.add(notAnOfficer(), '/collectedBy');
    const witness = officer('/witness', command.witness);
    const weighingWitness = officer('/weighing/witness', command.weighing?.witness);
    if (collector && witness === collector) faults.add(ownWitness(), '/witness');
    if (collector && weighingWitness === collector) faults.add(ownWitness(), '/weighing/witness');
    const scale = command.weighing?.scale ? await this.scale(tx, faults, command.weighing.scale, command.collectedAt) : null;
    const unit = faults.known('/weighing/unit', command.weighing?.unit, this.codes.unit);
    if (unit && unit.kind !== 'mass') faults.add(notAMass(), '/weighing/unit');
    faults.throwIfAny();
    const day = localDay(new Date(command.collectedAt), this.settings.TIME_ZONE);
    const grams = command.weighing ? this.codes.grams(command.weighing.quantity, command.weighing.unit, null, null, day)!.grams : null;
    return { people: { collector, witness, weighingWitness, scale }, grams };
  }

  private async scale(tx: Tx, faults: Faults, code: string, at: string): Promise<People['scale']> {
    const [row] = await tx.rows<{ id: string; isCalibrated: boolean }>(
      `select id, coalesce(calibration_expires_at > $2::timestamptz, false) as "isCalibrated" from resources where code = $1 and kind in ('scale', 'weighbridge')`, [code, at]);
    return faults.known('/weighing/scale', code, () => row);
  }
}
