import { Code, Day, DecimalText, Flag, Id, Instant, OneOf, Text, Whole } from '../platform/fields.ts';
import { resourceKinds, resourceStatuses } from './resource.entity.ts';

export class ResourceView {
  @Id() id: string;
  @Whole() version: number;
  @Code({ example: 'SC-01' }) code: string;
  @OneOf(resourceKinds, { example: 'scale' }) kind: string;
  @Text({ example: 'Platform scale, Osh' }) name: string;
  @Code({ example: 'CNS-OSH' }) unit: string;
  @OneOf(resourceStatuses) status: string;
  @Text({ optional: true }) registration: string | null;
  @Day({ optional: true, example: '2026-02-01' }) calibratedOn: string | null;
  @Instant({ optional: true, example: '2027-01-31T18:00:00.000Z' }) calibrationExpiresAt: string | null;
  @Flag({ optional: true, description: 'Within calibration now; null for what is not calibrated' }) isCalibrated: boolean | null;
  @Text({ optional: true, example: 'KSM-2026-118' }) calibrationCertificate: string | null;
  @DecimalText({ optional: true, example: '30000', description: 'Grams' }) capacity: string | null;
  @DecimalText({ optional: true, example: '0.1', description: 'Grams' }) resolution: string | null;
  @DecimalText({ optional: true, example: '0.5', description: 'Grams; U = k·u of the certificate' }) expandedUncertainty: string | null;
  @DecimalText({ optional: true, example: '2', description: 'k of the certificate' }) coverageFactor: string | null;
  @Code({ optional: true, example: 'XACZ60' }) programme: string | null;

  static of(row: ResourceRow): ResourceView {
    return {
      id: row.id, version: row.version, code: row.code, kind: row.kind, name: row.name, unit: row.unit, status: row.status, registration: row.registration,
      calibratedOn: row.calibratedOn, calibrationExpiresAt: row.calibrationExpiresAt?.toISOString() ?? null, isCalibrated: row.isCalibrated,
      calibrationCertificate: row.calibrationCertificate, capacity: row.capacity, resolution: row.resolution, expandedUncertainty: row.expandedUncertainty,
      coverageFactor: row.coverageFactor, programme: row.programme,
    };
  }
}

export interface ResourceRow extends Omit<ResourceView, 'calibrationExpiresAt'> {
  calibrationExpiresAt: Date | null;
}
