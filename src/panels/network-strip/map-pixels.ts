import { type ColourScale, colouredPixels } from '../../charts/colour-scale';
import { rangeOf } from '../../charts/value-range';
import { VIRIDIS } from '../../charts/viridis';
import type { LayerOutput } from '../../protocol/inspect';
import type { Pixels } from '../../ui/pixels';

/** Viridis from the lowest to the highest value of a layer, so that its maps can be compared. */
export const layerScale = ({ values }: LayerOutput): ColourScale => ({ ...rangeOf(values), table: VIRIDIS });

/**
 * One map of a layer.
 * @param channel - from 0
 */
export function mapPixels({ shape, values }: LayerOutput, channel: number, scale: ColourScale): Pixels {
  const [height, width = 1, channels = 1] = shape;
  return colouredPixels(width, height, scale, (pixel) => values[pixel * channels + channel]);
}

/** A dense layer's units row by row; cells beyond the last unit stay transparent. */
export const unitPixels = (
  { values }: LayerOutput,
  { columns, rows }: { readonly columns: number; readonly rows: number },
  scale: ColourScale,
): Pixels => colouredPixels(columns, rows, scale, (pixel) => values[pixel]);

/**
 * Every value of a map is 0.
 * @param channel - from 0
 */
export function isAllZero({ shape, values }: LayerOutput, channel: number): boolean {
  const [, , channels = 1] = shape;
  for (let i = channel; i < values.length; i += channels) if (values[i] !== 0) return false;
  return true;
}
