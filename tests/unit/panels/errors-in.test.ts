import { describe, expect, it } from 'vitest';
import { errorsIn } from '../../../src/panels/shared/errors-in';
import type { Readings } from '../../../src/protocol/data/images';

/** [true digit, read as, how surely] */
const IMAGES = [
  [4, 9, 0.6],
  [4, 4, 0.9],
  [4, 9, 0.8],
  [7, 2, 0.7],
  [4, 4, 0.5],
  [3, 9, 0.8],
] as const;

const readings: Readings = {
  part: 'test',
  trainedBatches: 1,
  weightsVersion: 1,
  positions: Uint32Array.from(IMAGES, (_, i) => i),
  truth: Uint8Array.from(IMAGES, ([truth]) => truth),
  predicted: Uint8Array.from(IMAGES, ([, predicted]) => predicted),
  probabilities: Float32Array.from(
    IMAGES.flatMap(([, predicted, sure]) => {
      return Array.from({ length: 10 }, (_, digit) => (digit === predicted ? sure : 0.01));
    }),
  ),
  evaluation: { images: 6, loss: 0, accuracy: 0, confusion: [] },
};
const found = (truth?: number, predicted?: number) => [
  ...errorsIn(readings, truth === undefined && predicted === undefined ? undefined : { truth, predicted }),
];

describe('errorsIn', () => {
  it('puts the most confident error first, and leaves out what is read right', () => {
    expect(found()).toEqual([2, 5, 3, 0]);
  });

  it('keeps to a cell, a row or a column of the matrix', () => {
    expect(found(4, 9)).toEqual([2, 0]);
    expect(found(4)).toEqual([2, 0]);
    expect(found(undefined, 9)).toEqual([2, 5, 0]);
    expect(found(0, 1)).toEqual([]);
  });

  it('shows the least sure of the images that are read right', () => {
    expect(found(4, 4)).toEqual([4, 1]);
  });
});
