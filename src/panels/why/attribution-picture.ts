import type { ColourScale } from '../../charts/colour-scale';
import { colourTable } from '../../charts/colour-table';
import { INPUT_SIDE, INPUT_SIZE } from '../../model/network';
import { receptiveField } from '../../model/receptive-field';
import type { LayerPlan } from '../../model/shapes';
import type { LayerOutput } from '../../protocol/inspect';
import type { Pixels } from '../../ui/pixels';

type Colour = readonly [red: number, green: number, blue: number];
/** Orange speaks for a class, blue against it: told apart with every kind of colour blindness, on ink and on black. */
const FOR: Colour = [255, 150, 40];
const AGAINST: Colour = [70, 145, 255];
const BLACK: Colour = [0, 0, 0];

const TABLES = { signed: colourTable([AGAINST, BLACK, FOR]), positive: colourTable([BLACK, FOR]) };

/** What the colours over a black background mean, up to the strongest attribution. */
export function evidenceScale(kind: 'signed' | 'positive', strongest: number): ColourScale {
  return { min: kind === 'signed' ? -strongest : 0, max: strongest, table: TABLES[kind] };
}

/** The largest distance from zero of all values. */
export function strongestOf(maps: Iterable<Float32Array>): number {
  let most = 0;
  for (const values of maps) {
    for (const value of values) if (Math.abs(value) > most) most = Math.abs(value);
  }
  return most;
}

/** How bright ink is below the attribution: seen, but darker than any strong colour. */
const INK = 0.55;

/**
 * Attribution laid over the digit: the stronger, the less of the digit shines through.
 * @param image - [784], 0 to 1
 * @param attribution - [784], of either sign
 * @param strongest - what has the full colour, above 0 unless there is no attribution at all
 */
export function overlaid(image: Float32Array, attribution: Float32Array, strongest: number): Pixels {
  const rgba = new Uint8ClampedArray(INPUT_SIZE * 4);
  for (let pixel = 0; pixel < INPUT_SIZE; pixel++) {
    const value = attribution[pixel] ?? 0;
    const share = strongest > 0 ? Math.min(1, Math.abs(value) / strongest) : 0;
    const ink = 255 * INK * (image[pixel] ?? 0) * (1 - share);
    const colour = value < 0 ? AGAINST : FOR;
    for (const channel of [0, 1, 2] as const) rgba[pixel * 4 + channel] = ink + colour[channel] * share;
    rgba[pixel * 4 + 3] = 255;
  }
  return { width: INPUT_SIDE, height: INPUT_SIDE, rgba };
}

/**
 * A map of a layer on the pixels of the image: each value in the middle of its receptive field, straight lines in
 * between, and beyond the outermost ones the same value on.
 * @returns [784]
 */
export function onImage(
  { shape, values }: LayerOutput,
  layers: readonly LayerPlan[],
  layer: number,
): Float32Array {
  const [height, width = 1] = shape;
  const rows = between(height, (y) => middleOf(layers, layer, y));
  const columns = between(width, (x) => middleOf(layers, layer, x));
  return Float32Array.from({ length: INPUT_SIZE }, (_, pixel) => {
    const [top, down] = rows[Math.floor(pixel / INPUT_SIDE)] ?? [0, 0];
    const [left, right] = columns[pixel % INPUT_SIDE] ?? [0, 0];
    const at = (y: number, x: number) =>
      values[Math.min(y, height - 1) * width + Math.min(x, width - 1)] ?? 0;
    const upper = at(top, left) * (1 - right) + at(top, left + 1) * right;
    const lower = at(top + 1, left) * (1 - right) + at(top + 1, left + 1) * right;
    return upper * (1 - down) + lower * down;
  });
}

/** Maps and kernels are square: rows and columns lie alike. */
function middleOf(layers: readonly LayerPlan[], layer: number, place: number): number {
  const { top, bottom } = receptiveField(layers, layer, place, place).whole;
  return (top + bottom - 1) / 2;
}

/** For each pixel of a side: the value before it, and how far it is on the way to the next, 0 to 1. */
function between(count: number, middle: (place: number) => number): [first: number, share: number][] {
  const start = middle(0);
  const step = count > 1 ? middle(1) - start : 1;
  return Array.from({ length: INPUT_SIDE }, (_, pixel) => {
    const place = Math.min(Math.max((pixel - start) / step, 0), count - 1);
    return [Math.floor(place), place - Math.floor(place)];
  });
}
