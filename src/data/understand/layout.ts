import { type DataPlace, refusal } from '../dataset.ts';
import { type RawArray, shapeText } from '../raw-array.ts';
import type { Choices, GuessOf } from './choices.ts';

/** Where the images lie in an array. */
export interface ArrayLayout {
  readonly count: number;
  /** From an image to the next, values. */
  readonly imageStride: number;
  readonly height: number;
  readonly width: number;
  /** Of each colour, or of grey alone: of each pixel of the first image, its position. */
  readonly channels: readonly Uint32Array[];
  /** The pixels of each image lie one after the other. */
  readonly isPlain: boolean;
}

interface Axis {
  readonly length: number;
  /** Values from one to the next. */
  readonly stride: number;
}

/** Pixels of a side; smaller images show nothing, larger ones would be photographs. */
const [SMALLEST, LARGEST] = [4, 256];
const SHAPES = '(n, 28, 28), (n, 784), (n, 28, 28, 1)';

/** @throws DataError shape */
export function layoutOf(array: RawArray, choice: Choices['layout'], place: DataPlace): ArrayLayout {
  const layout = layoutAlong(array, choice);
  if (layout) return layout;
  throw refusal('shape', place, { found: shapeText(array.shape), wanted: SHAPES });
}

/** Undefined where the other axes are no image. */
export function layoutAlong(array: RawArray, choice: Choices['layout']): ArrayLayout | undefined {
  const axes = axesOf(array);
  const images = choice === 'first-axis' ? axes[0] : axes.at(-1);
  const others = choice === 'first-axis' ? axes.slice(1) : axes.slice(0, -1);
  // Lengths of 1 say nothing: (n, 28, 28, 1) and (n, 1, 28, 28) are (n, 28, 28).
  const item = itemOf(others.filter(({ length }) => length !== 1));
  if (!images || !item) return undefined;
  const { rows, columns, colours } = item;
  const [height, width] = [rows.length, columns.length];
  const channels = Array.from({ length: Math.min(colours.length, 3) }, (_, colour) =>
    Uint32Array.from(
      { length: height * width },
      (_, pixel) =>
        (array.view?.offset ?? 0) +
        Math.floor(pixel / width) * rows.stride +
        (pixel % width) * columns.stride +
        colour * colours.stride,
    ),
  );
  const isPlain = colours.length === 1 && columns.stride === 1 && rows.stride === width;
  return { count: images.length, imageStride: images.stride, height, width, channels, isPlain };
}

function axesOf({ shape, fortranOrder, view }: RawArray): Axis[] {
  if (view) return shape.map((length, axis) => ({ length, stride: axis === 0 ? view.stride : 1 }));
  const product = (lengths: readonly number[]) => lengths.reduce((all, length) => all * length, 1);
  return shape.map((length, axis) => ({
    length,
    stride: product(fortranOrder ? shape.slice(0, axis) : shape.slice(axis + 1)),
  }));
}

const GREY: Axis = { length: 1, stride: 0 };

function itemOf(axes: readonly Axis[]) {
  const [first, second, third] = axes;
  if (axes.length === 1 && first) return flatItem(first);
  if (axes.length === 2 && first && second) return checked(first, second, GREY);
  if (axes.length !== 3 || !first || !second || !third) return undefined;
  if (third.length === 3 || third.length === 4) return checked(first, second, third);
  return first.length === 3 || first.length === 4 ? checked(second, third, first) : undefined;
}

/** A whole image in one row, of the same height and width. */
function flatItem({ length, stride }: Axis) {
  const side = Math.round(Math.sqrt(length));
  if (side * side !== length) return undefined;
  return checked({ length: side, stride: side * stride }, { length: side, stride }, GREY);
}

const isSide = ({ length }: Axis) => length >= SMALLEST && length <= LARGEST;
const checked = (rows: Axis, columns: Axis, colours: Axis) =>
  isSide(rows) && isSide(columns) ? { rows, columns, colours } : undefined;

/** Which axis counts the images: the one that is as long as there are labels. */
export function guessLayout(
  array: RawArray,
  labels: number | undefined,
  chosen?: Choices['layout'],
): GuessOf<'layout'> {
  const possible = (['first-axis', 'last-axis'] as const).filter((each) => layoutAlong(array, each));
  const fits = (each: Choices['layout']) =>
    (each === 'first-axis' ? array.shape[0] : array.shape.at(-1)) === labels;
  const fitting = possible.filter(fits);
  const options = fitting.length > 0 ? fitting : possible;
  const value = chosen ?? options[0] ?? 'first-axis';
  const found = { shape: shapeText(array.shape) };
  const because = value === 'first-axis' ? 'images-along-first' : 'images-along-last';
  return { id: 'layout', value, options: [...new Set([...options, value])], because, found };
}
