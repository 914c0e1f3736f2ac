import { constraintMeans, define, notFound, unavailable } from '../platform/errors.ts';

export const periodOrder = define('activity-plans.period-order', 'invalid', 'The period must end after it begins', '/periodTo');
export const belongsAlready = define('activity-plans.belongs-already', 'conflict', 'The operation belongs to the plan already', '/operationId');
export const endedAlready = define('activity-plans.ended-already', 'refused', 'The operation was taken out of the plan already');
export const noOperation = define('activity-plans.operation-not-found', 'invalid', 'There is no such operation for you', '/operationId');
export const halfWorth = define('activity-plans.half-amount', 'invalid', 'An amount needs its currency, and a currency its amount', '/currency');
export const operationOver = define('plans.operation-over', 'refused', 'The operation is closed or cancelled: it is planned no more');

constraintMeans('activity_plans_period', periodOrder);
constraintMeans('activity_plan_operations_once', belongsAlready);
constraintMeans('activity_plan_operations_plan', notFound);
constraintMeans('activity_plan_operations_operation', noOperation);
constraintMeans('activity_plan_assessments_amount_whole', halfWorth);
// Two drafts of one operation were begun at once past the service: the second asks again for its number.
constraintMeans('plans_number_taken', unavailable);
