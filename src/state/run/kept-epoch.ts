import type { Evaluation } from '../../protocol/run';
import type { RunState } from './run-state';

/** Validations up to that of the weights that the run has left, or has as yet: what it is judged by. */
export const keptValidation = ({
  validation,
  ending,
}: Pick<RunState, 'validation' | 'ending'>): readonly Evaluation[] =>
  ending ? validation.slice(0, ending.keptEpoch) : validation;
