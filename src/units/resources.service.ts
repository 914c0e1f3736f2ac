import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm';
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
import type { AddResource, ChangeResource } from './resource.dto.ts';
import { Resource } from './resource.entity.ts';
import type { ResourceView } from './resource.view.ts';
import { ResourcesQueries } from './resources.queries.ts';
import { calibrationBackwards } from './units.errors.ts';
import { unitOf } from './units.service.ts';

/** Keeps the means of the units. A renewed calibration overwrites the present one; history keeps every earlier one. */
@Injectable()
export class ResourcesService {
  constructor(
    private readonly work: UnitOfWork, private readonly creates: Creates, private readonly queries: ResourcesQueries, private readonly codes: Codes, private readonly settings: Settings,
  ) {}

  add(actor: Actor, command: AddResource): Promise<Made<ResourceView>> {
    return this.creates.once(actor, 'resources', command, async () => {
      const id = command.id ?? newId();
      await this.work.run(actor, 'resources.add', async (tx) => {
        const unitId = await this.check(tx, command);
        const facts = factsOf(command);
        this.checkCalibration(facts.calibratedOn, facts.calibrationExpiresAt);
        await tx.manager.insert(Resource, { id, code: command.code, kind: command.kind, name: command.name, unitId: unitId!, ...facts, fingerprint: fingerprint(command) });
      });
      return this.queries.one(actor, id);
    }, (id) => this.queries.one(actor, id));
  }

  async change(actor: Actor, key: string, version: number | undefined, command: ChangeResource): Promise<ResourceView> {
    await this.work.run(actor, 'resources.change', async (tx) => {
      const found = await tx.manager.findOneBy(Resource, { [columnOf(key)]: key });
      if (!found) throw notFound();
      const resource = await take(tx, Resource, found.id, version);
      const unitId = await this.check(tx, command);
      const facts = factsOf(command);
      this.checkCalibration(facts.calibratedOn === undefined ? resource.calibratedOn : facts.calibratedOn,
        facts.calibrationExpiresAt === undefined ? resource.calibrationExpiresAt : facts.calibrationExpiresAt);
      const changes = { ...facts, name: command.name ?? undefined, unitId: unitId ?? undefined };
      if (Object.values(changes).some((value) => value !== undefined)) await tx.manager.update(Resource, { id: resource.id }, changes);
    });
    return this.queries.one(actor, key);
  }

  /** Every code of the command; answers with the unit's id. */
  private async check(tx: Tx, { unit, programme }: { unit?: string | null; programme?: string | null }): Promise<string | null> {
    const codes = await this.codes.ready();
    const faults = new Faults();
    const unitId = await unitOf(tx, faults, '/unit', unit);
    faults.known('/programme', programme, codes.programme);
    faults.throwIfAny();
    return unitId;
  }

  private checkCalibration(on: string | null | undefined, expires: Date | null | undefined): void {
    if (on && expires && localDay(expires, this.settings.TIME_ZONE) <= on) throw calibrationBackwards();
  }
}

interface Facts extends Pick<QueryDeepPartialEntity<Resource>, 'status'> {
  calibratedOn?: string | null;
  calibrationExpiresAt?: Date | null;
}

/** The columns that the command gives; what it leaves out is undefined and stays as it is. */
function factsOf(command: Omit<ChangeResource, 'name' | 'unit'>): Facts & QueryDeepPartialEntity<Resource> {
  const { status, registration, calibratedOn, calibrationExpiresAt, calibrationCertificate, capacity, resolution, expandedUncertainty, coverageFactor, programme } = command;
  return {
    status: status ?? undefined, registration, calibratedOn, calibrationExpiresAt: calibrationExpiresAt ? new Date(calibrationExpiresAt) : (calibrationExpiresAt as null | undefined),
    calibrationCertificate, capacityGrams: capacity, resolutionGrams: resolution, expandedUncertaintyGrams: expandedUncertainty, coverageFactor, programme,
  };
}
