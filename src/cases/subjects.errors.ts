import { constraintMeans, define, unknownCode } from '../platform/errors.ts';
import { tooFarAhead } from '../platform/times.ts';
import { endBeforeStart } from './cases.errors.ts';

export const oneSubjectNeeded = define('subjects.one-needed', 'invalid', 'Give either subjectId, for one that is recorded, or subject, for a new one', '/subject');
export const personOnly = define('subjects.person-only', 'invalid', 'birthDate, sex and citizenship are for persons');
export const roleUnfit = define('subjects.role-unfit', 'refused', 'This role is for persons only', '/role');
export const roleTwice = define('subjects.role-twice', 'conflict', 'The subject has this role here for some of this time already', '/role');
export const detainedNotSubject = define('detentions.not-a-subject', 'refused', 'Only a person who is a subject of this case can be detained in it; link the subject first', '/subject');
export const detainedTwice = define('detentions.twice', 'conflict', 'The person is held in this case at that time already', '/at');
export const deadlineBeforeDetention = define('detentions.deadline-before', 'invalid', 'The deadline lies before the detention', '/deadlineAt');
export const releaseIncomplete = define('detentions.release-incomplete', 'invalid', 'releasedAt and releaseReason belong together', '/releaseReason');
export const alreadyReleased = define('detentions.released', 'refused', 'The person has been released already');
export const stillDetained = define('detentions.not-released', 'refused', 'A person is recorded as held, without a release');

constraintMeans('subjects_person_only', personOnly);
constraintMeans('case_subjects_role_fits', roleUnfit);
constraintMeans('case_subjects_once', roleTwice);
constraintMeans('case_subjects_order', endBeforeStart);
constraintMeans('case_subjects_subject', unknownCode);
constraintMeans('detentions_of_subject', detainedNotSubject);
constraintMeans('detentions_not_twice', detainedTwice);
constraintMeans('detentions_deadline', deadlineBeforeDetention);
constraintMeans('detentions_order', endBeforeStart);
constraintMeans('detentions_released', releaseIncomplete);
constraintMeans('detentions_not_ahead', tooFarAhead);
