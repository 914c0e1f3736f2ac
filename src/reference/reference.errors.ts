import { constraintMeans, define, unknownCode } from '../platform/errors.ts';

export const codeTaken = define('reference.code-taken', 'conflict', 'Another record bears this code: end or use that one, or choose another code', '/code');
export const codeForm = define('reference.code-form', 'invalid', 'This is not the form of such a code', '/code');
export const ownParent = define('reference.own-parent', 'invalid', 'A record cannot stand above itself', '/parent');
export const endBeforeStart = define('reference.end-before-start', 'invalid', 'Validity must end after it began', '/to');
export const alreadyEnded = define('reference.already-ended', 'refused', 'Its validity has an end already: what holds after it is a new record', '/validTo');
export const overlap = define('reference.overlap', 'conflict', 'For this the period is taken by another record: end that one first', '/from');
export const rateKnown = define('reference.rate-known', 'conflict', 'The rate of these currencies on that day is recorded already', '/on');
export const sameCurrency = define('reference.same-currency', 'invalid', 'A rate needs two different currencies', '/per');
export const oneScope = define('reference.one-scope', 'invalid', 'A factor is for one substance, for one group, or for anything: not for a substance and a group', '/group');
export const notPositive = define('reference.not-positive', 'invalid', 'The figure must be greater than zero');
export const renamedAfter = define('reference.renamed-after', 'refused', 'A later name is recorded already: names are added in the order of time', '/from');

for (const table of ['substances', 'territories', 'conversion_factors', 'programmes']) {
  constraintMeans(`${table}_code_taken`, codeTaken);
  constraintMeans(`${table}_code_form`, codeForm);
}
for (const table of ['substances', 'territories', 'programmes']) {
  constraintMeans(`${table}_not_own_parent`, ownParent);
  constraintMeans(`${table}_parent`, unknownCode);
}
for (const table of ['substance_controls', 'territories', 'territory_names', 'conversion_factors', 'prices', 'statutory_sizes', 'programmes']) constraintMeans(`${table}_order`, endBeforeStart);
for (const table of ['substance_controls', 'territory_names', 'conversion_factors', 'prices', 'statutory_sizes']) constraintMeans(`${table}_no_overlap`, overlap);
for (const constraint of ['substance_controls_substance', 'territory_names_territory', 'conversion_factors_substance', 'conversion_factors_unit', 'prices_substance',
  'prices_territory', 'prices_unit', 'statutory_sizes_substance']) constraintMeans(constraint, unknownCode);
for (const constraint of ['conversion_factors_positive', 'prices_positive', 'exchange_rates_positive', 'statutory_sizes_grams']) constraintMeans(constraint, notPositive);
constraintMeans('exchange_rates_once', rateKnown);
constraintMeans('exchange_rates_two_currencies', sameCurrency);
constraintMeans('conversion_factors_of_one', oneScope);
