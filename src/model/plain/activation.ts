import type { Activation } from '../settings';

/** What each weighted sum becomes. */
export function activated(sums: Float64Array, activation: Activation): Float64Array {
  switch (activation) {
    case 'relu':
      return sums.map((sum) => Math.max(0, sum));
    case 'sigmoid':
      return sums.map((sum) => 1 / (1 + Math.exp(-sum)));
    case 'tanh':
      return sums.map((sum) => Math.tanh(sum));
    default:
      return activation satisfies never;
  }
}

/**
 * Gradient by the weighted sums, from that by the outputs: times the activation's slope, which for each of them can
 * be told from the output. ReLU's at 0 is 0, as TensorFlow has it.
 */
export function throughActivation(
  gradient: Float64Array,
  outputs: Float64Array,
  activation: Activation,
): Float64Array {
  const slope = slopes[activation];
  return gradient.map((value, i) => value * slope(outputs[i] as number));
}

const slopes: Record<Activation, (output: number) => number> = {
  relu: (output) => (output > 0 ? 1 : 0),
  sigmoid: (output) => output * (1 - output),
  tanh: (output) => 1 - output * output,
};
