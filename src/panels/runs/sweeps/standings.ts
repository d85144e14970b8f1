import type { Settings } from '../../../model/settings';
import { roundsOf, type Sweep } from '../../../model/sweep';
import type { TrialResult } from '../../../state/sweeps/sweeps-slice';

/** How far a trial has come. */
export interface Standing {
  /** Of its last round. */
  readonly result: TrialResult;
  /** In that round. */
  readonly epochs: number;
  /** With all epochs. */
  readonly settings: Settings;
}

/**
 * The trials that have a result, best first: those that came further before the others, and of these the ones that read
 * more of the validation images right.
 * @param trials - of the sweep
 */
export function standingsOf(
  sweep: Sweep,
  trials: readonly Settings[],
  results: readonly TrialResult[],
): Standing[] {
  const rounds = roundsOf(sweep, trials.length);
  return trials
    .flatMap((settings, trial): Standing[] => {
      const result = results.findLast((one) => one.trial === trial);
      if (!result) return [];
      const epochs = sweep.halving ? rounds[result.round]?.epochs : undefined;
      return [{ result, settings, epochs: epochs ?? settings.epochs }];
    })
    .sort(({ result: a }, { result: b }) => b.round - a.round || (b.accuracy ?? -1) - (a.accuracy ?? -1));
}
