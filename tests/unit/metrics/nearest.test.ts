import { expect, test } from 'vitest';
import { nearestRows } from '../../../src/metrics/nearest';
import { RandomStream } from '../../../src/model/random';

test('finds what sorting all distances finds, for rows of any width', () => {
  const random = new RandomStream(3, 'shuffle');
  for (const width of [1, 7, 33, 100]) {
    const rows = Float32Array.from({ length: 200 * width }, () => random.normal());
    const point = Float32Array.from({ length: width }, () => random.normal());
    const sorted = Array.from({ length: 200 }, (_, row) => ({
      row,
      distance: Math.hypot(...point.map((value, i) => value - (rows[row * width + i] as number))),
    })).sort((a, b) => a.distance - b.distance);
    const found = nearestRows(rows, point, 8);
    expect(found.map(({ row }) => row)).toEqual(sorted.slice(0, 8).map(({ row }) => row));
    found.forEach(({ distance }, i) => {
      expect(distance).toBeCloseTo(sorted[i]?.distance as number, 4);
    });
  }
});

test('prefers the earlier of two rows that are equally far, and gives all where more are asked for', () => {
  const rows = Float32Array.of(1, 5, 1, -1, 0);
  const found = nearestRows(rows, Float32Array.of(0), 9);
  expect(found.map(({ row }) => row)).toEqual([4, 0, 2, 3, 1]);
  expect(nearestRows(rows, Float32Array.of(0), 2).map(({ row }) => row)).toEqual([4, 0]);
});
