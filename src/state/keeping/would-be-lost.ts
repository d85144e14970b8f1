import type { LessonSlice } from '../lessons/open-lesson';
import type { OwnDigitsSlice } from '../own-digits/own-digits-slice';
import type { RunSlice } from '../run/run-slice';
import { isActive } from '../run/run-state';
import type { SweepsSlice } from '../sweeps/sweeps-slice';
import type { KeepingSlice } from './keeping-slice';

/** A run under way is kept as it goes: after a reload it goes on from where it stood, some 20 seconds ago at most. */
export const keepsRun = ({ keeping, unkept }: KeepingSlice): boolean => keeping === 'kept' && !unkept.run;

/** Whether something that took a person or the engine its time would be gone with the page. */
export function wouldBeLost(
  state: KeepingSlice & RunSlice & SweepsSlice & OwnDigitsSlice & LessonSlice,
): boolean {
  const { run, keeping, unkept, sweeps, ownDigits, lessonDraft } = state;
  const isRunLost = isActive(run.phase) && !keepsRun(state);
  const isTrained = !isActive(run.phase) && run.batches.length > 0;
  const isNetworkLost = isTrained && (keeping !== 'kept' || unkept.network);
  // Its runs are in the list of runs after a reload, but which values it was to try, and what is left, is not known then.
  const isSweepLost = [sweeps.sweep, sweeps.repeat].some((sweep) => sweep && sweep.status !== 'done');
  const areDigitsLost = ownDigits.keeping !== 'kept' && ownDigits.digits.length > 0;
  return isRunLost || isNetworkLost || isSweepLost || areDigitsLost || lessonDraft !== undefined;
}
