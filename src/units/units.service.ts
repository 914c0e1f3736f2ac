import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { SessionDirectory } from '../access/session-directory.ts';
import type { Actor } from '../platform/actor.ts';
import type { Made } from '../platform/answers.ts';
import { Faults, notFound } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { Creates, fingerprint, take } from '../platform/records.ts';
import { UnitOfWork, type Tx } from '../platform/unit-of-work.ts';
import { Codes } from '../reference/codes.ts';
import { columnOf } from './key.pipe.ts';
import type { AppointCommander, ChangeUnit, DissolveUnit, EndCommand, EstablishUnit, MoveUnit, RenameUnit } from './unit.dto.ts';
import { exclusiveKinds, Unit, UnitCommand, UnitName, UnitParent, UnitSuccession } from './unit.entity.ts';
import type { UnitDetailView } from './unit.view.ts';
import { UnitDirectory } from './unit-directory.ts';
import { commandEnded, endsBeforeStart, unitDissolved } from './units.errors.ts';
import { UnitsQueries } from './units.queries.ts';

/** Keeps the service's tree. Nothing of it is overwritten: names, parents and commands end on a day and others begin. */
@Injectable()
export class UnitsService {
  constructor(
    private readonly work: UnitOfWork, private readonly creates: Creates, private readonly queries: UnitsQueries, private readonly codes: Codes,
    private readonly directory: UnitDirectory, private readonly sessions: SessionDirectory,
  ) {}

  establish(actor: Actor, command: EstablishUnit): Promise<Made<UnitDetailView>> {
    return this.creates.once(actor, 'units', command, async () => {
      const id = command.id ?? newId();
      await this.change(actor, 'units.establish', async (tx) => {
        const faults = new Faults();
        const parent = await unitOf(tx, faults, '/parent', command.parent);
        await this.checkTerritory(faults, command.territory);
        faults.throwIfAny();
        await tx.manager.insert(Unit, {
          id, code: command.code, kind: command.kind, isExclusive: command.isExclusive ?? exclusiveKinds.includes(command.kind), strength: command.strength ?? null,
          territory: command.territory ?? null, phone: command.phone ?? null, establishedOn: command.from, fingerprint: fingerprint(command),
        });
        await this.name(tx, id, command.names, command.from);
        if (parent) await tx.manager.insert(UnitParent, { id: newId(), unitId: id, parentId: parent, validFrom: command.from });
      });
      return this.queries.one(actor, id);
    }, (id) => this.queries.one(actor, id));
  }

  async alter(actor: Actor, key: string, version: number | undefined, { strength, isExclusive, territory, phone }: ChangeUnit): Promise<UnitDetailView> {
    return this.changeUnit(actor, 'units.change', key, version, async (tx, unit) => {
      const faults = new Faults();
      await this.checkTerritory(faults, territory);
      faults.throwIfAny();
      const changes = { strength, territory, phone, isExclusive: isExclusive ?? undefined };
      if (Object.values(changes).some((value) => value !== undefined)) await tx.manager.update(Unit, { id: unit.id }, changes);
    });
  }

  async rename(actor: Actor, key: string, version: number | undefined, { names, from }: RenameUnit): Promise<UnitDetailView> {
    return this.changeUnit(actor, 'units.rename', key, version, async (tx, unit) => {
      await tx.rows('update unit_names set valid_to = $2 where unit_id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)', [unit.id, from]);
      await this.name(tx, unit.id, names, from);
      await count(tx, unit.id);
    });
  }

  async move(actor: Actor, key: string, version: number | undefined, { parent, from }: MoveUnit): Promise<UnitDetailView> {
    return this.changeUnit(actor, 'units.move', key, version, async (tx, unit) => {
      const faults = new Faults();
      const parentId = await unitOf(tx, faults, '/parent', parent);
      faults.throwIfAny();
      await tx.rows('update unit_parents set valid_to = $2 where unit_id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)', [unit.id, from]);
      if (parentId) await tx.manager.insert(UnitParent, { id: newId(), unitId: unit.id, parentId, validFrom: from });
      await count(tx, unit.id);
    });
  }

  async dissolve(actor: Actor, key: string, version: number | undefined, { on, successors, reason }: DissolveUnit): Promise<UnitDetailView> {
    return this.changeUnit(actor, 'units.dissolve', key, version, async (tx, unit) => {
      if (unit.dissolvedOn) throw unitDissolved('The unit is dissolved already', '/on');
      const faults = new Faults();
      const found = await tx.manager.findBy(Unit, { code: In(successors ?? []) });
      for (const [index, code] of (successors ?? []).entries()) {
        const successor = faults.known(`/successors/${index}`, code, () => found.find((each) => each.code === code));
        if (successor?.dissolvedOn && successor.dissolvedOn <= on) faults.add(unitDissolved(), `/successors/${index}`);
      }
      faults.throwIfAny();
      await tx.rows('update unit_commands set valid_to = $2 where unit_id = $1 and valid_from < $2 and (valid_to is null or valid_to > $2)', [unit.id, on]);
      await tx.manager.update(Unit, { id: unit.id }, { dissolvedOn: on });
      for (const { id } of found) await tx.manager.insert(UnitSuccession, { id: newId(), unitId: unit.id, successorId: id, on, reason });
    });
  }

  async appoint(actor: Actor, key: string, version: number | undefined, command: AppointCommander): Promise<UnitDetailView> {
    return this.changeUnit(actor, 'units.appoint', key, version, async (tx, unit) => {
      const faults = new Faults();
      const [officer] = await tx.rows<{ person: string }>('select person_id as person from officers where code = $1', [command.officer]);
      const personId = faults.known('/officer', command.officer, () => officer?.person);
      faults.throwIfAny();
      await tx.manager.insert(UnitCommand, {
        id: newId(), unitId: unit.id, personId: personId!, isActing: command.isActing ?? false, validFrom: command.from, validTo: command.to ?? null, orderNumber: command.orderNumber ?? null,
      });
      await count(tx, unit.id);
    });
  }

  async endCommand(actor: Actor, key: string, id: string, version: number | undefined, { on }: EndCommand): Promise<UnitDetailView> {
    return this.changeUnit(actor, 'units.end-command', key, version, async (tx, unit) => {
      const held = await tx.manager.findOneBy(UnitCommand, { id, unitId: unit.id });
      if (!held) throw notFound();
      if (held.validTo && held.validTo <= on) throw commandEnded();
      if (on <= held.validFrom) throw endsBeforeStart(undefined, '/on');
      await tx.manager.update(UnitCommand, { id }, { validTo: on });
      await count(tx, unit.id);
    });
  }

  private async changeUnit(actor: Actor, action: string, key: string, version: number | undefined, work: (tx: Tx, unit: Unit) => Promise<void>): Promise<UnitDetailView> {
    await this.change(actor, action, async (tx) => {
      const found = await tx.manager.findOneBy(Unit, { [columnOf(key)]: key });
      if (!found) throw notFound();
      await work(tx, await take(tx, Unit, found.id, version));
    });
    return this.queries.one(actor, key);
  }

  /** One transaction, after which nobody here believes the earlier tree: it says how far each session reaches. */
  private change(actor: Actor, action: string, work: (tx: Tx) => Promise<void>): Promise<void> {
    return this.work.run(actor, action, (tx) => {
      tx.whenCommitted(() => {
        this.directory.forget();
        this.sessions.forget();
      });
      return work(tx);
    });
  }

  private async name(tx: Tx, unitId: string, names: EstablishUnit['names'], from: string): Promise<void> {
    await tx.manager.insert(UnitName, { id: newId(), unitId, nameEn: names.en, nameRu: names.ru ?? null, nameKy: names.ky ?? null, validFrom: from });
  }

  private async checkTerritory(faults: Faults, territory: string | null | undefined): Promise<void> {
    faults.known('/territory', territory, (await this.codes.ready()).territory);
  }
}

/** The id of the unit with this code; a fault where there is none. */
export async function unitOf(tx: Tx, faults: Faults, pointer: string, code: string | null | undefined): Promise<string | null> {
  if (code === null || code === undefined) return null;
  const unit = await tx.manager.findOneBy(Unit, { code });
  return faults.known(pointer, code, () => unit?.id);
}

/** What belongs to a unit is shown with it: a change of that counts the unit's version too. */
const count = (tx: Tx, id: string) => tx.rows('update units set version = version where id = $1', [id]);
