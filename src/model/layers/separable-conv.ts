import type { z } from 'zod';
import { convolve, convolveBack } from '../plain/conv';
import { convolveEach, convolveEachBack } from '../plain/depthwise';
import { windowsOn } from './conv';
import { type LayerDescriptor, type PlacedLayer, sizeOf } from './layer';
import { formatSliding, parseSliding, slidingSchema, slidOver } from './sliding-kernel';
import { kernelAndBias } from './weighted';
import { type MapSizes, mapSizes } from './windows';

const schema = slidingSchema('separable-conv');
export type SeparableConvLayer = z.infer<typeof schema>;

/**
 * A depthwise-separable convolution (Chollet 2017, arXiv:1610.02357): each map is convolved with one kernel of its own,
 * then a convolution of 1×1 mixes the maps. No bias and no activation between, as in Keras' SeparableConv2D.
 */
export const separableConv = {
  schema,
  isForTraining: false,
  activation: 'own',

  format: (layer) => formatSliding('s', layer),

  parse(token) {
    const found = parseSliding('s', token);
    return found && { type: 'separable-conv', ...found };
  },

  shapes(layer, input) {
    const slid = slidOver(layer, input);
    if ('code' in slid) return slid;
    const { kernel, filters } = layer;
    const { channels, output } = slid;
    const each = [kernel, kernel, channels, 1];
    const mixing = [1, 1, channels, filters];
    return {
      output,
      weights: [
        { role: 'depthwise', shape: each },
        { role: 'kernel', shape: mixing },
        { role: 'bias', shape: [filters] },
      ],
      flops: 2 * (sizeOf(each) + sizeOf(mixing)) * output[0] * output[1],
    };
  },

  windows: windowsOn,

  forward(placed, input, weights) {
    const { each, mixing } = sizesOf(placed);
    const [depthwise, pointwise, bias] = partsOf(placed, weights);
    return convolve(mixing, convolveEach(each, input, depthwise), pointwise, bias);
  },

  backward(placed, gradient, _input, weights) {
    const { each, mixing } = sizesOf(placed);
    const [depthwise, pointwise] = partsOf(placed, weights);
    return convolveEachBack(each, convolveBack(mixing, gradient, pointwise), depthwise);
  },
} as const satisfies LayerDescriptor<SeparableConvLayer>;

/** Of its two parts. */
function sizesOf(placed: PlacedLayer<SeparableConvLayer>): { each: MapSizes; mixing: MapSizes } {
  const each = mapSizes(placed, windowsOn(placed.layer, placed.input));
  const { rows, columns } = each;
  return { each, mixing: { ...each, size: 1, stride: 1, above: 0, before: 0, height: rows, width: columns } };
}

/** @throws RangeError where they are missing */
function partsOf(
  placed: PlacedLayer<SeparableConvLayer>,
  [depthwise, ...mixing]: readonly Float32Array[],
): [depthwise: Float32Array, pointwise: Float32Array, bias: Float32Array] {
  if (!depthwise) throw new RangeError('fewer weights than the network needs');
  return [depthwise, ...kernelAndBias(placed, mixing)];
}

/**
 * The kernel of the one convolution that computes the same: [size, size, in, out], each weight the product of one of
 * both parts.
 * @param depthwise - [size, size, in, 1]
 * @param pointwise - [1, 1, in, out]
 * @param filters - out
 */
export function multipliedOut(
  depthwise: Float32Array,
  pointwise: Float32Array,
  filters: number,
): Float32Array {
  const channels = pointwise.length / filters;
  return Float32Array.from({ length: depthwise.length * filters }, (_, i) => {
    const row = Math.floor(i / filters);
    const weight = pointwise[(row % channels) * filters + (i % filters)] as number;
    return (depthwise[row] as number) * weight;
  });
}
