import { expect, it } from 'vitest';
import { repeatsOf } from '../../../src/metrics/repeats';

it('gives mean, sample deviation and the interval of the mean', () => {
  // mean ± t · deviation / √5, with t = 2.7764451 of four degrees of freedom
  const found = repeatsOf([98.9, 99.1, 99.0, 99.2, 98.8]);
  expect(found?.mean).toBeCloseTo(99, 10);
  expect(found?.deviation).toBeCloseTo(0.158114, 6);
  expect(found?.interval?.low).toBeCloseTo(98.803676, 3);
  expect(found?.interval?.high).toBeCloseTo(99.196324, 3);
  expect([found?.least, found?.most, found?.runs]).toEqual([98.8, 99.2, 5]);
});

it('says nothing of the spread of one run, and nothing of none', () => {
  expect(repeatsOf([0.99])).toMatchObject({ mean: 0.99, deviation: undefined, interval: undefined });
  expect(repeatsOf([])).toBeUndefined();
});

it('has an interval that holds the true mean about as often as it says', () => {
  // Sums of uniform numbers, by a small congruential generator.
  let state = 1;
  const uniform = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const normal = () => Array.from({ length: 12 }, uniform).reduce((sum, value) => sum + value, -6);
  let held = 0;
  const TRIES = 2000;
  for (let i = 0; i < TRIES; i++) {
    const { low = 1, high = -1 } = repeatsOf([normal(), normal(), normal(), normal()])?.interval ?? {};
    if (low <= 0 && high >= 0) held++;
  }
  expect(held / TRIES).toBeGreaterThan(0.93);
  expect(held / TRIES).toBeLessThan(0.97);
});
