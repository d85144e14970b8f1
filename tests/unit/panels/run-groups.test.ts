import { expect, it } from 'vitest';
import { groupedRuns, isGroup } from '../../../src/panels/runs/run-groups';
import type { RunRecord, RunRow } from '../../../src/state/history/run-record';

const run = (number: number, sweep?: RunRow) => ({ number, ...(sweep && { sweep }) }) as unknown as RunRecord;
const [first, second] = [1, 2].map((number) => ({ kind: 'sweep', number }) as const);

const grouped = (sorted: readonly RunRecord[]) =>
  groupedRuns(sorted).map((line) =>
    isGroup(line) ? [line.row.number, ...line.runs.map(({ number }) => number)] : line.number,
  );

it('puts the runs of a sweep together where the first of them stands, in the order of the list', () => {
  const sorted = [run(9), run(8, second), run(3, first), run(7), run(5, second), run(1)];
  expect(grouped(sorted)).toEqual([9, [2, 8, 5], [1, 3], 7, 1]);
});

it('keeps apart what has the same number: sweeps of two tabs, and a sweep and a repeat', () => {
  const [ours, theirs] = ['ours', 'theirs'].map((id) => ({ kind: 'sweep', number: 1, id }) as const);
  const repeat = { kind: 'repeat', number: 1 } as const;
  const sorted = [run(6, ours), run(5, theirs), run(4, repeat), run(3, first), run(2, ours), run(1, repeat)];
  expect(grouped(sorted)).toEqual([
    [1, 6, 2],
    [1, 5],
    [1, 4, 1],
    [1, 3],
  ]);
  const keys = groupedRuns(sorted).map((line) => isGroup(line) && line.key);
  expect(new Set(keys).size).toBe(4);
});
