import { Code, DecimalText, Id, Instant, OneOf, Part, Text, Texts, Whole } from '../platform/fields.ts';

export const categories = ['drug', 'sample', 'packaging', 'device', 'document', 'cash', 'weapon', 'vehicle', 'biological', 'digital'] as const;

export class Weighing {
  @DecimalText({ positive: true, example: '8.275' }) quantity: string;
  @Code({ example: 'kg' }) unit: string;
  @OneOf(['gross', 'net']) basis: string;
  @Code({ optional: true, example: 'SC-01', description: 'A code of /resources; without a scale in calibration the weighing is indicative' }) scale?: string | null;
  @Code({ optional: true, example: null, description: 'The officer who watched; without one the weighing is indicative' }) witness?: string | null;
}

/** Registers what was taken into custody, from the line it belongs to. */
export class RegisterExhibit {
  @Id({ optional: true }) id?: string;
  @Id() seizureId: string;
  @Id() lineId: string;
  @OneOf(categories) category: string;
  @Text({ max: 2000, example: 'Brown powder in one heat-sealed bag' }) description: string;
  @Whole({ optional: true, min: 1 }) packages?: number | null;
  @Texts({ optional: true, max: 20, example: [] }) hazards?: string[] | null;
  @Text({ optional: true, example: 'dry, below 25 °C' }) storageCondition?: string | null;
  @Code({ optional: true, example: 'A-0001' }) sealNumber?: string | null;
  @Text({ optional: true, example: null, description: 'Null: the service’s own series' }) sealIssuer?: string | null;
  @Part(() => Weighing, { optional: true }) weighing?: Weighing | null;
  @Instant({ example: '2020-11-14T06:30:00+06:00' }) collectedAt: string;
  @Code({ optional: true, example: 'OFF-0007', description: 'You where left out' }) collectedBy?: string | null;
  @Code({ optional: true, example: null }) witness?: string | null;
  @Text({ optional: true, max: 1000, example: 'No second officer within reach', description: 'Why one officer alone collected and sealed it' }) aloneBecause?: string | null;
  @Text({ optional: true, max: 2000 }) reason?: string | null;
}
