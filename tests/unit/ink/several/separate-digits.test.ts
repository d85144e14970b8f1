import { describe, expect, it } from 'vitest';
import { EMPTY_DRAWING } from '../../../../src/ink/drawing';
import { rasterize } from '../../../../src/ink/rasterize';
import { separateDigits } from '../../../../src/ink/several/separate-digits';
import type { Stroke } from '../../../../src/ink/stroke';
import { DIGIT_STROKES } from '../../../fixtures/digit-strokes';

/** A digit in a box of 60 by 90 pixels of the pad. */
const digitAt = (digit: number, left: number, top = 90): Stroke[] =>
  (DIGIT_STROKES[digit] ?? []).map((points) => ({
    width: 14,
    points: points.map(([x, y]) => ({ x: left + 60 * x, y: top + 90 * y })),
  }));

const line = (...points: readonly (readonly [number, number])[]): Stroke => ({
  width: 14,
  points: points.map(([x, y]) => ({ x, y })),
});

const number = [...digitAt(4, 20), ...digitAt(0, 110), ...digitAt(7, 200)];
const strokesOf = (strokes: readonly Stroke[]) =>
  separateDigits({ strokes }).map((digit) => new Set(digit.strokes));

describe('digits side by side', () => {
  it('are told apart, each with its own strokes, from left to right', () => {
    expect(strokesOf(number)).toEqual(
      [digitAt(4, 20), digitAt(0, 110), digitAt(7, 200)].map((of) => new Set(of)),
    );
  });

  it('are in this order whichever was drawn first', () => {
    const [first] = separateDigits({ strokes: [...digitAt(7, 200), ...digitAt(4, 20)] });
    expect(first?.strokes).toEqual(digitAt(4, 20));
  });

  it('are told apart as ink of a picture, with all of the ink', () => {
    const scannedInk = rasterize({ strokes: number });
    const digits = separateDigits({ scannedInk, strokes: [] });
    expect(digits).toHaveLength(3);
    const sum = (ink?: Float32Array) => ink?.reduce((total, value) => total + value, 0) ?? 0;
    const parts = digits.map((digit) => sum(digit.scannedInk));
    expect(parts.reduce((total, part) => total + part, 0) / sum(scannedInk)).toBeCloseTo(1, 2);
  });

  it.each([2, 4, 6, 7, 10, 12])('are told apart: %d of them', (count) => {
    const narrow = (i: number): Stroke[] => [line([5 + 22 * i, 120], [15 + 22 * i, 115], [8 + 22 * i, 160])];
    const thin = Array.from({ length: count }, (_, i) =>
      narrow(i).map((stroke) => ({ ...stroke, width: 4 })),
    );
    expect(strokesOf(thin.flat())).toEqual(thin.map((of) => new Set(of)));
  });

  it('are told apart on a slope', () => {
    const sloping = [4, 0, 7].map((digit, i) => digitAt(digit, 20 + 90 * i, 40 + 40 * i));
    expect(strokesOf(sloping.flat())).toEqual(sloping.map((of) => new Set(of)));
  });

  it('keep what was rubbed out', () => {
    const eraser: Stroke = { ...line([40, 100], [60, 100]), erases: true };
    for (const digit of separateDigits({ strokes: [...number, eraser] })) {
      expect(digit.strokes.at(-1)).toBe(eraser);
    }
  });
});

describe('one digit', () => {
  it.each(DIGIT_STROKES.map((_, digit) => digit))('stays one: %d', (digit) => {
    const drawing = { strokes: digitAt(digit, 100) };
    expect(separateDigits(drawing)).toEqual([drawing]);
  });

  it.each<[string, readonly Stroke[]]>([
    [
      'with a bar set apart',
      [line([100, 60], [100, 120], [140, 160], [90, 200]), line([125, 55], [170, 50])],
    ],
    [
      'with a stem that touches its loop',
      [line([150, 80], [100, 70], [100, 130], [150, 120]), line([156, 80], [150, 220])],
    ],
    ['with a speck beside it', [...digitAt(3, 80), line([220, 150], [222, 151])]],
  ])('stays one: %s', (_, strokes) => {
    expect(separateDigits({ strokes })).toEqual([{ strokes }]);
  });

  it.each([
    ['strokes one above the other', { strokes: [...digitAt(1, 60, 20), ...digitAt(2, 180, 150)] }],
    [
      'as many strokes as no number has',
      { strokes: Array.from({ length: 30 }, (_, i) => line([9 * i, 50], [9 * i, 90])) },
    ],
    ['an empty pad', EMPTY_DRAWING],
    ['an image that has its place', { baseImage: new Float32Array(784).fill(1), strokes: number }],
  ])('is all that is made of %s', (_, drawing) => {
    expect(separateDigits(drawing)).toEqual([drawing]);
  });
});
