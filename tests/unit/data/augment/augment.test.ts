import { describe, expect, it } from 'vitest';
import { applyChange, augment, type Change, randomChange } from '../../../../src/data/augment/augment';
import { FIELD_VALUES } from '../../../../src/data/augment/elastic';
import { RandomStream } from '../../../../src/model/random';

const NONE = { shift: 0, rotation: 0, scaling: 0, shear: 0, elastic: 0, strokeWidth: 0, contrast: 0 };
const UNCHANGED: Change = {
  shiftX: 0,
  shiftY: 0,
  rotation: 0,
  scaleX: 1,
  scaleY: 1,
  shear: 0,
  strokeWidth: 0,
  contrast: 1,
  elastic: undefined,
};

/** Some rows of ink, each from a column to another: [row, from, to]. */
function picture(...lines: readonly (readonly [number, number, number])[]): Uint8Array {
  const image = new Uint8Array(784);
  for (const [row, from, to] of lines) image.fill(200, 28 * row + from, 28 * row + to + 1);
  return image;
}

function changed(image: Uint8Array, change: Partial<Change>): Uint8Array {
  const result = new Uint8Array(784);
  applyChange(image, result, { ...UNCHANGED, ...change });
  return result;
}

/** Mean place of the ink. */
function middle(image: Uint8Array): { x: number; y: number; mass: number } {
  let [mass, x, y] = [0, 0, 0];
  image.forEach((value, i) => {
    mass += value;
    x += value * (i % 28);
    y += value * Math.floor(i / 28);
  });
  return { x: x / mass, y: y / mass, mass };
}

const BAR = picture([10, 8, 20], [11, 8, 20], [12, 8, 20], [13, 8, 20]);
/** To the right of the centre. */
const RIGHT = picture([13, 20, 22], [14, 20, 22], [15, 20, 22]);
const ABOVE = picture([4, 13, 15], [5, 13, 15], [6, 13, 15]);

describe('a change of an image', () => {
  it('by nothing leaves every pixel', () => {
    expect(changed(BAR, {})).toEqual(BAR);
  });

  it('shifts by whole and by parts of pixels', () => {
    expect(changed(BAR, { shiftX: 3, shiftY: -2 })).toEqual(
      picture([8, 11, 23], [9, 11, 23], [10, 11, 23], [11, 11, 23]),
    );
    const half = middle(changed(BAR, { shiftX: 0.5 }));
    expect(half.x).toBeCloseTo(middle(BAR).x + 0.5, 1);
    expect(half.mass).toBeCloseTo(middle(BAR).mass, -2);
  });

  it('turns clockwise about the centre', () => {
    const turned = middle(changed(RIGHT, { rotation: Math.PI / 2 }));
    expect(turned.x).toBeCloseTo(14, 1);
    expect(turned.y).toBeCloseTo(21, 1);
  });

  it('scales about the centre', () => {
    expect(middle(changed(RIGHT, { scaleX: 1.5 })).x).toBeCloseTo(24.5, 1);
    expect(middle(changed(ABOVE, { scaleY: 0.5 })).y).toBeCloseTo(9.5, 1);
  });

  it('leans to the right at the top', () => {
    const lean = middle(changed(ABOVE, { shear: 0.5 }));
    expect(lean.x).toBeCloseTo(14 + 0.5 * 9, 1);
    expect(lean.y).toBeCloseTo(5, 1);
  });

  it('makes strokes bolder or thinner', () => {
    const mass = (strokeWidth: number) => middle(changed(BAR, { strokeWidth })).mass;
    expect(mass(1)).toBe(200 * (4 * 13 + 2 * 13 + 2 * 4));
    expect(mass(-1)).toBe(200 * 2 * 11);
    expect(mass(0.5)).toBe(200 * 4 * 13 + 100 * (2 * 13 + 2 * 4));
  });

  it('changes the contrast, up to full ink', () => {
    expect(Math.max(...changed(BAR, { contrast: 0.5 }))).toBe(100);
    expect(Math.max(...changed(BAR, { contrast: 2 }))).toBe(255);
  });

  it('distorts as far as its control points say', () => {
    const elastic = new Float64Array(FIELD_VALUES).fill(2, 0, FIELD_VALUES / 2);
    // Where all control points agree it is a shift: each pixel is read two to the right of it.
    expect(changed(BAR, { elastic })).toEqual(changed(BAR, { shiftX: -2 }));
    elastic.fill(0);
    elastic[24] = 3;
    const bent = changed(BAR, { elastic });
    expect(bent).not.toEqual(BAR);
    expect(bent.subarray(0, 28 * 8)).toEqual(BAR.subarray(0, 28 * 8));
  });

  it('loses what goes beyond the edge, and nothing comes in', () => {
    expect(middle(changed(RIGHT, { shiftX: 8 })).mass).toBe(0);
    expect(changed(RIGHT, { shiftX: 7 }).some((value, i) => value > 0 && i % 28 < 20)).toBe(false);
  });
});

describe('augmentation', () => {
  const OPTIONS = {
    shift: 2,
    rotation: 15,
    scaling: 0.1,
    shear: 10,
    elastic: 2,
    strokeWidth: 0.5,
    contrast: 0.3,
  };
  const images = Uint8Array.from([...BAR, ...RIGHT, ...ABOVE]);

  it('repeats for a number of a seed, however the images are cut into calls', () => {
    const all = augment(images, { seed: 4, numbers: Uint32Array.of(7, 8, 9) }, OPTIONS);
    const last = augment(ABOVE, { seed: 4, numbers: Uint32Array.of(9) }, OPTIONS);
    expect(last).toEqual(all.slice(2 * 784));
    expect(augment(ABOVE, { seed: 5, numbers: Uint32Array.of(9) }, OPTIONS)).not.toEqual(last);
    expect(augment(ABOVE, { seed: 4, numbers: Uint32Array.of(10) }, OPTIONS)).not.toEqual(last);
  });

  it('stays within what the options say, and uses all of it', () => {
    const shifts = Array.from(
      { length: 400 },
      (_, i) => randomChange({ ...NONE, shift: 3 }, new RandomStream(1, 'augment', i)).shiftX,
    );
    expect(Math.min(...shifts)).toBeGreaterThanOrEqual(-3);
    expect(Math.max(...shifts)).toBeLessThanOrEqual(3);
    expect(Math.min(...shifts)).toBeLessThan(-2.8);
    expect(Math.max(...shifts)).toBeGreaterThan(2.8);
  });

  it('leaves images alone where nothing is to be changed', () => {
    expect(augment(images, { seed: 1, numbers: Uint32Array.of(0, 1, 2) }, NONE)).toEqual(images);
  });
});
