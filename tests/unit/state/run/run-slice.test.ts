import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import type { EngineReadout } from '../../../../src/protocol/backend';
import type { EngineEvent } from '../../../../src/protocol/engine-api';
import type { RunPhase } from '../../../../src/protocol/run';
import { initialState, reduce } from '../../../../src/state/reducer';
import { NO_RUN } from '../../../../src/state/run/run-state';
import { networkTold } from '../told';

const settings = DEFAULT_SETTINGS;
const network: EngineEvent = { type: 'network', settings, trainedBatches: 0, weightsVersion: 0 };
const started: EngineEvent = { type: 'run-started', run: 'a', startedAt: 0, settings, batchesPerEpoch: 430 };
const readout = (trainStep: EngineReadout['trainStep']): EngineEvent => ({
  type: 'engine',
  readout: { backend: 'wasm', trainStep, stepsDown: [], timesKernels: false, tensors: 0, bytes: 0 },
});
const batch = (loss: number): EngineEvent => ({
  type: 'batches',
  first: 0,
  batches: [{ loss, accuracy: 0.5 }],
  weightsVersion: 1,
});
const after = (...events: EngineEvent[]) => events.reduce(reduce, initialState(settings, []));
const FIRST = [network, readout('reference'), started, batch(2)];

it('keeps the last run beside the new one, with the train step of each', () => {
  const { run, runBefore } = after(...FIRST, network, readout('fast'), started, batch(1));
  expect(run).toMatchObject({ trainStep: 'fast', batches: { length: 1 } });
  expect(runBefore?.trainStep).toBe('reference');
  expect(runBefore?.batches.loss[0]).toBe(2);
  expect(run.batches.loss[0]).toBe(1);
});

it('keeps it when the weights are reset, and when a run ends before its first batch', () => {
  expect(after(...FIRST, network).runBefore?.batches.length).toBe(1);
  expect(after(...FIRST, network, started, network, started).runBefore?.batches.length).toBe(1);
});

it('numbers the data of each run, and only those that took the place of others', () => {
  const ready = (official: boolean, refused?: 'files'): EngineEvent => ({
    type: 'dataset',
    dataset: {
      ...{ status: 'ready', id: official ? 'mnist' : 'files', origin: 'a test', official, problems: [] },
      ...{ train: official ? 55_000 : 500, validation: 50, test: 50 },
      ...(refused ? { refused } : {}),
    },
  });
  const dataOf = (...events: EngineEvent[]) => after(...events, started).run.data;
  expect(dataOf(ready(true))).toEqual({ version: 1, official: true, areDigits: true, train: 55_000 });
  expect(dataOf(ready(true), ready(true, 'files'))?.version).toBe(1);
  expect(dataOf(ready(true), ready(false), ready(false))).toEqual({
    version: 3,
    official: false,
    areDigits: true,
    train: 500,
  });
  expect(dataOf()).toBeUndefined();
});

it('has none before the second run', () => {
  expect(after(...FIRST).runBefore).toBeUndefined();
});

it('keeps the curves of a run whose weights were rescued', () => {
  expect(after(...FIRST, networkTold({ trainedBatches: 4 })).run.batches).toHaveLength(1);
});

it('keeps with a run where it went astray, after the message is put away', () => {
  const diverged: EngineEvent = { type: 'fault', fault: { code: 'diverged' } };
  const state = reduce(after(...FIRST, batch(9), diverged), { type: 'fault-dismissed' });
  expect(state.fault).toBeUndefined();
  expect(state.run.divergedAfter).toBe(2);
});

it('goes with the engine, and stays to be compared with', () => {
  const lost = reduce(after(...FIRST, network, started), {
    type: 'engine-lost',
    reason: 'crash',
    gone: false,
    goesOn: false,
  });
  expect(lost.run).toMatchObject({ phase: 'idle', settings: undefined, batches: { length: 0 } });
  expect(lost.runBefore?.batches).toHaveLength(1);
});

it('is starting while its network is made, also where it is made anew', () => {
  const starting: EngineEvent = { type: 'phase', phase: 'starting' };
  expect(after(starting, network).run.phase).toBe('starting');
});

it('is neither finished nor failed once a network is opened in its place, and stays under way where one begins', () => {
  const opened = networkTold({ trainedBatches: 4, opened: 'theirs' });
  const phased = (phase: RunPhase): EngineEvent => ({ type: 'phase', phase });
  expect(after(...FIRST, phased('finished'), opened).run).toEqual(NO_RUN);
  expect(after(...FIRST, phased('failed'), opened).run.phase).toBe('idle');
  expect(after(phased('starting'), opened).run.phase).toBe('starting');
});
