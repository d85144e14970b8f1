import { differenceInterval, type Interval, pairedInterval } from '../../metrics/interval';
import { type PairedCounts, pairedCounts } from '../../metrics/paired';
import type { RunReading, RunRecord } from './run-record';

/** A part that runs are compared by. */
export type ComparedPart = 'validation' | 'test';

/** How much better one run read the images of a part than another. */
interface RunDifference {
  /** Difference of the shares read right, −1 to 1. */
  readonly accuracy: number;
  /** 95 % */
  readonly interval: Interval;
  /** Image by image; undefined where it is as if the two had read other images, which makes the interval too wide. */
  readonly paired: PairedCounts | undefined;
}

/** @returns undefined where one of them has not read the part, or the two read other data */
export function differenceOfRuns(
  a: RunRecord,
  b: RunRecord,
  part: ComparedPart = 'test',
): RunDifference | undefined {
  const [ofA, ofB] = [a[part], b[part]];
  if (!ofA || !ofB || !haveSameImages(a, b) || ofA.images !== ofB.images) return undefined;
  const accuracy = ofA.right / ofA.images - ofB.right / ofB.images;
  const paired = pairedOf(ofA, ofB);
  const interval = paired
    ? pairedInterval(paired.onlyA, paired.onlyB, ofA.images)
    : differenceInterval(ofA, ofB);
  return { accuracy, interval, paired };
}

const pairedOf = (a: RunReading, b: RunReading): PairedCounts | undefined =>
  a.bits && b.bits && pairedCounts(a.bits, b.bits, a.images);

/** The images are the same for the same data; MNIST's are whenever it is loaded. */
function haveSameImages({ data: a }: RunRecord, { data: b }: RunRecord): boolean {
  if (!a || !b) return false;
  return a.version === b.version || (a.official && b.official);
}
