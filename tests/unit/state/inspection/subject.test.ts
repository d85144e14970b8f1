import { expect, test } from 'vitest';
import type { Subject } from '../../../../src/state/inspection/subject';
import { withSteadyImage } from '../../../../src/state/inspection/subject';

const look = { probabilities: new Float32Array(10), layers: [], trainedBatches: 1, weightsVersion: 1 };
const subject = (...image: number[]): Subject => ({ from: 'sample', image: Float32Array.from(image), look });

test('the same image stays the same object, with what is new about it', () => {
  const before = subject(0, 0.5);
  const next = { ...subject(0, 0.5), look: { ...look, trainedBatches: 2 } };
  expect(withSteadyImage(before, next).image).toBe(before.image);
  expect(withSteadyImage(before, next).look.trainedBatches).toBe(2);
});

test('another image is another object', () => {
  const next = subject(0, 0.6);
  expect(withSteadyImage(subject(0, 0.5), next)).toBe(next);
  expect(withSteadyImage(undefined, next)).toBe(next);
});
