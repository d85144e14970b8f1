import { scheduleFactor } from '../../model/schedule';
import type { Settings } from '../../model/settings';

/** Pieces of the line; a multiple of ten, so that the peak of a one-cycle run is met. */
const PIECES = 100;

export type Rated = Pick<Settings, 'schedule' | 'learningRate' | 'epochs'>;

/**
 * The learning rate of a batch of the run.
 * @param batch - from 1
 */
export function rateAt({ schedule, learningRate, epochs }: Rated, batchesPerEpoch: number, batch: number) {
  return learningRate * scheduleFactor(schedule, (batch - 1) / (epochs * batchesPerEpoch));
}

/** The learning rate over the batches of the whole run, those to come included. */
export function rateCurve(settings: Rated, batchesPerEpoch: number): { x: number[]; y: number[] } {
  const batches = settings.epochs * batchesPerEpoch;
  const pieces = Math.min(PIECES, batches - 1);
  const x = Array.from({ length: pieces + 1 }, (_, i) => 1 + Math.round((i * (batches - 1)) / (pieces || 1)));
  return { x, y: x.map((batch) => rateAt(settings, batchesPerEpoch, batch)) };
}
