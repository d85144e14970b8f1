import { z } from 'zod';
import { convolve, convolveBack } from '../plain/conv';
import { type LayerDescriptor, type PlacedLayer, type Shape, type Windows, whole } from './layer';
import { kernelAndBias, weightedShapes } from './weighted';
import { mapSizes, paddingAround, windowedSide } from './windows';

export const CONV_LIMITS = { filters: [1, 256], kernel: [1, 7], convStride: [1, 2] } as const;

const schema = z.strictObject({
  type: z.literal('conv'),
  filters: whole(CONV_LIMITS.filters),
  /** side of the square kernel, pixels */
  kernel: whole(CONV_LIMITS.kernel),
  stride: whole(CONV_LIMITS.convStride),
  padding: z.enum(['valid', 'same']),
});
export type ConvLayer = z.infer<typeof schema>;

const TOKEN = /^c(\d{1,4})k(\d)(?:s(\d))?(same)?$/;

export const conv = {
  schema,
  isForTraining: false,
  activation: 'own',

  format({ filters, kernel, stride, padding }) {
    return `c${filters}k${kernel}${stride === 1 ? '' : `s${stride}`}${padding === 'same' ? 'same' : ''}`;
  },

  parse(token) {
    const [found, filters, kernel, stride = 1, same] = TOKEN.exec(token) ?? [];
    if (found === undefined) return undefined;
    return {
      type: 'conv',
      filters: Number(filters),
      kernel: Number(kernel),
      stride: Number(stride),
      padding: same ? 'same' : 'valid',
    };
  },

  shapes({ filters, kernel, stride, padding }, input) {
    if (input.length === 1) return { code: 'maps-after-dense' };
    const [height, width, channels] = input;
    if (padding === 'valid' && height < kernel) return { code: 'too-small', side: height, needs: kernel };
    const side = (length: number) => windowedSide(length, kernel, stride, padding);
    return weightedShapes([side(height), side(width), filters], [kernel, kernel, channels, filters]);
  },

  windows: windowsOn,

  forward: (placed, input, weights) => convolve(sizesOf(placed), input, ...kernelAndBias(placed, weights)),

  backward: (placed, gradient, _input, weights) =>
    convolveBack(sizesOf(placed), gradient, kernelAndBias(placed, weights)[0]),
} as const satisfies LayerDescriptor<ConvLayer>;

/** @param layer - such as it, or the first part of a separable one */
export function windowsOn(
  { kernel, stride, padding }: Pick<ConvLayer, 'kernel' | 'stride' | 'padding'>,
  [height, width = 1]: Shape,
): Windows {
  const zeros = (side: number) => paddingAround(side, kernel, stride, padding).before;
  return { size: kernel, stride, above: zeros(height), before: zeros(width) };
}

const sizesOf = (placed: PlacedLayer<ConvLayer>) => mapSizes(placed, windowsOn(placed.layer, placed.input));
