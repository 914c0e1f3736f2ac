import { Day, Flag, Id, Instant, OneOf, Part, Parts, Prose, Text, Texts, Whole } from '../platform/fields.ts';
import { releaseReasons, sexes, subjectKinds, subjectRoles } from './subject.entity.ts';
import { Warning } from './warning.view.ts';

class Appearance {
  @Id({ description: 'The link' }) id: string;
  @Id() caseId: string;
  @Text({ example: 'CNS-OSH/2020/C-0012' }) caseNumber: string;
  @OneOf(subjectRoles) role: string;
  @Instant({ optional: true }) from: string | null;
  @Instant({ optional: true }) until: string | null;
}

export class SubjectView {
  @Id() id: string;
  @Whole() version: number;
  @OneOf(subjectKinds) kind: string;
  @Text({ example: 'Токтосунов Марат Эсенович' }) name: string;
  @Texts() aliases: string[];
  @Text({ optional: true }) identifier: string | null;
  @Day({ optional: true }) birthDate: string | null;
  @OneOf(sexes, { optional: true }) sex: string | null;
  @Text({ optional: true, example: 'KG' }) citizenship: string | null;
  @Prose({ optional: true }) description: string | null;
  @Id({ description: 'The case in which it was first recorded' }) caseId: string;
  @Parts(() => Appearance, { description: 'Its roles in the cases that the caller may see' }) cases: Appearance[];
  @Instant() recordedAt: string;

  static of({ recordedAt, cases, ...row }: SubjectRow): SubjectView {
    return { ...row, recordedAt: recordedAt.toISOString(), cases: cases.map((each) => ({ ...each, from: utc(each.from), until: utc(each.until) })) };
  }
}
export type SubjectRow = Omit<SubjectView, 'recordedAt'> & { recordedAt: Date };

/** A moment inside JSON that PostgreSQL made. */
const utc = (moment: string | null) => (moment === null ? null : new Date(moment).toISOString());

class Known {
  @Id() id: string;
  @OneOf(subjectKinds) kind: string;
  @Text({ description: 'What it is called here' }) knownAs: string;
  @Text({ optional: true, description: 'null where the subject’s own record is outside the caller’s scope, like all that follows' }) name: string | null;
  @Texts({ optional: true }) aliases: string[] | null;
  @Text({ optional: true }) identifier: string | null;
  @Day({ optional: true }) birthDate: string | null;
  @OneOf(sexes, { optional: true }) sex: string | null;
  @Text({ optional: true }) citizenship: string | null;
  @Prose({ optional: true }) description: string | null;
}

export class CaseSubjectView {
  @Id() id: string;
  @Whole() version: number;
  @Id() caseId: string;
  @Part(() => Known) subject: Known;
  @OneOf(subjectRoles) role: string;
  @Instant({ optional: true }) from: string | null;
  @Instant({ optional: true }) until: string | null;
  @Text({ optional: true }) note: string | null;
  @Instant() recordedAt: string;
  @Parts(() => Warning, { optional: true, description: 'In the answer to a create: a likely same subject is known' }) warnings?: Warning[];

  static of(row: CaseSubjectRow): CaseSubjectView {
    return { ...row, ...linkMoments(row) };
  }
}
export type CaseSubjectRow = LinkRow<CaseSubjectView>;

/** A link of a subject to what is no case; the module that has it adds its roles. */
export class SubjectLinkView {
  @Id() id: string;
  @Whole() version: number;
  @Part(() => Known) subject: Known;
  @Instant({ optional: true }) from: string | null;
  @Instant({ optional: true }) until: string | null;
  @Text({ optional: true }) note: string | null;
  @Instant() recordedAt: string;
  @Id() recordedBy: string;
}
/** A link as SQL gives it: its moments are Dates. */
export type LinkRow<View> = Omit<View, 'from' | 'until' | 'recordedAt'> & { from: Date | null; until: Date | null; recordedAt: Date };

export const linkMoments = ({ from, until, recordedAt }: LinkRow<unknown>) => ({ from: from?.toISOString() ?? null, until: until?.toISOString() ?? null, recordedAt: recordedAt.toISOString() });

/** Constitution of the Kyrgyz Republic (2021), article 59: nobody is held longer than 48 hours without a court's decision. */
const limitMs = 48 * 60 * 60 * 1000;

class Held {
  @Id() id: string;
  @Text() knownAs: string;
}

/**
 * A detention. The deadline given is kept and shown; where none was given the outer limit of the Constitution is shown,
 * marked as such and stored nowhere, so that a forgotten field never makes a detention that has no end.
 */
export class DetentionView {
  @Id() id: string;
  @Whole() version: number;
  @Id() caseId: string;
  @Part(() => Held) subject: Held;
  @Instant() at: string;
  @Text({ optional: true, example: 'KG-O' }) territory: string | null;
  @Text({ optional: true }) place: string | null;
  @Text({ optional: true }) article: string | null;
  @Instant({ optional: true }) rightsExplainedAt: string | null;
  @Text({ optional: true }) counsel: string | null;
  @Text({ optional: true }) interpreter: string | null;
  @Flag({ optional: true }) isMinor: boolean | null;
  @Instant() deadlineAt: string;
  @OneOf(['given', 'limit_48h'], { description: 'limit_48h: none was given; the latest there can be, and a minor’s may be earlier' }) deadlineBasis: string;
  @Instant({ optional: true }) releasedAt: string | null;
  @OneOf(releaseReasons, { optional: true }) releaseReason: string | null;
  @Text({ optional: true }) releaseNote: string | null;
  @Instant() recordedAt: string;
  @Parts(() => Warning) warnings: Warning[];

  static of({ at, deadlineAt, rightsExplainedAt, releasedAt, recordedAt, ...row }: DetentionRow): DetentionView {
    const deadline = deadlineAt ?? new Date(at.getTime() + limitMs);
    const warnings: Warning[] = [];
    if (row.isMinor && !deadlineAt) warnings.push({ code: 'detentions.minor-without-deadline', detail: 'A minor is held and no deadline is given; the law sets a shorter one' });
    if ((releasedAt ?? new Date()) > deadline) warnings.push({ code: 'detentions.past-deadline', detail: releasedAt ? 'Released after the deadline' : 'Held past the deadline' });
    return {
      ...row, at: at.toISOString(), deadlineAt: deadline.toISOString(), deadlineBasis: deadlineAt ? 'given' : 'limit_48h', rightsExplainedAt: rightsExplainedAt?.toISOString() ?? null,
      releasedAt: releasedAt?.toISOString() ?? null, recordedAt: recordedAt.toISOString(), warnings,
    };
  }
}
export interface DetentionRow extends Omit<DetentionView, 'at' | 'deadlineAt' | 'deadlineBasis' | 'rightsExplainedAt' | 'releasedAt' | 'recordedAt' | 'warnings'> {
  at: Date;
  deadlineAt: Date | null;
  rightsExplainedAt: Date | null;
  releasedAt: Date | null;
  recordedAt: Date;
}
