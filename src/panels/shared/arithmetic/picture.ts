import type { Shape } from '../../../model/shapes';
import type { LayerOutput } from '../../../protocol/inspect';

/** Where one value of a layer is. Of a vector, `channel` is the unit and the others are 0. */
export interface Place {
  readonly y: number;
  readonly x: number;
  readonly channel: number;
}

/** How values of a layer lie beside each other: one of its maps, or all units of a vector as one block. */
interface Picture {
  readonly width: number;
  readonly height: number;
  /** The value at a pixel, counted row by row; undefined beyond the last unit. */
  readonly placeAt: (pixel: number) => Place | undefined;
}

/** @param filter - the map; a vector is shown as a whole */
export function pictureOf(shape: Shape, filter: number): Picture {
  if (shape.length === 3) {
    const [height, width] = shape;
    return {
      width,
      height,
      placeAt: (pixel) => ({ y: Math.floor(pixel / width), x: pixel % width, channel: filter }),
    };
  }
  const [units] = shape;
  const width = unitColumns(units);
  return {
    width,
    height: Math.ceil(units / width),
    placeAt: (pixel) => (pixel < units ? { y: 0, x: 0, channel: pixel } : undefined),
  };
}

/** Few units stand in a row; more in a block about as high as wide, a power of two of columns. */
const unitColumns = (units: number): number => (units <= 10 ? units : 2 ** Math.ceil(Math.log2(units) / 2));

/** The pixel of a place in the picture that shows it. */
export const pixelOf = (shape: Shape, { y, x, channel }: Place): number =>
  shape.length === 3 ? y * shape[1] + x : channel;

/** Where the value lies among those of its layer. */
export const indexOf = (shape: Shape, { y, x, channel }: Place): number =>
  shape.length === 3 ? (y * shape[1] + x) * shape[2] + channel : channel;

/** The place of the `index`-th value of a layer. */
export function placeOf(shape: Shape, index: number): Place {
  if (shape.length === 1) return { y: 0, x: 0, channel: index };
  const [, width, channels] = shape;
  const pixel = Math.floor(index / channels);
  return { y: Math.floor(pixel / width), x: pixel % width, channel: index % channels };
}

/** A place that this layer has, the nearest to one that it may not have. */
export function within(shape: Shape, { y, x, channel }: Place): Place {
  const limit = (value: number, size: number) => Math.min(Math.max(0, value), size - 1);
  if (shape.length === 1) return { y: 0, x: 0, channel: limit(channel, shape[0]) };
  return { y: limit(y, shape[0]), x: limit(x, shape[1]), channel: limit(channel, shape[2]) };
}

/**
 * Where a map, or a vector, is highest: a value worth taking apart.
 * @param filter - the map
 */
export function highestIn({ shape, values }: LayerOutput, filter: number): Place {
  const [, , channels = 1] = shape;
  let best = channels > 1 ? filter : 0;
  for (let i = best; i < values.length; i += channels) {
    if ((values[i] ?? 0) > (values[best] ?? 0)) best = i;
  }
  return placeOf(shape, best);
}
