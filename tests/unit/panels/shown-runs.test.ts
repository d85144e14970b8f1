import { expect, it } from 'vitest';
import { MOST_CURVES, marksOf } from '../../../src/panels/runs/run-marks';
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
});

it.each([
  ['in a row', [1, 2, 3, 4, 5, 6]],
  ['that are six apart', [1, 7, 13, 19, 25, 31]],
  ['of any numbers', [2, 8, 9, 14, 15, 40]],
])('gives runs %s marks that are all told apart', (_, shown) => {
  const marks = [...marksOf(shown).values()];
  expect(marks).toHaveLength(MOST_CURVES);
  for (const of of ['light', 'dark', 'dash', 'symbol'] as const) {
    expect(new Set(marks.map((mark) => mark[of])).size).toBe(MOST_CURVES);
  }
});

it('leaves a run its mark when a newer one is shown beside it', () => {
  expect(marksOf([3, 9, 15]).get(3)).toBe(marksOf([3]).get(3));
  expect(marksOf([3, 9, 15]).get(9)).toBe(marksOf([3, 9]).get(9));
});

it('puts a validation at the end of its epoch', () => {
  expect(pointsOf(first, 'validationLoss')).toEqual({ x: [1, 2], y: [0.4, 0.3] });
  expect(pointsOf(first, 'trainingLoss')).toEqual({ x: [0.5], y: [2] });
});
