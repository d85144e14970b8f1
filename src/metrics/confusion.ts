/** Counts of n classes, row by row: `counts[n * true + predicted]`. */
export type ConfusionCounts = readonly number[];

/** How many classes there are counts of. */
export const classesIn = (counts: ConfusionCounts): number => Math.sqrt(counts.length);

/**
 * @param truth, predicted - below `classes`, of the same length
 * @param classes - how many there are
 */
export function confusionCounts(truth: Uint8Array, predicted: Uint8Array, classes: number): number[] {
  const counts = new Array<number>(classes * classes).fill(0);
  for (const [i, actual] of truth.entries()) {
    const cell = classes * actual + (predicted[i] as number);
    counts[cell] = (counts[cell] as number) + 1;
  }
  return counts;
}

/** The share of each count in its row (of the images of a class), 0 to 1; 0 in a row without images. */
export const rowShares = (counts: ConfusionCounts): number[] =>
  sharesOf(counts, (cell, classes) => Math.floor(cell / classes));

/** The share of each count in its column (of the images read as a class), 0 to 1; 0 in an empty column. */
export const columnShares = (counts: ConfusionCounts): number[] =>
  sharesOf(counts, (cell, classes) => cell % classes);

function sharesOf(counts: ConfusionCounts, groupOf: (cell: number, classes: number) => number): number[] {
  const classes = classesIn(counts);
  const totals = new Array<number>(classes).fill(0);
  for (const [cell, count] of counts.entries()) {
    const group = groupOf(cell, classes);
    totals[group] = (totals[group] as number) + count;
  }
  return counts.map((count, cell) => (count === 0 ? 0 : count / (totals[groupOf(cell, classes)] as number)));
}
