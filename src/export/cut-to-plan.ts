import type { Network } from '../model/network';
import { planOf, sizeOf } from '../model/shapes';

/**
 * All weights of a network that lie one behind the other, a tensor each.
 * @throws RangeError where there are more or fewer
 */
export function cutToPlan(values: Float32Array, network: Network): Float32Array[] {
  let end = 0;
  const tensors = planOf(network).layers.flatMap(({ weights }) =>
    weights.map(({ shape }) => {
      const start = end;
      end += sizeOf(shape);
      return values.slice(start, end);
    }),
  );
  if (end !== values.length) throw new RangeError(`${values.length} weights, not ${end}`);
  return tensors;
}
