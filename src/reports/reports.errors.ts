import { define } from '../platform/errors.ts';

export const figureSaysNothing = define('reported-figures.says-nothing', 'invalid', 'A figure states a quantity, a value, or both', '/quantity');
export const periodReversed = define('reports.period-reversed', 'invalid', 'The period must end after it begins');
export const figureWithdrawn = define('reported-figures.withdrawn', 'refused', 'The figure is withdrawn; record it anew');
export const halfFigure = define('reported-figures.half-quantity', 'invalid', 'A quantity needs its unit, and a unit its quantity');
