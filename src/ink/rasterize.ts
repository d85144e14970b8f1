import { IMAGE_SIDE } from './center';
import { coverSegment } from './cover-segment';
import type { Drawing } from './drawing';
import { PAD_SIDE, type Stroke } from './stroke';

/** Pixels of the pad for one of an image printed on it. */
const PRINT_SCALE = PAD_SIDE / IMAGE_SIDE;

/**
 * Ink on the pad: round-capped, round-joined, anti-aliased lines. Where lines cross, the fuller one counts, as ink does
 * not add up; the eraser leaves what it does not cover.
 * @param drawing - its strokes may leave the pad; what lies outside is cut off
 * @returns [280 × 280] row by row, 0 background to 1 ink
 */
export function rasterize({ baseImage, scannedInk, strokes }: Drawing): Float32Array {
  const ink = new Float32Array(PAD_SIDE * PAD_SIDE);
  if (baseImage) enlarge(baseImage, ink);
  if (scannedInk) ink.set(scannedInk);
  for (const stroke of strokes) coverStroke(ink, stroke, 0);
  return ink;
}

/**
 * Draws what a stroke does after its first points.
 * @param ink - [280 × 280], changed in place
 * @param from - so many of its points are drawn already
 */
export function coverStroke(ink: Float32Array, stroke: Stroke, from: number): void {
  const { points } = stroke;
  for (let i = from; i < points.length; i++) {
    const end = points[i];
    // The first point alone is a dot, which the line that begins there covers again.
    if (end) coverSegment(ink, points[i - 1] ?? end, end, stroke);
  }
}

function enlarge(baseImage: Float32Array, ink: Float32Array): void {
  ink.forEach((_, i) => {
    const row = Math.floor(i / PAD_SIDE / PRINT_SCALE);
    const column = Math.floor((i % PAD_SIDE) / PRINT_SCALE);
    ink[i] = baseImage[row * IMAGE_SIDE + column] ?? 0;
  });
}
