import { classesIn } from '../../metrics/confusion';
import type { Evaluation } from '../../protocol/run';

/** How often one digit is read right, before and after. */
export interface RecallChange {
  readonly digit: number;
  /** Shares of the images of this digit, 0 to 1; undefined without any. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** after − before; 0 without images. */
  readonly change: number;
}

/** What edits of the weights cost, or gained. */
export interface Cost {
  readonly images: number;
  /** Images that are read right, after − before. */
  readonly right: number;
  /** By digit. */
  readonly recalls: readonly RecallChange[];
  /** The digit whose recall fell most; the smaller of equals; undefined where none fell. */
  readonly lostMost: RecallChange | undefined;
}

/** Both evaluations are of the same images. */
export function costOf(before: Evaluation, after: Evaluation): Cost {
  const recalls = Array.from({ length: classesIn(after.confusion) }, (_, digit): RecallChange => {
    const [was, is] = [recallOf(before, digit), recallOf(after, digit)];
    return { digit, before: was, after: is, change: was === undefined || is === undefined ? 0 : is - was };
  });
  const worst = recalls.reduce((least, recall) => (recall.change < least.change ? recall : least));
  return {
    images: after.images,
    right: Math.round(after.accuracy * after.images) - Math.round(before.accuracy * before.images),
    recalls,
    lostMost: worst.change < 0 ? worst : undefined,
  };
}

/** More than these are of no use: a data set has no ten million images. */
const MOST_DIGITS = 5;

/** As many digits after the point of percentages, at least one, as tell the two shares of each pair apart. */
export function digitsToTell(pairs: readonly (readonly [number, number])[]): number {
  for (let digits = 1; digits < MOST_DIGITS; digits++) {
    if (pairs.every(([a, b]) => a === b || pointsBetween(a, b, digits) !== 0)) return digits;
  }
  return MOST_DIGITS;
}

/** The difference of two shares as they are written, in percentage points: what a reader finds who subtracts them. */
export function pointsBetween(before: number, after: number, digits: number): number {
  const written = (share: number) => Number((100 * share).toFixed(digits));
  return Number((written(after) - written(before)).toFixed(digits));
}

function recallOf({ confusion }: Evaluation, digit: number): number | undefined {
  const classes = classesIn(confusion);
  const row = confusion.slice(classes * digit, classes * (digit + 1));
  const support = row.reduce((sum, count) => sum + count, 0);
  return support > 0 ? (row[digit] ?? 0) / support : undefined;
}
