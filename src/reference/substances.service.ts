import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import type { Made } from '../platform/answers.ts';
import { idTaken, notFound } from '../platform/errors.ts';
import { Codes } from './codes.ts';
import { columnsOfNames } from './reference.dto.ts';
import { ReferenceService } from './reference.service.ts';
import type { RecordStatutorySize, RecordSubstance, RecordSubstanceControl } from './substances.dto.ts';
import { controlList, statutorySizeList, substanceList } from './substances.queries.ts';
import type { StatutorySizeView, SubstanceControlView, SubstanceView } from './substances.view.ts';

/** Substances, what controls them since when, and from how many grams an amount is large. */
@Injectable()
export class SubstancesService {
  constructor(private readonly reference: ReferenceService, private readonly codes: Codes) {}

  record(actor: Actor, command: RecordSubstance): Promise<Made<SubstanceView>> {
    const { code, names, aliases, group, class: kind, parent, forms, cas, source } = command;
    const columns = { code, ...columnsOfNames(names), aliases: aliases ?? [], group, class: kind, parent: parent ?? null, forms: forms ?? [], cas: cas ?? null, source };
    return this.reference.add(actor, 'substances', substanceList(), command, columns, (faults, codes) => faults.known('/parent', parent, codes.substance));
  }

  async control(actor: Actor, substance: string, command: RecordSubstanceControl): Promise<Made<SubstanceControlView>> {
    if (!(await this.codes.ready()).substance(substance)) throw notFound();
    const { convention, schedule, from, to, source } = command;
    const columns = { substance, convention, schedule, valid_from: from, valid_to: to ?? null, source };
    const made = await this.reference.add(actor, 'substance_controls', controlList, command, columns, () => undefined);
    if (made.view.substance !== substance) throw idTaken(); // the same body, sent before for another substance
    return made;
  }

  size(actor: Actor, command: RecordStatutorySize): Promise<Made<StatutorySizeView>> {
    const { substance, form, size, fromGrams, from, to, source } = command;
    const columns = { substance, form: form ?? null, size, from_grams: fromGrams, valid_from: from, valid_to: to ?? null, source };
    return this.reference.add(actor, 'statutory_sizes', statutorySizeList, command, columns, (faults, codes) => faults.known('/substance', substance, codes.substance));
  }
}
