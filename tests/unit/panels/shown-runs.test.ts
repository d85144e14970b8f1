import { expect, it } from 'vitest';
import { MOST_CURVES, markOf } from '../../../src/panels/runs/run-marks';
import { pointsOf } from '../../../src/panels/runs/runs-figure';
import { shownRuns } from '../../../src/panels/runs/shown-runs';
import type { RunRecord } from '../../../src/state/history/run-record';

const run = (number: number) =>
  ({
    id: `run ${number}`,
    number,
    curves: {
      trainingLoss: [{ epoch: 0.5, value: 2 }],
      validationLoss: [0.4, 0.3],
      validationAccuracy: [0.8, 0.9],
    },
  }) as unknown as RunRecord;
const runs = Array.from({ length: 10 }, (_, i) => run(i + 1));
const [first, second] = runs as [RunRecord, RunRecord];
const numbers = (chosen: Record<number, boolean>, base?: RunRecord) => {
  const byId = Object.fromEntries(Object.entries(chosen).map(([number, is]) => [`run ${number}`, is]));
  return shownRuns(runs, base, byId).map(({ number }) => number);
};

it('shows the newest run, and the one that it is compared with', () => {
  expect(numbers({})).toEqual([10]);
  expect(numbers({}, first)).toEqual([1, 10]);
});

it('shows and hides what a person wants', () => {
  expect(numbers({ [second.number]: true, 10: false })).toEqual([2]);
  expect(numbers({ 1: false }, first)).toEqual([10]);
});

it('never shows more than can be told apart, and lets the oldest give way', () => {
  const all = Object.fromEntries(runs.map(({ number }) => [number, true]));
  expect(numbers(all)).toEqual([5, 6, 7, 8, 9, 10]);
  const marks = Array.from({ length: MOST_CURVES }, (_, i) => markOf(i + 1));
  for (const of of ['light', 'dark', 'dash', 'symbol'] as const) {
    expect(new Set(marks.map((mark) => mark[of])).size).toBe(MOST_CURVES);
  }
});

it('puts a validation at the end of its epoch', () => {
  expect(pointsOf(first, 'validationLoss')).toEqual({ x: [1, 2], y: [0.4, 0.3] });
  expect(pointsOf(first, 'trainingLoss')).toEqual({ x: [0.5], y: [2] });
});
