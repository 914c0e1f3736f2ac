import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.ts';
import { notFound } from '../platform/errors.ts';
import { byCode, byFlag, byId, byWords, oneOf } from '../platform/list-filters.ts';
import type { ListSpec } from '../platform/lists.ts';
import { Reads } from '../platform/reads.ts';
import { Codes } from '../reference/codes.ts';
import { UnitDirectory } from '../units/unit-directory.ts';
import { discoveries } from './seizure.entity.ts';
import { AmendmentView, type AmendmentRow, type AmendmentsView } from './amendment.view.ts';
import { SeizureView, type SeizureRow } from './seizure.view.ts';

/** A line as JSON: decimals as text, for JSON numbers lose digits. */
export const lineJson = (l: string, valuation = `(select json_build_object('id', v.id, 'amount', trim_scale(v.amount)::text, 'currency', v.currency, 'level', v.level,
  'valuedOn', v.valued_on, 'source', v.source) from seizure_valuations v where v.line_id = ${l}.id and v.ended_at is null)`) => `json_build_object('id', ${l}.id, 'version', ${l}.version, 'lineNumber', ${l}.line_number, 'kind', ${l}.kind, 'status', ${l}.status,
  'substance', ${l}.substance, 'describedAs', ${l}.described_as, 'form', ${l}.form, 'moisture', ${l}.moisture, 'quantity', trim_scale(${l}.quantity)::text,
  'unit', ${l}.quantity_unit, 'massGrams', trim_scale(${l}.mass_grams)::text, 'conversionFactor', ${l}.conversion_factor, 'basis', ${l}.basis, 'method', ${l}.method,
  'packages', ${l}.packages, 'packaging', ${l}.packaging, 'markings', ${l}.markings, 'logo', ${l}.logo, 'purityPercent', trim_scale(${l}.purity_percent)::text,
  'fieldTest', ${l}.field_test, 'fieldTestKit', ${l}.field_test_kit, 'serialNumber', ${l}.serial_number, 'registration', ${l}.registration,
  'amount', trim_scale(${l}.amount)::text, 'currency', ${l}.currency, 'note', ${l}.note,
  'destroyedInPlace', case when ${l}.destroyed_in_place_at is not null then json_build_object('at', ${l}.destroyed_in_place_at, 'areaM2', trim_scale(${l}.destroyed_area_m2)::text,
    'plants', ${l}.destroyed_plants, 'method', ${l}.destruction_method, 'act', ${l}.destruction_act, 'witnesses', ${l}.destruction_witnesses, 'reservedSamples', ${l}.reserved_samples) end,
  'valuation', ${valuation})`;

/** The head's columns, with what it points to. */
export const headColumns = (s: string) => `${s}.id, ${s}.version, ${s}.number, ${s}.status, ${s}.unit_id as "unitId", ${s}.operation_id as "operationId", ${s}.case_id as "caseId",
  ${s}.classification, ${s}.seized_at as "seizedAt", ${s}.seized_to as "seizedTo", ${s}.seized_precision as "seizedPrecision", ${s}.territory, ${s}.place,
  ${s}.lat::float8 as lat, ${s}.lon::float8 as lon, ${s}.accuracy_meters as "accuracyMeters", ${s}.discovery, ${s}.jurisdiction, ${s}.seizing_authority as "seizingAuthority",
  ${s}.protocol_number as "protocolNumber", ${s}.protocol_on as "protocolOn", ${s}.legal_authority as "legalAuthority", ${s}.witnesses, ${s}.is_video_recorded as "isVideoRecorded",
  ${s}.taken_from as "takenFrom", ${s}.producing_country as "producingCountry", ${s}.departure_country as "departureCountry", ${s}.transit_countries as "transitCountries",
  ${s}.destination_country as "destinationCountry", ${s}.transport, ${s}.conveyance, ${s}.concealment, ${s}.reported_via as "reportedVia", ${s}.note, ${s}.flags,
  ${s}.is_illustrative as "isIllustrative", ${s}.recorded_at as "recordedAt", ${s}.recorded_by as "recordedBy",
  (select o.code from officers o where o.id = ${s}.reported_by_id) as "reportedBy",
  (select json_build_object('id', o.id, 'number', o.number, 'name', o.name) from operations o where o.id = ${s}.operation_id) as operation`;

const whole = `${headColumns('s')},
  coalesce((select json_agg(${lineJson('l')} order by l.line_number) from seizure_lines l where l.seizure_id = s.id), '[]') as lines,
  coalesce((select json_agg(json_build_object('operationId', c.credited_operation_id, 'sharePercent', trim_scale(c.share_percent)::text) order by c.recorded_at)
    from seizure_credits c where c.seizure_id = s.id and c.ended_at is null), '[]') as "creditedOperations"`;

const oneSeizure = `select ${whole} from seizures s where s.id = $1`;

const amendments = `select a.id, a.version, a.kind, a.status, a.reason, a.was, a.becomes, a.recorded_at as "recordedAt", a.confirmed_at as "confirmedAt",
  a.proposed_by as "proposedBy", a.confirmed_by as "confirmedBy" from seizure_amendments a`;

@Injectable()
export class SeizuresQueries {
  readonly list: ListSpec<SeizureRow, SeizureView>;

  constructor(private readonly reads: Reads, private readonly codes: Codes, private readonly units: UnitDirectory) {
    this.list = {
      ...seizureList,
      ready: () => this.ready(),
      view: (row) => SeizureView.of(row, codes, units),
    };
  }

  async view(actor: Actor, id: string): Promise<SeizureView> {
    await this.ready();
    const [row] = await this.reads.rows<SeizureRow>(actor, 'seizures.one', oneSeizure, [id]);
    if (!row) throw notFound();
    return SeizureView.of(row, this.codes, this.units);
  }

  async amendments(actor: Actor, id: string): Promise<AmendmentsView> {
    const [seizure, rows] = await this.reads.all<[unknown[], AmendmentRow[]]>(actor, [
      { name: 'seizures.exists', text: 'select from seizures where id = $1', values: [id] },
      { name: 'seizures.amendments', text: `${amendments} where a.seizure_id = $1 order by a.recorded_at, a.id`, values: [id] },
    ]);
    if (seizure.length === 0) throw notFound();
    return { items: rows.map(AmendmentView.of) };
  }

  async amendment(actor: Actor, id: string): Promise<AmendmentView> {
    const [row] = await this.reads.rows<AmendmentRow>(actor, 'seizures.amendment', `${amendments} where a.id = $1`, [id]);
    if (!row) throw notFound();
    return AmendmentView.of(row);
  }

  async ready(): Promise<void> {
    await this.codes.ready();
    await this.units.ready();
  }
}

const hasLine = (condition: string) => `exists (select from seizure_lines l where l.seizure_id = s.id and l.status <> 'voided' and ${condition})`;

export const seizureList: Omit<ListSpec<SeizureRow, SeizureView>, 'view' | 'ready'> = {
  name: 'seizures',
  select: whole,
  from: 'seizures s',
  filters: {
    unit: byCode('(select u.code from units u where u.id = s.unit_id)'),
    operationId: byId('s.operation_id'),
    caseId: byId('s.case_id'),
    subject: { ...byId(''), condition: 'exists (select from seizure_subjects l where l.seizure_id = s.id and l.subject_id = any($::uuid[]))' },
    status: oneOf('s.status', ['recorded', 'amended', 'voided']),
    discovery: oneOf('s.discovery', discoveries),
    jurisdiction: byCode('s.jurisdiction'),
    territory: { ...byCode('s.territory', 'A territory and everything below it'), condition: `s.territory in (with recursive below (code) as (
      select unnest($::text[]) union select t.code from territories t join below b on t.parent = b.code) select code from below)` },
    substance: { ...byCode('l.substance', 'With a line of this substance'), condition: hasLine('l.substance = any($::text[])') },
    kind: { ...byCode('l.kind'), condition: hasLine('l.kind = any($::text[])') },
    number: byWords('s.number = $'),
    protocolNumber: byWords('s.protocol_number = $'),
    illustrative: byFlag('s.is_illustrative'),
    flagged: byFlag(`s.flags <> '{}'`),
    q: byWords(`(s.place ilike '%' || $ || '%' or s.note ilike '%' || $ || '%' or s.number ilike $ || '%')`, 'Words of place or note, or the beginning of the number', (words) => words.replaceAll(/[\\%_]/g, '\\$&')),
  },
  narrowed: {
    // The lines of one substance lie in their index in the list's own order: no seizure is looked at that is not shown. One with
    // several such lines is told by its first.
    substance: {
      condition: 'w.substance = ($::text[])[1]',
      from: 'seizure_lines w join seizures s on s.id = w.seizure_id',
      where: `w.status <> 'voided' and not exists (select from seizure_lines e where e.seizure_id = w.seizure_id and e.substance = w.substance
        and e.status <> 'voided' and e.line_number < w.line_number)`,
      time: 'w.seized_at',
      order: { column: 'w.seized_at', type: 'timestamptz', descending: true, id: 'w.seizure_id' },
    },
  },
  time: 's.seized_at',
  order: { column: 's.seized_at', type: 'timestamptz', descending: true, id: 's.id' },
  columns: [
    'number', 'status', 'unit', 'seizedAt', 'territory', 'place', 'discovery', 'jurisdiction', 'operation.number', 'caseId', 'protocolNumber', 'location.lat', 'location.lon',
    'lines', 'flags', 'isIllustrative', 'recordedAt', 'id',
  ],
  placeOf: (view) => view.location,
};
