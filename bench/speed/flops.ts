import { isConvolution } from '../../src/model/network';
import type { LayerPlan, NetworkPlan } from '../../src/model/shapes';

/** Pooling adds nothing that counts, biases and activations hardly more. */
const multiplies = ({ layer }: LayerPlan) => isConvolution(layer) || layer.type === 'dense';

/**
 * Floating point operations of one image's training step, counted as it is usual: multiplications and additions of the
 * convolutions and dense layers, once forward, once for the gradient of the weights and once for that of the inputs,
 * which the first layer does not need. Zeros count like any number.
 */
export function trainingFlops(plan: NetworkPlan): number {
  const layers = plan.layers.filter(multiplies);
  return layers.reduce((sum, { flops }, i) => sum + flops * (i === 0 ? 2 : 3), 0);
}
