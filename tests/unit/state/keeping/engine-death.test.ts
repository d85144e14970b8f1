import { describe, expect, it, vi } from 'vitest';
import { sweepUnderWay } from '../../../../src/state/sweeps/sweeps-selectors';
import { READOUT, READY, setUp } from '../set-up';
import { SEEDS } from '../sweeps/sweep-lab';
import { checkpointOf, opened, PER_EPOCH, SETTINGS, trained, trains } from './visits';

/* The engine dies in a visit in which nothing is kept in the browser: what the page knows is enough. */

function lab() {
  const all = setUp(SETTINGS);
  all.ready();
  const state = all.store.getState;
  return { ...all, state, die: () => all.engines.at(-1)?.die('silent') };
}

it('goes on with the run that was under way when the engine died, as soon as its data are there', () => {
  const at = lab();
  trains(at, PER_EPOCH + 1);
  const { batches, validation } = at.state().run;
  at.die();
  expect(at.state().fault).toEqual({ code: 'engine-replaced', detail: 'silent' });
  expect(at.state().runs).toEqual([]);
  expect(at.commands.continueRun).not.toHaveBeenCalled();
  at.ready();
  expect(at.commands.continueRun.mock.calls).toEqual([[checkpointOf(PER_EPOCH + 1)]]);
  at.emit({ type: 'phase', phase: 'starting' }, { type: 'run-continued', run: 'a' });
  at.emit({ type: 'phase', phase: 'running' });
  expect(at.state().run).toMatchObject({ id: 'a', phase: 'running', validation });
  expect([...at.state().run.batches.loss]).toEqual([...batches.loss]);
  expect(at.state()).toMatchObject({ interrupted: undefined, runBefore: undefined });
});

it('goes back in the curve to where the run was last kept, and takes on again what was changed since', () => {
  const at = lab();
  trains(at, 1);
  const change = { name: 'learningRate', batch: 2, from: 0.001, to: 0.01 } as const;
  at.emit({ type: 'adjusted', changes: [change] });
  at.emit({ type: 'batches', first: 1, batches: [{ loss: 9, accuracy: 0 }], weightsVersion: 50 });
  expect(at.state().run.batches).toHaveLength(2);
  at.die();
  at.ready();
  expect(at.commands.continueRun.mock.calls).toEqual([[checkpointOf(1, { toCome: [change] })]]);
  at.emit({ type: 'run-continued', run: 'a' });
  expect(at.state().run.batches).toHaveLength(1);
  expect(at.state().run.changes).toEqual([]);
});

it('asks once more where the engine dies again before it went on', () => {
  const at = lab();
  trains(at, 1);
  at.die();
  at.ready();
  at.die();
  expect(at.state().isContinuing).toBe(true);
});

it('asks once more where the command is refused after the engine has died over it', async () => {
  const at = lab();
  trains(at, 1);
  const refused = Promise.reject(new Error('the engine is gone'));
  at.commands.continueRun.mockReturnValue(refused);
  at.die();
  at.ready();
  at.die();
  await refused.catch(() => undefined);
  expect(at.state().isContinuing).toBe(true);
});

it('offers a run that was paused, and goes on when a person says so', () => {
  const at = lab();
  trains(at, 1);
  at.emit({ type: 'phase', phase: 'paused' });
  at.die();
  at.ready();
  expect(at.commands.continueRun).not.toHaveBeenCalled();
  expect(at.state()).toMatchObject({ isContinuing: false, fault: { code: 'engine-died' } });
  at.actions.continueRun();
  expect(at.commands.continueRun).toHaveBeenCalledTimes(1);
});

it('puts a finished network with its run back into an engine that takes the place of a dead one', () => {
  const at = lab();
  trained(at);
  const { run, readings } = at.state();
  at.die();
  expect(at.state().run.phase).toBe('idle');
  at.ready();
  expect(at.state().fault?.code).toBe('engine-died');
  opened(at);
  expect(at.state().fault).toEqual({ code: 'network-put-back', detail: 'silent' });
  expect(at.state().run).toMatchObject({ ...run, data: expect.anything() });
  expect(at.state().readings.test?.positions).toEqual(readings.test?.positions);
  // The one in its place may die too.
  vi.useFakeTimers();
  at.die();
  vi.advanceTimersByTime(1000);
  vi.useRealTimers();
  at.ready();
  opened(at);
  expect(at.state().run.id).toBe('a');
});

it('puts back no network that a person has put away', () => {
  const at = lab();
  trained(at);
  at.emit({ type: 'network', settings: SETTINGS, trainedBatches: 0, weightsVersion: 90 });
  at.die();
  at.ready();
  expect(at.commands.openNetwork).not.toHaveBeenCalled();
  expect(at.state().fault?.code).toBe('engine-died');
});

it('says of no network that a person opens that it was put back', async () => {
  const at = lab();
  at.die();
  at.ready();
  const { weights } = checkpointOf(1).step;
  at.actions.openTrained({ settings: SETTINGS, weights, trainedBatches: 1 }, 'mine');
  const [opened] = at.commands.openNetwork.mock.lastCall ?? [''];
  at.emit({ type: 'network', settings: SETTINGS, trainedBatches: 1, weightsVersion: 91, opened });
  expect(at.state()).toMatchObject({ isOpened: true, fault: { code: 'engine-died' } });
});

it('goes on with a sweep over the death of the engine', () => {
  const at = lab();
  at.actions.startSweep({ ...SEEDS, base: SETTINGS });
  trains(at, 1);
  expect(sweepUnderWay(at.state())?.sweep.status).toBe('running');
  at.die();
  expect(sweepUnderWay(at.state())?.sweep.status).toBe('running');
});

describe('a sweep whose run was to go on with another engine', () => {
  function died() {
    const at = lab();
    at.actions.startSweep({ ...SEEDS, base: SETTINGS });
    trains(at, 1);
    at.die();
    return at;
  }

  it('is paused where a person discards the run, and takes none by hand for its own', () => {
    const at = died();
    at.actions.discardRun();
    expect(at.state().sweeps.repeat).toMatchObject({ status: 'paused', underWay: undefined });
    at.ready();
    at.actions.train();
    trained(at, 'b');
    expect(at.state().runs.map(({ id, sweep }) => [id, sweep])).toEqual([['b', undefined]]);
    expect(at.state().sweeps.repeat?.results).toEqual([]);
  });

  it('is paused by its button, and the run waits to be continued by hand', () => {
    const at = died();
    at.actions.pauseSweep();
    at.ready();
    expect(at.commands.continueRun).not.toHaveBeenCalled();
    expect(at.state().sweeps.repeat).toMatchObject({ status: 'paused', underWay: undefined });
    expect(at.state().interrupted?.checkpoint.run).toBe('a');
  });

  it('is paused where other data are chosen meanwhile, which stay', () => {
    const at = died();
    at.actions.change({ dataset: 'synthetic' });
    expect(at.state().sweeps.repeat).toMatchObject({ status: 'paused', underWay: undefined });
    expect(at.state().settings.dataset).toBe('synthetic');
  });

  it('is paused where the run can’t be built', () => {
    const at = died();
    at.ready();
    at.emit({ type: 'phase', phase: 'starting' }, { type: 'phase', phase: 'idle' });
    expect(at.state().sweeps.repeat).toMatchObject({ status: 'paused', underWay: undefined });
  });

  it('begins though a run waits for its data, and is not that run', () => {
    const at = died();
    at.actions.pauseSweep();
    at.actions.continueRun();
    at.emit({ type: 'dataset', dataset: { ...READY, id: 'synthetic', official: false } });
    at.emit({ type: 'engine', readout: READOUT });
    expect(at.state().isContinuing).toBe(true);
    at.actions.startSweep({ ...SEEDS, base: at.state().settings });
    trains(at, 1, 'b');
    expect(sweepUnderWay(at.state())?.sweep.status).toBe('running');
  });
});

it('offers a run again that could not be built when it was to go on', () => {
  const at = lab();
  trains(at, 1);
  at.emit({ type: 'phase', phase: 'paused' });
  at.die();
  at.ready();
  at.actions.continueRun();
  expect(at.state().isAsked).toBe(true);
  // An untrained network that follows the controls says nothing about it.
  at.emit({ type: 'phase', phase: 'idle' });
  expect(at.state().isAsked).toBe(true);
  at.emit({ type: 'phase', phase: 'starting' }, { type: 'phase', phase: 'idle' });
  expect(at.state()).toMatchObject({ isAsked: false, interrupted: { checkpoint: { run: 'a' } } });
  at.actions.continueRun();
  expect(at.commands.continueRun).toHaveBeenCalledTimes(2);
});

it('keeps a run of which nothing was kept yet in the list', () => {
  const at = lab();
  at.emit({ type: 'run-started', run: 'a', settings: SETTINGS, batchesPerEpoch: 2, startedAt: 0 });
  at.emit({ type: 'phase', phase: 'running' });
  at.emit({ type: 'batches', first: 0, batches: [{ loss: 2, accuracy: 0 }], weightsVersion: 5 });
  at.die();
  expect(at.state().runs).toHaveLength(1);
  expect(at.state().interrupted).toBeUndefined();
});
