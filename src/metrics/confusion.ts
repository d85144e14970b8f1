import { CLASSES } from '../model/network';

/** Counts, row by row: `counts[10 * true + predicted]`. */
export type ConfusionCounts = readonly number[];

/** @param truth, predicted - classes 0 to 9, of the same length */
export function confusionCounts(truth: Uint8Array, predicted: Uint8Array): number[] {
  const counts = new Array<number>(CLASSES * CLASSES).fill(0);
  for (const [i, actual] of truth.entries()) {
    const cell = CLASSES * actual + (predicted[i] as number);
    counts[cell] = (counts[cell] as number) + 1;
  }
  return counts;
}

/** The share of each count in its row, 0 to 1; 0 in a row without images. */
export function rowShares(counts: ConfusionCounts): number[] {
  return counts.map((count, cell) => {
    const start = cell - (cell % CLASSES);
    const total = counts.slice(start, start + CLASSES).reduce((sum, value) => sum + value, 0);
    return total === 0 ? 0 : count / total;
  });
}
