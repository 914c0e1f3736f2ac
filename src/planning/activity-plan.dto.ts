import { classifications, type Classification } from '../platform/actor.ts';
import { Code, Day, DecimalText, Id, OneOf, Parts, Prose, Reasoned, Text, Texts } from '../platform/fields.ts';

const unknown = { optional: true } as const;
const objectives = { ...unknown, max: 100, example: [{ text: 'Suppress channels of heroin from the south', measure: 'channels suppressed', target: '2' }] };
const programmes = { ...unknown, max: 20, example: ['XACZ60'] };

export class Objective {
  @Prose({ example: 'Suppress channels of heroin from the south' }) text: string;
  @Text({ ...unknown, example: 'channels suppressed' }) measure?: string | null;
  @Text({ ...unknown, example: '2' }) target?: string | null;
}

export class DraftActivityPlan extends Reasoned {
  @Id({ optional: true }) id?: string;
  @Text({ example: 'General plan, November–December 2020' }) name: string;
  @Code({ optional: true, example: 'CNS', description: 'The unit whose plan it is; your own where left out' }) unit?: string | null;
  @OneOf(classifications, { optional: true, description: 'restricted where left out' }) classification?: Classification | null;
  @Day({ example: '2020-11-01', description: 'its first day' }) periodFrom: string;
  @Day({ example: '2021-01-01', description: 'the day after its last' }) periodTo: string;
  @Parts(() => Objective, objectives) objectives?: Objective[] | null;
  @Texts(programmes) programmes?: string[] | null;
  @Prose(unknown) summary?: string | null;
}

/** What is left out stays as it is; null makes it unknown. */
export class EditActivityPlan extends Reasoned {
  @Text({ optional: true, example: 'General plan, November–December 2020' }) name?: string | null;
  @Code({ optional: true, example: 'CNS' }) unit?: string | null;
  @OneOf(classifications, { optional: true }) classification?: Classification | null;
  @Day({ optional: true, example: '2020-11-01' }) periodFrom?: string | null;
  @Day({ optional: true, example: '2021-01-01' }) periodTo?: string | null;
  @Parts(() => Objective, objectives) objectives?: Objective[] | null;
  @Texts(programmes) programmes?: string[] | null;
  @Prose(unknown) summary?: string | null;
}

export class PlaceOperation extends Reasoned {
  @Id({ optional: true }) id?: string;
  @Id() operationId: string;
}

export class Assess extends Reasoned {
  @Id({ optional: true }) id?: string;
  @DecimalText({ ...unknown, example: '380000', description: 'of the whole plan; null: in words only' }) amount?: string | null;
  @Text({ ...unknown, pattern: /^[A-Z]{3}$/, example: 'USD', description: 'ISO 4217' }) currency?: string | null;
  @Prose({ example: 'Approximate estimated cost of all that was seized' }) text: string;
  @Text({ max: 2000, example: 'UNODC, news of the Programme Office in the Kyrgyz Republic' }) source: string;
  @Day({ example: '2021-01-15' }) assessedOn: string;
}
