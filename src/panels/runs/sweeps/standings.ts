import type { Settings } from '../../../model/settings';
import { roundsOf, trialsOf } from '../../../model/sweep';
import type { SweepState, TrialResult } from '../../../state/sweeps/sweeps-slice';

/** How far a trial has come. */
export interface Standing extends TrialResult {
  /** With all epochs. */
  readonly settings: Settings;
  /** Of its last round. */
  readonly epochs: number;
}

/**
 * The trials that have a result, best first: those that came further before the others, and of these the ones that read
 * more of the validation images right.
 */
export function standingsOf({ sweep, results }: Pick<SweepState, 'sweep' | 'results'>): Standing[] {
  const trials = trialsOf(sweep);
  const rounds = roundsOf(sweep, trials.length);
  return trials
    .flatMap((settings, trial): Standing[] => {
      const last = results.findLast((result) => result.trial === trial);
      if (!last) return [];
      const epochs = sweep.halving ? rounds[last.round]?.epochs : undefined;
      return [{ ...last, settings, epochs: epochs ?? settings.epochs }];
    })
    .sort((a, b) => b.round - a.round || (b.accuracy ?? -1) - (a.accuracy ?? -1) || a.trial - b.trial);
}
