import { classifications } from '../platform/actor.ts';
import { Code, DecimalText, Flag, Id, Instant, OneOf, Part, Parts, Text, Texts, Whole } from '../platform/fields.ts';
import type { Codes } from '../reference/codes.ts';
import { LineView, type LineRow } from '../seizures/seizure.view.ts';
import type { UnitDirectory } from '../units/unit-directory.ts';
import { categories } from './exhibit.dto.ts';

const unknown = { optional: true } as const;

export class WeighingView {
  @Id() id: string;
  @DecimalText({ example: '8.275' }) quantity: string;
  @Code({ example: 'kg' }) unit: string;
  @DecimalText({ example: '8275' }) massGrams: string;
  @OneOf(['gross', 'net']) basis: string;
  @Code(unknown) scale: string | null;
  @Code() weighedBy: string;
  @Code(unknown) witness: string | null;
  @Instant() weighedAt: string;
  @Flag({ description: 'No calibrated scale or no second person: it proves nothing by itself' }) isIndicative: boolean;
}

export class ExhibitView {
  @Id() id: string;
  @Whole() version: number;
  @Text({ example: 'CNS-OSH/2020/EX-0003' }) number: string;
  @OneOf(['held']) status: string;
  @Id() seizureId: string;
  @Id() lineId: string;
  @Part(() => LineView, unknown) line: LineView | null;
  @Code() unit: string;
  @Id(unknown) operationId: string | null;
  @Id(unknown) caseId: string | null;
  @OneOf(classifications) classification: string;
  @OneOf(categories) category: string;
  @Text() description: string;
  @Whole(unknown) packages: number | null;
  @Texts() hazards: string[];
  @Text(unknown) storageCondition: string | null;
  @Code(unknown) sealNumber: string | null;
  @Text(unknown) sealIssuer: string | null;
  @Texts({ description: 'foreign_seal, collected_alone, unsealed, not_weighed: accepted, and marked' }) flags: string[];
  @Code() holderUnit: string;
  @Code(unknown) holder: string | null;
  @Instant() collectedAt: string;
  @Code() collectedBy: string;
  @Code(unknown) witness: string | null;
  @Text(unknown) aloneBecause: string | null;
  @Parts(() => WeighingView) weighings: WeighingView[];
  @Flag() isIllustrative: boolean;
  @Instant() recordedAt: string;

  static of(row: ExhibitRow, codes: Codes, units: UnitDirectory): ExhibitView {
    const { unitId, holderUnitId, classification, collectedAt, recordedAt, line, ...same } = row;
    return {
      ...same, unit: units.codeOf(unitId), holderUnit: units.codeOf(holderUnitId), classification: classifications[classification]!,
      collectedAt: collectedAt.toISOString(), recordedAt: recordedAt.toISOString(), line: line && LineView.of(line, codes),
    };
  }
}

export interface ExhibitRow extends Omit<ExhibitView, 'unit' | 'holderUnit' | 'classification' | 'collectedAt' | 'recordedAt' | 'line'> {
  unitId: string;
  holderUnitId: string;
  classification: number;
  collectedAt: Date;
  recordedAt: Date;
  line: LineRow | null;
}
