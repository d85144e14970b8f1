import { SCHEDULE_PIECES, SCHEDULED, type Scheduled, scheduleFactor } from '../../model/schedule';
import type { Settings } from '../../model/settings';
import { isHeeded } from '../../model/settings-difference';
import { settingsNow } from '../../state/run/run-changes';
import { isActive, type RunState } from '../../state/run/run-state';

/** The learning rate over a run, as a share of its peak. */
interface ScheduleCurve {
  /** [progress, share], both 0 to 1, from the first batch to the last. */
  readonly points: readonly (readonly [number, number])[];
  readonly form: 'rises' | 'falls' | 'stays';
  /** Learning rates. */
  readonly start: number;
  readonly peak: number;
  readonly end: number;
  /** The epoch in which the peak is reached, from 1. */
  readonly peakEpoch: number;
}

export function scheduleCurve(settings: Scheduled): ScheduleCurve {
  const { learningRate, epochs } = settings;
  const points = Array.from({ length: SCHEDULE_PIECES + 1 }, (_, piece) => {
    const progress = piece / SCHEDULE_PIECES;
    return [progress, scheduleFactor(settings, progress)] as const;
  });
  const shares = points.map(([, share]) => share);
  const start = scheduleFactor(settings, 0);
  const end = scheduleFactor(settings, 1);
  const highest = Math.max(...shares);
  const peakAt = shares.indexOf(highest);
  return {
    points,
    form: start < highest ? 'rises' : end < highest ? 'falls' : 'stays',
    start: learningRate * start,
    peak: learningRate * highest,
    end: learningRate * end,
    peakEpoch: Math.max(1, Math.ceil((epochs * peakAt) / SCHEDULE_PIECES)),
  };
}

/**
 * How far the run is along the curve of these settings.
 * @returns share of its batches that are done, in thousandths, 0 to 1; undefined while no run follows this curve
 */
export function progressAlong(
  next: Settings,
  { phase, batches, batchesPerEpoch, ...run }: RunState,
): number | undefined {
  const settings = settingsNow(run);
  if (!isActive(phase) || phase === 'starting' || !settings) return undefined;
  if (SCHEDULED.some((name) => isHeeded(name, next) && settings[name] !== next[name])) return undefined;
  return Math.round((1000 * batches.length) / (next.epochs * batchesPerEpoch)) / 1000;
}
