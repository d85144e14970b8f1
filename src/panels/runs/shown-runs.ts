import type { RunId } from '../../protocol/history';
import type { RunRecord } from '../../state/history/run-record';
import { MOST_CURVES } from './run-marks';

/**
 * The runs that are compared: those that a person has chosen, and of the others the newest and the one that experiments
 * are compared with. Never more than can be told apart: the oldest give way.
 * @param chosen - whether a person wants it to be shown; without an entry where nobody has said
 */
export function shownRuns(
  runs: readonly RunRecord[],
  base: RunRecord | undefined,
  chosen: Readonly<Record<RunId, boolean>>,
): RunRecord[] {
  const newest = runs.at(-1);
  const wanted = runs.filter((run) => chosen[run.id] ?? (run === base || run === newest));
  const surplus = wanted.length - MOST_CURVES;
  if (surplus <= 0) return wanted;
  const given = wanted.filter((run) => run !== base && !chosen[run.id]);
  const gone = new Set([...given, ...wanted.filter((run) => !given.includes(run))].slice(0, surplus));
  return wanted.filter((run) => !gone.has(run));
}
