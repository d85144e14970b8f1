import { centerByMass } from '../../ink/center.ts';
import { INPUT_SIDE, INPUT_SIZE } from '../../model/input.ts';
import type { Choices } from './choices.ts';
import { resample } from './resample.ts';

/** Longest side of MNIST's digits, pixels. */
const DIGIT_SIDE = 20;
/** Less is the noise of a background: 0 to 255. */
const INK = 48;

/**
 * A light image on a dark ground in 28×28.
 * @param pixels - [height, width] row by row, 0 to 255
 * @param into - [784], 0 to 255
 */
export function fitSize(
  pixels: Float32Array,
  height: number,
  width: number,
  choice: Choices['size'],
  into: Float32Array,
): void {
  switch (choice) {
    case 'pad':
      pad(pixels, height, width, into);
      return;
    case 'scale': {
      const factor = INPUT_SIDE / Math.max(height, width);
      const [rows, columns] = [scaled(height, factor), scaled(width, factor)];
      pad(resample(pixels, height, width, rows, columns), rows, columns, into);
      return;
    }
    case 'mnist':
      asMnist(pixels, height, width, into);
      return;
    default:
      choice satisfies never;
  }
}

const scaled = (length: number, factor: number) => Math.max(1, Math.round(length * factor));

/** In the middle; what sticks out is cut off, what is wanting is dark. */
function pad(pixels: Float32Array, height: number, width: number, into: Float32Array): void {
  const top = Math.floor((INPUT_SIDE - height) / 2);
  const left = Math.floor((INPUT_SIDE - width) / 2);
  into.fill(0, 0, INPUT_SIZE);
  for (let row = Math.max(0, top); row < Math.min(INPUT_SIDE, top + height); row++) {
    for (let column = Math.max(0, left); column < Math.min(INPUT_SIDE, left + width); column++) {
      into[row * INPUT_SIDE + column] = pixels[(row - top) * width + column - left] as number;
    }
  }
}

/** The ink alone, its longest side 20 pixels, its centre of mass in the middle: as MNIST's digits were placed. */
function asMnist(pixels: Float32Array, height: number, width: number, into: Float32Array): void {
  let [top, bottom, left, right] = [height, -1, width, -1];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if ((pixels[row * width + column] as number) < INK) continue;
      top = Math.min(top, row);
      bottom = row;
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
  }
  if (bottom < 0) {
    into.fill(0, 0, INPUT_SIZE);
    return;
  }
  const [rows, columns] = [bottom - top + 1, right - left + 1];
  const ink = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const from = (top + row) * width + left;
    ink.set(pixels.subarray(from, from + columns), row * columns);
  }
  const factor = DIGIT_SIDE / Math.max(rows, columns);
  const [newRows, newColumns] = [scaled(rows, factor), scaled(columns, factor)];
  const values = resample(ink, rows, columns, newRows, newColumns);
  into.set(centerByMass({ width: newColumns, height: newRows, values }));
}
