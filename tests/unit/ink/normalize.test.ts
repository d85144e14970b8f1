import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CENTER, centerByMass, centerOfMass, IMAGE_SIDE } from '../../../src/ink/center';
import { normalize } from '../../../src/ink/normalize';
import { DIGIT_SIDE } from '../../../src/ink/scale';
import { ALL_STEPS } from '../../../src/ink/steps';
import { PEN_WIDTH, type Stroke } from '../../../src/ink/stroke';
import { mass, strokesWithin, transform } from './strokes';

const line = (...points: [number, number][]): Stroke => ({
  points: points.map(([x, y]) => ({ x, y })),
  width: PEN_WIDTH,
});
/** The pen stays as it was drawn with. */
const WITH_OWN_PEN = { ...ALL_STEPS, pen: false };
const seven = [line([70, 60], [200, 50], [130, 240])];

function imageOf(strokes: readonly Stroke[], steps = ALL_STEPS): Float32Array {
  const ink = normalize({ strokes }, steps);
  if (!ink) throw new Error('no ink');
  return ink.image;
}

/** In pixels: how much ink would have to change to make one image of the other. */
const difference = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? Number.NaN)), 0);

const largest = (values: Float32Array): number => values.reduce((most, value) => Math.max(most, value), 0);

describe('normalize', () => {
  it('gives 784 values from 0 to 1, the longest side 20, and the weight in the middle', () => {
    fc.assert(
      fc.property(strokesWithin(-40, 320), (strokes) => {
        const normalized = normalize({ strokes });
        fc.pre(normalized?.placing !== undefined);
        const { image, placing } = normalized;
        const { scaled } = placing;
        expect(image).toHaveLength(IMAGE_SIDE * IMAGE_SIDE);
        expect(image.every((value) => value >= 0 && value <= 1)).toBe(true);
        expect(Math.max(scaled.width, scaled.height)).toBe(DIGIT_SIDE);
        if (mass(image) < mass(scaled.values) - 1e-3) return;
        const { x, y } = centerOfMass({ width: IMAGE_SIDE, height: IMAGE_SIDE, values: image });
        expect(Math.abs(x - CENTER)).toBeLessThan(0.501);
        expect(Math.abs(y - CENTER)).toBeLessThan(0.501);
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same image wherever on the pad a digit is drawn', () => {
    const shift = fc.integer({ min: -40, max: 60 });
    fc.assert(
      fc.property(strokesWithin(60, 200), shift, shift, (strokes, x, y) => {
        const [here, there] = [imageOf(strokes), imageOf(transform(strokes, 1, x, y))];
        expect(largest(here.map((value, i) => value - (there[i] ?? 0)))).toBeLessThan(1e-5);
      }),
      { numRuns: 50 },
    );
  });

  it('gives nearly the same image at half the size', () => {
    const small = imageOf(transform(seven, 0.5, 30, 50), WITH_OWN_PEN);
    const large = imageOf(seven, WITH_OWN_PEN);
    expect(difference(large, small)).toBeLessThan(0.05 * mass(large));
  });

  it('does not depend on the order of the strokes or on the direction of the pen', () => {
    fc.assert(
      fc.property(strokesWithin(20, 260), (strokes) => {
        const back = strokes
          .toReversed()
          .map(({ points, width }) => ({ points: points.toReversed(), width }));
        expect(difference(imageOf(back), imageOf(strokes))).toBeLessThan(1e-3);
      }),
      { numRuns: 40 },
    );
  });

  it('moves by less than one part in 255 when a point moves by a thousandth of a pixel', () => {
    const nudged = seven.map(({ points, width }) => ({
      points: points.map(({ x, y }) => ({ x: x + 1e-3, y: y - 1e-3 })),
      width,
    }));
    const [before, after] = [imageOf(seven), imageOf(nudged)];
    expect(largest(before.map((value, i) => Math.abs(value - (after[i] ?? 0))))).toBeLessThan(1 / 255);
  });

  it('makes a dot a disc of 20 pixels in the middle', () => {
    const image = imageOf([line([33, 250])]);
    expect(image[14 * IMAGE_SIDE + 14]).toBe(1);
    expect(Math.abs(mass(image) - Math.PI * 100)).toBeLessThan(12);
    expect(image[5 * IMAGE_SIDE + 5]).toBe(0);
  });

  it('keeps a vertical line as thin as it was drawn', () => {
    const normalized = normalize({ strokes: [line([140, 30], [140, 250])] }, WITH_OWN_PEN);
    expect(normalized?.placing?.scaled.height).toBe(20);
    expect(normalized?.placing?.scaled.width).toBe(2);
    expect(normalized?.placing?.box).toEqual({
      left: 140 - PEN_WIDTH / 2,
      top: 30 - PEN_WIDTH / 2,
      width: PEN_WIDTH,
      height: 220 + PEN_WIDTH,
    });
  });

  it('boxes only the part of a stroke that is on the pad', () => {
    const strokes = [line([-200, 100], [100, 100])];
    expect(normalize({ strokes }, WITH_OWN_PEN)?.placing?.box).toEqual({
      left: 0,
      top: 100 - PEN_WIDTH / 2,
      width: 100 + PEN_WIDTH / 2,
      height: PEN_WIDTH,
    });
  });

  it('knows no image without ink on the pad', () => {
    expect(normalize({ strokes: [] })).toBeUndefined();
    expect(normalize({ strokes: [line([-80, -80], [-30, 400]), line([500, 20])] })).toBeUndefined();
  });
});

describe('centerByMass', () => {
  it('puts a weight that lies between two pixels on the lower side, as MNIST does', () => {
    const image = centerByMass({ width: 20, height: 20, values: new Float32Array(400).fill(1) });
    expect(image[4 * IMAGE_SIDE + 4]).toBe(1);
    expect(image[23 * IMAGE_SIDE + 23]).toBe(1);
    expect(mass(image)).toBe(400);
  });

  it('cuts off what sticks out instead of wrapping it round', () => {
    const values = new Float32Array(20).fill(0.01);
    values[19] = 1;
    const image = centerByMass({ width: 20, height: 1, values });
    const { x } = centerOfMass({ width: 20, height: 1, values });
    const shift = 14 - Math.round(x);
    expect(shift).toBeLessThan(0);
    expect(image.findIndex((value) => value > 0)).toBe(14 * IMAGE_SIDE);
    expect(image.filter((value) => value > 0)).toHaveLength(20 + shift);
    expect(image[14 * IMAGE_SIDE + 19 + shift]).toBe(1);
  });

  it('gives an untouched print as it is, wherever its weight lies', () => {
    const print = new Float32Array(IMAGE_SIDE ** 2);
    print[3] = 0.3;
    expect(normalize({ baseImage: print, strokes: [] })?.image).toEqual(print);
    expect(normalize({ baseImage: new Float32Array(IMAGE_SIDE ** 2), strokes: [] })).toBeUndefined();
  });

  it('changes a print only where it is drawn on or erased', () => {
    const print = Float32Array.from({ length: IMAGE_SIDE ** 2 }, (_, i) => ((i * 37) % 100) / 100);
    const change = line([60, 60], [60, 100]);
    const drawn = normalize({ baseImage: print, strokes: [change] })?.image;
    const erased = normalize({ baseImage: print, strokes: [{ ...change, erases: true }] })?.image;
    const reach = (PEN_WIDTH / 2 + 1) / 10;
    for (const [i, value] of print.entries()) {
      const [x, y] = [(i % IMAGE_SIDE) + 0.5, Math.floor(i / IMAGE_SIDE) + 0.5];
      const isFar = Math.abs(x - 6) > reach + 1 || y < 6 - reach - 1 || y > 10 + reach + 1;
      if (isFar) {
        expect(drawn?.[i]).toBeCloseTo(value, 5);
        expect(erased?.[i]).toBeCloseTo(value, 5);
      }
    }
    const inside = 8 * IMAGE_SIDE + 5;
    expect(drawn?.[inside]).toBe(1);
    expect(erased?.[inside]).toBe(0);
  });
});
