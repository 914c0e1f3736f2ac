import { Day, Id, OneOf, Prose, Reasoned, Text, Texts } from '../platform/fields.ts';
import { decisionKinds, issuerKinds } from './case.entity.ts';

export class RecordDecision extends Reasoned {
  @Id({ optional: true }) id?: string;
  @OneOf(decisionKinds, { example: 'physical_evidence' }) kind: string;
  @OneOf(issuerKinds, { example: 'investigator' }) issuerKind: string;
  @Text({ optional: true, example: 'Investigator A. Ergeshov' }) issuerName?: string | null;
  @Text({ optional: true, max: 100, example: '12/3' }) number?: string | null;
  @Day({ example: '2020-11-20' }) decidedOn: string;
  @Day({ optional: true, example: '2020-11-20', description: 'null: not in force yet, or not known' }) inForceFrom?: string | null;
  @Prose({ optional: true, example: 'The seized powder is recognised as physical evidence' }) summary?: string | null;
  @Texts({ optional: true, max: 200, example: ['Keep the powder in the evidence store until the verdict'], description: 'What it orders for each person or exhibit, in words' })
  orders?: string[] | null;
}

export class AmendDecision extends Reasoned {
  @OneOf(decisionKinds, { optional: true, example: 'physical_evidence' }) kind?: string | null;
  @OneOf(issuerKinds, { optional: true, example: 'investigator' }) issuerKind?: string | null;
  @Text({ optional: true }) issuerName?: string | null;
  @Text({ optional: true, max: 100, example: '12/3' }) number?: string | null;
  @Day({ optional: true, example: '2020-11-20' }) decidedOn?: string | null;
  @Day({ optional: true, example: '2020-11-30' }) inForceFrom?: string | null;
  @Prose({ optional: true }) summary?: string | null;
  @Texts({ optional: true, max: 200 }) orders?: string[] | null;
}
