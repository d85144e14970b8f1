import { z } from 'zod';
import { type LayerDescriptor, whole } from './layer';

export const DROPOUT_LIMITS = { dropPercent: [1, 90] } as const;

const schema = z.strictObject({
  type: z.literal('dropout'),
  /** share of the inputs that is dropped, percent */
  percent: whole(DROPOUT_LIMITS.dropPercent),
});
type DropoutLayer = z.infer<typeof schema>;

const TOKEN = /^x(\d{1,4})$/;

export const dropout = {
  schema,
  isForTraining: true,
  activation: 'none',

  format: ({ percent }) => `x${percent}`,

  parse(token) {
    const [found, percent] = TOKEN.exec(token) ?? [];
    return found === undefined ? undefined : { type: 'dropout', percent: Number(percent) };
  },

  shapes: (_layer, input) => ({ output: input, weights: [], flops: 0 }),

  windows: () => ({ size: 1, stride: 1, above: 0, before: 0 }),

  forward: (_placed, input) => input,

  backward: (_placed, gradient) => gradient,
} as const satisfies LayerDescriptor<DropoutLayer>;
