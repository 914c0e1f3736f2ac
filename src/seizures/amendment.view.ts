import { ApiProperty } from '@nestjs/swagger';
import { Id, Instant, OneOf, Parts, Text, Whole } from '../platform/fields.ts';
import { LineView } from './seizure.view.ts';

const fields = { type: 'object', additionalProperties: true, description: 'Of the head, and of lines by their id', example: { head: { place: 'Osh, bazaar' }, lines: {} } } as const;

/** What an amendment or a void changed: the fields it named, before and after. */
export class AmendmentView {
  @Id() id: string;
  @Whole() version: number;
  @OneOf(['amendment', 'void']) kind: string;
  @OneOf(['applied', 'awaiting_second_person', 'declined']) status: string;
  @Text({ example: 'The protocol says 8.268 kg, not 8.286 kg' }) reason: string;
  @ApiProperty(fields) was: object;
  @ApiProperty(fields) becomes: object;
  @Id({ description: 'The person who proposed it' }) proposedBy: string;
  @Id({ optional: true, description: 'The second person, where one decided' }) confirmedBy: string | null;
  @Instant() recordedAt: string;
  @Instant({ optional: true }) confirmedAt: string | null;

  static of({ was, becomes, recordedAt, confirmedAt, ...same }: AmendmentRow): AmendmentView {
    return { ...same, was: JSON.parse(was) as object, becomes: JSON.parse(becomes) as object, recordedAt: recordedAt.toISOString(), confirmedAt: confirmedAt?.toISOString() ?? null };
  }
}

export interface AmendmentRow extends Omit<AmendmentView, 'was' | 'becomes' | 'recordedAt' | 'confirmedAt'> {
  was: string;
  becomes: string;
  recordedAt: Date;
  confirmedAt: Date | null;
}

export class AmendmentsView {
  @Parts(() => AmendmentView) items: AmendmentView[];
}

export class LinesView {
  @Parts(() => LineView) items: LineView[];
  @Text({ optional: true, example: null, description: 'Always null: a seizure’s lines are one page' }) nextCursor: string | null;
}
