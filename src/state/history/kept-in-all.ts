import type { KeptEpochs } from '../../protocol/history';
import type { RunRecord } from './run-record';

/** Epochs of all runs in the list, and of how many of them the weights are kept. The initial weights are no epoch. */
export function keptInAll(
  runs: readonly Pick<RunRecord, 'id' | 'epochs'>[],
  { runs: kept }: Pick<KeptEpochs, 'runs'>,
): { readonly kept: number; readonly epochs: number } {
  const keptOf = (id: string) => (kept[id] ?? []).filter((epoch) => epoch > 0).length;
  return {
    kept: runs.reduce((sum, { id }) => sum + keptOf(id), 0),
    epochs: runs.reduce((sum, { epochs }) => sum + epochs, 0),
  };
}
