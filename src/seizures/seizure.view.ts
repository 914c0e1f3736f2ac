import { classifications } from '../platform/actor.ts';
import { Code, Day, DecimalText, Flag, Id, Instant, Location, Names, OneOf, Part, Parts, Text, Texts, Whole } from '../platform/fields.ts';
import type { Codes } from '../reference/codes.ts';
import type { UnitDirectory } from '../units/unit-directory.ts';
import { DestructionInPlace } from './seizure.dto.ts';
import { discoveries, fieldTests, lineKinds, lineStatuses, methods, precisions, reportingWays, transports } from './seizure.entity.ts';

const unknown = { optional: true } as const;

export class Valuation {
  @Id() id: string;
  @DecimalText({ example: '12500' }) amount: string;
  @Text({ example: 'USD' }) currency: string;
  @Text(unknown) level: string | null;
  @Day() valuedOn: string;
  @Text() source: string;
}

export class LineView {
  @Id() id: string;
  @Whole() version: number;
  @Whole() lineNumber: number;
  @OneOf(lineKinds) kind: string;
  @OneOf(lineStatuses) status: string;
  @Code({ ...unknown, example: 'heroin' }) substance: string | null;
  @Part(() => Names, unknown) substanceNames: Names | null;
  @Text(unknown) describedAs: string | null;
  @Code(unknown) form: string | null;
  @OneOf(['wet', 'dry'], unknown) moisture: string | null;
  @DecimalText({ ...unknown, description: 'as recorded' }) quantity: string | null;
  @Code({ ...unknown, example: 'kg' }) unit: string | null;
  @DecimalText({ ...unknown, example: '8268', description: 'grams; null where the unit is no mass and no factor with a source fits' }) massGrams: string | null;
  @Code({ ...unknown, description: 'The factor of /conversion-factors that gave massGrams' }) conversionFactor: string | null;
  @OneOf(['gross', 'net'], unknown) basis: string | null;
  @OneOf(methods, unknown) method: string | null;
  @Whole(unknown) packages: number | null;
  @Text(unknown) packaging: string | null;
  @Text(unknown) markings: string | null;
  @Text(unknown) logo: string | null;
  @DecimalText(unknown) purityPercent: string | null;
  @OneOf(fieldTests, unknown) fieldTest: string | null;
  @Text(unknown) fieldTestKit: string | null;
  @Text(unknown) serialNumber: string | null;
  @Text(unknown) registration: string | null;
  @DecimalText(unknown) amount: string | null;
  @Text(unknown) currency: string | null;
  @Part(() => DestructionInPlace, unknown) destroyedInPlace: DestructionInPlace | null;
  @Text(unknown) note: string | null;
  @Part(() => Valuation, { ...unknown, description: 'null: not valued' }) valuation: Valuation | null;

  static of(row: LineRow, codes: Codes): LineView {
    return Object.assign(row, { substanceNames: row.substance ? (codes.substance(row.substance)?.names as Names) : null });
  }
}

/** A line as SQL gives it: decimals as text without trailing zeros. */
export type LineRow = Omit<LineView, 'substanceNames'>;

export class OperationRef {
  @Id() id: string;
  @Text() number: string;
  @Text() name: string;
}

export class CreditView {
  @Id() operationId: string;
  @DecimalText({ example: '50' }) sharePercent: string;
}

export class SeizureWarning {
  @Text({ example: 'seizures.duplicate-suspected' }) code: string;
  @Text() detail: string;
  @Texts({ description: 'numbers of the records meant' }) records: string[];
}

export class SeizureView {
  @Id() id: string;
  @Whole() version: number;
  @Text({ example: 'CNS-OSH/2020/SZ-0012' }) number: string;
  @OneOf(['recorded', 'amended', 'voided']) status: string;
  @Code({ example: 'CNS-OSH' }) unit: string;
  @Id(unknown) operationId: string | null;
  @Part(() => OperationRef, unknown) operation: OperationRef | null;
  @Id(unknown) caseId: string | null;
  @OneOf(classifications) classification: string;
  @Instant() seizedAt: string;
  @Instant(unknown) seizedTo: string | null;
  @OneOf(precisions) seizedPrecision: string;
  @Code(unknown) territory: string | null;
  @Part(() => Names, unknown) territoryNames: Names | null;
  @Text(unknown) place: string | null;
  @Part(() => Location, unknown) location: Location | null;
  @OneOf(discoveries, unknown) discovery: string | null;
  @Code() jurisdiction: string;
  @Text(unknown) seizingAuthority: string | null;
  @Text(unknown) protocolNumber: string | null;
  @Day(unknown) protocolOn: string | null;
  @Text(unknown) legalAuthority: string | null;
  @Texts() witnesses: string[];
  @Flag(unknown) isVideoRecorded: boolean | null;
  @Text(unknown) takenFrom: string | null;
  @Code(unknown) producingCountry: string | null;
  @Code(unknown) departureCountry: string | null;
  @Texts() transitCountries: string[];
  @Code(unknown) destinationCountry: string | null;
  @OneOf(transports, unknown) transport: string | null;
  @Text(unknown) conveyance: string | null;
  @Text(unknown) concealment: string | null;
  @Code(unknown) reportedBy: string | null;
  @OneOf(reportingWays, unknown) reportedVia: string | null;
  @Text(unknown) note: string | null;
  @Texts({ description: 'before_operation, operation_over: accepted, and marked' }) flags: string[];
  @Flag({ description: 'Demonstration data: the split into single seizures is invented' }) isIllustrative: boolean;
  @Instant() recordedAt: string;
  @Id() recordedBy: string;
  @Parts(() => LineView) lines: LineView[];
  @Parts(() => CreditView) creditedOperations: CreditView[];
  @Parts(() => SeizureWarning, unknown) warnings?: SeizureWarning[];

  static of(row: SeizureRow, codes: Codes, units: UnitDirectory): SeizureView {
    const { unitId, classification, lat, lon, accuracyMeters, seizedAt, seizedTo, recordedAt, territory, lines } = row;
    // In place: to copy forty fields costs a page of these more than to read and to write them. What is undefined is not written.
    return Object.assign(row, {
      unitId: undefined, lat: undefined, lon: undefined, accuracyMeters: undefined,
      unit: units.codeOf(unitId),
      classification: classifications[classification]!,
      seizedAt: seizedAt.toISOString(),
      seizedTo: seizedTo?.toISOString() ?? null,
      recordedAt: recordedAt.toISOString(),
      territoryNames: territory ? (codes.territory(territory)?.names as Names) : null,
      location: lat === null ? null : { lat, lon: lon!, accuracyMeters },
      lines: lines.map((line) => LineView.of(line, codes)),
    }) as unknown as SeizureView;
  }
}

/** A seizure with its lines as SQL gives it. */
export interface SeizureRow extends Omit<SeizureView, 'unit' | 'classification' | 'seizedAt' | 'seizedTo' | 'recordedAt' | 'territoryNames' | 'location' | 'lines' | 'warnings'> {
  unitId: string;
  classification: number;
  seizedAt: Date;
  seizedTo: Date | null;
  recordedAt: Date;
  lat: number | null;
  lon: number | null;
  accuracyMeters: number | null;
  lines: LineRow[];
}

