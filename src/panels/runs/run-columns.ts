import { differenceOfRuns } from '../../state/history/run-difference';
import type { RunRecord } from '../../state/history/run-record';

/** All, in the order of the table. */
const RUN_COLUMNS = [
  'run',
  'changed',
  'validation',
  'accuracy',
  'difference',
  'loss',
  'epochs',
  'kept',
  'seconds',
  'started',
  'seed',
  'step',
  'end',
  'note',
] as const;
export type RunColumn = (typeof RUN_COLUMNS)[number];
/** Those that fit beside each other; the others are shown where a person asks for them. */
const FEW_COLUMNS: readonly RunColumn[] = [
  'run',
  'changed',
  'validation',
  'accuracy',
  'difference',
  'epochs',
  'seconds',
  'end',
];
export const columnsOf = (isAll: boolean): readonly RunColumn[] => (isAll ? RUN_COLUMNS : FEW_COLUMNS);

export interface RunOrder {
  readonly column: RunColumn;
  readonly isDescending: boolean;
}

/** The newest first. */
export const NEWEST_FIRST: RunOrder = { column: 'run', isDescending: true };

/** What a run is sorted by, besides what it tells itself. */
interface SortedBy {
  readonly baseRun: RunRecord | undefined;
  readonly changes: (run: RunRecord) => string;
  readonly kept: (run: RunRecord) => number;
}

/** Numbers by size, words by the alphabet; those without a value come last either way. */
export function sortRuns(
  runs: readonly RunRecord[],
  { column, isDescending }: RunOrder,
  by: SortedBy,
): RunRecord[] {
  const sign = isDescending ? -1 : 1;
  return runs
    .map((run) => ({ run, value: sortedBy(run, column, by) }))
    .sort((a, b) => {
      if (a.value === undefined || b.value === undefined) {
        return Number(a.value === undefined) - Number(b.value === undefined) || b.run.number - a.run.number;
      }
      return sign * compared(a.value, b.value) || b.run.number - a.run.number;
    })
    .map(({ run }) => run);
}

const compared = (a: number | string, b: number | string): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));

function sortedBy(run: RunRecord, column: RunColumn, by: SortedBy): number | string | undefined {
  switch (column) {
    case 'run':
      return run.number;
    case 'changed':
      return by.changes(run);
    case 'validation':
      return run.validation && run.validation.right / run.validation.images;
    case 'accuracy':
      return run.test && run.test.right / run.test.images;
    case 'difference':
      return by.baseRun && differenceOfRuns(run, by.baseRun)?.accuracy;
    case 'loss':
      return run.test?.loss;
    case 'epochs':
      return run.epochs;
    case 'kept':
      return by.kept(run);
    case 'seconds':
      return run.seconds;
    case 'started':
      return run.startedAt;
    case 'seed':
      return run.settings.seed;
    case 'step':
      return `${run.trainStep} ${run.backend}`;
    case 'end':
      return run.end;
    case 'note':
      return run.note || undefined;
    default:
      return column satisfies never;
  }
}
