import { DIGIT_SIDE } from '../../ink/scale';
import type { Lines } from './lines';
import { limitedRadius } from './pen';

/** A picture that the ink of its lines just fills. */
export interface Fitted {
  /** Whole pixels; the longer one is 20. */
  readonly width: number;
  readonly height: number;
  /** Of the pen pressed normally, pixels. */
  readonly radius: number;
}

/**
 * Moves and scales lines, in place, to pixels of a picture: the longest side of their ink becomes 20, the other one
 * in proportion but whole, as MNIST's are.
 * @param radius - wanted of the pen, pixels; it comes out smaller where there is much to write
 */
export function fitToBox(lines: Lines, radius: number): Fitted {
  const path = extentOf(lines, 0);
  const longest = Math.max(path.width, path.height);
  const limited = limitedRadius(radius, (lines.length() * (DIGIT_SIDE - 2 * radius)) / longest);
  const reach = (limited * longest) / (DIGIT_SIDE - 2 * limited);
  const { left, top, width, height } = extentOf(lines, reach);
  const scale = DIGIT_SIDE / Math.max(width, height);
  const columns = Math.max(1, Math.round(width * scale));
  const rows = Math.max(1, Math.round(height * scale));
  const { xs, ys, count } = lines;
  for (let i = 0; i < count; i++) {
    xs[i] = (((xs[i] as number) - left) * columns) / width;
    ys[i] = (((ys[i] as number) - top) * rows) / height;
  }
  return { width: columns, height: rows, radius: reach * scale };
}

interface Extent {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest box around the lines, drawn with a pen of the given radius. */
function extentOf({ xs, ys, pressures, count }: Lines, radius: number): Extent {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    const x = xs[i] as number;
    const y = ys[i] as number;
    const reach = radius * (pressures[i] as number);
    if (x - reach < left) left = x - reach;
    if (x + reach > right) right = x + reach;
    if (y - reach < top) top = y - reach;
    if (y + reach > bottom) bottom = y + reach;
  }
  return { left, top, width: right - left, height: bottom - top };
}
