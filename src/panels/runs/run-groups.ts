import type { RunRecord, RunRow } from '../../state/history/run-record';

/** The runs of a sweep or a repeat, which stand together in the list. */
export interface RunGroup {
  readonly row: RunRow;
  /** Another for each. */
  readonly key: string;
  /** In the order of the list. */
  readonly runs: readonly RunRecord[];
}

/**
 * The lines of the list: runs by hand, and those of a sweep together where the first of them would stand.
 * @param sorted - in the order of the list
 */
export function groupedRuns(sorted: readonly RunRecord[]): (RunRecord | RunGroup)[] {
  const groups = new Map<string, RunRecord[]>();
  return sorted.flatMap((run): (RunRecord | RunGroup)[] => {
    if (!run.sweep) return [run];
    const key = keyOf(run.sweep);
    const known = groups.get(key);
    if (known) {
      known.push(run);
      return [];
    }
    const runs = [run];
    groups.set(key, runs);
    return [{ row: run.sweep, key, runs }];
  });
}

/** Those that were kept without an id have a number of their own among all of their kind. */
const keyOf = ({ kind, number, id }: RunRow): string => id ?? `${kind} ${number}`;

export const isGroup = (line: RunRecord | RunGroup): line is RunGroup => 'row' in line;
