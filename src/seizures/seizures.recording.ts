import type { Statement } from '../platform/actor.ts';
import { newId } from '../platform/ids.ts';
import { fingerprint } from '../platform/records.ts';
import { statusByFieldTest } from './seizure.lifecycle.ts';
import type { Mass } from './seizure.rules.ts';
import type { RecordSeizure } from './seizure.dto.ts';
import { headColumns, lineJson } from './seizures.queries.ts';

/*
 * The hot path of the product: a seizure and its lines in one round trip, as one implicit transaction. Each of its
 * statements takes one JSON text, so that any number of lines is one prepared statement; numbers travel as strings.
 */

const headFields = {
  id: 'uuid', unit_id: 'uuid', operation_id: 'uuid', case_id: 'uuid', seized_at: 'timestamptz', seized_to: 'timestamptz', seized_precision: 'text', territory: 'text',
  place: 'text', lat: 'numeric', lon: 'numeric', accuracy_meters: 'integer', discovery: 'text', jurisdiction: 'text', seizing_authority: 'text', protocol_number: 'text',
  protocol_on: 'date', legal_authority: 'text', witnesses: 'text[]', is_video_recorded: 'boolean', taken_from: 'text', producing_country: 'text', departure_country: 'text',
  transit_countries: 'text[]', destination_country: 'text', transport: 'text', conveyance: 'text', concealment: 'text', reported_by_id: 'uuid', reported_via: 'text',
  note: 'text', fingerprint: 'text',
} as const;

const lineFields = {
  id: 'uuid', seizure_id: 'uuid', line_number: 'smallint', kind: 'text', status: 'text', substance: 'text', described_as: 'text', form: 'text', moisture: 'text', quantity: 'numeric',
  quantity_unit: 'text', mass_grams: 'numeric', conversion_factor: 'text', basis: 'text', method: 'text', packages: 'integer', packaging: 'text', markings: 'text', logo: 'text',
  purity_percent: 'numeric', field_test: 'text', field_test_kit: 'text', serial_number: 'text', registration: 'text', amount: 'numeric', currency: 'text',
  destroyed_in_place_at: 'timestamptz', destroyed_area_m2: 'numeric', destroyed_plants: 'integer', destruction_method: 'text', destruction_act: 'text',
  destruction_witnesses: 'text[]', reserved_samples: 'text', note: 'text',
} as const;

const listed = (fields: object) => Object.keys(fields).join(', ');
const typed = (fields: Record<string, string>) => Object.entries(fields).map(([name, type]) => `${name} ${type}`).join(', ');

const insertHead = `insert into seizures (${listed(headFields)}) select ${listed(headFields)} from json_to_record($1::json) as h(${typed(headFields)})
  returning ${headColumns('seizures')}`;

/** Each line, which nobody has valued yet, and the seizures that look like it: a day apart at most, same place and substance, quantity within 2 %. */
const insertLines = `insert into seizure_lines (${listed(lineFields)}) select ${listed(lineFields)} from json_to_recordset($1::json) as l(${typed(lineFields)})
  returning ${lineJson('seizure_lines', 'null')} as line, (select array_agg(distinct s.number) from seizure_lines o join seizures s on s.id = o.seizure_id
    where o.territory = seizure_lines.territory and o.substance = seizure_lines.substance and o.status <> 'voided'
      and o.seized_at between seizure_lines.seized_at - interval '1 day' and seizure_lines.seized_at + interval '1 day' and o.seizure_id <> seizure_lines.seizure_id
      and o.mass_grams between seizure_lines.mass_grams * 0.98 and seizure_lines.mass_grams * 1.02) as alike`;

const insertCredits = `insert into seizure_credits (id, seizure_id, credited_operation_id, share_percent)
  select c.id, c.seizure_id, o.id, c.share_percent from json_to_recordset($1::json) as c(id uuid, seizure_id uuid, operation uuid, share_percent numeric)
  left join operations o on o.id = c.operation
  returning credited_operation_id as "operationId", trim_scale(share_percent)::text as "sharePercent"`;

export interface Prepared extends RecordSeizure {
  id: string;
  unitId: string;
  reportedById: string | null;
  masses: Mass[];
}

/** The statements of one recording, in their order: head, lines, and the credits where there are any. */
export function recordingOf(command: RecordSeizure, { id, unitId, reportedById, masses }: Prepared): Statement[] {
  const { location, ...facts } = command;
  const head = {
    id, unit_id: unitId, operation_id: facts.operationId, case_id: facts.caseId, seized_at: facts.seizedAt, seized_to: facts.seizedTo,
    seized_precision: facts.seizedPrecision ?? 'minute', territory: facts.territory, place: facts.place, lat: location?.lat, lon: location?.lon,
    accuracy_meters: location?.accuracyMeters, discovery: facts.discovery, jurisdiction: facts.jurisdiction ?? 'KG', seizing_authority: facts.seizingAuthority,
    protocol_number: facts.protocolNumber, protocol_on: facts.protocolOn, legal_authority: facts.legalAuthority, witnesses: facts.witnesses ?? [],
    is_video_recorded: facts.isVideoRecorded, taken_from: facts.takenFrom, producing_country: facts.producingCountry, departure_country: facts.departureCountry,
    transit_countries: facts.transitCountries ?? [], destination_country: facts.destinationCountry, transport: facts.transport, conveyance: facts.conveyance,
    concealment: facts.concealment, reported_by_id: reportedById, reported_via: facts.reportedVia, note: facts.note, fingerprint: fingerprint(command),
  };
  const lines = command.lines.map((line, index) => lineRow(line, masses[index]!, id, index + 1));
  return [
    { name: 'seizures.insert', text: insertHead, values: [JSON.stringify(head)] },
    linesStatement(lines),
    ...(command.creditedOperations?.length ? [creditsStatement(id, command.creditedOperations)] : []),
  ];
}

export const linesStatement = (lines: object[]): Statement => ({ name: 'seizures.insert-lines', text: insertLines, values: [JSON.stringify(lines)] });

export const creditsStatement = (seizure: string, credits: { operationId: string; sharePercent: string }[]): Statement => ({
  name: 'seizures.insert-credits', text: insertCredits,
  values: [JSON.stringify(credits.map((each) => ({ id: newId(), seizure_id: seizure, operation: each.operationId, share_percent: each.sharePercent })))],
});

/** A line's columns from what was said of it. */
export function lineRow(line: RecordSeizure['lines'][number], mass: Mass, seizure: string, number: number): Partial<Record<keyof typeof lineFields, unknown>> {
  const destroyed = line.destroyedInPlace;
  return {
    id: line.id ?? newId(), seizure_id: seizure, line_number: number, kind: line.kind ?? 'substance', status: statusByFieldTest('declared', line.fieldTest), substance: line.substance, described_as: line.describedAs, form: line.form,
    moisture: line.moisture, quantity: line.quantity, quantity_unit: line.unit, mass_grams: mass.massGrams, conversion_factor: mass.conversionFactor, basis: line.basis,
    method: line.method, packages: line.packages, packaging: line.packaging, markings: line.markings, logo: line.logo, purity_percent: line.purityPercent,
    field_test: line.fieldTest, field_test_kit: line.fieldTestKit, serial_number: line.serialNumber, registration: line.registration, amount: line.amount,
    currency: line.currency, destroyed_in_place_at: destroyed?.at, destroyed_area_m2: destroyed?.areaM2, destroyed_plants: destroyed?.plants,
    destruction_method: destroyed?.method, destruction_act: destroyed?.act, destruction_witnesses: destroyed?.witnesses ?? [], reserved_samples: destroyed?.reservedSamples,
    note: line.note,
  };
}
