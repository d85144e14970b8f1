import type { LayerPlan } from './shapes';

/**
 * The shape of the kernels that a layer lays on its input: [height, width, in, out], of a dense layer [in, out]; a
 * separable convolution's as if they were multiplied out. Undefined where it has none.
 */
export function kernelShape({ layer, input, weights }: LayerPlan): readonly number[] | undefined {
  if (layer.type === 'separable-conv') return [layer.kernel, layer.kernel, input[2] ?? 1, layer.filters];
  return weights.find(({ role }) => role === 'kernel')?.shape;
}

/** A convolution's kernels as they lie in memory. */
interface ConvKernels {
  /** [height, width, in, out] */
  readonly shape: readonly number[];
  readonly kernel: Float32Array;
}

/** One input channel, or the mean over all. */
export type KernelChannel = number | 'mean';

/** One picture a filter. */
export interface KernelPictures {
  readonly count: number;
  readonly width: number;
  readonly height: number;
  /** [count, height, width] */
  readonly values: Float32Array;
}

/** The kernels of all filters for one input channel, or their means over the channels. */
export function kernelPictures({ shape, kernel }: ConvKernels, channel: KernelChannel): KernelPictures {
  const [height = 0, width = 0, channels = 0, count = 0] = shape;
  const taps = height * width;
  const values = new Float32Array(count * taps);
  const [from, to] = channel === 'mean' ? [0, channels] : [channel, channel + 1];
  for (let tap = 0; tap < taps; tap++) {
    for (let input = from; input < to; input++) {
      const row = (tap * channels + input) * count;
      for (let filter = 0; filter < count; filter++) {
        const at = filter * taps + tap;
        values[at] = (values[at] as number) + (kernel[row + filter] as number) / (to - from);
      }
    }
  }
  return { count, width, height, values };
}

/**
 * One filter's kernel for one input channel.
 * @returns [height, width] row by row
 */
export function kernelOf({ shape, kernel }: ConvKernels, filter: number, channel: number): number[] {
  const [height = 0, width = 0, channels = 0, count = 0] = shape;
  return Array.from(
    { length: height * width },
    (_, tap) => kernel[(tap * channels + channel) * count + filter] as number,
  );
}
