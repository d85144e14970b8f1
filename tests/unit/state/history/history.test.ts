import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '../../../../src/protocol/engine-api';
import { keptInAll } from '../../../../src/state/history/kept-in-all';
import { hasPendingSettings } from '../../../../src/state/run/run-selectors';
import { setUp } from '../set-up';
import { batchTold, networkTold, validatedTold } from '../told';

/** A lab after runs of these names, each stopped after an epoch. */
function visit(...names: string[]) {
  const lab = setUp();
  lab.ready();
  const { settings } = lab.store.getState();
  const run = (name: string): EngineEvent[] => [
    { type: 'phase', phase: 'starting' },
    networkTold({ settings }),
    { type: 'run-started', run: name, startedAt: 5, settings, batchesPerEpoch: 1 },
    { type: 'phase', phase: 'running' },
    batchTold(),
    validatedTold(),
    { type: 'phase', phase: 'stopped' },
  ];
  for (const name of names) lab.emit(...run(name));
  const ids = () => lab.store.getState().runs.map(({ id }) => id);
  return { ...lab, run, ids };
}

describe('the list of runs', () => {
  it('has a run with its words about it, cut where they are endless', () => {
    const { actions, store } = visit('a', 'b');
    actions.noteRun('b', '<b>bold</b>');
    expect(store.getState().runs.map(({ note }) => note)).toEqual(['', '<b>bold</b>']);
    actions.noteRun('b', 'x'.repeat(5000));
    expect(store.getState().runs[1]?.note.length).toBeLessThan(1000);
  });

  it('brings back a run that was deleted, in its place and with its weights', () => {
    const { actions, ids, commands } = visit('a', 'b', 'c');
    actions.deleteRun('b');
    expect(ids()).toEqual(['a', 'c']);
    actions.bringRunBack();
    expect(ids()).toEqual(['a', 'b', 'c']);
    expect(commands.forgetRun).not.toHaveBeenCalled();
  });

  it('has the engine forget a deleted run once there is no way back', () => {
    const { actions, ids, commands, store } = visit('a', 'b', 'c');
    actions.deleteRun('a');
    actions.deleteRun('b');
    expect(commands.forgetRun).toHaveBeenCalledExactlyOnceWith('a');
    actions.forgetDeletedRun();
    expect(commands.forgetRun).toHaveBeenLastCalledWith('b');
    expect(store.getState().deletedRun).toBeUndefined();
    actions.bringRunBack();
    expect(ids()).toEqual(['c']);
  });

  it('gives no number twice', () => {
    const { actions, emit, run, store } = visit('a', 'b');
    actions.deleteRun('b');
    emit(...run('c'));
    expect(store.getState().runs.map(({ number }) => number)).toEqual([1, 3]);
  });

  it('keeps the records when the engine dies, whose weights are gone', () => {
    const { emit, engines, ids, store } = visit('a');
    emit({ type: 'kept-epochs', kept: { budgetBytes: 100, bytes: 50, runs: { a: [0, 1] } } });
    engines[0]?.die('crash');
    expect(ids()).toEqual(['a']);
    expect(store.getState().keptEpochs.runs).toEqual({});
  });

  it('lets the engine forget those that make room', () => {
    const { commands } = visit(...Array.from({ length: 202 }, (_, i) => `run ${i}`));
    expect(commands.forgetRun.mock.calls).toEqual([['run 0'], ['run 1']]);
  });
});

describe('training again', () => {
  it('takes all settings of a run, also where and by what it was computed, and trains', () => {
    const { actions, store, commands } = visit('a');
    const { settings } = store.getState().runs[0] ?? store.getState();
    const wanted = { ...settings, seed: 77, trainStep: 'reference', backend: 'cpu' } as const;
    actions.trainAgain({ settings: wanted, changes: [] });
    expect(store.getState().settings).toEqual(wanted);
    expect(commands.train).toHaveBeenCalledExactlyOnceWith(wanted);
  });

  it('repeats what was changed on the way, and the controls follow', () => {
    const { actions, store, commands, emit } = visit('a');
    const [run] = store.getState().runs;
    if (!run) throw new Error('no run');
    const { learningRate } = run.settings;
    const changes = [{ name: 'learningRate', batch: 9, from: learningRate, to: 0.5 }] as const;
    actions.trainAgain({ ...run, changes });
    expect(commands.train).toHaveBeenCalledExactlyOnceWith(run.settings, changes);
    emit(
      { type: 'phase', phase: 'starting' },
      { type: 'run-started', run: 'b', startedAt: 9, settings: run.settings, batchesPerEpoch: 1 },
      { type: 'phase', phase: 'running' },
      { type: 'adjusted', changes },
    );
    expect(store.getState().settings.learningRate).toBe(0.5);
    expect(hasPendingSettings(store.getState())).toBe(false);
  });
});

it('counts the epochs whose weights are kept, of all in the list, without the initial weights', () => {
  const runs = [
    { id: 'a', epochs: 3 },
    { id: 'b', epochs: 2 },
    { id: 'c', epochs: 4 },
  ];
  expect(keptInAll(runs, { runs: { a: [2, 3], b: [0, 1, 2], deleted: [1] } })).toEqual({
    kept: 4,
    epochs: 9,
  });
});
