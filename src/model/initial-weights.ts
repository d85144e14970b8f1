import { RandomStream } from './random';
import type { Settings } from './settings';
import { type NetworkPlan, sizeOf, type WeightShape } from './shapes';

/**
 * Initial weights, the same on every backend and for every activation: biases zero, normalisations such that they
 * change nothing, kernels by
 * - `glorot`: uniform in ±√(6 / (fan in + fan out)) (Glorot & Bengio 2010);
 * - `he`: normal with standard deviation √(2 / fan in) (He et al. 2015);
 * - `normal`: normal with standard deviation `settings.initStd`.
 * @returns one array a weight tensor, in the order of `plan.layers[].weights`
 */
export function initialWeights(
  plan: NetworkPlan,
  settings: Pick<Settings, 'init' | 'initStd' | 'seed'>,
): Float32Array[] {
  const tensors = plan.layers.flatMap((layer) => layer.weights);
  return tensors.map((tensor, index) => {
    switch (tensor.role) {
      case 'scale':
      case 'variance':
        return new Float32Array(sizeOf(tensor.shape)).fill(1);
      case 'bias':
      case 'shift':
      case 'mean':
        return new Float32Array(sizeOf(tensor.shape));
      case 'kernel':
      case 'depthwise':
        return initialKernel(tensor, settings, new RandomStream(settings.seed, 'weights', index));
      default:
        return tensor.role satisfies never;
    }
  });
}

function initialKernel(
  { role, shape }: WeightShape,
  { init, initStd }: Pick<Settings, 'init' | 'initStd'>,
  random: RandomStream,
): Float32Array {
  const values = new Float32Array(sizeOf(shape));
  const window = sizeOf(shape.slice(0, -2));
  // Of a depthwise kernel each weight lies between one input map and one output map.
  const [inputs = 1, outputs = 1] = role === 'depthwise' ? [1, 1] : shape.slice(-2);
  const [fanIn, fanOut] = [window * inputs, window * outputs];
  switch (init) {
    case 'glorot': {
      const limit = Math.sqrt(6 / (fanIn + fanOut));
      return values.map(() => (2 * random.uniform() - 1) * limit);
    }
    case 'he':
      return values.map(() => random.normal() * Math.sqrt(2 / fanIn));
    case 'normal':
      return values.map(() => random.normal() * initStd);
    default:
      return init satisfies never;
  }
}
