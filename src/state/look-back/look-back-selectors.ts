import type { DataSlice } from '../data/data-slice';
import type { HistorySlice } from '../history/history-slice';
import type { RunRecord } from '../history/run-record';
import { dataNow } from '../run/run-selectors';
import type { RunSlice } from '../run/run-slice';
import { areSameData, isActive } from '../run/run-state';
import type { LookBackSlice } from './look-back-slice';

/** Epochs of a run whose weights are kept, rising without a gap. */
export const epochsOf = ({ keptEpochs }: HistorySlice, { id }: Pick<RunRecord, 'id'>): readonly number[] =>
  keptEpochs.runs[id] ?? NONE;

const NONE: readonly number[] = [];

/** Whether the epochs of a run can be looked at now. */
export const canLookBack = (state: HistorySlice & RunSlice, run: Pick<RunRecord, 'id'>): boolean =>
  !isActive(state.run.phase) && epochsOf(state, run).length > 0;

/** The run whose past is looked at. */
export function lookedAt(
  state: LookBackSlice & HistorySlice & DataSlice,
):
  | { readonly run: RunRecord; readonly epochs: readonly number[]; readonly isOnOtherData: boolean }
  | undefined {
  const run = state.lookBack && state.runs.find(({ id }) => id === state.lookBack?.run);
  if (!run) return undefined;
  const isOnOtherData = !run.data || !areSameData(run.data, dataNow(state));
  return { run, epochs: epochsOf(state, run), isOnOtherData };
}
