import { Injectable } from '@nestjs/common';
import { classifications, type Actor } from '../platform/actor.ts';
import { notFound } from '../platform/errors.ts';
import { byCode, byFlag, byId, byWords, oneOf } from '../platform/list-filters.ts';
import type { ListSpec } from '../platform/lists.ts';
import { Reads } from '../platform/reads.ts';
import { operationKinds } from './operation.entity.ts';
import { operationResults, operationStatuses } from './operation.lifecycle.ts';
import { OperationView, type OperationRow } from './operation.view.ts';

const whole = `o.id, o.version, o.number, o.kind, o.name, u.code as "leadUnit", o.status, o.status_since as "statusSince", o.result, o.case_id as "caseId", o.classification,
  o.programmes, o.territory, (select json_build_object('en', t.name_en, 'ru', t.name_ru, 'ky', t.name_ky) from territories t where t.code = o.territory) as "territoryNames",
  o.place, o.lat::float8 as lat, o.lon::float8 as lon, o.accuracy_meters as "accuracyMeters", o.planned_from as "plannedFrom", o.planned_to as "plannedTo",
  o.actual_from as "actualFrom", o.actual_to as "actualTo", o.objective, o.summary, o.is_illustrative as "isIllustrative", o.recorded_at as "recordedAt",
  o.recorded_by as "recordedBy", coalesce((select json_agg(json_build_object('unit', pu.code, 'part', p.part) order by p.joined_at, p.id)
    from operation_participants p join units pu on pu.id = p.participant_unit_id where p.operation_id = o.id and p.left_at is null), '[]') as participants`;

const from = 'operations o join units u on u.id = o.unit_id';

/** Literal words of a search, wherever they stand in a text. */
const literally = (words: string) => words.replaceAll(/[\\%_]/g, '\\$&');

export const operationList: ListSpec<OperationRow, OperationView> = {
  name: 'operations',
  select: whole,
  from,
  filters: {
    status: oneOf('o.status', operationStatuses),
    kind: oneOf('o.kind', operationKinds),
    result: oneOf('o.result', operationResults),
    leadUnit: byCode('u.code'),
    participant: { ...byCode('pu.code', 'A unit that takes or took part'), condition: `exists (select from operation_participants p join units pu on pu.id = p.participant_unit_id
      where p.operation_id = o.id and pu.code = any($::text[]))` },
    territory: { ...byCode('o.territory', 'A territory and everything below it'), condition: `o.territory in (with recursive below (code) as (
      select unnest($::text[]) union select t.code from territories t join below b on t.parent = b.code) select code from below)` },
    caseId: byId('o.case_id'),
    subject: { ...byId(''), condition: 'exists (select from operation_subjects l where l.operation_id = o.id and l.subject_id = any($::uuid[]))' },
    programme: { ...byCode('o.programmes'), condition: 'o.programmes && $::text[]' },
    classification: { ...oneOf('o.classification', classifications), condition: `o.classification = any(array(select array_position(array['${classifications.join(`','`)}'], c) - 1 from unnest($::text[]) c))` },
    number: byWords('o.number = $'),
    illustrative: byFlag('o.is_illustrative'),
    q: byWords(`(tamga.fold($::text) <> '' and o.folded_name like '%' || tamga.fold($::text) || '%' or o.place ilike '%' || $::text || '%' or o.number ilike $::text || '%')`,
      'Words of the name or place however spelt, or the beginning of the number', literally),
  },
  time: 'o.main_at',
  order: { column: 'o.main_at', type: 'timestamptz', descending: true, id: 'o.id' },
  view: OperationView.of,
  columns: [
    'number', 'kind', 'name', 'leadUnit', 'status', 'result', 'territory', 'place', 'location.lat', 'location.lon', 'plannedFrom', 'plannedTo', 'actualFrom', 'actualTo',
    'caseId', 'classification', 'programmes', 'participants', 'isIllustrative', 'recordedAt', 'id',
  ],
  placeOf: (view) => view.location,
};

@Injectable()
export class OperationsQueries {
  constructor(private readonly reads: Reads) {}

  async view(actor: Actor, id: string): Promise<OperationView> {
    const [row] = await this.reads.rows<OperationRow>(actor, 'operations.one', `select ${whole} from ${from} where o.id = $1`, [id]);
    if (!row) throw notFound();
    return OperationView.of(row);
  }
}
