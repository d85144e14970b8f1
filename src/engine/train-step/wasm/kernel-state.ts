import type { StepState } from '../../../model/step-state';
import type { ParameterLayout } from './parameter-layout';
import { parameterVector, weightsIn } from './parameter-vector';

/** How the kernels stand: vectors of all parameters, in their own order. */
export interface KernelState {
  readonly parameters: Float32Array;
  /** What the optimizer remembers. */
  readonly vectors: readonly Float32Array[];
  /** Of the optimizer. */
  readonly steps: number;
  /** Of the weights, where there is one. */
  readonly average: Float32Array | undefined;
}

/** @throws RangeError for tensors of other sizes */
export function kernelState(layout: ParameterLayout, given: StepState): KernelState {
  const vector = (tensors: readonly Float32Array[]) => parameterVector(layout, tensors);
  return {
    parameters: vector(given.weights),
    vectors: given.vectors.map(vector),
    steps: given.steps,
    average: given.average && vector(given.average),
  };
}

export function stepState(
  layout: ParameterLayout,
  optimizer: StepState['optimizer'],
  { parameters, vectors, steps, average }: KernelState,
): StepState {
  const tensors = (vector: Float32Array) => weightsIn(layout, vector);
  return {
    optimizer,
    weights: tensors(parameters),
    vectors: vectors.map(tensors),
    steps,
    ...(average && { average: tensors(average) }),
  };
}
