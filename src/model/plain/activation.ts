import type { Activation } from '../settings';

/** Slope of leaky ReLU below 0: that of Maas et al. 2013, and PyTorch's. (Keras has 0.3.) */
export const LEAKY_SLOPE = 0.01;

/**
 * GELU in its tanh form, ½·x·(1 + tanh(scale·(x + cubic·x³))) (Hendrycks & Gimpel 2016, arXiv:1606.08415, section 2;
 * PyTorch's approximate='tanh'): every device has an exponential, and not every one an error function. It departs from
 * x·Φ(x) by less than 0.0005.
 */
export const GELU = { scale: Math.sqrt(2 / Math.PI), cubic: 0.044715 } as const;

/** What each weighted sum becomes. */
export function activated(sums: Float64Array, activation: Activation): Float64Array {
  return sums.map((sum) => activatedValue(sum, activation));
}

export function activatedValue(sum: number, activation: Activation): number {
  switch (activation) {
    case 'relu':
      return Math.max(0, sum);
    case 'leaky-relu':
      return sum > 0 ? sum : LEAKY_SLOPE * sum;
    case 'gelu':
      return 0.5 * sum * (1 + geluTanh(sum));
    case 'sigmoid':
      return 1 / (1 + Math.exp(-sum));
    case 'tanh':
      return Math.tanh(sum);
    default:
      return activation satisfies never;
  }
}

/** Gradient by the weighted sums, from that by the outputs: times the activation's slope. */
export function throughActivation(
  gradient: Float64Array,
  sums: Float64Array,
  outputs: Float64Array,
  activation: Activation,
): Float64Array {
  const slope = slopes[activation];
  return gradient.map((value, i) => value * slope(outputs[i] as number, sums[i] as number));
}

/** At 0 the slope is that of what lies below, as TensorFlow has it. */
const slopes: Record<Activation, (output: number, sum: number) => number> = {
  relu: (output) => (output > 0 ? 1 : 0),
  'leaky-relu': (output) => (output > 0 ? 1 : LEAKY_SLOPE),
  gelu: (_output, sum) => {
    const tanh = geluTanh(sum);
    const inner = GELU.scale * (1 + 3 * GELU.cubic * sum * sum);
    return 0.5 * (1 + tanh) + 0.5 * sum * (1 - tanh * tanh) * inner;
  },
  sigmoid: (output) => output * (1 - output),
  tanh: (output) => 1 - output * output,
};

const geluTanh = (sum: number): number => Math.tanh(GELU.scale * (sum + GELU.cubic * sum ** 3));
