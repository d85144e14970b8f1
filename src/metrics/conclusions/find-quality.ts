import { differenceInterval, wilson } from '../interval';
import { digitCounts } from '../report';
import type { Finding } from './finding';
import { type ReadImages, type RunFacts, tallyOf } from './run-facts';

/** How good it is over all, and whether it is better than guessing. */
export function findQuality({ confusion }: ReadImages): Finding[] {
  const digits = digitCounts(confusion);
  const images = digits.reduce((sum, { support }) => sum + support, 0);
  const right = digits.reduce((sum, of) => sum + of.right, 0);
  const interval = wilson(right, images);
  if (!interval) return [];
  const accuracy = right / images;
  const supports = digits.map(({ support }) => support);
  const digit = supports.indexOf(Math.max(...supports));
  const guess = (supports[digit] ?? 0) / images;
  const quality: Finding = {
    code: 'quality',
    figures: { right, images, accuracy, ...interval },
    select: {},
  };
  // Where there is one digit only, always saying it is all that there is to learn.
  if (guess === 1 || interval.low > guess) return [quality];
  return [quality, { code: 'chance', figures: { accuracy, ...interval, digit, guess }, select: { digit } }];
}

/** Whether the run differs from the one before, or only seems to. */
export function compareWithBefore({ validation, before }: RunFacts): Finding[] {
  const last = validation.at(-1);
  if (!last || !before || before.images !== last.images) return [];
  const interval = differenceInterval(tallyOf(last), before);
  const accuracyBefore = before.right / before.images;
  const figures = {
    accuracy: last.accuracy,
    before: accuracyBefore,
    difference: last.accuracy - accuracyBefore,
    differenceLow: interval.low,
    differenceHigh: interval.high,
  };
  const same = interval.low <= 0 && interval.high >= 0;
  const better = interval.low > 0 ? 'better-than-before' : 'worse-than-before';
  return [{ code: same ? 'same-as-before' : better, figures, select: {} }];
}
