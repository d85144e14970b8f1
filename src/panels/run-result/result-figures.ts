import { type Interval, wilson } from '../../metrics/interval';
import type { RunId } from '../../protocol/history';
import { isFineTuned } from '../../state/fine-tuning/fine-tuning-selectors';
import { differenceOfRuns } from '../../state/history/run-difference';
import { isTested, type RunRecord, type TestedRun } from '../../state/history/run-record';
import type { LabState } from '../../state/lab-state';
import { isLookingBack } from '../../state/network/network-selectors';

/** What a run that came to its test got, and how that compares with the run before it. */
export interface ResultFigures {
  readonly run: Pick<RunRecord, 'id'>;
  readonly images: number;
  readonly wrong: number;
  /** 0 to 1 */
  readonly accuracy: number;
  /** 95 % */
  readonly interval: Interval;
  readonly loss: number;
  readonly seconds: number;
  /** Undefined where there is none, or none that was tested on the same images. */
  readonly before: RunBefore | undefined;
}

interface RunBefore {
  /** Of the run before. */
  readonly number: number;
  /** Of the run before, 0 to 1. */
  readonly accuracy: number;
  /** This run's share of images read right less that of the run before. */
  readonly difference: number;
  /** 95 % */
  readonly interval: Interval;
  /** `same`: by these images the two can't be told apart. */
  readonly verdict: 'better' | 'worse' | 'same';
}

/** The run whose result is that of the network in use; undefined while there is no such run. */
export const runInSight = (state: LabState): RunId | undefined =>
  state.run.phase === 'finished' && !state.interventions && !isFineTuned(state) && !isLookingBack(state)
    ? state.run.id
    : undefined;

/**
 * @param runs - of which others may follow it: they came from files, other tabs or later
 * @returns undefined where the run did not come to its test, or is not among them
 */
export function resultFigures(runs: readonly RunRecord[], run: RunId | undefined): ResultFigures | undefined {
  const tested = runs.filter(isTested);
  const at = tested.findIndex(({ id }) => id === run);
  const [last, before] = [tested[at], tested[at - 1]];
  const interval = last && wilson(last.test.right, last.test.images);
  if (!last || !interval) return undefined;
  const { images, right, loss } = last.test;
  return {
    run: last,
    images,
    wrong: images - right,
    accuracy: right / images,
    interval,
    loss,
    seconds: last.seconds,
    before: before && compared(last, before),
  };
}

function compared(run: RunRecord, before: TestedRun): RunBefore | undefined {
  const found = differenceOfRuns(run, before);
  if (!found) return undefined;
  const { low, high } = found.interval;
  return {
    number: before.number,
    accuracy: before.test.right / before.test.images,
    difference: found.accuracy,
    interval: found.interval,
    verdict: low > 0 ? 'better' : high < 0 ? 'worse' : 'same',
  };
}
