import type { Drawing } from '../../src/ink/drawing';
import { PAD_SIDE, PEN_WIDTH, type Point } from '../../src/ink/stroke';
import type { WrittenDigit } from './stroke-file';

/** How a digit is drawn on the pad, CSS pixels. */
export interface Placing {
  /** Longest side of the way of the pen's tip. */
  readonly side: number;
  readonly penWidth: number;
  /** In the middle, or in the lower right corner with the tip coming as near to the edges as `CORNER_GAP`. */
  readonly place: 'middle' | 'corner';
}

const CORNER_GAP = 10;

/** Those that the networks are held to. */
export const PLACINGS = {
  centred: { side: 200, penWidth: PEN_WIDTH, place: 'middle' },
  smallCorner: { side: 100, penWidth: PEN_WIDTH, place: 'corner' },
} as const satisfies Record<string, Placing>;

/** Others, to see what a pen's width and a drawing's size make out. */
export const OTHER_PLACINGS: Readonly<Record<string, Placing>> = {
  'pen 8': { ...PLACINGS.centred, penWidth: 8 },
  'pen 16': { ...PLACINGS.centred, penWidth: 16 },
  'pen 32': { ...PLACINGS.centred, penWidth: 32 },
  '60 px': { ...PLACINGS.centred, side: 60 },
  '140 px': { ...PLACINGS.centred, side: 140 },
  '250 px': { ...PLACINGS.centred, side: 250 },
};

/** A written digit as a person with that pen would have drawn it there. */
export function drawingOf({ strokes }: WrittenDigit, { side, penWidth, place }: Placing): Drawing {
  const points = strokes.flat();
  const [left, right] = extent(points.map(([x]) => x));
  const [top, bottom] = extent(points.map(([, y]) => y));
  const scale = side / (Math.max(right - left, bottom - top) || 1);
  const shift = (low: number, high: number) =>
    place === 'middle' ? PAD_SIDE / 2 - (scale * (low + high)) / 2 : PAD_SIDE - CORNER_GAP - scale * high;
  const [dx, dy] = [shift(left, right), shift(top, bottom)];
  const onPad = ([x, y]: readonly [number, number]): Point => ({ x: dx + scale * x, y: dy + scale * y });
  return { strokes: strokes.map((stroke) => ({ width: penWidth, points: stroke.map(onPad) })) };
}

function extent(values: readonly number[]): [low: number, high: number] {
  return values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}
