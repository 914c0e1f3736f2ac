import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import type { Made } from '../platform/answers.ts';
import { notFound, stale } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { columnsOfNames } from './reference.dto.ts';
import { renamedAfter } from './reference.errors.ts';
import { insert, ReferenceService } from './reference.service.ts';
import type { RecordTerritory, RenameTerritory } from './territories.dto.ts';
import { territoryList } from './territories.queries.ts';
import type { TerritoryView } from './territories.view.ts';

/** The tree of territories: each keeps its code for ever, while names come and go. */
@Injectable()
export class TerritoriesService {
  constructor(private readonly reference: ReferenceService) {}

  record(actor: Actor, command: RecordTerritory): Promise<Made<TerritoryView>> {
    const { code, parent, rank, names, aliases, soate, location, from, source } = command;
    const columns = {
      code, parent, rank, ...columnsOfNames(names), aliases: aliases ?? [], soate: soate ?? null, lat: location?.lat ?? null, lon: location?.lon ?? null,
      valid_from: from ?? null, source,
    };
    return this.reference.add(actor, 'territories', territoryList(), command, columns, (faults, codes) => faults.known('/parent', parent, codes.territory));
  }

  /** Gives a new name from a day on. The first renaming also writes down the name it had until then. */
  async rename(actor: Actor, id: string, version: number | undefined, { names, from, source }: RenameTerritory): Promise<TerritoryView> {
    await this.reference.change(actor, 'reference.rename', async (tx) => {
      const [territory] = await tx.rows<{ code: string; version: number; source: string; en: string; ru: string; ky: string }>(
        'select code, version, source, name_en as en, name_ru as ru, name_ky as ky from territories where id = $1 for no key update', [id]);
      if (!territory) throw notFound();
      if (version !== undefined && version !== territory.version) throw stale();
      const [last] = await tx.rows<{ id: string; from: string | null; to: string | null }>(
        'select id, valid_from as "from", valid_to as "to" from territory_names where territory = $1 order by valid_from desc nulls last limit 1', [territory.code]);
      if (last?.from && last.from >= from) throw renamedAfter();
      if (!last) await insert(tx, 'territory_names', { id: newId(), territory: territory.code, ...columnsOfNames(territory), valid_to: from, source: territory.source });
      else if (last.to === null) await tx.rows('update territory_names set valid_to = $2 where id = $1', [last.id, from]);
      await insert(tx, 'territory_names', { id: newId(), territory: territory.code, ...columnsOfNames(names), valid_from: from, source });
      await tx.rows('update territories set name_en = $2, name_ru = $3, name_ky = $4 where id = $1', [id, names.en, names.ru, names.ky]);
    });
    return this.reference.one(actor, territoryList(), 't.id', id);
  }
}
