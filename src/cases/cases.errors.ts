import { constraintMeans, define, moveRefused, reasonNeeded, unknownCode, type Faults } from '../platform/errors.ts';
import { tooFarAhead } from '../platform/times.ts';

export const decisionNeeded = define('cases.decision-needed', 'forbidden', 'Ending or reopening a case is for a commander or a coordinator; act in that role (Tamga-Role)');
export const closingObjected = define('cases.closing-objections', 'refused', 'Something still stands against closing; settle it first', '/to');
export const joinedIntoNeeded = define('cases.joined-into-needed', 'invalid', 'joinedInto names the case to join into, and belongs to the move to joined alone', '/joinedInto');
export const joinedIntoEnded = define('cases.joined-into-ended', 'refused', 'The case to join into has ended; join into one that is running', '/joinedInto');
export const joinedIntoItself = define('cases.joined-into-itself', 'invalid', 'A case cannot be joined into itself', '/joinedInto');
export const severedFromUnknown = define('cases.severed-from-unknown', 'invalid', 'There is no such case for you to sever from', '/severedFrom');
export const cannotBeUnknown = define('field.needed', 'invalid', 'This field cannot be null; leave it out to keep what is there');

export const onePersonNeeded = define('cases.one-person-needed', 'invalid', 'Name exactly one of officer, account and personId', '/officer');
export const notAProsecutor = define('cases.not-a-prosecutor', 'refused', 'A supervising prosecutor is a person with the role prosecutor', '/part');
export const alreadyMember = define('cases.already-member', 'conflict', 'The person has this part in the case for some of this time; end that first', '/from');
export const oneLead = define('cases.one-lead-investigator', 'conflict', 'The case has a lead investigator for some of this time; end that membership first', '/part');
export const alreadyEnded = define('cases.already-ended', 'refused', 'This has ended already');
export const endBeforeStart = define('cases.end-before-start', 'refused', 'The end lies before the beginning');

export const alreadyRegistered = define('cases.already-registered', 'conflict', 'The case bears this registration already', '/number');
export const emptyRegistration = define('cases.registration-empty', 'invalid', 'A registration number has letters or digits', '/number');
export const alreadyQualified = define('cases.already-qualified', 'conflict', 'The case is qualified as this offence for some of this time', '/article');
export const alreadyReplaced = define('cases.already-requalified', 'conflict', 'This qualification has been replaced already');
export const inForceBeforeDecided = define('decisions.in-force-before-decided', 'invalid', 'A decision is not in force before it is taken', '/inForceFrom');

constraintMeans('cases_lifecycle', moveRefused);
constraintMeans('cases_move_reasoned', reasonNeeded);
constraintMeans('cases_joined', joinedIntoNeeded);
constraintMeans('cases_joined_into_running', joinedIntoEnded);
constraintMeans('cases_not_into_itself', joinedIntoItself);
constraintMeans('cases_severed_from', severedFromUnknown);
constraintMeans('cases_not_ahead', tooFarAhead);
constraintMeans('programmes.unknown', unknownCode);
constraintMeans('case_transitions_not_ahead', tooFarAhead);
constraintMeans('case_members_once', alreadyMember);
constraintMeans('case_members_one_lead', oneLead);
constraintMeans('case_members_order', endBeforeStart);
constraintMeans('case_registrations_once', alreadyRegistered);
constraintMeans('case_registrations_number', emptyRegistration);
constraintMeans('case_offences_once', alreadyQualified);
constraintMeans('case_offences_order', endBeforeStart);
constraintMeans('case_offences_replaced_once', alreadyReplaced);
constraintMeans('decisions_in_force', inForceBeforeDecided);

/** A change may leave a field out; it may not make unknown what every record has. */
export function refuseNulls<Command extends object>(faults: Faults, command: Command, ...fields: (keyof Command & string)[]): void {
  for (const field of fields) if (command[field] === null) faults.add(cannotBeUnknown(), `/${field}`);
}
