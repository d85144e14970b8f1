import type { Settings } from './settings';

/**
 * All that decides how a step goes on, besides its settings, its images and what it is told of each batch. It is plain
 * data that a step of another kind takes as well: tensors are one array each, in the order of the plan.
 */
export interface StepState {
  readonly optimizer: Settings['optimizer'];
  /** Those that are trained. */
  readonly weights: readonly Float32Array[];
  /** What the optimizer remembers, by its formulas (optimizer.ts): of each of its vectors one array a weight tensor. */
  readonly vectors: readonly (readonly Float32Array[])[];
  /** Of the optimizer. */
  readonly steps: number;
  /** The average of the weights, where there is one: a step that keeps none passes it over. */
  readonly average?: readonly Float32Array[];
}

/** How many vectors of all parameters an optimizer remembers. */
export const STATE_VECTORS: Readonly<Record<Settings['optimizer'], number>> = {
  sgd: 0,
  momentum: 1,
  nesterov: 1,
  rmsprop: 1,
  adam: 2,
  adamw: 2,
};

/** @throws RangeError where the state is another optimizer's */
export function checkOptimizer(state: StepState, { optimizer }: Pick<Settings, 'optimizer'>): void {
  if (state.optimizer !== optimizer) {
    throw new RangeError(`the state is one of ${state.optimizer}, not of ${optimizer}`);
  }
  const vectors = STATE_VECTORS[optimizer];
  if (state.vectors.length !== vectors) {
    throw new RangeError(`${optimizer} needs ${vectors} vectors, not ${state.vectors.length}`);
  }
}

/** All tensors that a state has, of each kind one array a weight tensor. */
export const tensorsOf = ({ weights, vectors, average }: StepState): (readonly Float32Array[])[] => [
  weights,
  ...vectors,
  ...(average ? [average] : []),
];
