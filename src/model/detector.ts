import { plainLogits } from './plain/trace';
import type { Detector } from './pretrained';

/** What the detector's outputs mean; those beyond mean nothing. */
export const DETECTOR_CLASSES = { digit: 0, letter: 1, scribble: 2 } as const;

/**
 * How little an image looks like a digit: log-odds of 'no digit', from about −20 to 20.
 * @param image - [784], 0 to 1
 */
const outOfDistributionScore = (
  { network, weights }: Pick<Detector, 'network' | 'weights'>,
  image: Float32Array,
) => outOfDistributionScoreOf(plainLogits(network, weights, 'relu', image));

/** @param logits - the detector's, [10] */
export function outOfDistributionScoreOf(logits: Float32Array | Float64Array): number {
  const digit = logits[DETECTOR_CLASSES.digit] as number;
  const others = Array.from(logits).filter((_, i) => i !== DETECTOR_CLASSES.digit);
  const most = Math.max(...others);
  const sum = others.reduce((total, logit) => total + Math.exp(logit - most), 0);
  return most + Math.log(sum) - digit;
}

/** @param image - [784], 0 to 1 */
export const looksLikeDigit = (detector: Detector, image: Float32Array): boolean =>
  outOfDistributionScore(detector, image) <= detector.threshold;
