import { linkMoments, SubjectLinkView, type LinkRow } from '../cases/subject.view.ts';
import { Id, OneOf } from '../platform/fields.ts';
import { seizureSubjectRoles } from './seizure.entity.ts';

export class SeizureSubjectView extends SubjectLinkView {
  @Id() seizureId: string;
  @OneOf(seizureSubjectRoles) role: string;

  static of(row: LinkRow<SeizureSubjectView>): SeizureSubjectView {
    return { ...row, ...linkMoments(row) };
  }
}
