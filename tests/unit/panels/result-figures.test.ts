import { describe, expect, it } from 'vitest';
import { wilson } from '../../../src/metrics/interval';
import { rightBits } from '../../../src/metrics/paired';
import { DEFAULT_SETTINGS } from '../../../src/model/presets';
import { resultFigures, runsInSight } from '../../../src/panels/run-result/result-figures';
import type { RunRecord } from '../../../src/state/history/run-record';
import type { LabState } from '../../../src/state/lab-state';
import { initialState } from '../../../src/state/reducer';

/** A run that read the first of a hundred images wrong, and as many after it as it is told. */
const run = (number: number, wrong: number, official = true): RunRecord => ({
  id: String(number),
  number,
  settings: DEFAULT_SETTINGS,
  changes: [],
  ...{ backend: 'wasm', startedAt: 0, end: 'finished', epochs: 1, validation: undefined, note: '' },
  data: { version: number, official, areDigits: true, train: 1000 },
  trainStep: 'fast',
  seconds: 12.5,
  ending: { reason: 'all', epochs: 3, keptEpoch: 3 },
  test: {
    images: 100,
    right: 100 - wrong,
    loss: 0.25,
    bits: rightBits(
      new Uint8Array(100),
      Uint8Array.from({ length: 100 }, (_, i) => Number(i < wrong)),
    ),
  },
  curves: { trainingLoss: [], validationLoss: [], validationAccuracy: [] },
});

describe('the figures of a run', () => {
  it('tell its accuracy with the 95 % interval, its errors, its loss and its time', () => {
    const only = run(1, 20);
    expect(resultFigures([only])).toEqual({
      run: only,
      images: 100,
      wrong: 20,
      accuracy: 0.8,
      interval: wilson(80, 100),
      loss: 0.25,
      seconds: 12.5,
      before: undefined,
    });
  });

  it('are of the last run, compared with the one before it', () => {
    const beforeOf = (runs: readonly RunRecord[]) => resultFigures(runs)?.before;
    expect(beforeOf([run(1, 1), run(2, 40), run(3, 10)])).toMatchObject({
      number: 2,
      accuracy: 0.6,
      verdict: 'better',
    });
    expect(beforeOf([run(1, 10), run(2, 40)])?.verdict).toBe('worse');
    expect(beforeOf([run(1, 10), run(2, 11)])?.verdict).toBe('same');
  });

  it('are not compared with those of a run that was tested on other images', () => {
    expect(resultFigures([run(1, 10, false), run(2, 11)])?.before).toBeUndefined();
  });

  it('are none before a run', () => {
    expect(resultFigures([])).toBeUndefined();
  });
});

describe('the runs whose result is shown', () => {
  const runs = [run(1, 10)];
  const state = (patch: Partial<LabState>): LabState => {
    const initial = initialState(DEFAULT_SETTINGS, []);
    return { ...initial, run: { ...initial.run, phase: 'finished' }, runs, ...patch };
  };

  it('are there once the run has ended', () => {
    expect(runsInSight(state({}))).toBe(runs);
  });

  it('are none while another run is under way, or while the weights are other than it left them', () => {
    const { run: finished } = state({});
    expect(runsInSight(state({ run: { ...finished, phase: 'running' } }))).toEqual([]);
    const evaluation = { images: 1, loss: 1, accuracy: 0, confusion: [] };
    expect(
      runsInSight(state({ interventions: { edits: [], before: evaluation, after: evaluation } })),
    ).toEqual([]);
  });
});
