import { LinkKnownSubject } from '../cases/subject.dto.ts';
import { OneOf } from '../platform/fields.ts';
import { seizureSubjectRoles } from './seizure.entity.ts';

export class LinkSeizureSubject extends LinkKnownSubject {
  @OneOf(seizureSubjectRoles) role: string;
}
