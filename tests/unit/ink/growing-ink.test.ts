import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../../src/ink/drawing';
import { GrowingInk } from '../../../src/ink/growing-ink';
import { rasterize } from '../../../src/ink/rasterize';
import { PAD_SIDE, type Stroke } from '../../../src/ink/stroke';
import { strokesWithin } from './strokes';

/** All that a pad shows while these strokes are drawn on it, point by point. */
function momentsOf(strokes: readonly Stroke[], print?: Float32Array): Drawing[] {
  return strokes.flatMap((stroke, i) =>
    stroke.points.map((_, last) => ({
      ...(print && { baseImage: print }),
      strokes: [...strokes.slice(0, i), { ...stroke, points: stroke.points.slice(0, last + 1) }],
    })),
  );
}

/** Quicker than an equality that could show each difference. */
const isSame = (a: Float32Array, b: Float32Array): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);

const withErasers = strokesWithin(-40, 320).map((strokes) =>
  strokes.map((stroke, i) => (i % 2 === 1 ? { ...stroke, erases: true } : stroke)),
);

describe('GrowingInk', () => {
  it('gives what drawing everything anew would, at each moment of a drawing', () => {
    fc.assert(
      fc.property(withErasers, (strokes) => {
        const inks = new GrowingInk();
        for (const drawing of momentsOf(strokes))
          expect(isSame(inks.of(drawing), rasterize(drawing))).toBe(true);
      }),
      { numRuns: 10 },
    );
  });

  it('starts anew where something was taken back, or lies on another print', () => {
    const [first, second] = [
      {
        width: 20,
        points: [
          { x: 20, y: 20 },
          { x: 90, y: 90 },
        ],
      },
      {
        width: 20,
        points: [
          { x: 200, y: 20 },
          { x: 90, y: 200 },
        ],
      },
    ];
    const baseImage = new Float32Array(784).fill(0.25);
    const drawings: Drawing[] = [
      { strokes: [first, second] },
      { strokes: [first] },
      { strokes: [] },
      { strokes: [second] },
      { baseImage, strokes: [second] },
      { strokes: [second, first] },
      { strokes: [{ ...second, width: 8 }, first] },
    ];
    const inks = new GrowingInk();
    for (const drawing of drawings) expect(isSame(inks.of(drawing), rasterize(drawing))).toBe(true);
  });

  it('leaves the ink alone that it gave before', () => {
    const inks = new GrowingInk();
    const [dot, line] = momentsOf([
      {
        width: 20,
        points: [
          { x: 20, y: 20 },
          { x: 90, y: 90 },
        ],
      },
    ]);
    if (!dot || !line) throw new Error('two moments were drawn');
    const before = inks.of(dot);
    inks.of(line);
    expect(isSame(before, rasterize(dot))).toBe(true);
    expect(before).toHaveLength(PAD_SIDE ** 2);
  });
});
