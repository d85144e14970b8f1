import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Settings } from '../../../../src/model/settings';
import type { Sweep } from '../../../../src/model/sweep';
import { READOUT, READY, setUp } from '../set-up';
import { SETTINGS, trains } from './visits';

/* The engine dies over the run of a sweep, or an experiment, before there is anything of it to go on with. */

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const STARTING = { type: 'phase', phase: 'starting' } as const;

function lab() {
  const all = setUp(SETTINGS);
  all.ready();
  const state = all.store.getState;
  return { ...all, state, die: () => all.engines.at(-1)?.die('silent') };
}

it('gives up the experiments that were to follow it, where it does not begin', () => {
  const at = lab();
  at.actions.experiment(SETTINGS, [
    { ...SETTINGS, seed: 2 },
    { ...SETTINGS, seed: 3 },
  ]);
  at.emit(STARTING);
  at.die();
  expect(at.state().experiments?.waiting).toHaveLength(1);
  at.actions.change({ dataset: 'synthetic' });
  expect(at.state().experiments?.waiting).toEqual([]);
});

/** Two batch sizes: what its second run is trained with the controls do not show before it. */
const SIZES: Sweep = {
  ...{ base: SETTINGS, method: 'grid', draws: 2, halving: false },
  axes: [{ setting: 'batchSize', from: 64, to: 256, steps: 2 }],
};

/** A sweep's second run is asked for, and the engine dies over it. */
function sweepLost() {
  const at = lab();
  at.actions.startSweep(SIZES);
  at.emit(STARTING);
  trains(at, 1);
  at.emit({ type: 'phase', phase: 'finished' }, STARTING);
  const trained = () =>
    (at.commands.train.mock.calls as unknown as [Settings][]).map(([given]) => given.batchSize);
  expect(trained()).toEqual([64, 256]);
  at.die();
  return { ...at, trained, sweep: () => at.state().sweeps.sweep };
}

it('goes on with a sweep whose run is begun once more', () => {
  const at = sweepLost();
  expect(at.sweep()).toMatchObject({ status: 'running', underWay: { trial: 1 } });
  at.ready();
  expect(at.trained()).toEqual([64, 256, 256]);
  at.emit(STARTING);
  trains(at, 1, 'b');
  at.emit({ type: 'phase', phase: 'finished' });
  expect(at.sweep()).toMatchObject({ status: 'done', results: [{ trial: 0 }, { trial: 1 }] });
});

it('pauses a sweep whose run waits for an engine, and shows again what the controls did before', () => {
  const at = sweepLost();
  expect(at.state().settings.batchSize).toBe(256);
  at.actions.pauseSweep();
  expect(at.sweep()).toMatchObject({ status: 'paused', underWay: undefined });
  expect(at.state().settings).toEqual(SETTINGS);
  at.ready();
  expect(at.trained()).toEqual([64, 256]);
  at.actions.resumeSweep('sweep');
  expect(at.trained()).toEqual([64, 256, 256]);
});

it('pauses a sweep whose run would begin on other data', () => {
  const at = sweepLost();
  at.emit({ type: 'engine', readout: READOUT }, { type: 'dataset', dataset: { ...READY, train: 7 } });
  expect(at.sweep()).toMatchObject({ status: 'paused', underWay: undefined });
  expect(at.trained()).toEqual([64, 256]);
});

it('pauses a sweep whose run was to go on, where a person begins another in its place', () => {
  const at = lab();
  at.actions.startSweep(SIZES);
  at.emit(STARTING);
  trains(at, 1);
  at.die();
  at.emit({ type: 'engine', readout: READOUT }, { type: 'dataset', dataset: { ...READY, train: 7 } });
  expect(at.state().isContinuing).toBe(true);
  at.actions.train();
  at.emit(STARTING);
  trains(at, 1, 'of the person');
  expect(at.state().sweeps.sweep).toMatchObject({ status: 'paused', underWay: undefined });
});
