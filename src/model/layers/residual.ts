import { z } from 'zod';
import { type LayerDescriptor, sizeOf } from './layer';

const schema = z.strictObject({ type: z.literal('residual') });
type ResidualLayer = z.infer<typeof schema>;

/**
 * Adds to what the layer before has made what that layer was given (He et al. 2016, arXiv:1512.03385, figure 2): it
 * then learns only the difference. That layer's activation comes before the addition.
 */
export const residual = {
  schema,
  isForTraining: false,
  activation: 'none',

  format: () => 'r',

  parse: (token) => (token === 'r' ? { type: 'residual' } : undefined),

  shapes(_layer, input, before) {
    if (!before) return { code: 'nothing-before' };
    // While reading there is no dropout: the layer before would be another one.
    if (before.type === 'dropout') return { code: 'adds-dropout' };
    if (String(before.input) !== String(input)) {
      return { code: 'shapes-differ', from: before.input.join('×'), to: input.join('×') };
    }
    return { output: input, weights: [], flops: sizeOf(input) };
  },

  // What went around the layer before comes from the same pixel, which that layer's window holds in any case.
  windows: () => ({ size: 1, stride: 1, above: 0, before: 0 }),

  forward(_placed, input, _weights, around) {
    if (!around) throw new RangeError('there is nothing to add');
    return input.map((value, i) => value + (around[i] as number));
  },

  // That by what went around is the same; whoever goes back through the layers adds it there.
  backward: (_placed, gradient) => gradient,
} as const satisfies LayerDescriptor<ResidualLayer>;
