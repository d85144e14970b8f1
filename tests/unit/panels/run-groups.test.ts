import { expect, it } from 'vitest';
import { groupedRuns, isGroup } from '../../../src/panels/runs/run-groups';
import type { RunRecord } from '../../../src/state/history/run-record';

const run = (number: number, sweep?: number) =>
  ({ number, ...(sweep && { sweep: { kind: 'sweep', number: sweep } }) }) as unknown as RunRecord;

it('puts the runs of a sweep together where the first of them stands, in the order of the list', () => {
  const sorted = [run(9), run(8, 2), run(3, 1), run(7), run(5, 2), run(1)];
  expect(
    groupedRuns(sorted).map((line) =>
      isGroup(line) ? [line.row.number, ...line.runs.map(({ number }) => number)] : line.number,
    ),
  ).toEqual([9, [2, 8, 5], [1, 3], 7, 1]);
});
