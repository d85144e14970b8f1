import { describe, expect, it } from 'vitest';
import { labelAt, meanImage, positionsOf } from '../../../src/panels/data-browser/browsed-images';
import { greyLevels, greysOfBin } from '../../../src/panels/data-browser/grey-levels';
import type { ImageSummary } from '../../../src/protocol/inspect';

/** Three images of class 2 and one of class 5. */
function summary(): ImageSummary {
  const means = new Float32Array(7840);
  means[784 * 2 + 10] = 0.2;
  means[784 * 5 + 10] = 1;
  const greys = new Uint32Array(2560);
  greys[256 * 2] = 3 * 784 - 6;
  greys[256 * 2 + 255] = 6;
  greys[256 * 5 + 7] = 700;
  greys[256 * 5 + 8] = 84;
  return {
    part: 'validation',
    positions: Uint32Array.of(3, 8, 20, 21),
    labels: Uint8Array.of(2, 5, 2, 2),
    counts: Uint32Array.of(0, 0, 3, 0, 0, 1, 0, 0, 0, 0),
    means,
    greys,
  };
}

describe('the images that are browsed', () => {
  it('are those of the class, in the order of the file', () => {
    expect([...positionsOf(summary(), 2)]).toEqual([3, 20, 21]);
    expect([...positionsOf(summary(), 7)]).toEqual([]);
    expect([...positionsOf(summary(), undefined)]).toEqual([3, 8, 20, 21]);
  });

  it('have labels, which images of other parts and files have not', () => {
    expect(labelAt(summary(), { set: 'train', position: 8 })).toBe(5);
    expect(labelAt(summary(), { set: 'train', position: 9 })).toBeUndefined();
    expect(labelAt(summary(), { set: 'test', position: 8 })).toBeUndefined();
  });

  it('have a mean image by class, and one of all in which each image counts once', () => {
    expect(meanImage(summary(), 5)[10]).toBe(1);
    expect(meanImage(summary(), undefined)[10]).toBeCloseTo((3 * 0.2 + 1) / 4, 6);
    expect(meanImage(summary(), undefined)).toHaveLength(784);
  });
});

describe('the grey levels', () => {
  it('are shares of the pixels in bins of eight greys', () => {
    const levels = greyLevels(summary(), 5);
    expect(levels?.shares[0]).toBeCloseTo(700 / 784, 12);
    expect(levels?.shares[1]).toBeCloseTo(84 / 784, 12);
    expect([greysOfBin(0), greysOfBin(1), greysOfBin(31)]).toEqual([
      [0, 7],
      [8, 15],
      [248, 255],
    ]);
  });

  it('of all classes add up, white in the last bin', () => {
    const levels = greyLevels(summary(), undefined);
    expect(levels?.spread.count).toBe(4 * 784);
    expect(levels?.shares[31]).toBeCloseTo(6 / (4 * 784), 12);
    expect(levels?.spread.mean).toBeCloseTo((6 * 255 + 7 * 700 + 8 * 84) / 255 / (4 * 784), 12);
    expect(levels?.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('are none where there are no images', () => {
    expect(greyLevels(summary(), 0)).toBeUndefined();
  });
});
