import type { RunRecord, RunRow } from '../../state/history/run-record';

/** The runs of a sweep or a repeat, which stand together in the list. */
export interface RunGroup {
  readonly row: RunRow;
  /** In the order of the list. */
  readonly runs: readonly RunRecord[];
}

/**
 * The lines of the list: runs by hand, and those of a sweep together where the first of them would stand.
 * @param sorted - in the order of the list
 */
export function groupedRuns(sorted: readonly RunRecord[]): (RunRecord | RunGroup)[] {
  const groups = new Map<number, RunRecord[]>();
  return sorted.flatMap((run): (RunRecord | RunGroup)[] => {
    if (!run.sweep) return [run];
    const known = groups.get(run.sweep.number);
    if (known) {
      known.push(run);
      return [];
    }
    const runs = [run];
    groups.set(run.sweep.number, runs);
    return [{ row: run.sweep, runs }];
  });
}

export const isGroup = (line: RunRecord | RunGroup): line is RunGroup => 'row' in line;
