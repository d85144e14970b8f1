import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import type { RunChange, RunPhase } from '../../../../src/protocol/run';
import { isRunOf } from '../../../../src/state/history/run-record';
import { settingsNow } from '../../../../src/state/run/run-changes';
import { hasPendingSettings } from '../../../../src/state/run/run-selectors';
import { setUp } from '../set-up';
import { batchTold, networkTold } from '../told';

const EVALUATION = { images: 10, loss: 1, accuracy: 0.5, confusion: [] };
const changed = (learningRate: number, batch = 3): RunChange => ({
  name: 'learningRate',
  batch,
  from: DEFAULT_SETTINGS.learningRate,
  to: learningRate,
});

/** The lab with a run in a phase. */
function inPhase(phase: RunPhase) {
  const lab = setUp();
  lab.ready();
  lab.emit({ type: 'phase', phase: 'starting' }, networkTold(), {
    type: 'run-started',
    ...{ run: 'a run', startedAt: 0 },
    settings: DEFAULT_SETTINGS,
    batchesPerEpoch: 430,
  });
  lab.emit({ type: 'phase', phase });
  return {
    ...lab,
    run: () => lab.store.getState().run,
    isPending: () => hasPendingSettings(lab.store.getState()),
  };
}

it.each<RunPhase>(['starting', 'running', 'paused'])(
  'asks a run that is %s to go on with a changed rate',
  (phase) => {
    const { actions, commands, store, isPending } = inPhase(phase);
    actions.adjust({ learningRate: 0.02 });
    expect(commands.adjust).toHaveBeenCalledExactlyOnceWith({ learningRate: 0.02 });
    expect(store.getState().settings.learningRate).toBe(0.02);
    expect(isPending()).toBe(false);
  },
);

it.each<RunPhase>(['testing', 'finished', 'stopped', 'idle'])(
  'only sets it for the next run while one is %s',
  (phase) => {
    const { actions, commands, store, isPending } = inPhase(phase);
    actions.adjust({ learningRate: 0.02 });
    expect(commands.adjust).not.toHaveBeenCalled();
    expect(store.getState().settings.learningRate).toBe(0.02);
    expect(isPending()).toBe(true);
  },
);

it('keeps with the run what it took on', () => {
  const { actions, emit, run, isPending } = inPhase('running');
  actions.adjust({ learningRate: 0.02 });
  emit({ type: 'adjusted', changes: [changed(0.02)] });
  actions.adjust({ learningRate: 0.03, dropout: 0.5 });
  emit({ type: 'adjusted', changes: [{ ...changed(0.03, 9), from: 0.02 }] });
  expect(run().changes.map(({ batch, to }) => [batch, to])).toEqual([
    [3, 0.02],
    [9, 0.03],
  ]);
  expect(run().settings).toEqual(DEFAULT_SETTINGS);
  expect(settingsNow(run())).toEqual({ ...DEFAULT_SETTINGS, learningRate: 0.03 });
  expect(run().asked).toEqual({ dropout: 0.5 });
  expect(isPending()).toBe(false);
});

it('waits for the next run with what no batch has taken on, and with what could not be had', () => {
  const late = inPhase('running');
  late.actions.adjust({ learningRate: 0.02 });
  late.emit({ type: 'phase', phase: 'testing' });
  expect(late.isPending()).toBe(true);
  const refused = inPhase('running');
  refused.actions.adjust({ dropout: 0.5 });
  refused.emit({ type: 'fault', fault: { code: 'adjust-failed', detail: 'no memory' } });
  expect(refused.isPending()).toBe(true);
});

it('keeps what was asked for while the run was still starting', () => {
  const { actions, emit, isPending } = inPhase('starting');
  actions.adjust({ learningRate: 0.02 });
  emit(networkTold(), {
    type: 'run-started',
    ...{ run: 'a run', startedAt: 0 },
    settings: DEFAULT_SETTINGS,
    batchesPerEpoch: 430,
  });
  emit({ type: 'phase', phase: 'running' });
  expect(isPending()).toBe(false);
});

it('does not ask for what is changed together with other settings, as a preset does', () => {
  const { actions, commands, isPending } = inPhase('running');
  actions.change({ batchSize: 64, learningRate: 0.02 });
  expect(commands.adjust).not.toHaveBeenCalled();
  expect(isPending()).toBe(true);
});

it('takes a run that was changed on its way for none of its first settings, nor of its last', () => {
  const { emit, store } = inPhase('running');
  emit(batchTold(), { type: 'adjusted', changes: [changed(0.02)] });
  emit({ type: 'phase', phase: 'testing' }, { type: 'tested', evaluation: EVALUATION });
  emit({ type: 'phase', phase: 'finished' });
  const [run] = store.getState().runs;
  expect(run?.changes).toEqual([changed(0.02)]);
  if (!run) throw new Error('no run was kept');
  expect(isRunOf(run, DEFAULT_SETTINGS)).toBe(false);
  expect(isRunOf(run, { ...DEFAULT_SETTINGS, learningRate: 0.02 })).toBe(false);
  expect(isRunOf({ ...run, changes: [] }, DEFAULT_SETTINGS)).toBe(true);
});
