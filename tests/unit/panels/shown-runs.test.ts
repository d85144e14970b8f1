import { expect, it } from 'vitest';
import { MOST_CURVES, markOf } from '../../../src/panels/experiments/run-marks';
import { pointsOf } from '../../../src/panels/experiments/runs-figure';
import { shownRuns } from '../../../src/panels/experiments/shown-runs';
import type { FinishedRun } from '../../../src/state/run/finished-run';

const run = (number: number) =>
  ({
    number,
    curves: {
      trainingLoss: [{ epoch: 0.5, value: 2 }],
      validationLoss: [0.4, 0.3],
      validationAccuracy: [0.8, 0.9],
    },
  }) as unknown as FinishedRun;
const runs = Array.from({ length: 10 }, (_, i) => run(i + 1));
const [first, second] = runs as [FinishedRun, FinishedRun];
const numbers = (chosen: Record<number, boolean>, base?: FinishedRun) =>
  shownRuns(runs, base, chosen).map(({ number }) => number);

it('shows the newest runs, and the one that they are compared with', () => {
  expect(numbers({})).toEqual([5, 6, 7, 8, 9, 10]);
  expect(numbers({}, first)).toEqual([1, 6, 7, 8, 9, 10]);
});

it('shows and hides what a person wants', () => {
  expect(numbers({ [second.number]: true, 9: false })).toEqual([2, 5, 6, 7, 8, 10]);
  expect(numbers({ 1: false }, first)).not.toContain(1);
});

it('never shows more than can be told apart', () => {
  const all = Object.fromEntries(runs.map(({ number }) => [number, true]));
  expect(numbers(all)).toHaveLength(MOST_CURVES);
  const marks = Array.from({ length: MOST_CURVES }, (_, i) => markOf(i + 1));
  for (const of of ['light', 'dark', 'dash', 'symbol'] as const) {
    expect(new Set(marks.map((mark) => mark[of])).size).toBe(MOST_CURVES);
  }
});

it('puts a validation at the end of its epoch', () => {
  expect(pointsOf(first, 'validationLoss')).toEqual({ x: [1, 2], y: [0.4, 0.3] });
  expect(pointsOf(first, 'trainingLoss')).toEqual({ x: [0.5], y: [2] });
});
