import { describe, expect, test } from 'vitest';
import { classMedians } from '../../../src/panels/projection/class-medians';
import { emphasis } from '../../../src/panels/projection/emphasis';
import {
  areEqual,
  isInSight,
  plotPoints,
  pointAt,
  pointTowards,
} from '../../../src/panels/projection/plot-points';

const SIZE = { width: 228, height: 128 };
const all = () => true;
/** A cross: left, right, bottom, top, and its middle. */
const CROSS = Float32Array.of(-2, 0, 2, 0, 0, -1, 0, 1, 0, 0);

describe('points on the plot', () => {
  test('fill it with the same scale across and upwards, the second coordinate upwards', () => {
    const { at } = plotPoints(CROSS, SIZE);
    // 200 pixels for 4 across, 100 for 2 upwards, 14 around.
    expect([...at]).toEqual([14, 64, 214, 64, 114, 114, 114, 14, 114, 64]);
    const [, , right, , , low, , high] = plotPoints(CROSS, { width: 500, height: 128 }).at;
    expect((low as number) - (high as number)).toBe(100);
    expect(right).toBe(350);
  });

  test('lie in the middle where there is only one place', () => {
    expect([...plotPoints(Float32Array.of(7, -3, 7, -3), SIZE).at]).toEqual([114, 64, 114, 64]);
  });

  test('are nothing to look at where all are one, as the features of a network that is spoilt', () => {
    expect(areEqual(Float32Array.of(1, 2, 1, 2, 1, 2))).toBe(true);
    expect(areEqual(Float32Array.of(1, 2, 1, 2, 1, 3))).toBe(false);
    expect(areEqual(Float32Array.of(1, 2))).toBe(false);
  });

  test('of a group that is zoomed in on fill it, but for those that strayed', () => {
    // A hundred in a square of side 1, one far away, and others that don't belong.
    const group = Array.from({ length: 100 }, (_, i) => [(i % 10) / 9, Math.floor(i / 10) / 9]);
    const points = Float32Array.from([...group, [40, 40], [-30, 5]].flat());
    const isInGroup = (index: number) => index <= 100;
    const closer = plotPoints(points, SIZE, isInGroup);
    const inSight = (index: number) => isInSight(closer, index, SIZE);
    expect(Array.from({ length: 102 }, (_, i) => i).filter((i) => !inSight(i))).toEqual([100, 101]);
    const side = (closer.at[2 * 9] as number) - (closer.at[0] as number);
    expect(side).toBeCloseTo(100, 0);
  });
});

describe('the point that is pointed at', () => {
  const points = plotPoints(CROSS, SIZE);

  test('is the nearest within reach, of those that are offered', () => {
    expect(pointAt(points, 110, 62, 12, all)).toBe(4);
    expect(pointAt(points, 16, 60, 12, all)).toBe(0);
    expect(pointAt(points, 60, 100, 12, all)).toBeUndefined();
    expect(pointAt(points, 110, 62, 200, (index) => index !== 4)).toBe(3);
  });
});

describe('an arrow key', () => {
  const points = plotPoints(CROSS, SIZE);

  test('goes to the next point on its side, and stays at the edge', () => {
    expect(pointTowards(points, 4, 'left', all)).toBe(0);
    expect(pointTowards(points, 4, 'right', all)).toBe(1);
    expect(pointTowards(points, 4, 'down', all)).toBe(2);
    expect(pointTowards(points, 4, 'up', all)).toBe(3);
    expect(pointTowards(points, 0, 'right', all)).toBe(4);
    expect(pointTowards(points, 0, 'left', all)).toBeUndefined();
  });

  test('passes over points that are not offered', () => {
    expect(pointTowards(points, 0, 'right', (index) => index !== 4)).toBe(1);
  });

  test('prefers what lies ahead to what is as near but aside', () => {
    const ahead = { at: Float32Array.of(0, 0, 10, 8, 12, 0) };
    expect(pointTowards(ahead, 0, 'right', all)).toBe(2);
  });
});

describe('what stands out', () => {
  const read = { truth: Uint8Array.of(4, 4, 9, 7), predicted: Uint8Array.of(9, 4, 9, 9) };
  const found = (...selected: Parameters<typeof emphasis>) => [0, 1, 2, 3].filter(emphasis(...selected));

  test('is everything, the digit, or else the cell, or its open row or column', () => {
    expect(found(read, { digit: undefined, cell: undefined })).toEqual([0, 1, 2, 3]);
    expect(found(read, { digit: 4, cell: undefined })).toEqual([0, 1]);
    expect(found(read, { digit: undefined, cell: { truth: 4, predicted: 9 } })).toEqual([0]);
    expect(found(read, { digit: undefined, cell: { truth: undefined, predicted: 9 } })).toEqual([0, 2, 3]);
    expect(found(read, { digit: 7, cell: { truth: 4, predicted: 9 } })).toEqual([3]);
  });
});

test('the name of a digit stands where most of its points are, whatever strays', () => {
  const at = Float32Array.of(1, 1, 2, 3, 3, 2, 90, 90, 50, 60);
  const medians = classMedians({ at }, Uint8Array.of(3, 3, 3, 3, 8));
  expect(medians).toEqual([
    { digit: 3, x: 3, y: 3 },
    { digit: 8, x: 50, y: 60 },
  ]);
});
