import { paddingAround } from '../../../model/layers/windows';
import type { ConvLayer } from '../../../model/network';
import type { Shape } from '../../../model/shapes';
import { LANES } from './assembler/values';

export const FLOAT_BYTES = 4;
export const VECTOR_BYTES = LANES * FLOAT_BYTES;

export const roundUp = (value: number, multiple: number) => Math.ceil(value / multiple) * multiple;

/**
 * How the maps (or the vector, as one pixel) of one image lie in memory: channels last, each pixel's channels filled up
 * with zeros to whole vectors, and a border of zeros where the next convolution pads. Distances are in floats.
 */
export interface Layout {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** From a pixel to its right neighbour. */
  readonly pixel: number;
  /** From a pixel to the one below. */
  readonly row: number;
  /** Of the first pixel that is not border. */
  readonly origin: number;
  /** From an image to the next. */
  readonly size: number;
}

/** Rows and columns of zeros around a map. */
interface Border {
  readonly before: number;
  readonly after: number;
}
const NO_BORDER: Border = { before: 0, after: 0 };

/** What a convolution pads its input with. */
export const borderOf = (
  { kernel, stride, padding }: Pick<ConvLayer, 'kernel' | 'stride' | 'padding'>,
  inputSide: number,
): Border => paddingAround(inputSide, kernel, stride, padding);

/**
 * @param pixel - floats a pixel; by default the channels in whole vectors
 */
export function layoutOf(shape: Shape, border: Border = NO_BORDER, pixel?: number): Layout {
  const [height, width, channels] = shape.length === 1 ? [1, 1, shape[0]] : shape;
  const step = pixel ?? roundUp(channels, LANES);
  const around = border.before + border.after;
  const row = (width + around) * step;
  return {
    height,
    width,
    channels,
    pixel: step,
    row,
    origin: border.before * (row + step),
    size: roundUp((height + around) * row, LANES),
  };
}

/** Vectors that hold a pixel's channels. */
export const channelVectors = ({ channels }: Layout) => Math.ceil(channels / LANES);
