import { describe, expect, it } from 'vitest';
import { wilson } from '../../../src/metrics/interval';
import { rightBits } from '../../../src/metrics/paired';
import { DEFAULT_SETTINGS } from '../../../src/model/presets';
import { resultFigures, runInSight } from '../../../src/panels/run-result/result-figures';
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
    expect(resultFigures([only], '1')).toEqual({
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

  it('are of the run in sight, compared with the one before it', () => {
    const beforeOf = (...runs: readonly RunRecord[]) => resultFigures(runs, runs.at(-1)?.id)?.before;
    expect(beforeOf(run(1, 1), run(2, 40), run(3, 10))).toMatchObject({
      number: 2,
      accuracy: 0.6,
      verdict: 'better',
    });
    expect(beforeOf(run(1, 10), run(2, 40))?.verdict).toBe('worse');
    expect(beforeOf(run(1, 10), run(2, 11))?.verdict).toBe('same');
  });

  it('stay its own where others follow it in the list, of files, of other tabs or of later', () => {
    const runs = [run(1, 10), run(2, 40), run(3, 1)];
    expect(resultFigures(runs, '2')).toMatchObject({ run: { id: '2' }, wrong: 40, before: { number: 1 } });
    expect(resultFigures(runs, '1')).toMatchObject({ run: { id: '1' }, wrong: 10, before: undefined });
  });

  it('are none where the run is not in the list: not those of another', () => {
    expect(resultFigures([run(1, 10), run(3, 1)], '2')).toBeUndefined();
  });

  it('are not compared with those of a run that was tested on other images', () => {
    expect(resultFigures([run(1, 10, false), run(2, 11)], '2')?.before).toBeUndefined();
  });

  it('are none before a run', () => {
    expect(resultFigures([], undefined)).toBeUndefined();
    expect(resultFigures([run(1, 10)], undefined)).toBeUndefined();
  });
});

describe('the run whose result is shown', () => {
  const state = (patch: Partial<LabState>): LabState => {
    const initial = initialState(DEFAULT_SETTINGS, []);
    return { ...initial, run: { ...initial.run, id: '1', phase: 'finished' }, ...patch };
  };

  it('is there once it has ended', () => {
    expect(runInSight(state({}))).toBe('1');
  });

  it('is none while another run is under way, or while the weights are other than it left them', () => {
    const { run: finished } = state({});
    expect(runInSight(state({ run: { ...finished, phase: 'running' } }))).toBeUndefined();
    const evaluation = { images: 1, loss: 1, accuracy: 0, confusion: [] };
    expect(
      runInSight(state({ interventions: { edits: [], before: evaluation, after: evaluation } })),
    ).toBeUndefined();
  });
});
