import { z } from 'zod';
import { type LayerDescriptor, type Shape, sizeOf } from './layer';

/**
 * Batch normalisation (Ioffe & Szegedy 2015): each channel of maps, or each unit of a vector, is brought to mean 0 and
 * variance 1, then scaled and shifted by what is learnt. While training by the statistics of the images at hand, while
 * reading by their running averages.
 */
export const BATCH_NORM = {
  /** Added to the variance. */
  epsilon: 1e-5,
  /** What a step leaves of the running averages (PyTorch: momentum 0.1; the variance is the biased one, as in Keras). */
  keep: 0.9,
} as const;

const schema = z.strictObject({ type: z.literal('batch-norm') });
type BatchNormLayer = z.infer<typeof schema>;

const channelsOf = (shape: Shape): number => shape[shape.length - 1] as number;

export const batchNorm = {
  schema,
  isForTraining: false,
  activation: 'taken-over',

  format: () => 'n',

  parse: (token) => (token === 'n' ? { type: 'batch-norm' } : undefined),

  shapes(_layer, input) {
    const shape = [channelsOf(input)];
    return {
      output: input,
      weights: [
        { role: 'scale', shape },
        { role: 'shift', shape },
        { role: 'mean', shape },
        { role: 'variance', shape },
      ],
      // One multiplication and one addition, when the statistics are known.
      flops: 2 * sizeOf(input),
    };
  },

  windows: () => ({ size: 1, stride: 1, above: 0, before: 0 }),

  forward(_placed, input, weights) {
    const { factor, offset } = affineOf(weights);
    const channels = factor.length;
    return input.map((value, i) => value * (factor[i % channels] ?? 0) + (offset[i % channels] ?? 0));
  },

  backward(_placed, gradient, _input, weights) {
    const { factor } = affineOf(weights);
    return gradient.map((value, i) => value * (factor[i % factor.length] ?? 0));
  },
} as const satisfies LayerDescriptor<BatchNormLayer>;

/**
 * What a normalisation does while reading: value · factor + offset, by channel.
 * @param weights - scale, shift, mean, variance
 * @throws RangeError where one is missing
 */
function affineOf(weights: readonly Float32Array[]): {
  readonly factor: Float64Array;
  readonly offset: Float64Array;
} {
  const [scale, shift, mean, variance] = weights;
  if (!scale || !shift || !mean || !variance) throw new RangeError('fewer weights than the network needs');
  const factor = Float64Array.from(
    scale,
    (value, i) => value / Math.sqrt((variance[i] ?? 0) + BATCH_NORM.epsilon),
  );
  return { factor, offset: factor.map((value, i) => (shift[i] ?? 0) - (mean[i] ?? 0) * value) };
}
