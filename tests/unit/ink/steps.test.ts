import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundingBox } from '../../../src/ink/bounding-box';
import { IMAGE_SIDE } from '../../../src/ink/center';
import { normalize } from '../../../src/ink/normalize';
import { meanOf } from '../../../src/ink/scale';
import { ALL_STEPS, INK_STEPS, type InkSteps } from '../../../src/ink/steps';
import { PAD_SIDE, type Stroke } from '../../../src/ink/stroke';
import { mass, strokesWithin, transform } from './strokes';

const NO_STEPS: InkSteps = { pen: false, box: false, scale: false, centre: false };
const two: Stroke[] = [
  {
    width: 24,
    points: [
      { x: 60, y: 90 },
      { x: 140, y: 60 },
      { x: 60, y: 200 },
      { x: 150, y: 200 },
    ],
  },
];
const seen = (strokes: readonly Stroke[], steps: InkSteps) => {
  const ink = normalize({ strokes }, steps);
  if (!ink) throw new Error('no ink');
  return ink;
};
const imageOf = (strokes: readonly Stroke[], steps: InkSteps) => seen(strokes, steps).image;
const largestDifference = (a: Float32Array, b: Float32Array) =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? Number.NaN))), 0);

/** Means of the area that each new pixel covers, one pixel at a time. */
function slowMeanOf(
  ink: Float32Array,
  left: number,
  top: number,
  side: [number, number],
  size: [number, number],
) {
  const [width, height] = size;
  const [perX, perY] = [side[0] / width, side[1] / height];
  return Float32Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [(i % width) * perX, Math.floor(i / width) * perY];
    let sum = 0;
    for (let row = Math.floor(y); row < y + perY - 1e-9; row++) {
      for (let column = Math.floor(x); column < x + perX - 1e-9; column++) {
        const high = Math.min(row + 1, y + perY) - Math.max(row, y);
        const wide = Math.min(column + 1, x + perX) - Math.max(column, x);
        sum += (ink[(top + row) * PAD_SIDE + left + column] ?? 0) * high * wide;
      }
    }
    return sum / (perX * perY);
  });
}

describe('the steps from ink to image', () => {
  it('come to the pad scaled down by area where all are left out', () => {
    const { drawn, image } = seen(two, NO_STEPS);
    const expected = slowMeanOf(drawn, 0, 0, [PAD_SIDE, PAD_SIDE], [IMAGE_SIDE, IMAGE_SIDE]);
    expect(largestDifference(image, expected)).toBeLessThan(1e-5);
  });

  it('each change the image of a drawing that is small and aside', () => {
    const aside = transform(two, 0.6, 110, 140);
    for (const step of INK_STEPS) {
      const without = imageOf(aside, { ...ALL_STEPS, [step]: false });
      expect(largestDifference(without, imageOf(aside, ALL_STEPS)), step).toBeGreaterThan(0.1);
    }
  });

  it('keep a digit as small as it is without scaling', () => {
    const small = transform(two, 0.4, 20, 20);
    const { placing } = seen(small, { ...ALL_STEPS, scale: false, pen: false });
    expect(placing?.scaled.height).toBe(Math.round((0.4 * (140 + 24)) / 10));
  });

  it('put the middle of the box in the middle without the centre of mass', () => {
    const { image } = seen(two, { ...ALL_STEPS, centre: false });
    const rows = Array.from({ length: IMAGE_SIDE }, (_, y) =>
      mass(image.slice(y * IMAGE_SIDE, (y + 1) * IMAGE_SIDE)),
    );
    expect(rows.findIndex((row) => row > 0)).toBe(4);
    expect(rows.findLastIndex((row) => row > 0)).toBe(23);
  });

  it('make lines 2.5 pixels wide, whatever the pen and the size', () => {
    const across = (size: number, width: number): Stroke[] => [
      {
        width,
        points: [
          { x: 30, y: 30 },
          { x: 30 + size, y: 30 },
        ],
      },
      {
        width,
        points: [
          { x: 30, y: 30 },
          { x: 30, y: 30 + size },
        ],
      },
    ];
    for (const size of [80, 140, 200]) {
      for (const width of [10, 24, 40]) {
        const { placing } = seen(across(size, width), ALL_STEPS);
        // Through the middle of the upright line, far from its ends.
        const row = placing?.scaled.values.slice(12 * 20, 13 * 20);
        expect(mass(row ?? new Float32Array(0)), `${size} ${width}`).toBeCloseTo(2.5, 0);
        expect(Math.abs(mass(row ?? new Float32Array(0)) - 2.5)).toBeLessThan(0.15);
      }
    }
  });

  it('leave the pressure of the pen as it was', () => {
    const pressed = [
      {
        width: 20,
        points: [
          { x: 60, y: 60, weight: 0.5 },
          { x: 60, y: 200, weight: 1.5 },
        ],
      },
    ];
    const { image } = seen(pressed, ALL_STEPS);
    const row = (y: number) => mass(image.slice(y * IMAGE_SIDE, (y + 1) * IMAGE_SIDE));
    expect(row(20)).toBeGreaterThan(1.7 * row(8));
  });

  it('know no strokes to draw anew in ink that was found in a picture', () => {
    const found = new Float32Array(PAD_SIDE ** 2);
    for (let y = 100; y < 180; y++) found.fill(1, y * PAD_SIDE + 20, y * PAD_SIDE + 40);
    const seenFound = normalize({ scannedInk: found, strokes: [] });
    expect(seenFound?.placing?.box).toEqual({ left: 20, top: 100, width: 20, height: 80 });
    expect(seenFound?.placing?.scaled).toMatchObject({ width: 5, height: 20 });
  });
});

describe('meanOf', () => {
  it('agrees with adding up one pixel at a time', () => {
    const side = fc.integer({ min: 1, max: 120 });
    const count = fc.integer({ min: 1, max: 28 });
    fc.assert(
      fc.property(side, side, count, count, (boxWidth, boxHeight, width, height) => {
        const ink = Float32Array.from({ length: PAD_SIDE ** 2 }, (_, i) => ((i * 7919) % 97) / 97);
        const box = { left: 30, top: 50, width: boxWidth, height: boxHeight };
        const slow = slowMeanOf(ink, 30, 50, [boxWidth, boxHeight], [width, height]);
        expect(largestDifference(meanOf(ink, box, width, height).values, slow)).toBeLessThan(1e-5);
      }),
      { numRuns: 60 },
    );
  });
});

describe('boundingBox', () => {
  it('agrees with looking at every pixel', () => {
    fc.assert(
      fc.property(strokesWithin(-60, 340), (strokes) => {
        const drawn = normalize({ strokes }, NO_STEPS)?.drawn;
        fc.pre(drawn !== undefined);
        const inked = [...drawn.entries()].filter(([, value]) => value >= 0.49).map(([i]) => i);
        const columns = inked.map((i) => i % PAD_SIDE);
        const rows = inked.map((i) => Math.floor(i / PAD_SIDE));
        const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b));
        const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b));
        expect(boundingBox(drawn)).toEqual({
          left: least(columns),
          top: least(rows),
          width: most(columns) - least(columns) + 1,
          height: most(rows) - least(rows) + 1,
        });
      }),
      { numRuns: 30 },
    );
  });
});
