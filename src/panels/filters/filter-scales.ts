import { type ColourScale, colourScale } from '../../charts/colour-scale';
import type { ColourScheme } from '../../charts/diverging';
import { rangeOf, type ScaleExtent, unionOf, type ValueRange } from '../../charts/value-range';
import { type KernelChannel, type KernelPictures, kernelPictures } from '../../model/kernels';
import type { LayerWeights } from '../../protocol/inspect';

/** Weights that are all 0 need a scale with ends too. */
const LEAST_END = 1e-9;

/**
 * Colours of a layer's pictures, always with 0 in the middle. What shares a scale is what could be shown: with the mean
 * over the channels the means, with one channel the kernels of all channels, which can then be compared.
 * @param pictures - of `layer`
 * @param all - the convolutions of the network, where the extent is that
 */
export function filterScales(
  extent: ScaleExtent,
  pictures: KernelPictures,
  channel: KernelChannel,
  layer: LayerWeights,
  all: readonly LayerWeights[],
  scheme: ColourScheme,
): (filter: number) => ColourScale {
  const scale = (range: ValueRange) =>
    colourScale({ min: Math.min(range.min, -LEAST_END), max: range.max }, scheme);
  switch (extent) {
    case 'map': {
      const size = pictures.width * pictures.height;
      const scales = Array.from({ length: pictures.count }, (_, filter) =>
        scale(rangeOf(pictures.values.subarray(filter * size, (filter + 1) * size))),
      );
      return (filter) => scales[filter] ?? scale({ min: 0, max: 0 });
    }
    case 'layer':
    case 'network': {
      const shown = extent === 'layer' ? [layer] : all;
      const shared = scale(unionOf(shown.map((weights) => rangeOf(valuesOf(weights, channel)))));
      return () => shared;
    }
    default:
      return extent satisfies never;
  }
}

const valuesOf = (weights: LayerWeights, channel: KernelChannel): Float32Array =>
  channel === 'mean' ? kernelPictures(weights, 'mean').values : weights.kernel;
