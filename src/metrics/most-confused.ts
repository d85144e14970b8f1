import { type ConfusionCounts, classesIn } from './confusion';

/** Two classes. */
export type Pair = readonly [number, number];

/** How many images of one are read as the other. */
const timesConfused = (counts: ConfusionCounts, [a, b]: Pair, classes: number): number =>
  (counts[classes * a + b] ?? 0) + (counts[classes * b + a] ?? 0);

/** Whether no two classes are taken for each other more often than these, both directions together. */
export function isMostConfused(counts: ConfusionCounts, [a, b]: Pair): boolean {
  const classes = classesIn(counts);
  const times = timesConfused(counts, [a, b], classes);
  if (a === b || times === 0) return false;
  return counts.every((_, cell) => {
    const other: Pair = [Math.floor(cell / classes), cell % classes];
    return other[0] === other[1] || timesConfused(counts, other, classes) <= times;
  });
}
