import { type ConfusionCounts, classesIn } from './confusion';

/** How well the digits are read: scikit-learn's `classification_report` with `zero_division=0`. */
export interface Report {
  /** Of the classes in order. */
  readonly digits: readonly DigitReport[];
  /** The plain mean over the classes. */
  readonly macro: Scores;
  /** The mean over the digits, each weighted by its support. */
  readonly weighted: Scores;
  /** Share of all images that is read right, 0 to 1. */
  readonly accuracy: number;
  readonly images: number;
}

/** Each 0 to 1; 0 where it would be 0 / 0. */
export interface Scores {
  /** Right among those that were read as the digit. */
  readonly precision: number;
  /** Right among those that are the digit. */
  readonly recall: number;
  /** Harmonic mean of the two: 2·TP / (2·TP + FP + FN). */
  readonly f1: number;
}

export interface DigitReport extends Scores, DigitCounts {
  readonly digit: number;
  /** One against all: (TP + TN) / images, 0 to 1. */
  readonly accuracy: number;
}

/** Images, seen from one digit. */
export interface DigitCounts {
  /** That are the digit: TP + FN. */
  readonly support: number;
  /** That are read as the digit: TP + FP. */
  readonly predicted: number;
  /** That are both: TP. */
  readonly right: number;
}

/** 0 for 0 / 0, which scikit-learn calls `zero_division=0`. */
const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

export function report(counts: ConfusionCounts): Report {
  const images = counts.reduce((sum, count) => sum + count, 0);
  const seen = digitCounts(counts);
  const digits = seen.map((of, digit): DigitReport => {
    const wrong = of.support + of.predicted - 2 * of.right;
    return { digit, ...of, ...scores(of), accuracy: ratio(images - wrong, images) };
  });
  const right = seen.reduce((sum, of) => sum + of.right, 0);
  return { digits, ...averages(digits), accuracy: ratio(right, images), images };
}

/** @returns of the classes in order */
export function digitCounts(counts: ConfusionCounts): DigitCounts[] {
  const classes = classesIn(counts);
  const at = (truth: number, predicted: number) => counts[classes * truth + predicted] ?? 0;
  return Array.from({ length: classes }, (_, digit) => {
    let support = 0;
    let predicted = 0;
    for (let other = 0; other < classes; other++) {
      support += at(digit, other);
      predicted += at(other, digit);
    }
    return { support, predicted, right: at(digit, digit) };
  });
}

export function scores({ support, predicted, right }: DigitCounts): Scores {
  return {
    precision: ratio(right, predicted),
    recall: ratio(right, support),
    f1: ratio(2 * right, support + predicted),
  };
}

/** @param digits - of all classes */
export function averages(digits: readonly (Scores & DigitCounts)[]): Pick<Report, 'macro' | 'weighted'> {
  const supports = digits.map(({ support }) => support);
  const all = pairwiseSum(supports);
  const mean = (of: keyof Scores) => pairwiseSum(digits.map((digit) => digit[of])) / digits.length;
  const weightedMean = (of: keyof Scores) =>
    ratio(pairwiseSum(digits.map((digit) => digit[of] * digit.support)), all);
  const each = (value: (of: keyof Scores) => number): Scores => ({
    precision: value('precision'),
    recall: value('recall'),
    f1: value('f1'),
  });
  return { macro: each(mean), weighted: each(weightedMean) };
}

/**
 * Adds up to 128 values in the order in which NumPy does, so that a mean is the same number to the last bit and is
 * rounded to the same digits: eight sums side by side, added in pairs, then what is left over of the last eight.
 */
function pairwiseSum(values: readonly number[]): number {
  const inEights = values.length - (values.length % 8);
  const sums = new Float64Array(8);
  for (let i = 0; i < inEights; i++) sums[i % 8] = (sums[i % 8] ?? 0) + (values[i] ?? 0);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = sums;
  return values.slice(inEights).reduce((sum, value) => sum + value, a + b + (c + d) + (e + f + (g + h)));
}
