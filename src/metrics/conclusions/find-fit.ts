import { differenceInterval, wilson } from '../interval';
import type { Finding } from './finding';
import { MATERIAL, type RunFacts, tallyOf } from './run-facts';

/** What a small convolutional network reads right of MNIST after an epoch or two; a linear classifier stops at 0.92. */
const EXPECTED = 0.98;
/** A rise of the validation loss that is no wobble: the standard error of 5,000 images is about a tenth of the mean. */
const RISE = 1.1;
/** As much of it has to go in an epoch to be called an improvement. */
const FALL = 0.1;

/**
 * What the curves say. Training is the mean over the batches of the last epoch: its weights were younger, and dropout
 * was at work, so that it is rather too low; a gap that shows in spite of this is one.
 */
export function findFit(facts: RunFacts): Finding[] {
  const over = [...overfitting(facts), ...lossRises(facts)];
  return over.length > 0 ? over : [...underfitting(facts), ...improving(facts)];
}

function overfitting({ training, validation }: RunFacts): Finding[] {
  const [trained, validated] = [training.at(-1), validation.at(-1)];
  if (!trained || !validated) return [];
  const interval = differenceInterval(tallyOf(trained), tallyOf(validated));
  if (interval.low <= MATERIAL) return [];
  const figures = {
    training: trained.accuracy,
    validation: validated.accuracy,
    difference: trained.accuracy - validated.accuracy,
    differenceLow: interval.low,
    differenceHigh: interval.high,
  };
  return [{ code: 'overfitting', figures, select: {} }];
}

function lossRises({ training, validation }: RunFacts): Finding[] {
  const losses = validation.map(({ loss }) => loss);
  const bestLoss = Math.min(...losses);
  const best = losses.indexOf(bestLoss);
  const loss = losses.at(-1);
  const [thenTrained, trained] = [training[best], training[losses.length - 1]];
  if (loss === undefined || !thenTrained || !trained) return [];
  if (loss < RISE * bestLoss || trained.loss >= thenTrained.loss) return [];
  const figures = { bestLoss, bestEpoch: best + 1, loss, epoch: losses.length };
  return [{ code: 'loss-rises', figures, select: {} }];
}

/** Training alone may be low because its mean is of younger weights: validation has to be low too. */
function underfitting({ data, training, validation }: RunFacts): Finding[] {
  // Of other images nobody knows how well they can be read.
  if (!data?.official) return [];
  const [trained, validated] = [training.at(-1), validation.at(-1)];
  if (!trained || !validated) return [];
  const isBelow = [trained, validated].every((mean) => {
    const { right, images } = tallyOf(mean);
    return (wilson(right, images)?.high ?? 1) < EXPECTED;
  });
  if (!isBelow) return [];
  const figures = { training: trained.accuracy, validation: validated.accuracy, expected: EXPECTED };
  return [{ code: 'underfitting', figures, select: {} }];
}

function improving({ validation }: RunFacts): Finding[] {
  const [before, last] = validation.slice(-2);
  if (!before || !last) return [];
  const fall = 1 - last.loss / before.loss;
  if (!(fall >= FALL) || last.accuracy < before.accuracy) return [];
  const figures = { lossBefore: before.loss, loss: last.loss, fall, epoch: validation.length };
  return [{ code: 'improving', figures, select: {} }];
}
