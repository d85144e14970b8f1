import { type Ranked, ranked } from '../../metrics/top';
import { CLASSES } from '../../model/network';

interface AnswerBars {
  readonly bars: readonly Ranked[];
  /** All that have no bar of their own, together; undefined where there are none. */
  readonly others: { readonly count: number; readonly probability: number } | undefined;
}

/**
 * The bars of an answer: ten classes stand in their order, of more the ten likeliest, with the true one among them
 * however unlikely it is.
 * @param probabilities - one a class
 */
export function answerBars(probabilities: Float32Array, truth: number): AnswerBars {
  const all = Array.from(probabilities, (probability, label) => ({ label, probability }));
  if (all.length <= CLASSES) return { bars: all, others: undefined };
  const likeliest = ranked(probabilities);
  const top = likeliest.slice(0, CLASSES);
  const own = likeliest.find(({ label }) => label === truth);
  const bars = !own || top.includes(own) ? top : [...top.slice(0, -1), own];
  const left = likeliest.filter((one) => !bars.includes(one));
  const probability = left.reduce((sum, one) => sum + one.probability, 0);
  return { bars, others: { count: left.length, probability } };
}
