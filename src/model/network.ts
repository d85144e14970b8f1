import { z } from 'zod';

/** A network is plain data: the list of its layers, input side first. The input is always 28×28×1. */
export const INPUT_SIDE = 28;
export const INPUT_SIZE = INPUT_SIDE * INPUT_SIDE;
export const CLASSES = 10;

/** What a layer may be, with its ranges. To add a layer type: here, in shapes.ts, notation.ts and engine/forward.ts. */
export const LAYER_LIMITS = {
  filters: [1, 256],
  kernel: [1, 7],
  convStride: [1, 2],
  poolSize: [2, 4],
  poolStride: [1, 4],
  units: [1, 2048],
  dropPercent: [1, 90],
  layers: [1, 16],
} as const;

const whole = ([min, max]: readonly [number, number]) => z.number().int().min(min).max(max);

const convSchema = z.strictObject({
  type: z.literal('conv'),
  filters: whole(LAYER_LIMITS.filters),
  /** side of the square kernel, pixels */
  kernel: whole(LAYER_LIMITS.kernel),
  stride: whole(LAYER_LIMITS.convStride),
  padding: z.enum(['valid', 'same']),
});
const poolSchema = z.strictObject({
  type: z.enum(['max-pool', 'avg-pool']),
  size: whole(LAYER_LIMITS.poolSize),
  stride: whole(LAYER_LIMITS.poolStride),
});
const denseSchema = z.strictObject({ type: z.literal('dense'), units: whole(LAYER_LIMITS.units) });
const dropoutSchema = z.strictObject({
  type: z.literal('dropout'),
  /** share of the inputs that is dropped, percent */
  percent: whole(LAYER_LIMITS.dropPercent),
});

const layerSchema = z.discriminatedUnion('type', [convSchema, poolSchema, denseSchema, dropoutSchema]);
export const networkSchema = z.array(layerSchema).min(LAYER_LIMITS.layers[0]).max(LAYER_LIMITS.layers[1]);

export type ConvLayer = z.infer<typeof convSchema>;
export type PoolLayer = z.infer<typeof poolSchema>;
export type Layer = z.infer<typeof layerSchema>;
export type LayerType = Layer['type'];
export type Network = readonly Layer[];
