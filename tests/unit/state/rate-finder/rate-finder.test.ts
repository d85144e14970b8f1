import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import { isTestOfOthers } from '../../../../src/state/rate-finder/rate-finder-selectors';
import { setUp } from '../set-up';

const TEST = { status: 'finished', settings: DEFAULT_SETTINGS, batches: 150, points: [] } as const;

it('asks for the settings of the next run, and not while one is under way or there are no data', () => {
  const { actions, commands, emit, ready } = setUp();
  actions.findRate();
  expect(commands.testRates).not.toHaveBeenCalled();
  ready();
  actions.change({ batchSize: 64 });
  actions.findRate();
  expect(commands.testRates).toHaveBeenCalledExactlyOnceWith({ ...DEFAULT_SETTINGS, batchSize: 64 });
  emit({ type: 'phase', phase: 'running' });
  actions.findRate();
  expect(commands.testRates).toHaveBeenCalledTimes(1);
});

it('keeps the last test until another one is told, or the engine is lost', () => {
  const { store, emit, engines } = setUp();
  emit({ type: 'rate-test', test: TEST });
  expect(store.getState().rateTest).toEqual(TEST);
  emit({ type: 'rate-test', test: undefined });
  expect(store.getState().rateTest).toBeUndefined();
  emit({ type: 'rate-test', test: TEST });
  engines[0]?.die('out of memory');
  expect(store.getState().rateTest).toBeUndefined();
});

it('is of other settings only when those have changed that the best rate depends on', () => {
  const { store, actions, emit } = setUp();
  emit({ type: 'rate-test', test: TEST });
  actions.change({ learningRate: 0.1, schedule: 'constant', epochs: 9 });
  expect(isTestOfOthers(store.getState())).toBe(false);
  actions.change({ optimizer: 'sgd' });
  expect(isTestOfOthers(store.getState())).toBe(true);
});
