import { expect, it } from 'vitest';
import { defaultImage } from '../../../src/panels/test-image/default-image';
import type { Part, Readings } from '../../../src/protocol/data/images';

/** Three images, read as 1, 1 and 0 with these probabilities; the first is right. */
const readings = (part: Part, truth: readonly number[] = [1, 0, 1]): Readings => ({
  part,
  trainedBatches: 8,
  weightsVersion: 1,
  positions: Uint32Array.of(50, 60, 70),
  truth: Uint8Array.from(truth),
  predicted: Uint8Array.of(1, 1, 0),
  probabilities: Float32Array.from([
    ...[0, 1, 0, 0, 0, 0, 0, 0, 0, 0],
    ...[0.25, 0.75, 0, 0, 0, 0, 0, 0, 0, 0],
    ...[0.5, 0.25, 0.25, 0, 0, 0, 0, 0, 0, 0],
  ]),
  evaluation: { images: 3, loss: 1, accuracy: 1 / 3, confusion: [] },
});

it('is the most confident error, with what was read in it', () => {
  const { ref, why, probabilities } = defaultImage(readings('test'));
  expect({ ref, why }).toEqual({ ref: { set: 'test', position: 60 }, why: 'surest' });
  expect([...(probabilities ?? [])].slice(0, 3)).toEqual([0.25, 0.75, 0]);
});

it('looks for validation images in the file that they came from', () => {
  expect(defaultImage(readings('validation')).ref).toEqual({ set: 'train', position: 60 });
});

it('is the first test image where nothing was read, or all of it right', () => {
  const first = { ref: { set: 'test', position: 0 }, why: 'first', probabilities: undefined };
  expect(defaultImage(undefined)).toEqual(first);
  expect(defaultImage(readings('test', [1, 1, 0]))).toEqual(first);
});
