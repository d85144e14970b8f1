import type { z } from 'zod';
import { convolve, convolveBack } from '../plain/conv';
import type { LayerDescriptor, PlacedLayer, Shape, Windows } from './layer';
import { formatSliding, parseSliding, slidingSchema, slidOver } from './sliding-kernel';
import { kernelAndBias, weightedShapes } from './weighted';
import { mapSizes, paddingAround } from './windows';

const schema = slidingSchema('conv');
export type ConvLayer = z.infer<typeof schema>;

export const conv = {
  schema,
  isForTraining: false,
  activation: 'own',

  format: (layer) => formatSliding('c', layer),

  parse(token) {
    const found = parseSliding('c', token);
    return found && { type: 'conv', ...found };
  },

  shapes(layer, input) {
    const slid = slidOver(layer, input);
    if ('code' in slid) return slid;
    const { kernel, filters } = layer;
    return weightedShapes(slid.output, [kernel, kernel, slid.channels, filters]);
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
