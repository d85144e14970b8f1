import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DatasetState } from '../../../../src/protocol/data/dataset-state';
import type { EngineEvent } from '../../../../src/protocol/engine-api';
import { trainBlock } from '../../../../src/state/run/run-selectors';
import { READOUT, READY, setUp } from '../set-up';
import { batchTold, networkTold } from '../told';
import { SETTINGS, trains } from './visits';

/* The engine dies over a run that it was asked for, before there is anything of it to go on with. */

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const STARTING: EngineEvent = { type: 'phase', phase: 'starting' };
const STARTED: EngineEvent = {
  ...{ type: 'run-started', run: 'a', settings: SETTINGS, batchesPerEpoch: 2, startedAt: 1000 },
};

function lab() {
  const all = setUp(SETTINGS);
  all.ready();
  const state = all.store.getState;
  /** Another one is started at once, or after a pause. */
  const die = () => {
    all.engines.at(-1)?.die('silent');
    vi.advanceTimersByTime(4000);
  };
  return { ...all, state, die };
}

it.each<[string, readonly EngineEvent[]]>([
  ['has not said anything', []],
  ['makes its network', [STARTING]],
  ['has begun, and has kept nothing yet', [STARTING, networkTold({ settings: SETTINGS }), STARTED]],
])('begins a run once more that %s, as soon as its data are there', (_, told) => {
  const at = lab();
  at.actions.train();
  at.emit(...told);
  at.die();
  expect(at.state().fault).toEqual({ code: 'run-begins-anew', detail: 'silent' });
  expect(at.commands.train).toHaveBeenCalledTimes(1);
  at.ready();
  expect(at.commands.train.mock.calls).toEqual([[SETTINGS], [SETTINGS]]);
});

it('asks once, however often its engine tells that it is ready, and again where that one dies too', () => {
  const at = lab();
  at.actions.train();
  at.die();
  at.ready();
  at.emit({ type: 'phase', phase: 'idle' });
  at.ready();
  expect(at.commands.train).toHaveBeenCalledTimes(2);
  at.die();
  at.ready();
  expect(at.commands.train).toHaveBeenCalledTimes(3);
});

it('trains with what it was asked for, whatever the controls show by then, and repeats what changed on its way', () => {
  const at = lab();
  const changes = [{ name: 'learningRate', batch: 2, from: 0.001, to: 0.01 }] as const;
  at.actions.trainAgain({ settings: SETTINGS, changes });
  at.emit(STARTING);
  at.die();
  at.actions.change({ learningRate: 0.5, epochs: 1 });
  at.ready();
  expect(at.commands.train.mock.calls).toEqual([
    [SETTINGS, changes],
    [SETTINGS, changes],
  ]);
});

it('leaves it to the person where the engine has died too often: another network or backend may be better', () => {
  const at = lab();
  at.actions.train();
  for (let death = 0; death < 4; death++) at.die();
  expect(at.state()).toMatchObject({ engineGone: true, askedRun: undefined, fault: { code: 'engine-gone' } });
  at.actions.startEngineAgain();
  at.ready();
  expect(at.commands.train).toHaveBeenCalledTimes(1);
});

it('begins with what it was to go on with from its next batch on', () => {
  const at = lab();
  at.actions.train();
  at.emit(STARTING);
  at.actions.adjust({ learningRate: 0.02 });
  at.die();
  at.ready();
  expect(at.commands.train).toHaveBeenLastCalledWith({ ...SETTINGS, learningRate: 0.02 });
  expect(at.state().settings.learningRate).toBe(0.02);
});

it('begins also where the controls have come to show what can not be trained', () => {
  const at = lab();
  at.actions.train();
  at.die();
  at.actions.change({ network: [] });
  expect(trainBlock(at.state())).toBe('impossible-settings');
  at.ready();
  expect(at.commands.train.mock.calls).toEqual([[SETTINGS], [SETTINGS]]);
});

it.each<[string, (at: ReturnType<typeof lab>) => void]>([
  ['was to be stopped', ({ actions }) => actions.stop()],
  ['was to pause', ({ actions }) => actions.pause()],
  ['could not be built', ({ emit }) => emit({ type: 'phase', phase: 'idle' })],
  ['is over', ({ emit }) => emit(STARTED, { type: 'phase', phase: 'finished' })],
  // With nothing that was kept it would begin anew over and over.
  ['has trained', ({ emit }) => emit(STARTED, { type: 'phase', phase: 'running' }, batchTold())],
])('does not begin again what %s', (_, happens) => {
  const at = lab();
  at.actions.train();
  at.emit(STARTING);
  happens(at);
  at.die();
  at.ready();
  expect(at.commands.train).toHaveBeenCalledTimes(1);
  expect(at.state()).toMatchObject({ askedRun: undefined, fault: { code: 'engine-died' } });
});

it('does not begin again what was refused, nor one step', () => {
  const at = lab();
  at.actions.train();
  at.emit({ type: 'fault', fault: { code: 'impossible-settings' } });
  at.die();
  at.ready();
  at.actions.step();
  at.emit(STARTING);
  at.die();
  at.ready();
  expect(at.commands.train).toHaveBeenCalledTimes(1);
  expect(at.commands.step).toHaveBeenCalledTimes(1);
});

it('goes on with it after its first weights are kept, instead of beginning again', () => {
  const at = lab();
  at.actions.train();
  at.emit(STARTING);
  trains(at, 0);
  at.die();
  at.ready();
  expect(at.commands.train).toHaveBeenCalledTimes(1);
  expect(at.commands.continueRun).toHaveBeenCalledTimes(1);
});

it('does not begin where others than its data were chosen before, or since', () => {
  const before = lab();
  before.actions.train();
  before.emit(STARTING);
  before.actions.change({ dataset: 'synthetic' });
  before.die();
  expect(before.state()).toMatchObject({ askedRun: undefined, fault: { code: 'engine-died' } });
  const after = lab();
  after.actions.train();
  after.emit(STARTING);
  after.die();
  after.actions.change({ dataset: 'synthetic' });
  after.ready();
  expect(after.state().askedRun).toBeUndefined();
  expect(after.commands.train).toHaveBeenCalledTimes(1);
});

it.each<[string, DatasetState]>([
  ['drawn ones, as MNIST could not be had', { ...READY, id: 'synthetic', official: false }],
  ['another MNIST', { ...READY, official: false }],
  ['fewer', { ...READY, train: 1000 }],
])('does not begin on other data than its own: %s', (_, dataset) => {
  const at = lab();
  at.actions.train();
  at.die();
  at.emit({ type: 'engine', readout: READOUT }, { type: 'dataset', dataset });
  expect(at.state().askedRun).toBeUndefined();
  expect(at.commands.train).toHaveBeenCalledTimes(1);
});

it('comes before a run of another visit that is on offer', () => {
  const at = lab();
  trains(at, 1, 'before');
  at.actions.pause();
  at.emit({ type: 'phase', phase: 'paused' });
  at.die();
  at.ready();
  expect(at.state().interrupted?.checkpoint.run).toBe('before');
  at.actions.train();
  at.emit(STARTING);
  at.die();
  at.actions.continueRun();
  expect(at.state().isContinuing).toBe(false);
  at.ready();
  expect(at.commands.train).toHaveBeenCalledTimes(2);
  expect(at.commands.continueRun).not.toHaveBeenCalled();
});

it('is starting until it trains: nobody is offered to train meanwhile', () => {
  const at = lab();
  at.actions.train();
  at.emit(STARTING, networkTold({ settings: SETTINGS }), STARTED);
  expect(at.state().run).toMatchObject({ id: 'a', phase: 'starting' });
  at.actions.train();
  expect(at.commands.train).toHaveBeenCalledTimes(1);
});
