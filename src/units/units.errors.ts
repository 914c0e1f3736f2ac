import { constraintMeans, define } from '../platform/errors.ts';

export const unitCodeTaken = define('units.code-taken', 'conflict', 'Another unit has this code', '/code');
export const namesOverlap = define('units.names-overlap', 'conflict', 'The unit has a later name already: a name is added after the last one', '/from');
export const parentsOverlap = define('units.parents-overlap', 'conflict', 'The unit has a later parent already: a move is added after the last one', '/from');
export const notLater = define('units.not-later', 'refused', 'It must begin after the one before it, and on or after the day the unit was established', '/from');
export const belowItself = define('units.cycle', 'refused', 'A unit cannot stand below itself, on any day', '/parent');
export const unitDissolved = define('units.dissolved', 'refused', 'The unit is dissolved by then');
export const dissolvedBeforeEstablished = define('units.dissolved-before-established', 'refused', 'A unit is dissolved after the day it was established', '/on');
export const unitStaffed = define('units.staffed', 'refused', 'Officers serve in the unit beyond that day: transfer them first', '/on');
export const unitsBelow = define('units.has-units-below', 'refused', 'Units stand below it beyond that day: move them first', '/on');
export const successorItself = define('units.succeeds-itself', 'refused', 'A unit does not succeed itself', '/successors');
export const unitCommanded = define('units.commanded', 'conflict', 'The unit has a commander in these days: end that command first, or appoint someone to act', '/from');
export const commandEnded = define('units.command-ended', 'refused', 'The command has ended already', '/on');
export const endsBeforeStart = define('units.ends-before-start', 'refused', 'It must end after the day it began');

constraintMeans('units_code_taken', unitCodeTaken);
constraintMeans('units_order', dissolvedBeforeEstablished);
constraintMeans('units_dissolved_empty', unitStaffed);
constraintMeans('units_dissolved_childless', unitsBelow);
constraintMeans('unit_names_no_overlap', namesOverlap);
constraintMeans('unit_names_order', notLater);
constraintMeans('unit_parents_no_overlap', parentsOverlap);
constraintMeans('unit_parents_order', notLater);
constraintMeans('unit_parents_no_cycle', belowItself);
constraintMeans('unit_parents_not_itself', belowItself);
constraintMeans('unit_parents_unit_dissolved', unitDissolved);
constraintMeans('unit_successions_not_itself', successorItself);
constraintMeans('unit_commands_unit_dissolved', unitDissolved);
constraintMeans('unit_commands_one_head', unitCommanded);
constraintMeans('unit_commands_order', endsBeforeStart);

export const officerCodeTaken = define('officers.code-taken', 'conflict', 'Another officer has this code', '/code');
export const badgeTaken = define('officers.badge-taken', 'conflict', 'Another officer has this badge number', '/badgeNumber');
export const alreadyOfficer = define('officers.person-taken', 'conflict', 'This person is an officer already', '/personId');
export const postsOverlap = define('officers.posts-overlap', 'conflict', 'The officer has a later post already: a transfer is added after the last one', '/from');
export const postNotLater = define('officers.post-not-later', 'refused', 'A post begins after the one before it', '/from');
export const officerDeparted = define('officers.departed', 'refused', 'The officer has departed by then');
export const rankNeeded = define('officers.rank-needed', 'invalid', 'There is no post before this one to take the rank from', '/rank');
export const departureAhead = define('officers.departure-ahead', 'refused', 'A departure is recorded when its day has come: the officer’s accounts end with it', '/on');
export const departsBeforeStart = define('officers.departs-before-start', 'refused', 'An officer departs after the day the present post began', '/on');
export const expiresBeforeIssue = define('qualifications.expires-before-issue', 'refused', 'A qualification expires after the day it was issued', '/expiresOn');

constraintMeans('officers_code_taken', officerCodeTaken);
constraintMeans('officers_badge_taken', badgeTaken);
constraintMeans('officers_person_once', alreadyOfficer);
constraintMeans('officers_order', departsBeforeStart);
constraintMeans('officer_posts_no_overlap', postsOverlap);
constraintMeans('officer_posts_order', postNotLater);
constraintMeans('officer_posts_unit_dissolved', unitDissolved);
constraintMeans('officer_posts_officer_departed', officerDeparted);
constraintMeans('officers_departure_ends_posts', departsBeforeStart);
constraintMeans('qualifications_order', expiresBeforeIssue);

export const resourceCodeTaken = define('resources.code-taken', 'conflict', 'Another resource has this code', '/code');
export const notWeighing = define('resources.not-a-scale', 'refused', 'Only a scale or a weighbridge is calibrated', '/calibrationExpiresAt');
export const calibrationBackwards = define('resources.calibration-backwards', 'refused', 'A calibration expires after the day it was made', '/calibrationExpiresAt');

constraintMeans('resources_code_taken', resourceCodeTaken);
constraintMeans('resources_calibration', notWeighing);
