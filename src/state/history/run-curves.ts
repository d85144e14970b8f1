import type { BatchLog } from '../run/batch-log';
import type { RunState } from '../run/run-state';

/** Over the epochs of a run. */
export interface RunCurves {
  /** Means of consecutive batches; `epoch` is where they end, in epochs from 0. */
  readonly trainingLoss: readonly { readonly epoch: number; readonly value: number }[];
  /** One an epoch, from the first. */
  readonly validationLoss: readonly number[];
  readonly validationAccuracy: readonly number[];
}

/** More would not be seen apart in a chart. */
const CURVE_POINTS = 120;

export function curvesOf({
  batches,
  batchesPerEpoch,
  validation,
}: Pick<RunState, 'batches' | 'batchesPerEpoch' | 'validation'>): RunCurves {
  return {
    trainingLoss: meansOf(batches, batchesPerEpoch),
    validationLoss: validation.map(({ loss }) => loss),
    validationAccuracy: validation.map(({ accuracy }) => accuracy),
  };
}

function meansOf({ loss, length }: BatchLog, batchesPerEpoch: number): RunCurves['trainingLoss'] {
  const points = Math.min(CURVE_POINTS, length);
  return Array.from({ length: points }, (_, point) => {
    const start = Math.floor((point * length) / points);
    const end = Math.floor(((point + 1) * length) / points);
    const sum = loss.subarray(start, end).reduce((total, value) => total + value, 0);
    return { epoch: end / batchesPerEpoch, value: sum / (end - start) };
  });
}
