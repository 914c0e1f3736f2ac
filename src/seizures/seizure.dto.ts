import { Code, Day, DecimalText, Flag, Id, Instant, Location, OneOf, Part, Parts, Prose, Text, Texts, Whole } from '../platform/fields.ts';
import { discoveries, fieldTests, lineKinds, methods, precisions, reportingWays, transports } from './seizure.entity.ts';

const unknown = { optional: true } as const;
const country = { ...unknown, example: 'AF', description: 'ISO 3166-1 alpha-2' };

/** Eradicated in the field: such a line needs no exhibit. */
export class DestructionInPlace {
  @Instant() at: string;
  @DecimalText({ ...unknown, positive: true, example: '1200', description: 'square metres' }) areaM2?: string | null;
  @Whole({ ...unknown, min: 1, example: 340 }) plants?: number | null;
  @Text({ example: 'cut and burnt' }) method: string;
  @Text({ ...unknown, example: 'Act 12 of 14 July 2020' }) act?: string | null;
  @Texts({ ...unknown, max: 20, example: ['A. Asanov', 'B. Isakov'] }) witnesses?: string[] | null;
  @Text({ ...unknown, example: '2 samples of 30 g' }) reservedSamples?: string | null;
}

/** What may be known of one line; null or left out is not known. */
export class LineFacts {
  @Code({ ...unknown, example: 'heroin', description: 'A code of /substances; null where it is not identified: then say describedAs' }) substance?: string | null;
  @Text({ ...unknown, example: 'brown powder in a plastic bag' }) describedAs?: string | null;
  @Code({ ...unknown, example: 'powder' }) form?: string | null;
  @OneOf(['wet', 'dry'], unknown) moisture?: string | null;
  @DecimalText({ ...unknown, positive: true }) quantity?: string | null;
  @Code({ ...unknown, example: 'kg', description: 'A code of /measurement-units (UCUM, or a count in braces)' }) unit?: string | null;
  @OneOf(['gross', 'net'], unknown) basis?: string | null;
  @OneOf(methods, unknown) method?: string | null;
  @Whole({ ...unknown, min: 1 }) packages?: number | null;
  @Text({ ...unknown, example: 'heat-sealed plastic' }) packaging?: string | null;
  @Text({ ...unknown, example: 'red tape' }) markings?: string | null;
  @Text({ ...unknown, example: '777' }) logo?: string | null;
  @DecimalText({ ...unknown, max: 100, example: '42.5' }) purityPercent?: string | null;
  @OneOf(fieldTests, unknown) fieldTest?: string | null;
  @Text({ ...unknown, example: 'Marquis' }) fieldTestKit?: string | null;
  @Text({ ...unknown, example: 'PM-12345' }) serialNumber?: string | null;
  @Text({ ...unknown, example: '01KG123ABC' }) registration?: string | null;
  @DecimalText({ ...unknown, positive: true, example: '1500', description: 'of cash' }) amount?: string | null;
  @Text({ ...unknown, pattern: /^[A-Z]{3}$/, example: 'KGS', description: 'ISO 4217' }) currency?: string | null;
  @Part(() => DestructionInPlace, unknown) destroyedInPlace?: DestructionInPlace | null;
  @Prose(unknown) note?: string | null;
}

export class RecordLine extends LineFacts {
  @Id(unknown) id?: string;
  @OneOf(lineKinds, { optional: true, description: 'substance where left out' }) kind?: string;
}

export class AmendLine extends LineFacts {
  @Id() id: string;
  @Flag({ optional: true, example: false, description: 'true: the line was wrong altogether and no longer counts' }) isVoided?: boolean;
}

export class AddLine extends RecordLine {
  @Text({ optional: true, max: 2000, example: 'Found on the second search' }) reason?: string | null;
}

export class Credit {
  @Id() operationId: string;
  @DecimalText({ positive: true, max: 100, example: '50' }) sharePercent: string;
}

/** What may be known of a seizure; null or left out is not known. */
export class SeizureFacts {
  @Instant({ ...unknown, description: 'the end, where it is a span of time' }) seizedTo?: string | null;
  @OneOf(precisions, { ...unknown, description: 'how exactly seizedAt is known; minute where left out' }) seizedPrecision?: string | null;
  @Code({ ...unknown, example: 'KG-O', description: 'A code of /territories' }) territory?: string | null;
  @Text({ ...unknown, example: 'Kara-Suu, bazaar, row 4' }) place?: string | null;
  @Part(() => Location, unknown) location?: Location | null;
  @OneOf(discoveries, unknown) discovery?: string | null;
  @Code({ ...unknown, example: 'KG', description: 'Country under whose law it was seized; KG where left out. A foreign one stays out of national totals' }) jurisdiction?: string | null;
  @Text({ ...unknown, example: 'Counter Narcotic Service' }) seizingAuthority?: string | null;
  @Text({ ...unknown, example: '17-20' }) protocolNumber?: string | null;
  @Day(unknown) protocolOn?: string | null;
  @Text({ ...unknown, example: 'Search warrant 4-112 of 12 November 2020' }) legalAuthority?: string | null;
  @Texts({ ...unknown, max: 20, example: ['A. Asanov', 'B. Isakov'], description: 'attesting witnesses' }) witnesses?: string[] | null;
  @Flag(unknown) isVideoRecorded?: boolean | null;
  @Text({ ...unknown, max: 2000, example: 'driver of the lorry' }) takenFrom?: string | null;
  @Code(country) producingCountry?: string | null;
  @Code({ ...country, example: 'TJ' }) departureCountry?: string | null;
  @Texts({ ...unknown, max: 20, pattern: /^[A-Z]{2}$/, example: ['TJ'] }) transitCountries?: string[] | null;
  @Code({ ...country, example: 'RU' }) destinationCountry?: string | null;
  @OneOf(transports, unknown) transport?: string | null;
  @Text({ ...unknown, example: 'lorry' }) conveyance?: string | null;
  @Text({ ...unknown, example: 'false floor' }) concealment?: string | null;
  @Code({ ...unknown, example: 'OFF-0007', description: 'The officer who reported it, where another recorded it' }) reportedBy?: string | null;
  @OneOf(reportingWays, unknown) reportedVia?: string | null;
  @Prose(unknown) note?: string | null;
}

export class RecordSeizure extends SeizureFacts {
  @Id({ optional: true }) id?: string;
  @Id({ optional: true, description: 'The operation it was made in', example: null }) operationId?: string | null;
  @Id({ optional: true, description: 'The case; the operation’s where left out', example: null }) caseId?: string | null;
  @Code({ optional: true, example: 'CNS-OSH', description: 'The seizing unit; your own where left out' }) unit?: string | null;
  @Instant() seizedAt: string;
  @Parts(() => RecordLine, { min: 1, max: 500, example: [{ kind: 'substance', substance: 'heroin', form: 'powder', quantity: '8.268', unit: 'kg', basis: 'gross', method: 'scale' }] }) lines: RecordLine[];
  @Parts(() => Credit, { optional: true, max: 50, example: [] }) creditedOperations?: Credit[] | null;
  @Text({ optional: true, max: 2000 }) reason?: string | null;
}

export class AmendSeizure extends SeizureFacts {
  @Id({ optional: true }) id?: string;
  @Instant({ optional: true }) seizedAt?: string;
  @Parts(() => AmendLine, { optional: true, max: 500, example: [] }) lines?: AmendLine[] | null;
  @Text({ max: 2000, example: 'The protocol says 8.268 kg, not 8.286 kg' }) reason: string;
}

export class VoidSeizure {
  @Text({ max: 2000, example: 'Recorded twice: see CNS-OSH/2020/SZ-0011' }) reason: string;
}

export class ConfirmAmendment {
  @OneOf(['confirmed', 'declined']) decision: 'confirmed' | 'declined';
  @Text({ optional: true, max: 2000 }) reason?: string | null;
}

export class ValueLine {
  @Id({ optional: true }) id?: string;
  @DecimalText({ positive: true, example: '12500' }) amount: string;
  @Text({ pattern: /^[A-Z]{3}$/, example: 'USD' }) currency: string;
  @OneOf(['retail', 'wholesale', 'export'], unknown) level?: string | null;
  @Id({ ...unknown, description: 'The price of /prices it rests on', example: null }) priceId?: string | null;
  @Day({ example: '2020-12-31' }) valuedOn: string;
  @Text({ max: 1000, example: 'Street prices of the fourth quarter, Analytical Center' }) source: string;
  @Text({ optional: true, max: 2000 }) reason?: string | null;
}

export class CreditOperations {
  @Parts(() => Credit, { min: 1, max: 50, example: [{ operationId: '0190f3a4-7c1e-7c3b-9d52-3f1f6a2b8c01', sharePercent: '50' }] }) credits: Credit[];
  @Text({ max: 2000, example: 'Joint operation with the Chui department' }) reason: string;
}
