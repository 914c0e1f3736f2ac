import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import type { Made } from '../platform/answers.ts';
import { notFound, stale } from '../platform/errors.ts';
import type { AmendProgramme, RecordProgramme } from './programmes.dto.ts';
import { programmeList } from './programmes.queries.ts';
import type { ProgrammeView } from './programmes.view.ts';
import { columnsOfNames } from './reference.dto.ts';
import { ReferenceService } from './reference.service.ts';

/** Programmes of donors, to whom results are reported. */
@Injectable()
export class ProgrammesService {
  constructor(private readonly reference: ReferenceService) {}

  record(actor: Actor, command: RecordProgramme): Promise<Made<ProgrammeView>> {
    const { code, names, donor, parent, from, to, source } = command;
    const columns = { code, ...columnsOfNames(names), donor: donor ?? null, parent: parent ?? null, valid_from: from ?? null, valid_to: to ?? null, source };
    return this.reference.add(actor, 'programmes', programmeList, command, columns, (faults, codes) => faults.known('/parent', parent, codes.programme));
  }

  async amend(actor: Actor, id: string, version: number | undefined, { names, donor, source }: AmendProgramme): Promise<ProgrammeView> {
    await this.reference.change(actor, 'reference.amend', async (tx) => {
      const [row] = await tx.rows<{ version: number; name_en: string; name_ru: string; name_ky: string; donor: string; source: string }>(
        'select version, name_en, name_ru, name_ky, donor, source from programmes where id = $1 for no key update', [id]);
      if (!row) throw notFound();
      if (version !== undefined && version !== row.version) throw stale();
      const { name_en, name_ru, name_ky } = names ? columnsOfNames(names) : row;
      await tx.rows('update programmes set name_en = $2, name_ru = $3, name_ky = $4, donor = $5, source = $6 where id = $1',
        [id, name_en, name_ru, name_ky, donor === undefined ? row.donor : donor, source ?? row.source]);
    });
    return this.reference.one(actor, programmeList, 'g.id', id);
  }
}
