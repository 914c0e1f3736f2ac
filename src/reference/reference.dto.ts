import { Day, Id, Text } from '../platform/fields.ts';

/** Names in all three languages: whatever can be seized or lie on a map bears them. */
export class AllNames {
  @Text({ example: 'Heroin' }) en: string;
  @Text({ example: 'Героин' }) ru: string;
  @Text({ example: 'Героин' }) ky: string;
}

/** What every new row says beside its facts. */
export abstract class Sourced {
  @Id({ optional: true, description: 'Yours to choose, so that the request can safely be sent again' }) id?: string;
  @Text({ max: 2000, example: 'Decision of the Commission on Narcotic Drugs, to be verified against the Yellow List', description: 'Where it is written' }) source: string;
  @Text({ optional: true, max: 2000, example: 'New decision of the Commission' }) reason?: string | null;
}

export abstract class Dated extends Sourced {
  @Day({ example: '2022-11-22', description: 'The first day on which it holds' }) from: string;
  @Day({ optional: true, example: '2030-01-01', description: 'The first day on which it holds no more; null while no end is known' }) to?: string | null;
}

export class EndValidity {
  @Day({ example: '2029-01-01', description: 'The first day on which it holds no more' }) validTo: string;
  @Text({ max: 2000, example: 'Repealed by a later resolution' }) reason: string;
}

export const columnsOfNames = ({ en, ru, ky }: { en: string; ru?: string | null; ky?: string | null }) => ({ name_en: en, name_ru: ru ?? null, name_ky: ky ?? null });
