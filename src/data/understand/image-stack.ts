import { areBytes, type RawArray, valueAt } from '../raw-array.ts';
import type { RawPictures } from '../raw-pictures.ts';
import { rangeOfBytes, type ValueRange } from '../value-range.ts';
import type { ArrayLayout } from './layout.ts';

/** Images of one set, wherever they lie. */
export interface ImageStack {
  readonly count: number;
  readonly range: ValueRange;
  /** All values are whole numbers. */
  readonly isWhole: boolean;
  /** Pixels. */
  heightOf(image: number): number;
  widthOf(image: number): number;
  /** Copies the values of an image, row by row. @param into - at least as long */
  copy(image: number, into: Float32Array): void;
  /** Where the values are bytes and each image lies in one piece. */
  readonly plain: PlainImages | undefined;
}

interface PlainImages {
  readonly values: Uint8Array;
  /** Where the first image begins, and from each to the next. */
  readonly offset: number;
  readonly stride: number;
}

export function stackOfArray({ kept, range, isWhole, view }: RawArray, layout: ArrayLayout): ImageStack {
  const { count, imageStride, height, width, channels, isPlain } = layout;
  const pixels = height * width;
  const plain =
    isPlain && areBytes(kept) && kept.values instanceof Uint8Array
      ? { values: kept.values, offset: view?.offset ?? 0, stride: imageStride }
      : undefined;
  return {
    count,
    range,
    isWhole,
    heightOf: () => height,
    widthOf: () => width,
    copy(image, into) {
      const first = image * imageStride;
      if (plain) {
        into.set(plain.values.subarray(plain.offset + first, plain.offset + first + pixels));
        return;
      }
      for (let pixel = 0; pixel < pixels; pixel++) {
        let sum = 0;
        for (const offsets of channels) sum += valueAt(kept, first + (offsets[pixel] as number));
        into[pixel] = sum / channels.length;
      }
    },
    plain,
  };
}

/** @param positions - of those that belong to the set */
export function stackOfPictures(
  { values, offsets, widths }: RawPictures,
  positions: ArrayLike<number>,
): ImageStack {
  const at = (image: number) => positions[image] as number;
  const sizeOf = (picture: number) => (offsets[picture + 1] as number) - (offsets[picture] as number);
  return {
    count: positions.length,
    range: rangeOfBytes(values),
    isWhole: true,
    heightOf: (image) => sizeOf(at(image)) / (widths[at(image)] as number),
    widthOf: (image) => widths[at(image)] as number,
    copy(image, into) {
      const from = offsets[at(image)] as number;
      into.set(values.subarray(from, from + sizeOf(at(image))));
    },
    plain: undefined,
  };
}
