import type { FinishedRun } from '../../state/run/finished-run';
import { MOST_CURVES } from './run-marks';

/**
 * The runs whose curves are drawn: those that a person has chosen, and of the others the newest and the one that they are
 * compared with. Never more than can be told apart: the oldest give way.
 * @param chosen - by number: whether a person wants it to be shown; without an entry where nobody has said
 */
export function shownRuns(
  runs: readonly FinishedRun[],
  base: FinishedRun | undefined,
  chosen: Readonly<Record<number, boolean>>,
): FinishedRun[] {
  const newest = new Set(runs.slice(-MOST_CURVES));
  const wanted = runs.filter((run) => chosen[run.number] ?? (run === base || newest.has(run)));
  const surplus = wanted.length - MOST_CURVES;
  if (surplus <= 0) return wanted;
  const given = wanted.filter((run) => run !== base && !chosen[run.number]);
  const gone = new Set([...given, ...wanted.filter((run) => !given.includes(run))].slice(0, surplus));
  return wanted.filter((run) => !gone.has(run));
}
