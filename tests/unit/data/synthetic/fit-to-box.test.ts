import { describe, expect, it } from 'vitest';
import { fitToBox } from '../../../../src/data/synthetic/fit-to-box';
import { Lines } from '../../../../src/data/synthetic/lines';

function linesOf(...strokes: readonly (readonly (readonly [number, number])[])[]): Lines {
  const lines = new Lines();
  for (const stroke of strokes) {
    lines.begin();
    for (const [x, y] of stroke) lines.add(x, y);
  }
  return lines;
}

const slash = () =>
  linesOf([
    [3, 1],
    [2, 5],
  ]);

describe('fitToBox', () => {
  it('makes the longest side of the ink 20 pixels, with the pen as wide as wanted', () => {
    const lines = slash();
    const { width, height, radius } = fitToBox(lines, 1.5);
    expect(height).toBe(20);
    expect(radius).toBeCloseTo(1.5, 10);
    expect([...lines.ys.slice(0, 2)]).toEqual([expect.closeTo(1.5, 10), expect.closeTo(18.5, 10)]);
    // A quarter of 17 pixels, and the pen's width: 7.25.
    expect(width).toBe(7);
  });

  it('gives the same picture wherever and however large the lines were', () => {
    const lines = slash();
    const moved = slash();
    for (let i = 0; i < moved.count; i++) {
      moved.xs[i] = 7 * (moved.xs[i] as number) - 20;
      moved.ys[i] = 7 * (moved.ys[i] as number) + 4;
    }
    expect(fitToBox(moved, 1.2).width).toBe(fitToBox(lines, 1.2).width);
    expect(moved.xs[0]).toBeCloseTo(lines.xs[0] as number, 10);
    expect(moved.ys[1]).toBeCloseTo(lines.ys[1] as number, 10);
  });

  it('makes room for a line that is pressed harder', () => {
    const lines = slash();
    lines.pressures[1] = 2;
    fitToBox(lines, 1.5);
    expect(lines.ys[0] as number).toBeLessThan(20 - (lines.ys[1] as number));
  });

  it('thins a broad pen where there is much to write', () => {
    const zigzag = Array.from({ length: 9 }, (_, i) => [i % 2, i / 8] as const);
    expect(fitToBox(linesOf(zigzag), 2).radius).toBeLessThan(1.2);
    expect(fitToBox(linesOf(zigzag), 0.4).radius).toBeCloseTo(0.4, 10);
  });
});
