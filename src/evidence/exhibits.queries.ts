import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { notFound } from '../platform/errors.ts';
import { byCode, byId, byWords, oneOf } from '../platform/list-filters.ts';
import type { ListSpec } from '../platform/lists.ts';
import { Reads } from '../platform/reads.ts';
import { Codes } from '../reference/codes.ts';
import { lineJson } from '../seizures/seizures.queries.ts';
import { UnitDirectory } from '../units/unit-directory.ts';
import { categories } from './exhibit.dto.ts';
import { ExhibitView, type ExhibitRow } from './exhibit.view.ts';

const officer = (column: string) => `(select o.code from officers o where o.id = ${column})`;

const columns = `x.id, x.version, x.number, x.status, x.seizure_id as "seizureId", x.line_id as "lineId", x.unit_id as "unitId", x.operation_id as "operationId",
  x.case_id as "caseId", x.classification, x.category, x.description, x.packages, x.hazards, x.storage_condition as "storageCondition", x.seal_number as "sealNumber",
  x.seal_issuer as "sealIssuer", x.flags, x.holder_unit_id as "holderUnitId", ${officer('x.holder_officer_id')} as holder, x.collected_at as "collectedAt",
  ${officer('x.collected_by_id')} as "collectedBy", ${officer('x.witness_id')} as witness, x.alone_because as "aloneBecause", x.is_illustrative as "isIllustrative",
  x.recorded_at as "recordedAt", (select ${lineJson('l')} from seizure_lines l where l.id = x.line_id) as line,
  coalesce((select json_agg(json_build_object('id', w.id, 'quantity', trim_scale(w.quantity)::text, 'unit', w.quantity_unit, 'massGrams', trim_scale(w.mass_grams)::text,
    'basis', w.basis, 'scale', (select r.code from resources r where r.id = w.scale_id), 'weighedBy', ${officer('w.weighed_by_id')}, 'witness', ${officer('w.witness_id')},
    'weighedAt', w.weighed_at, 'isIndicative', w.is_indicative) order by w.weighed_at) from exhibit_weighings w where w.exhibit_id = x.id), '[]') as weighings`;

export const exhibitList: Omit<ListSpec<ExhibitRow, ExhibitView>, 'view'> = {
  name: 'exhibits',
  select: columns,
  from: 'exhibits x',
  filters: {
    seizureId: byId('x.seizure_id'), lineId: byId('x.line_id'), operationId: byId('x.operation_id'), caseId: byId('x.case_id'),
    category: oneOf('x.category', categories), unit: byCode('(select u.code from units u where u.id = x.unit_id)'),
    holderUnit: byCode('(select u.code from units u where u.id = x.holder_unit_id)'), number: byWords('x.number = $'), sealNumber: byWords('x.seal_number = $'),
  },
  time: 'x.collected_at',
  order: { column: 'x.collected_at', type: 'timestamptz', descending: true, id: 'x.id' },
  columns: ['number', 'status', 'category', 'description', 'unit', 'holderUnit', 'holder', 'sealNumber', 'collectedAt', 'collectedBy', 'line.substance', 'line.quantity', 'line.unit', 'flags', 'id'],
};

@Injectable()
export class ExhibitsQueries {
  readonly list: ListSpec<ExhibitRow, ExhibitView>;

  constructor(private readonly reads: Reads, private readonly codes: Codes, private readonly units: UnitDirectory) {
    this.list = { ...exhibitList, ready: () => this.ready(), view: (row) => ExhibitView.of(row, codes, units) };
  }

  async view(actor: Actor, id: string): Promise<ExhibitView> {
    await this.ready();
    const [row] = await this.reads.rows<ExhibitRow>(actor, 'exhibits.one', `select ${columns} from exhibits x where x.id = $1`, [id]);
    if (!row) throw notFound();
    return ExhibitView.of(row, this.codes, this.units);
  }

  async ready(): Promise<void> {
    await this.codes.ready();
    await this.units.ready();
  }
}
