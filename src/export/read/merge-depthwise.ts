import type { ConvLayer } from '../../model/network';
import type { ReadLayer } from './read-layer';

type ReadConv = ReadLayer & { readonly layer: ConvLayer };

const isConv = (read: ReadLayer): read is ReadConv => read.layer.type === 'conv';

/** Whether a layer may be the first part of a separable convolution: each of its maps is made of one map. */
export const mayBeDepthwise = (read: ReadLayer | undefined): read is ReadConv =>
  read !== undefined &&
  isConv(read) &&
  !read.activation &&
  (read.tensors.depthwise !== undefined || read.tensors.kernel?.length === read.layer.kernel ** 2);

/**
 * A convolution of each map by itself and one of 1×1 behind it, as the lab has them: as one layer. A bias between them
 * goes through the second.
 * @returns undefined where the second is no such convolution
 */
export function mergedDepthwise(first: ReadConv, second: ReadLayer): ReadLayer | undefined {
  if (!isConv(second) || second.layer.kernel !== 1 || second.layer.stride !== 1) return undefined;
  const { kernel, bias: behind } = second.tensors;
  if (second.tensors.depthwise || !kernel) return undefined;
  const { filters } = second.layer;
  const bias = behind ? behind.slice() : new Float32Array(filters);
  for (const [input, value] of (first.tensors.bias ?? []).entries()) {
    for (let filter = 0; filter < filters; filter++) {
      bias[filter] = (bias[filter] as number) + value * (kernel[input * filters + filter] ?? Number.NaN);
    }
  }
  const depthwise = first.tensors.depthwise ?? first.tensors.kernel;
  return {
    ...second,
    layer: { ...first.layer, type: 'separable-conv', filters },
    tensors: { ...(depthwise && { depthwise }), kernel, bias },
  };
}
