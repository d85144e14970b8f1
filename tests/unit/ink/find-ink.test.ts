import { describe, expect, it } from 'vitest';
import { normalize } from '../../../src/ink/normalize';
import { type FoundInk, findInk } from '../../../src/ink/picture/find-ink';
import type { GreyImage } from '../../../src/ink/picture/local-mean';
import { piecesOf } from '../../../src/ink/picture/pieces';
import { rasterize } from '../../../src/ink/rasterize';
import { separateDigits } from '../../../src/ink/several/separate-digits';
import { PAD_SIDE, type Stroke } from '../../../src/ink/stroke';
import { RandomStream } from '../../../src/model/random';
import { DIGIT_STROKES } from '../../fixtures/digit-strokes';
import { mass } from './strokes';

/** A five whose bar is a piece of its own, for a picture of 280 by 280. */
const five = (width: number): Stroke[] => [
  {
    width,
    points: [
      [110, 90],
      [104, 130],
      [150, 125],
      [168, 155],
      [150, 190],
      [100, 185],
    ].map(([x, y]) => ({ x: x as number, y: y as number })),
  },
  {
    width,
    points: [
      { x: 122, y: 70 },
      { x: 175, y: 66 },
    ],
  },
];

interface Scene {
  readonly strokes: readonly Stroke[];
  /** Of the paper, at a place from 0 to 1. */
  readonly light: (x: number, y: number) => number;
  /** Share of the light that ink leaves. */
  readonly ink?: number;
  readonly noise?: number;
}

function photo({ strokes, light, ink = 0.25, noise = 0.01 }: Scene): GreyImage {
  const random = new RandomStream(7, 'labels', 0);
  const drawn = rasterize({ strokes });
  const values = drawn.map((covered, i) => {
    const paper = light((i % PAD_SIDE) / PAD_SIDE, Math.floor(i / PAD_SIDE) / PAD_SIDE);
    return paper * (1 - covered * (1 - ink)) + noise * (random.below(2001) / 1000 - 1);
  });
  return { width: PAD_SIDE, height: PAD_SIDE, values };
}

/** Share of the ink that two images of 28×28 have in common. */
function likeness(a: Float32Array | undefined, b: Float32Array | undefined): number {
  if (!a || !b) return 0;
  const common = a.reduce((sum, value, i) => sum + Math.min(value, b[i] ?? 0), 0);
  return (2 * common) / (mass(a) + mass(b));
}

const imageOf = (found: FoundInk | undefined) =>
  found && normalize({ scannedInk: found.ink, strokes: [] })?.image;
const drawnImage = normalize({ strokes: five(12) })?.image;

describe('ink in a picture', () => {
  it.each<[string, Scene]>([
    ['in even light', { strokes: five(12), light: () => 0.9 }],
    ['under a lamp on one side', { strokes: five(12), light: (x) => 0.95 - 0.6 * x }],
    [
      'half in a soft shadow',
      { strokes: five(12), light: (_, y) => 0.9 - 0.4 / (1 + Math.exp(20 * (y - 0.5))) },
    ],
    ['in pencil', { strokes: five(12), light: () => 0.85, ink: 0.6 }],
    ['light on dark', { strokes: five(12), light: () => 0.15, ink: 6 }],
    ['with a thin pen', { strokes: five(5), light: () => 0.9 }],
  ])('is found %s', (_, scene) => {
    expect(likeness(imageOf(findInk(photo(scene))), drawnImage)).toBeGreaterThan(0.85);
  });

  it('leaves out specks and what reaches the edge of the picture, and keeps the bar of the five', () => {
    const speck = (x: number, y: number): Stroke => ({ width: 5, points: [{ x, y }] });
    const edge: Stroke = {
      width: 30,
      points: [
        { x: -5, y: 270 },
        { x: 285, y: 262 },
      ],
    };
    const strokes = [...five(12), speck(40, 40), speck(240, 60), speck(200, 120), edge];
    const image = imageOf(findInk(photo({ strokes, light: () => 0.9 })));
    expect(likeness(image, drawnImage)).toBeGreaterThan(0.85);
    expect(likeness(image, normalize({ strokes: five(12).slice(0, 1) })?.image)).toBeLessThan(0.8);
  });

  it('is put in the middle of the pad, 200 pixels long, with lines as wide as a pen would draw', () => {
    const found = findInk(photo({ strokes: five(4), light: () => 0.9 }));
    const seen = found && normalize({ scannedInk: found.ink, strokes: [] });
    const { box } = seen?.placing ?? {};
    // The lines grow on all sides.
    expect(box?.height).toBeGreaterThanOrEqual(200);
    expect(box?.height).toBeLessThan(235);
    expect(Math.abs((box?.left ?? 0) + (box?.width ?? 0) / 2 - PAD_SIDE / 2)).toBeLessThan(6);
    expect(mass(seen?.image ?? new Float32Array(0))).toBeGreaterThan(
      0.75 * mass(drawnImage ?? new Float32Array(0)),
    );
  });

  it('is a whole line of digits, with lines that suit their size, where several stand in one', () => {
    const digitAt = (digit: number, left: number): Stroke[] =>
      (DIGIT_STROKES[digit] ?? []).map((points) => ({
        width: 4,
        points: points.map(([x, y]) => ({ x: left + 40 * x, y: 100 + 60 * y })),
      }));
    const digits = [3, 8, 2].map((digit, i) => digitAt(digit, 30 + 60 * i));
    const speck: Stroke = { width: 6, points: [{ x: 250, y: 40 }] };
    const found = findInk(photo({ strokes: [...digits.flat(), speck], light: () => 0.9 }));
    const parts = separateDigits({ scannedInk: found?.ink ?? new Float32Array(PAD_SIDE ** 2), strokes: [] });
    expect(parts).toHaveLength(3);
    parts.forEach((part, i) => {
      const drawn = normalize({ strokes: digits[i] ?? [] })?.image;
      expect(likeness(normalize(part)?.image, drawn)).toBeGreaterThan(0.85);
    });
  });

  it('is not found on empty paper, in noise, in a soft shadow, or in nothing', () => {
    const empty = (light: Scene['light'], noise?: number) =>
      findInk(photo({ strokes: [], light, ...(noise !== undefined && { noise }) }));
    expect(empty(() => 0.9)).toBeUndefined();
    expect(empty(() => 0.5, 0.4)).toBeUndefined();
    expect(empty((x, y) => 0.9 - 0.4 * x * y)).toBeUndefined();
    expect(empty(() => 1, 0)).toBeUndefined();
    expect(findInk({ width: 1, height: 1, values: new Float32Array(1) })).toBeUndefined();
  });
});

describe('piecesOf', () => {
  it('takes what touches by a corner for one piece, and knows what reaches the edge', () => {
    const rows = ['1.....', '......', '..1.1.', '...1..', '......'];
    const mask = Uint8Array.from(rows.join(''), (sign) => (sign === '1' ? 1 : 0));
    const [corner, vee, ...others] = piecesOf(mask, 6, 5);
    expect(others).toEqual([]);
    expect(corner).toMatchObject({ pixels: [0], isCut: true });
    expect(vee).toMatchObject({ left: 2, right: 4, top: 2, bottom: 3, isCut: false });
    expect(vee?.pixels).toHaveLength(3);
  });
});
