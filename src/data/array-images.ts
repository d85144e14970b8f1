import { INPUT_SIDE, INPUT_SIZE } from '../model/input.ts';
import { type DataPlace, refusal } from './dataset.ts';
import type { NpyArray } from './npy.ts';
import { addRange, NO_RANGE, type ValueRange } from './value-range.ts';

/** Lets the worker do other things; called between parts of a long task. */
type YieldToEventLoop = () => Promise<void>;

interface ArrayImages {
  /** uint8, [n, 28, 28], 0 to 255 */
  readonly images: Uint8Array;
  /** Of the values as they were given. */
  readonly range: ValueRange;
  /** They were 0 to 1 and are 255 times that now. */
  readonly isScaled: boolean;
}

/** Images that are read in one go: about 5 ms. */
const CHUNK = 500;
const SHAPES = `(n, ${INPUT_SIDE}, ${INPUT_SIDE}), (n, ${INPUT_SIZE}), (n, ${INPUT_SIDE}, ${INPUT_SIDE}, 1)`;

/**
 * Images of an array of any type and order, rounded to bytes. Values that all lie within 0 and 1 count as shares of
 * white.
 * @throws DataError shape, value-range
 */
export async function imagesOf(
  array: NpyArray,
  place: DataPlace,
  yieldToEventLoop: YieldToEventLoop,
): Promise<ArrayImages> {
  const layout = layoutOf(array);
  if (!layout) throw refusal('shape', place, { found: shapeText(array.shape), wanted: SHAPES });
  const range = await rangeOf(array, yieldToEventLoop);
  if (!(range.least >= 0 && range.most <= 255)) {
    throw refusal('value-range', place, { found: rangeText(range), wanted: '0–255, 0–1' });
  }
  const isScaled = range.most <= 1 && range.most > 0;
  if (array.kind === 'unsigned' && array.dtype.endsWith('1') && !isScaled && layout.isPlain) {
    return { images: array.bytes, range, isScaled };
  }
  return { images: await toBytes(array, layout, isScaled ? 255 : 1, yieldToEventLoop), range, isScaled };
}

interface Layout {
  readonly images: number;
  /** From an image to the next, values. */
  readonly imageStride: number;
  /** Of each pixel of an image, from its first. */
  readonly pixelOffsets: Uint32Array;
  /** The values lie as pixels of images one after the other. */
  readonly isPlain: boolean;
}

/** Lengths of 1 beyond the first say nothing: (n, 28, 28, 1) and (n, 1, 28, 28) are (n, 28, 28). */
const squeezed = ([first, ...rest]: readonly number[]) => [first, ...rest.filter((length) => length !== 1)];

function layoutOf({ shape, fortranOrder }: NpyArray): Layout | undefined {
  const [images, ...sides] = squeezed(shape);
  const isSquare = sides.length === 2 && sides.every((side) => side === INPUT_SIDE);
  const isFlat = sides.length === 1 && sides[0] === INPUT_SIZE;
  if (images === undefined || !(isSquare || isFlat)) return undefined;
  const pixelOffsets = Uint32Array.from({ length: INPUT_SIZE }, (_, pixel) => {
    if (!fortranOrder) return pixel;
    if (isFlat) return images * pixel;
    // Of (n, row, column) the first index runs fastest.
    return images * (Math.floor(pixel / INPUT_SIDE) + INPUT_SIDE * (pixel % INPUT_SIDE));
  });
  return { images, imageStride: fortranOrder ? 1 : INPUT_SIZE, pixelOffsets, isPlain: !fortranOrder };
}

/** `least` is NaN where a value is. */
async function rangeOf({ at, count }: NpyArray, yieldToEventLoop: YieldToEventLoop): Promise<ValueRange> {
  let range = NO_RANGE;
  for (let from = 0; from < count; from += CHUNK * INPUT_SIZE) {
    range = addRange(range, at, from, Math.min(count, from + CHUNK * INPUT_SIZE));
    await yieldToEventLoop();
  }
  return range;
}

async function toBytes(
  { at }: NpyArray,
  { images, imageStride, pixelOffsets }: Layout,
  factor: number,
  yieldToEventLoop: YieldToEventLoop,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(images * INPUT_SIZE);
  for (let image = 0; image < images; image++) {
    const first = image * imageStride;
    for (let pixel = 0; pixel < INPUT_SIZE; pixel++) {
      const value = at(first + (pixelOffsets[pixel] as number));
      bytes[image * INPUT_SIZE + pixel] = Math.round(value * factor);
    }
    if (image % CHUNK === CHUNK - 1) await yieldToEventLoop();
  }
  return bytes;
}

export const shapeText = (shape: readonly number[]): string => `(${shape.join(', ')})`;

const rangeText = ({ least, most }: ValueRange) =>
  Number.isNaN(least) ? 'NaN' : `${short(least)} … ${short(most)}`;
const short = (value: number) => `${Number(value.toPrecision(6))}`;
