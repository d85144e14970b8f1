import { planOf, type WeightShape } from '../model/shapes';
import type { TrainedNetwork } from '../model/trained-network';

interface NamedTensor extends WeightShape {
  /** The place of its layer in the network and what it is for: '0.kernel', '3.bias'. */
  readonly name: string;
  readonly values: Float32Array;
}

/** All weights of a network, each with the shape that it has in the lab: kernels of convolutions [height, width, in, out]. */
export function namedTensors({ settings, weights }: TrainedNetwork): NamedTensor[] {
  const shapes = planOf(settings.network).layers.flatMap((plan, at) =>
    plan.weights.map((weight) => ({ ...weight, name: `${at}.${weight.role}` })),
  );
  return shapes.map((shape, i) => ({ ...shape, values: weights[i] as Float32Array }));
}
