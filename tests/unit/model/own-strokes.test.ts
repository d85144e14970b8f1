import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rasterize } from '../../../src/ink/rasterize';
import type { Stroke } from '../../../src/ink/stroke';
import { MOST_OWN_DIGITS, type PenStroke } from '../../../src/model/own-digit';
import { LARGEST_FILE, ownDigitsFile, readOwnDigitsFile } from '../../../src/model/own-digits-file';
import { fittingStrokes } from '../../../src/model/own-strokes';
import { DIGIT_STROKES } from '../../fixtures/digit-strokes';
import { ownDigit } from '../../fixtures/own-digits';

const read = (text: string) => readOwnDigitsFile(text, async () => {});

/** As a pressure pen gives a digit: so many points, with the tremor of a hand, pressed more in the middle. */
const penned = (digit: number, count: number): Stroke[] =>
  (DIGIT_STROKES[digit] ?? []).map((corners) => {
    const last = corners.length - 1;
    const points = Array.from({ length: count }, (_, i) => {
      const place = (i / (count - 1)) * last;
      const from = Math.min(last - 1, Math.floor(place));
      const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = [corners[from], corners[from + 1]];
      const [x, y] = [ax + (place - from) * (bx - ax), ay + (place - from) * (by - ay)];
      return {
        x: 60 + 150 * x + 0.1 * Math.sin(1.7 * i),
        y: 40 + 200 * y + 0.1 * Math.cos(2.3 * i),
        weight: 0.8 + 0.4 * Math.sin((Math.PI * i) / count),
      };
    });
    return { width: 24, points };
  });

const sum = (ink: Float32Array) => ink.reduce((total, value) => total + value, 0);

describe('the strokes of an own digit', () => {
  it('leave the same ink on the pad without most of a pen’s points, to 1 % of it', () => {
    for (const digit of [0, 4, 6]) {
      const strokes = penned(digit, 700);
      const fitting = fittingStrokes(strokes);
      for (const { points } of fitting) expect(points.length).toBeLessThan(150);
      const [ink, left] = [rasterize({ strokes }), rasterize({ strokes: fitting })];
      expect(sum(ink.map((value, i) => Math.abs(value - (left[i] as number)))) / sum(ink)).toBeLessThan(0.01);
    }
  });

  it('stay as they are where they are short, to a hundredth of a pixel', () => {
    const strokes = [
      { width: 24, points: [{ x: 1, y: 2.125 }] },
      { width: 8, erases: true, points: [{ x: 3, y: 4 }] },
    ];
    expect(fittingStrokes(strokes)).toEqual([{ width: 24, points: [{ x: 1, y: 2.13 }] }, strokes[1]]);
  });

  it('are left out where they are too many: the image stays', async () => {
    const dots = Array.from({ length: 201 }, () => ({ width: 24, points: [{ x: 1, y: 2 }] }));
    const digit = { ...ownDigit(3), strokes: dots };
    expect(await read(ownDigitsFile([digit]))).toEqual({ ok: true, digits: [{ ...digit, strokes: [] }] });
  });
});

const coordinate = fc.double({ min: -20_000, max: 20_000, noNaN: true });
const point = fc.record(
  { x: coordinate, y: coordinate, weight: fc.double({ min: 0, max: 2, noNaN: true }) },
  { requiredKeys: ['x', 'y'] },
);
/** A few points, again and again, a little farther each time: lines of any length at little cost. */
const points = fc
  .record({ some: fc.array(point, { minLength: 1, maxLength: 6 }), count: fc.nat(6000), step: fc.nat(3) })
  .map(({ some, count, step }) =>
    Array.from({ length: count + 1 }, (_, i) => {
      const { x, ...rest } = some[i % some.length] as PenStroke['points'][number];
      return { ...rest, x: x + step * i };
    }),
  );
const strokes = fc.oneof(
  fc.array(fc.record({ width: fc.double({ min: 6, max: 50, noNaN: true }), points }), { maxLength: 3 }),
  fc
    .nat(250)
    .map((count) => Array.from({ length: count }, (_, i) => ({ width: 24, points: [{ x: i, y: 280 - i }] }))),
);

it('whatever was collected is written so that it can be read, however many digits there are', async () => {
  await fc.assert(
    fc.asyncProperty(strokes, async (given) => {
      const digit = { ...ownDigit(7), print: new Uint8Array(784).fill(9), strokes: given };
      const file = ownDigitsFile([digit]);
      expect(MOST_OWN_DIGITS * file.length).toBeLessThanOrEqual(LARGEST_FILE);
      const { strokes: _, ...rest } = digit;
      expect(await read(file)).toMatchObject({ ok: true, digits: [rest] });
    }),
    { numRuns: 15 },
  );
});
