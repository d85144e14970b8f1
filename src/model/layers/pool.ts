import { z } from 'zod';
import { type Pooling, pool, poolBack } from '../plain/pool';
import { type LayerDescriptor, type PlacedLayer, sizeOf, type Windows, whole } from './layer';
import { mapSizes, windowedSide } from './windows';

export const POOL_LIMITS = { poolSize: [2, 4], poolStride: [1, 4] } as const;

const schemaOf = <Type extends 'max-pool' | 'avg-pool'>(type: Type) =>
  z.strictObject({
    type: z.literal(type),
    size: whole(POOL_LIMITS.poolSize),
    stride: whole(POOL_LIMITS.poolStride),
  });
const maxSchema = schemaOf('max-pool');
const avgSchema = schemaOf('avg-pool');

type MaxPoolLayer = z.infer<typeof maxSchema>;
type AvgPoolLayer = z.infer<typeof avgSchema>;
export type PoolLayer = MaxPoolLayer | AvgPoolLayer;

/** What both have in common, whatever they make of a window. */
const pooling = (letter: string, kind: Pooling): Omit<LayerDescriptor<PoolLayer>, 'schema' | 'parse'> => ({
  isForTraining: false,
  activation: 'passed-on',

  format: ({ size, stride }) => `${letter}${size}${stride === size ? '' : `s${stride}`}`,

  shapes({ size, stride }, input) {
    if (input.length === 1) return { code: 'maps-after-dense' };
    const [height, width, channels] = input;
    if (height < size) return { code: 'too-small', side: height, needs: size };
    const side = (length: number) => windowedSide(length, size, stride, 'valid');
    const output = [side(height), side(width), channels] as const;
    return { output, weights: [], flops: sizeOf(output) * size ** 2 };
  },

  windows: windowsOf,

  forward: (placed, input) => pool(sizesOf(placed), input, kind),

  backward: (placed, gradient, input) => poolBack(sizesOf(placed), gradient, input, kind),
});

function windowsOf({ size, stride }: PoolLayer): Windows {
  return { size, stride, above: 0, before: 0 };
}

const sizesOf = (placed: PlacedLayer<PoolLayer>) => mapSizes(placed, windowsOf(placed.layer));

function sizeIn(token: string, letter: string): Pick<PoolLayer, 'size' | 'stride'> | undefined {
  const [found, size, stride = size] = new RegExp(`^${letter}(\\d{1,4})(?:s(\\d{1,4}))?$`).exec(token) ?? [];
  return found === undefined ? undefined : { size: Number(size), stride: Number(stride) };
}

export const maxPool = {
  ...pooling('p', 'max'),
  schema: maxSchema,
  parse(token) {
    const size = sizeIn(token, 'p');
    return size && { type: 'max-pool', ...size };
  },
} as const satisfies LayerDescriptor<MaxPoolLayer>;

export const avgPool = {
  ...pooling('a', 'mean'),
  schema: avgSchema,
  parse(token) {
    const size = sizeIn(token, 'a');
    return size && { type: 'avg-pool', ...size };
  },
} as const satisfies LayerDescriptor<AvgPoolLayer>;
