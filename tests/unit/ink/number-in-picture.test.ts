import { describe, expect, it } from 'vitest';
import { normalize } from '../../../src/ink/normalize';
import { findInk } from '../../../src/ink/picture/find-ink';
import type { GreyImage } from '../../../src/ink/picture/local-mean';
import { rasterize } from '../../../src/ink/rasterize';
import { separateDigits } from '../../../src/ink/several/separate-digits';
import { PAD_SIDE, type Stroke } from '../../../src/ink/stroke';
import { DIGIT_STROKES } from '../../fixtures/digit-strokes';
import { mass } from './strokes';

/** Of a digit on the paper, pixels. */
const [WIDTH, HEIGHT] = [36, 50];

const digitStrokes = (digit: number, scale = 1): Stroke[] =>
  (DIGIT_STROKES[digit] ?? []).map((points) => ({
    width: 5,
    points: points.map(([x, y]) => ({ x: 20 + scale * WIDTH * x, y: 20 + scale * HEIGHT * y })),
  }));

interface Placed {
  /** On a part of the paper as large as the pad; what is digits has its corner at 20, 20. */
  readonly strokes: readonly Stroke[];
  readonly left: number;
  readonly top: number;
}

/** Ink on paper that is darker on one side. */
function paper(placed: readonly Placed[], width = 480, height = 180): GreyImage {
  const values = Float32Array.from({ length: width * height }, (_, i) => 0.7 + (0.2 * (i % width)) / width);
  for (const { strokes, left, top } of placed) {
    rasterize({ strokes }).forEach((ink, i) => {
      const [x, y] = [left + (i % PAD_SIDE), top + Math.floor(i / PAD_SIDE)];
      if (ink > 0 && x >= 0 && y >= 0 && x < width && y < height)
        values[y * width + x] = (values[y * width + x] ?? 0) * (1 - 0.8 * ink);
    });
  }
  return { width, height, values };
}

/** Digits from left to right, from the beginning of one to that of the next so many pixels. */
const line = (digits: readonly number[], pitch: number, top = 40): Placed[] =>
  digits.map((digit, i) => ({ strokes: digitStrokes(digit), left: 10 + pitch * i, top }));

const speck = (left: number, top: number): Placed => ({
  strokes: [{ width: 5, points: [{ x: 20, y: 20 }] }],
  left,
  top,
});

/** Share of the ink that two images have in common. */
function likeness(a: Float32Array, b: Float32Array): number {
  const common = a.reduce((sum, value, i) => sum + Math.min(value, b[i] ?? 0), 0);
  return (2 * common) / (mass(a) + mass(b));
}

const imageOf = (drawing: Parameters<typeof normalize>[0]) =>
  normalize(drawing)?.image ?? new Float32Array(784);
const known = DIGIT_STROKES.map((_, digit) => imageOf({ strokes: digitStrokes(digit) }));

/** As the digits that the parts are most like. */
function read(image: GreyImage): { readonly number: string; readonly leavesOut: boolean } {
  const found = findInk(image);
  if (!found) return { number: '', leavesOut: false };
  const parts = separateDigits({ scannedInk: found.ink, strokes: [] });
  const nearest = parts.map((part) => {
    const likenesses = known.map((digit) => likeness(digit, imageOf(part)));
    return likenesses.indexOf(Math.max(...likenesses));
  });
  return { number: nearest.join(''), leavesOut: found.leavesOut };
}

describe('a number in a picture', () => {
  it.each([46, 60, 80, 110, 130, 155])('is read whole, a digit every %d pixels', (pitch) => {
    expect(read(paper(line([4, 0, 7], pitch)))).toEqual({ number: '407', leavesOut: false });
  });

  it('is read whole where digits are of unlike height and distance', () => {
    const small = { strokes: digitStrokes(0, 0.66), left: 75, top: 55 };
    const [four, , seven] = line([4, 0, 7], 90);
    expect(read(paper([four as Placed, small, seven as Placed])).number).toBe('407');
  });

  it('is read whole on a slope', () => {
    const digits = line([1, 2, 3, 4, 5], 60).map((digit, i) => ({ ...digit, top: 30 + 14 * i }));
    expect(read(paper(digits)).number).toBe('12345');
  });

  it('may have ten digits, near or far', () => {
    const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0];
    expect(read(paper(line(digits, 45))).number).toBe('1234567890');
    expect(read(paper(line(digits, 110), 1100)).number).toBe('1234567890');
  });

  it('has no specks and no ruled line', () => {
    const rule: Placed = {
      strokes: [{ width: 2, points: [20, 250].map((x) => ({ x, y: 20 })) }],
      left: 40,
      top: 110,
    };
    const specks = [speck(100, 60), speck(300, 40), speck(330, 90), speck(20, 10)];
    expect(read(paper([...line([4, 7], 110), ...specks, rule]))).toEqual({ number: '47', leavesOut: false });
  });

  it('is said to be a part of what is there, where a digit lies elsewhere or is cut off', () => {
    const elsewhere = { strokes: digitStrokes(1), left: 400, top: 40 };
    expect(read(paper([...line([8, 3], 60), elsewhere]))).toEqual({ number: '83', leavesOut: true });
    const below = line([3, 8, 3], 60, 130);
    expect(read(paper([...line([4, 0, 7], 60, 0), ...below], 480, 230)).leavesOut).toBe(true);
    const cut = { strokes: digitStrokes(2), left: 440, top: 40 };
    expect(read(paper([...line([4, 0, 7], 80), cut]))).toEqual({ number: '407', leavesOut: true });
  });
});
