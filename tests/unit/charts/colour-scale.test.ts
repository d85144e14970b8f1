import { expect, test } from 'vitest';
import { colouredPixels, colourScale } from '../../../src/charts/colour-scale';
import { DIVERGING } from '../../../src/charts/diverging';
import { rangeOf, unionOf } from '../../../src/charts/value-range';
import { VIRIDIS } from '../../../src/charts/viridis';

test('a range covers every stride-th value, and those only', () => {
  const values = Float32Array.of(5, -1, 7, 2, 6, 90);
  expect(rangeOf(values)).toEqual({ min: -1, max: 90 });
  expect(rangeOf(values, 0, 3)).toEqual({ min: 2, max: 5 });
  expect(rangeOf(values, 1, 3)).toEqual({ min: -1, max: 6 });
});

test('values that are no numbers do not spoil a range', () => {
  expect(rangeOf([Number.NaN, 3, Number.POSITIVE_INFINITY, -2])).toEqual({ min: -2, max: 3 });
  expect(rangeOf([Number.NaN])).toEqual({ min: 0, max: 0 });
  expect(rangeOf([])).toEqual({ min: 0, max: 0 });
});

test('a union holds all ranges', () => {
  expect(
    unionOf([
      { min: 2, max: 3 },
      { min: -1, max: 1 },
    ]),
  ).toEqual({ min: -1, max: 3 });
  expect(unionOf([])).toEqual({ min: 0, max: 0 });
});

test('outputs that are never negative get viridis from the lowest to the highest', () => {
  expect(colourScale({ min: 0.25, max: 2 }, 'dark')).toEqual({ min: 0.25, max: 2, table: VIRIDIS });
});

test('signed values get a diverging scale with zero in the middle', () => {
  for (const scheme of ['light', 'dark'] as const) {
    expect(colourScale({ min: -1, max: 3 }, scheme)).toEqual({ min: -3, max: 3, table: DIVERGING[scheme] });
    expect(colourScale({ min: -4, max: -1 }, scheme)).toEqual({ min: -4, max: 4, table: DIVERGING[scheme] });
  }
});

test('pixels take the colours of their values, beyond the ends those of the ends', () => {
  const { rgba } = colouredPixels(5, 1, { min: 0, max: 1, table: VIRIDIS }, (pixel) =>
    [0, 1, -7, 9, Number.NaN].at(pixel),
  );
  const [low, high] = [
    [68, 1, 84, 255],
    [253, 231, 37, 255],
  ] as const;
  expect([...rgba]).toEqual([...low, ...high, ...low, ...high, 0, 0, 0, 0]);
});

/** CIE 1976 lightness of an sRGB colour, 0 to 100 (IEC 61966-2-1, CIE 15). */
function lightness(red = 0, green = 0, blue = 0): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
}

test('on both arms of the diverging scale colours differ more from zero the further away they are', () => {
  for (const [scheme, sign] of [
    ['light', -1],
    ['dark', 1],
  ] as const) {
    const table = DIVERGING[scheme];
    const lights = Array.from({ length: 256 }, (_, i) => lightness(...table.subarray(3 * i, 3 * i + 3)));
    for (let step = 128; step < 255; step++) {
      expect(sign * ((lights[step + 1] as number) - (lights[step] as number))).toBeGreaterThan(-0.2);
      expect(sign * ((lights[254 - step] as number) - (lights[255 - step] as number))).toBeGreaterThan(-0.2);
    }
    expect(Math.abs((lights[0] as number) - (lights[255] as number))).toBeLessThan(8);
  }
});
