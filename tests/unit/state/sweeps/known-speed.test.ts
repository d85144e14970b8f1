import { expect, it } from 'vitest';
import { knownSpeed } from '../../../../src/state/sweeps/known-speed';
import { BASE, sweepLab } from './sweep-lab';

it('is that of the last run that was as fast, else what was measured, else unknown', () => {
  const { actions, begin, finish, emit, state } = sweepLab();
  expect(knownSpeed(state(), BASE)).toBeUndefined();
  emit({
    type: 'speeds',
    speeds: {
      candidates: [{ backend: 'wasm', software: false, result: { imagesPerSecond: 5000 } }],
      fastest: 'wasm',
      measuring: false,
    },
  });
  expect(knownSpeed(state(), BASE)).toBe(5000);
  actions.train();
  begin();
  emit({ type: 'progress', progress: { epoch: 1, epochs: 1, images: 55_000, done: 1, seconds: 10 } });
  finish(1);
  expect(knownSpeed(state(), { ...BASE, seed: 9 })).toBe(5500);
  expect(knownSpeed(state(), { ...BASE, batchSize: 7 })).toBe(5000);
});
