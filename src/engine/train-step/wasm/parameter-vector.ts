import type { ParameterLayout } from './parameter-layout';

/**
 * All parameters in the kernels' own order.
 * @param weights - one array a tensor, in the order of the plan
 * @throws RangeError for weights of other sizes
 */
export function parameterVector(
  { floats, tensors }: ParameterLayout,
  weights: readonly Float32Array[],
): Float32Array {
  const parameters = new Float32Array(floats);
  tensors.forEach((places, i) => {
    const values = weights[i];
    if (values?.length !== places.length) {
      throw new RangeError(`weight tensor ${i} needs ${places.length} values, not ${values?.length}`);
    }
    places.forEach((place, j) => {
      parameters[place] = values[j] as number;
    });
  });
  return parameters;
}

/** Copies of the weights, one array a tensor, in the order of the plan. */
export const weightsIn = ({ tensors }: ParameterLayout, parameters: Float32Array): Float32Array[] =>
  tensors.map((places) => Float32Array.from(places, (place) => parameters[place] as number));
