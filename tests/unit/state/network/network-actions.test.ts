import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS, PRESETS } from '../../../../src/model/presets';
import { isTrained } from '../../../../src/state/network/network-selectors';
import { CARD } from '../../../fixtures/pretrained-card';
import { setUp } from '../set-up';
import { batchTold, networkTold } from '../told';

it('gives an untrained network new weights as soon as it is edited', () => {
  const { actions, commands, ready, emit, store } = setUp();
  ready();
  actions.change(PRESETS['tfjs-examples']);
  expect(commands.reset).toHaveBeenLastCalledWith({ ...DEFAULT_SETTINGS, ...PRESETS['tfjs-examples'] });
  emit(networkTold({ settings: store.getState().settings }));
  commands.reset.mockClear();
  actions.change({ learningRate: 0.1 });
  expect(commands.reset).not.toHaveBeenCalled();
});

it('makes an untrained network anew for another train step or number of workers', () => {
  const { actions, commands, ready, emit, store } = setUp();
  ready();
  for (const patch of [{ trainStep: 'reference' }, { workers: '2' }] as const) {
    commands.reset.mockClear();
    actions.change(patch);
    expect(commands.reset).toHaveBeenCalledWith(store.getState().settings);
    emit(networkTold({ settings: store.getState().settings }));
  }
  commands.reset.mockClear();
  actions.change({ workers: '2' });
  expect(commands.reset).not.toHaveBeenCalled();
});

it('keeps a trained network when the settings change', () => {
  const { actions, commands, ready, emit, store } = setUp();
  ready();
  emit({
    type: 'run-started',
    run: 'a',
    startedAt: 0,
    settings: store.getState().settings,
    batchesPerEpoch: 4,
  });
  emit(batchTold());
  emit({ type: 'phase', phase: 'stopped' });
  commands.reset.mockClear();
  actions.change(PRESETS['tfjs-examples']);
  expect(commands.reset).not.toHaveBeenCalled();
});

it('keeps the network that came with the page while settings of a run change, and gives it up for other layers', () => {
  const { emit, commands, store, actions, ready } = setUp();
  ready();
  emit(networkTold({ trainedBatches: 9, pretrained: CARD }));
  commands.reset.mockClear();
  actions.change({ epochs: 9, seed: 5 });
  expect(commands.reset).not.toHaveBeenCalled();
  actions.change(PRESETS['tfjs-examples']);
  expect(commands.reset).toHaveBeenCalledTimes(1);
  emit(networkTold({ settings: store.getState().settings }));
  expect(store.getState().pretrained).toBeUndefined();
  expect(isTrained(store.getState())).toBe(false);
});
