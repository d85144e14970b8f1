import type { Arithmetic } from './arithmetic';
import type { Stage } from './shown-values';

/** What a calculation ends with, of what is shown. */
export const foundBy = (arithmetic: Arithmetic, stage: Stage): number =>
  'sum' in arithmetic && stage === 'before' ? arithmetic.sum : arithmetic.output;

/** While training, weights can be newer than the maps; then they belong to another value. */
export const isStale = (found: number, value: number): boolean =>
  Math.abs(found - value) > 1e-3 * Math.max(1, Math.abs(value));
