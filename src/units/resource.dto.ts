import { Code, Day, DecimalText, Id, Instant, OneOf, Text } from '../platform/fields.ts';
import { resourceKinds, resourceStatuses } from './resource.entity.ts';

class ResourceFacts {
  @OneOf(resourceStatuses, { optional: true }) status?: string | null;
  @Text({ optional: true, max: 100, example: '01 KG 123 ABC', description: 'Number plate, serial or studbook number' }) registration?: string | null;
  @Day({ optional: true, example: '2026-02-01' }) calibratedOn?: string | null;
  @Instant({ optional: true, example: '2027-02-01T00:00:00+06:00' }) calibrationExpiresAt?: string | null;
  @Text({ optional: true, max: 100, example: 'KSM-2026-118' }) calibrationCertificate?: string | null;
  @DecimalText({ optional: true, positive: true, example: '6000', description: 'Grams' }) capacity?: string | null;
  @DecimalText({ optional: true, positive: true, example: '0.1', description: 'Grams' }) resolution?: string | null;
  @DecimalText({ optional: true, positive: true, example: '0.3', description: 'Grams; U = k·u of the certificate' }) expandedUncertainty?: string | null;
  @DecimalText({ optional: true, positive: true, max: 100, example: '2', description: 'k of the certificate' }) coverageFactor?: string | null;
  @Code({ optional: true, example: 'XACZ60', description: 'The programme that paid for it' }) programme?: string | null;
  @Text({ optional: true, max: 2000, example: 'Yearly calibration' }) reason?: string | null;
}

export class AddResource extends ResourceFacts {
  @Id({ optional: true }) id?: string;
  @Text({ max: 32, pattern: /^[A-Z0-9][A-Z0-9-]{1,31}$/, example: 'SC-11' }) code: string;
  @OneOf(resourceKinds, { example: 'scale' }) kind: string;
  @Text({ max: 200, example: 'Bench scale, Naryn' }) name: string;
  @Code({ example: 'CNS-NARYN' }) unit: string;
}

/** What is left out stays; null makes it not known. */
export class ChangeResource extends ResourceFacts {
  @Text({ optional: true, max: 200, example: 'Bench scale, Naryn' }) name?: string;
  @Code({ optional: true, example: 'CNS-NARYN' }) unit?: string;
}
