import { z } from 'zod';
import type { LayerDescriptor, PlacedLayer } from './layer';

const schema = z.strictObject({ type: z.literal('global-avg-pool') });
type GlobalAvgPoolLayer = z.infer<typeof schema>;

/** Global average pooling (Lin, Chen & Yan 2013): of each map its mean. */
export const globalAvgPool = {
  schema,
  isForTraining: false,
  activation: 'passed-on',

  format: () => 'g',

  parse: (token) => (token === 'g' ? { type: 'global-avg-pool' } : undefined),

  shapes(_layer, input) {
    if (input.length === 1) return { code: 'maps-after-dense' };
    const [height, width, channels] = input;
    return { output: [channels], weights: [], flops: height * width * channels };
  },

  // Each output sees all of one map.
  windows: () => undefined,

  forward(placed, input) {
    const { channels, pixels } = sizesOf(placed);
    const means = new Float64Array(channels);
    for (const [i, value] of input.entries()) {
      means[i % channels] = (means[i % channels] ?? 0) + value / pixels;
    }
    return means;
  },

  backward(placed, gradient) {
    const { channels, pixels } = sizesOf(placed);
    return Float64Array.from({ length: pixels * channels }, (_, i) => (gradient[i % channels] ?? 0) / pixels);
  },
} as const satisfies LayerDescriptor<GlobalAvgPoolLayer>;

/** @throws RangeError for a layer without maps */
function sizesOf({ input }: PlacedLayer<GlobalAvgPoolLayer>) {
  if (input.length === 1) throw new RangeError('a layer without maps');
  const [height, width, channels] = input;
  return { channels, pixels: height * width };
}
