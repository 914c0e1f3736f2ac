import { Id, Text } from '../platform/fields.ts';

/** What the recorder should know and decide about: said in the answer, and never a refusal. */
export class Warning {
  @Text({ example: 'registrations.repeated' }) code: string;
  @Text() detail: string;
  @Id({ optional: true, description: 'The record it speaks of, where the caller may see it' }) record?: string;
}
