import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import type { EngineReadout } from '../../../../src/protocol/backend';
import type { EngineEvent } from '../../../../src/protocol/engine-api';
import { initialState, reduce } from '../../../../src/state/reducer';

const settings = DEFAULT_SETTINGS;
const network: EngineEvent = { type: 'network', settings, trainedBatches: 0, weightsVersion: 0 };
const started: EngineEvent = { type: 'run-started', settings, batchesPerEpoch: 430 };
const readout = (trainStep: EngineReadout['trainStep']): EngineEvent => ({
  type: 'engine',
  readout: { backend: 'wasm', trainStep, stepsDown: [], tensors: 0, bytes: 0 },
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
