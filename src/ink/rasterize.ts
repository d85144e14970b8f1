import { PAD_SIDE, type Point, type Stroke } from './stroke';

/**
 * Ink on the pad: round-capped, round-joined, anti-aliased lines. A pixel is covered by as much of its width as
 * the pen's edge reaches past its near side: clamp(radius + ½ − distance from the pixel's centre to the line, 0, 1).
 * Where lines cross, the fuller one counts, as ink does not add up.
 * @param strokes - may leave the pad; what lies outside is cut off
 * @returns [280 × 280] row by row, 0 background to 1 ink
 */
export function rasterize(strokes: readonly Stroke[]): Float32Array {
  const ink = new Float32Array(PAD_SIDE * PAD_SIDE);
  for (const { points, width } of strokes) {
    points.forEach((point, i) => {
      if (i > 0 || points.length === 1) coverSegment(ink, points[i - 1] ?? point, point, width / 2);
    });
  }
  return ink;
}

function coverSegment(ink: Float32Array, a: Point, b: Point, radius: number): void {
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
      const pixel = row * PAD_SIDE + column;
      if (coverage > (ink[pixel] ?? 0)) ink[pixel] = coverage;
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
