import { PAD_SIDE, type Point, type Stroke } from './stroke';

/**
 * Draws a line with round ends. A pixel is covered by as much of its width as the pen's edge reaches past its near side:
 * clamp(radius + ½ − distance from the pixel's centre to the line, 0, 1). Where the pen was pressed differently at the
 * two ends, the radius is that of the nearest place of the line.
 * @param ink - [280 × 280], changed in place
 */
export function coverSegment(ink: Float32Array, a: Point, b: Point, { width, erases }: Stroke): void {
  // Half a pixel more than the radius: where coverage begins.
  const reach = (width * (a.weight ?? 1)) / 2 + 0.5;
  const growth = (width * (b.weight ?? 1)) / 2 + 0.5 - reach;
  const most = Math.max(reach, reach + growth);
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const lengthSquared = dx * dx + dy * dy;
  const perLength = lengthSquared === 0 ? 0 : 1 / lengthSquared;
  const top = firstPixel(Math.min(a.y, b.y) - most);
  const bottom = lastPixel(Math.max(a.y, b.y) + most);
  for (let row = top; row <= bottom; row++) {
    const py = row + 0.5 - a.y;
    const from = dy === 0 ? 0 : clampToUnit((py - Math.sign(dy) * most) / dy);
    const to = dy === 0 ? 1 : clampToUnit((py + Math.sign(dy) * most) / dy);
    const left = firstPixel(a.x + Math.min(from * dx, to * dx) - most);
    const right = lastPixel(a.x + Math.max(from * dx, to * dx) + most);
    for (let column = left; column <= right; column++) {
      const pixel = row * PAD_SIDE + column;
      const before = ink[pixel] as number;
      // Most pixels lie under more than one line of a stroke: what can't change is not measured again.
      if (before === (erases ? 0 : 1)) continue;
      const px = column + 0.5 - a.x;
      const along = clampToUnit((px * dx + py * dy) * perLength);
      const offX = px - along * dx;
      const offY = py - along * dy;
      const coverage = clampToUnit(reach + along * growth - Math.sqrt(offX * offX + offY * offY));
      if (erases) ink[pixel] = Math.min(before, 1 - coverage);
      else if (coverage > before) ink[pixel] = coverage;
    }
  }
}

/** The first row or column of the pad whose pixels' centres lie at `low` or beyond. */
const firstPixel = (low: number): number => Math.max(0, Math.ceil(low - 0.5));

/** The last one up to `high`; less than the first where there is none. */
const lastPixel = (high: number): number => Math.min(PAD_SIDE - 1, Math.floor(high - 0.5));

const clampToUnit = (value: number): number => (value < 0 ? 0 : value > 1 ? 1 : value);
