import { expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import type { KnownSpeeds } from '../../../../src/model/speeds';
import { setUp } from '../set-up';

const KNOWN: readonly KnownSpeeds[] = [
  { key: 'a network', speeds: [{ backend: 'wasm', imagesPerSecond: 5 }] },
];

const storeOf = (kept: unknown) => ({ all: vi.fn(async () => kept), put: vi.fn(async () => {}) });

it('tells the engine of the next run, and again when it would be another', () => {
  const { commands, actions } = setUp();
  expect(commands.nextRun).toHaveBeenLastCalledWith(DEFAULT_SETTINGS);
  actions.change({ seed: 5 });
  expect(commands.nextRun).toHaveBeenCalledTimes(1);
  actions.change({ batchSize: 32 });
  expect(commands.nextRun).toHaveBeenLastCalledWith({ ...DEFAULT_SETTINGS, seed: 5, batchSize: 32 });
});

it('gives each engine what earlier visits have measured', async () => {
  const { commands, engines } = setUp(DEFAULT_SETTINGS, Promise.resolve(storeOf([null, ...KNOWN])));
  await expect.poll(() => commands.knowSpeeds.mock.calls).toEqual([[KNOWN]]);
  engines[0]?.die('crash');
  await expect.poll(() => commands.knowSpeeds.mock.calls).toEqual([[KNOWN], [KNOWN]]);
});

it('keeps what the engine has measured', async () => {
  const store = storeOf(undefined);
  const { emit } = setUp(DEFAULT_SETTINGS, Promise.resolve(store));
  emit({ type: 'known-speeds', known: KNOWN });
  await expect.poll(() => store.put.mock.calls).toEqual([[KNOWN]]);
});

it('goes on where the browser keeps nothing', async () => {
  const { emit, store, commands } = setUp(DEFAULT_SETTINGS, Promise.reject(new Error('blocked')));
  emit({ type: 'known-speeds', known: KNOWN });
  await new Promise((resolve) => setTimeout(resolve));
  expect(store.getState().fault).toBeUndefined();
  expect(commands.knowSpeeds).not.toHaveBeenCalled();
});

it('measures when it is asked to, with data and while no run is active', () => {
  const { actions, commands, ready, emit } = setUp();
  actions.measureSpeeds();
  expect(commands.measureSpeeds).not.toHaveBeenCalled();
  ready();
  actions.measureSpeeds();
  expect(commands.measureSpeeds).toHaveBeenCalledWith(DEFAULT_SETTINGS);
  emit({ type: 'phase', phase: 'running' });
  actions.measureSpeeds();
  expect(commands.measureSpeeds).toHaveBeenCalledTimes(1);
});
