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

/** The share of each count in its row (of the images of a digit), 0 to 1; 0 in a row without images. */
export const rowShares = (counts: ConfusionCounts): number[] =>
  sharesOf(counts, (cell) => Math.floor(cell / CLASSES));

/** The share of each count in its column (of the images read as a digit), 0 to 1; 0 in an empty column. */
export const columnShares = (counts: ConfusionCounts): number[] => sharesOf(counts, (cell) => cell % CLASSES);

function sharesOf(counts: ConfusionCounts, groupOf: (cell: number) => number): number[] {
  const totals = new Array<number>(CLASSES).fill(0);
  for (const [cell, count] of counts.entries()) totals[groupOf(cell)] = (totals[groupOf(cell)] ?? 0) + count;
  return counts.map((count, cell) => (count === 0 ? 0 : count / (totals[groupOf(cell)] as number)));
}
