import { constraintMeans, define } from '../platform/errors.ts';

export const noSeizure = define('exhibits.seizure-not-found', 'invalid', 'There is no such seizure for you', '/seizureId');
export const noLine = define('exhibits.line-not-found', 'invalid', 'The seizure has no such line', '/lineId');
export const sealUsed = define('seal.used', 'conflict', 'This seal was used before; a seal is used once', '/sealNumber');
export const notAnOfficer = define('exhibits.no-collector', 'invalid', 'Say which officer collected it: your account is no officer’s', '/collectedBy');
export const ownWitness = define('exhibits.own-witness', 'invalid', 'The witness must be another than the one who collected or weighed it', '/witness');
export const notAMass = define('weighing.not-a-mass', 'invalid', 'A weighing is in a unit of mass', '/weighing/unit');
export const issuerWithoutSeal = define('seal.issuer-alone', 'invalid', 'An issuer needs the number of its seal', '/sealNumber');
export const collectedAhead = define('exhibits.ahead', 'invalid', 'collectedAt is more than 24 hours ahead', '/collectedAt');

constraintMeans('exhibits_not_ahead', collectedAhead);
constraintMeans('exhibits.no-seizure', noSeizure);
constraintMeans('exhibits_seizure', noSeizure);
constraintMeans('exhibits_line', noLine);
constraintMeans('exhibits_seal_once', sealUsed);
constraintMeans('exhibits_witness_other', ownWitness);
constraintMeans('exhibit_weighings_witness_other', ownWitness);
constraintMeans('exhibits_issuer_of_seal', issuerWithoutSeal);
