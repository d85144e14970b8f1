import type { Drawing } from './drawing';
import { coverStroke, rasterize } from './rasterize';
import type { Stroke } from './stroke';

/**
 * Ink of a drawing that grows under the pen: of what was asked for last, only what has come since is drawn. The same
 * numbers as `rasterize`.
 */
export class GrowingInk {
  private last: { readonly drawing: Drawing; readonly ink: Float32Array } | undefined;

  /** @returns [280 × 280] row by row, 0 background to 1 ink; never changed afterwards */
  of(drawing: Drawing): Float32Array {
    const ink = (this.last && grown(this.last.drawing, this.last.ink, drawing)) ?? rasterize(drawing);
    this.last = { drawing, ink };
    return ink;
  }
}

/** Undefined where the later drawing is not the earlier one with something added at its end. */
function grown(before: Drawing, ink: Float32Array, after: Drawing): Float32Array | undefined {
  if (before.baseImage !== after.baseImage || before.scannedInk !== after.scannedInk) return undefined;
  const { strokes } = before;
  const last = strokes.length - 1;
  const isKept = strokes.every((stroke, i) => {
    const now = after.strokes[i];
    return stroke === now || (i === last && now !== undefined && continues(now, stroke));
  });
  if (!isKept) return undefined;
  const result = ink.slice();
  after.strokes.slice(Math.max(0, last)).forEach((stroke, i) => {
    coverStroke(result, stroke, i === 0 ? (strokes[last]?.points.length ?? 0) : 0);
  });
  return result;
}

/** The pen went on: the same points, and perhaps more. */
const continues = (later: Stroke, earlier: Stroke): boolean =>
  later.width === earlier.width &&
  later.erases === earlier.erases &&
  earlier.points.every((point, i) => point === later.points[i]);
