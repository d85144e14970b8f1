import { z } from 'zod';
import { multiply, multiplyBack } from '../plain/dense';
import { type LayerDescriptor, sizeOf, whole } from './layer';
import { kernelAndBias, weightedShapes } from './weighted';

export const DENSE_LIMITS = { units: [1, 2048] } as const;

const schema = z.strictObject({ type: z.literal('dense'), units: whole(DENSE_LIMITS.units) });
type DenseLayer = z.infer<typeof schema>;

const TOKEN = /^d(\d{1,5})$/;

export const dense = {
  schema,
  isForTraining: false,
  activation: 'own',

  format: ({ units }) => `d${units}`,

  parse(token) {
    const [found, units] = TOKEN.exec(token) ?? [];
    return found === undefined ? undefined : { type: 'dense', units: Number(units) };
  },

  shapes: ({ units }, input) => weightedShapes([units], [sizeOf(input), units]),

  windows: () => undefined,

  forward: (placed, input, weights) => multiply(input, ...kernelAndBias(placed, weights)),

  backward: (placed, gradient, _input, weights) => multiplyBack(gradient, kernelAndBias(placed, weights)[0]),
} as const satisfies LayerDescriptor<DenseLayer>;
