import type { Picture } from '../../ink/scale';
import type { Fitted } from './fit-to-box';
import type { Lines } from './lines';

/**
 * Ink of round-ended lines. A pixel's ink is a function of how deep its centre lies within the line: half at the
 * edge, none and all at half of the softness outside and inside of it.
 * @param lines - in pixels of the picture
 * @param softness - pixels from full to nothing
 */
export function cover(lines: Lines, { width, height, radius }: Fitted, softness: number): Picture {
  const depths = { width, height, values: new Float32Array(width * height).fill(-softness) };
  for (let line = 0; line < lines.starts.length; line++) {
    const end = lines.starts[line + 1] ?? lines.count;
    for (let i = (lines.starts[line] as number) + 1; i < end; i++)
      deepen(depths, lines, i, radius, softness / 2);
  }
  const { values } = depths;
  const perPixel = 1 / softness;
  for (let i = 0; i < values.length; i++) {
    const share = (values[i] as number) * perPixel + 0.5;
    values[i] = share <= 0 ? 0 : share >= 1 ? 1 : share;
  }
  return depths;
}

/**
 * Each pixel near the piece of line that ends in point `i` learns how deep within it it lies (negative outside), if
 * that is its deepest yet.
 * @param margin - how far outside it matters, pixels
 */
function deepen(
  { width, height, values }: Picture,
  lines: Lines,
  i: number,
  radius: number,
  margin: number,
): void {
  const ax = lines.xs[i - 1] as number;
  const ay = lines.ys[i - 1] as number;
  const dx = (lines.xs[i] as number) - ax;
  const dy = (lines.ys[i] as number) - ay;
  const startRadius = radius * (lines.pressures[i - 1] as number);
  const widening = radius * (lines.pressures[i] as number) - startRadius;
  const reach = startRadius + Math.max(0, widening) + margin - 0.5;
  const left = Math.max(0, Math.ceil(ax + Math.min(0, dx) - reach - 1));
  const right = Math.min(width - 1, Math.floor(ax + Math.max(0, dx) + reach));
  const top = Math.max(0, Math.ceil(ay + Math.min(0, dy) - reach - 1));
  const bottom = Math.min(height - 1, Math.floor(ay + Math.max(0, dy) + reach));
  const lengthSquared = dx * dx + dy * dy;
  const perLength = lengthSquared === 0 ? 0 : 1 / lengthSquared;
  for (let row = top; row <= bottom; row++) {
    const py = row + 0.5 - ay;
    for (let column = left; column <= right; column++) {
      const px = column + 0.5 - ax;
      let along = (px * dx + py * dy) * perLength;
      if (along < 0) along = 0;
      else if (along > 1) along = 1;
      const awayX = px - along * dx;
      const awayY = py - along * dy;
      const depth = startRadius + along * widening - Math.sqrt(awayX * awayX + awayY * awayY);
      const pixel = row * width + column;
      if (depth > (values[pixel] as number)) values[pixel] = depth;
    }
  }
}
