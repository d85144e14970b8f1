import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rasterize as rasterizeDrawing } from '../../../src/ink/rasterize';
import { PAD_SIDE, type Point, type Stroke } from '../../../src/ink/stroke';
import { mass, strokesWithin } from './strokes';

/** Share of a pixel under the pen: 16 × 16 samples; of the segment that covers it most. */
function sampledCoverage(strokes: readonly Stroke[], column: number, row: number): number {
  const segments = strokes.flatMap(({ points, width }) =>
    points.slice(1).map((b, i) => ({ a: points[i] ?? b, b, radius: width / 2 })),
  );
  const counts = segments.map(({ a, b, radius }) =>
    samples(column, row).filter((p) => distance(p, a, b) <= radius),
  );
  return Math.max(...counts.map((hits) => hits.length)) / 256;
}

const samples = (column: number, row: number): Point[] =>
  Array.from({ length: 256 }, (_, i) => ({
    x: column + ((i % 16) + 0.5) / 16,
    y: row + (Math.floor(i / 16) + 0.5) / 16,
  }));

function distance(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.min(1, Math.max(0, along));
  return Math.sqrt((p.x - a.x - t * dx) ** 2 + (p.y - a.y - t * dy) ** 2);
}

const rasterize = (strokes: readonly Stroke[]) => rasterizeDrawing({ strokes });
const dot = (x: number, y: number, width = 20): Stroke => ({ points: [{ x, y }], width });

const same = (a: Float32Array, b: Float32Array): boolean => a.every((value, i) => value === b[i]);

describe('rasterize', () => {
  it('agrees with counting samples under the pen, on strokes that cross and leave the pad', () => {
    fc.assert(
      fc.property(strokesWithin(-60, 340), fc.nat(PAD_SIDE - 1), (strokes, row) => {
        const ink = rasterize(strokes);
        for (let column = 0; column < PAD_SIDE; column += 4) {
          const coverage = ink[row * PAD_SIDE + column] ?? Number.NaN;
          // A slanting edge cuts a corner of a pixel, which no ramp along the distance knows: up to 0.04.
          expect(Math.abs(coverage - sampledCoverage(strokes, column, row))).toBeLessThan(0.1);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('makes a dot a disc of the area of the pen', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 30, max: 250, noNaN: true }),
        fc.integer({ min: 8, max: 40 }),
        (at, width) => {
          const area = mass(rasterize([dot(at, at, width)]));
          expect(Math.abs(area - Math.PI * (width / 2) ** 2)).toBeLessThan(2);
        },
      ),
    );
  });

  it('draws a point that is repeated like a dot', () => {
    const twice = rasterize([
      {
        points: [
          { x: 50.3, y: 80.7 },
          { x: 50.3, y: 80.7 },
        ],
        width: 20,
      },
    ]);
    expect(same(twice, rasterize([dot(50.3, 80.7)]))).toBe(true);
  });

  it('cuts a line at the edge of the pad and nowhere else', () => {
    const ink = rasterize([
      {
        points: [
          { x: -100, y: 140 },
          { x: 500, y: 140 },
        ],
        width: 20,
      },
    ]);
    const row = (y: number) => ink.subarray(y * PAD_SIDE, (y + 1) * PAD_SIDE);
    for (let y = 0; y < PAD_SIDE; y++) {
      const inside = y >= 130 && y < 150;
      expect(row(y).every((value) => value === (inside ? 1 : 0))).toBe(true);
    }
  });

  it('leaves the pad black for strokes beside it, without points, or absent', () => {
    const beside: Stroke = {
      points: [
        { x: -50, y: -20 },
        { x: -50, y: 300 },
        { x: 900, y: 320 },
      ],
      width: 20,
    };
    expect(mass(rasterize([beside]))).toBe(0);
    expect(mass(rasterize([{ points: [], width: 20 }]))).toBe(0);
    expect(mass(rasterize([]))).toBe(0);
  });

  it('does not add up where strokes cross', () => {
    const across: Stroke = {
      points: [
        { x: 40, y: 100.3 },
        { x: 240, y: 100.3 },
      ],
      width: 20,
    };
    expect(same(rasterize([across, across]), rasterize([across]))).toBe(true);
  });
});
