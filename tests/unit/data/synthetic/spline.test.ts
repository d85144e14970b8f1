import { describe, expect, it } from 'vitest';
import { Lines } from '../../../../src/data/synthetic/lines';
import { addStroke } from '../../../../src/data/synthetic/spline';
import { arc, corner, knot, type Stroke } from '../../../../src/data/synthetic/stroke';

function pointsOf(stroke: Stroke): { x: number; y: number }[] {
  const lines = new Lines();
  addStroke(lines, stroke);
  return Array.from({ length: lines.count }, (_, i) => ({
    x: lines.xs[i] as number,
    y: lines.ys[i] as number,
  }));
}

describe('addStroke', () => {
  it('goes through every knot', () => {
    const stroke = [knot(0, 0), knot(0.5, 0.1), corner(0.6, 0.8), knot(0.1, 1)];
    const points = pointsOf(stroke);
    for (const { x, y } of stroke) {
      expect(Math.min(...points.map((point) => Math.hypot(point.x - x, point.y - y)))).toBeCloseTo(0, 12);
    }
  });

  it('is straight between corners', () => {
    const points = pointsOf([corner(0, 0), corner(0.4, 0.8), corner(0.8, 0)]);
    for (const { x, y } of points) expect(y).toBeCloseTo(x <= 0.4 ? 2 * x : 1.6 - 2 * x, 12);
  });

  it('makes a circle of an arc, to a hundredth of its radius', () => {
    const points = pointsOf(arc({ x: 0.5, y: 0.5, rx: 0.5, ry: 0.5, from: 0, sweep: 360 }));
    expect(points.length).toBeGreaterThan(30);
    // The first and the last span have a knot on one side only.
    const inner = points.filter(({ x }) => x < 0.8);
    for (const { x, y } of inner) expect(Math.hypot(x - 0.5, y - 0.5)).toBeCloseTo(0.5, 2);
  });

  it('leaves no piece longer than about two pixels', () => {
    const points = pointsOf([knot(0, 0), knot(0.7, 0.1), knot(0.2, 0.9), knot(0.6, 1)]);
    points.slice(1).forEach(({ x, y }, i) => {
      const before = points[i] as { x: number; y: number };
      expect(Math.hypot(x - before.x, y - before.y)).toBeLessThan(0.11);
    });
  });

  it('survives knots on top of each other', () => {
    for (const { x, y } of pointsOf([knot(0, 0), knot(0.5, 0.5), knot(0.5, 0.5), knot(1, 0)])) {
      expect(Number.isFinite(x + y)).toBe(true);
    }
  });

  it('keeps what is already there, beyond the first capacity too', () => {
    const lines = new Lines();
    for (let i = 0; i < 20; i++) addStroke(lines, [knot(i, 0), knot(i, 1)]);
    expect(lines.starts).toHaveLength(20);
    expect(lines.starts.map((start) => lines.xs[start])).toEqual(Array.from({ length: 20 }, (_, i) => i));
  });
});
