import { Id, Prose, Reasoned } from '../platform/fields.ts';

const unknown = { optional: true } as const;

/** The sections of a plan; each may come later, by PATCH. */
export class Sections extends Reasoned {
  @Prose({ ...unknown, example: 'A channel brings heroin from the border to Kara-Suu bazaar', description: 'what is known' }) situation?: string | null;
  @Prose({ ...unknown, example: 'Stop the lorry and secure the load', description: 'what is to be reached' }) mission?: string | null;
  @Prose({ ...unknown, example: '1. Observation from 04:00. 2. Stop at the post.', description: 'phases and tasks' }) execution?: string | null;
  @Prose({ ...unknown, example: 'Two vehicles, one dog; scale SC-01', description: 'administration and logistics' }) administration?: string | null;
  @Prose({ ...unknown, example: 'OFF-0007 leads; channel 4', description: 'command and signal' }) command?: string | null;
  @Prose({ ...unknown, example: 'Crowd at the bazaar: stop before the town', description: 'hazards and what is done about them' }) risks?: string | null;
  @Prose({ ...unknown, example: 'Court sanction 4-112 of 12 November 2020' }) legalBasis?: string | null;
}

export class DraftPlan extends Sections {
  @Id({ optional: true }) id?: string;
}

/** What is left out stays as it is; null empties a section. */
export class EditPlan extends Sections {}
