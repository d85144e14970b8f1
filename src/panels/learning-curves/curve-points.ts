import { decimate } from '../../charts/decimate';
import type { RunState } from '../../state/run/run-state';
import type { CurveView } from './curve-view';
import { smooth } from './smooth';

/** Points of one line: about one for each pixel it is drawn on, and a redraw stays far below 50 ms. */
const MAX_POINTS = 300;

/** `error` is the share of images read wrong. */
export type Curve = 'loss' | 'accuracy' | 'error';
export type CurveRun = Pick<RunState, 'batches' | 'validation' | 'batchesPerEpoch'>;

/** A training line, point by point. */
interface CurvePoints {
  /** The last batch of each point, from 1. */
  readonly x: number[];
  /** Its first batch. */
  readonly first: number[];
  /** Mean over its batches. */
  readonly raw: number[];
  /** The same where nothing is smoothed. */
  readonly smoothed: number[];
}

/** Of an accuracy and a loss, what the curve shows. */
export function curveValue(curve: Curve, { loss, accuracy }: { loss: number; accuracy: number }): number {
  switch (curve) {
    case 'loss':
      return loss;
    case 'accuracy':
      return accuracy;
    case 'error':
      return 1 - accuracy;
    default:
      return curve satisfies never;
  }
}

/** Training by batches: each point the mean of a few, then smoothed; or by epochs: each point the mean of one. */
export function trainingPoints(
  curve: Curve,
  { batches, batchesPerEpoch }: CurveRun,
  { by, smoothing }: Pick<CurveView, 'by' | 'smoothing'>,
): CurvePoints {
  const series = batches[curve === 'loss' ? 'loss' : 'accuracy'];
  const { x, y } = by === 'epoch' ? epochMeans(series, batchesPerEpoch) : decimate(series, MAX_POINTS);
  const raw = curve === 'error' ? y.map((accuracy) => 1 - accuracy) : y;
  const first = x.map((_, i) => (x[i - 1] ?? 0) + 1);
  const counts = x.map((last, i) => last - (first[i] ?? last) + 1);
  return { x, first, raw, smoothed: by === 'epoch' ? raw : smooth(raw, counts, smoothing) };
}

/** Means over the epochs; of the one at work, over its batches so far. */
function epochMeans(series: Float32Array, batchesPerEpoch: number): { x: number[]; y: number[] } {
  const x: number[] = [];
  const y: number[] = [];
  const step = Math.max(1, batchesPerEpoch);
  for (let start = 0; start < series.length; start += step) {
    const epoch = series.subarray(start, start + step);
    x.push(start + epoch.length);
    y.push(epoch.reduce((sum, value) => sum + value, 0) / epoch.length);
  }
  return { x, y };
}

/** Values for a logarithmic axis, which has no 0: it is drawn at half of the smallest value above it. */
export function aboveZero(values: readonly number[]): (number | null)[] {
  const least = values.reduce((least, value) => (value > 0 && value < least ? value : least), Infinity);
  return values.map((value) => {
    if (value > 0) return value;
    // Nothing is above it, or it is no number: a run that diverged.
    return value <= 0 && least < Infinity ? least / 2 : null;
  });
}
