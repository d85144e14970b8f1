import type { ReportedDigit, ReportedFigures } from '../model/reported';
import type { ConfusionCounts } from './confusion';
import { type Estimate, estimate, type Interval, intervalApart } from './interval';
import { type DigitCounts, digitCounts } from './report';

/** A figure of an author beside that of a run, both 0 to 1. */
export interface Compared {
  readonly reported: number;
  readonly run: number;
  /** run − reported */
  readonly difference: number;
  /** 95 %, of the difference; undefined where the run's figure is 0 / 0. */
  readonly interval: Interval | undefined;
}

export const DIGIT_FIGURES = ['accuracy', 'precision', 'recall', 'f1'] as const;
type DigitFigure = (typeof DIGIT_FIGURES)[number];

export interface Comparison {
  readonly overall: Compared;
  /** [10] */
  readonly digits: readonly Readonly<Record<DigitFigure, Compared>>[];
}

/**
 * A run's figures beside reported ones. Both are of a sample of images, so both have an interval (Wilson's), and the
 * interval of the difference is made of the two (see intervalApart). It takes the samples for independent: where both
 * read the same test images it is somewhat too wide, so that a difference that it finds is one.
 * @param counts - of the run's test images, [100]
 */
export function compareWithReported(reported: ReportedFigures, counts: ConfusionCounts): Comparison {
  const images = counts.reduce((sum, count) => sum + count, 0);
  const own = digitCounts(counts);
  const right = own.reduce((sum, digit) => sum + digit.right, 0);
  const reportedRight = Math.round(reported.accuracy * reported.images);
  return {
    overall: compared(reported.accuracy, estimate(reportedRight, reported.images), estimate(right, images)),
    digits: reported.digits.map((digit, i) => {
      const theirs = estimates(reportedCounts(digit), reported.images);
      const ours = estimates(own[i] ?? { support: 0, predicted: 0, right: 0 }, images);
      const beside = (figure: DigitFigure) => compared(digit[figure], theirs[figure], ours[figure]);
      return {
        accuracy: beside('accuracy'),
        precision: beside('precision'),
        recall: beside('recall'),
        f1: beside('f1'),
      };
    }),
  };
}

/** The whole numbers that a digit's reported shares were made of: there is but one that gives all four digits of each. */
export function reportedCounts({ support, precision, recall }: ReportedDigit): DigitCounts {
  const right = Math.round(recall * support);
  return { support, right, predicted: Math.round(right / precision) };
}

function compared(reported: number, theirs: Estimate | undefined, ours: Estimate | undefined): Compared {
  const run = ours?.value ?? 0;
  return {
    reported,
    run,
    difference: run - reported,
    interval: theirs && ours && intervalApart(ours, theirs),
  };
}

function estimates(
  { support, predicted, right }: DigitCounts,
  images: number,
): Record<DigitFigure, Estimate | undefined> {
  const either = support + predicted - right;
  return {
    accuracy: estimate(images - (either - right), images),
    precision: estimate(right, predicted),
    recall: estimate(right, support),
    f1: f1Of(estimate(right, either)),
  };
}

/**
 * F1 from the share J of images that are both, of those that are the digit or are read as it: F1 = 2·TP / (2·TP + FP +
 * FN) = 2·J / (1 + J). It grows with J, so that the ends of J's interval give those of its own.
 */
function f1Of(both: Estimate | undefined): Estimate | undefined {
  if (!both) return undefined;
  const f1 = (share: number) => (2 * share) / (1 + share);
  return {
    value: f1(both.value),
    interval: { low: f1(both.interval.low), high: f1(both.interval.high) },
  };
}
