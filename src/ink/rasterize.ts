import { IMAGE_SIDE } from './center';
import type { Drawing } from './drawing';
import { PAD_SIDE, type Point } from './stroke';

/** Pixels of the pad for one of an image printed on it. */
const PRINT_SCALE = PAD_SIDE / IMAGE_SIDE;

/**
 * Ink on the pad: round-capped, round-joined, anti-aliased lines. A pixel is covered by as much of its width as
 * the pen's edge reaches past its near side: clamp(radius + ½ − distance from the pixel's centre to the line, 0, 1).
 * Where lines cross, the fuller one counts, as ink does not add up; the eraser leaves what it does not cover.
 * @param drawing - its strokes may leave the pad; what lies outside is cut off
 * @returns [280 × 280] row by row, 0 background to 1 ink
 */
export function rasterize({ print, strokes }: Drawing): Float32Array {
  const ink = new Float32Array(PAD_SIDE * PAD_SIDE);
  if (print) enlarge(print, ink);
  for (const { points, width, erases } of strokes) {
    const put = erases ? takeAway : add;
    points.forEach((point, i) => {
      if (i > 0 || points.length === 1) coverSegment(ink, points[i - 1] ?? point, point, width / 2, put);
    });
  }
  return ink;
}

function enlarge(print: Float32Array, ink: Float32Array): void {
  ink.forEach((_, i) => {
    const row = Math.floor(i / PAD_SIDE / PRINT_SCALE);
    const column = Math.floor((i % PAD_SIDE) / PRINT_SCALE);
    ink[i] = print[row * IMAGE_SIDE + column] ?? 0;
  });
}

type Put = (ink: Float32Array, pixel: number, coverage: number) => void;

const add: Put = (ink, pixel, coverage) => {
  if (coverage > (ink[pixel] ?? 0)) ink[pixel] = coverage;
};

const takeAway: Put = (ink, pixel, coverage) => {
  if (1 - coverage < (ink[pixel] ?? 0)) ink[pixel] = 1 - coverage;
};

function coverSegment(ink: Float32Array, a: Point, b: Point, radius: number, put: Put): void {
  const reach = radius + 0.5;
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const lengthSquared = dx * dx + dy * dy;
  const [top, bottom] = pixelsWithin(Math.min(a.y, b.y) - reach, Math.max(a.y, b.y) + reach);
  for (let row = top; row <= bottom; row++) {
    const y = row + 0.5;
    const [from, to] = partWithin(a.y, dy, y - reach, y + reach);
    const xs = [a.x + from * dx, a.x + to * dx] as const;
    const [left, right] = pixelsWithin(Math.min(...xs) - reach, Math.max(...xs) + reach);
    for (let column = left; column <= right; column++) {
      const px = column + 0.5 - a.x;
      const py = y - a.y;
      const along = lengthSquared === 0 ? 0 : clampToUnit((px * dx + py * dy) / lengthSquared);
      const distance = Math.sqrt((px - along * dx) ** 2 + (py - along * dy) ** 2);
      const coverage = clampToUnit(reach - distance);
      if (coverage > 0) put(ink, row * PAD_SIDE + column, coverage);
    }
  }
}

/** The part of a segment, as fractions of its length, whose coordinate `start + t·delta` lies in [low, high]. */
function partWithin(start: number, delta: number, low: number, high: number): readonly [number, number] {
  if (delta === 0) return [0, 1];
  const atLow = clampToUnit((low - start) / delta);
  const atHigh = clampToUnit((high - start) / delta);
  return [atLow, atHigh];
}

/** First and last pixel of a row or column of the pad whose centre lies in [low, high]; last < first if none. */
function pixelsWithin(low: number, high: number): readonly [number, number] {
  return [Math.max(0, Math.ceil(low - 0.5)), Math.min(PAD_SIDE - 1, Math.floor(high - 0.5))];
}

const clampToUnit = (value: number): number => Math.min(1, Math.max(0, value));
