import { wilson } from '../interval';
import { normalQuantile } from '../normal';
import { digitCounts } from '../report';
import type { Finding } from './finding';
import type { ReadImages } from './run-facts';

/** A pair that came up less often says nothing. */
const LEAST_CONFUSED = 3;
const MOST_PAIRS = 3;
/** All intervals together miss in 5 of 100. */
const MISSED = 0.05;
/**
 * The point of the normal distribution for so many intervals at once (Bonferroni). The worst of ten equal classes would
 * often lie below a plain 95 % interval.
 */
const zOfAll = (classes: number): number => normalQuantile(1 - MISSED / (2 * classes));

/** Which digits are taken for which, which one is read worst, and the error that the network is surest of. */
export function findErrors(readings: ReadImages): Finding[] {
  const { confusion } = readings;
  const images = confusion.reduce((sum, count) => sum + count, 0);
  if (images === 0) return [];
  const pairs = errorPairs(readings);
  if (pairs.length === 0) return [{ code: 'no-errors', figures: { images }, select: {} }];
  return [...confused(pairs), ...weakest(readings), ...surestError(readings)];
}

interface ErrorPair {
  readonly truth: number;
  readonly predicted: number;
  readonly count: number;
  /** Images of the true digit. */
  readonly support: number;
}

/** By falling count; in reading order where two are equal. */
function errorPairs({ confusion }: ReadImages): ErrorPair[] {
  const digits = digitCounts(confusion);
  const classes = digits.length;
  return confusion
    .map((count, cell): ErrorPair => {
      const truth = Math.floor(cell / classes);
      return { truth, predicted: cell % classes, count, support: digits[truth]?.support ?? 0 };
    })
    .filter(({ truth, predicted, count }) => truth !== predicted && count > 0)
    .sort((a, b) => b.count - a.count);
}

function confused(pairs: readonly ErrorPair[]): Finding[] {
  const often = pairs.filter(({ count }) => count >= LEAST_CONFUSED).slice(0, MOST_PAIRS);
  if (often.length > 0) {
    return often.map(({ truth, predicted, count, support }) => ({
      code: 'confused',
      figures: { truth, predicted, count, support },
      select: { cell: { truth, predicted } },
    }));
  }
  const errors = pairs.reduce((sum, { count }) => sum + count, 0);
  const figures = { errors, pairs: pairs.length, most: pairs[0]?.count ?? 0 };
  return [{ code: 'scattered', figures, select: {} }];
}

function weakest({ confusion }: ReadImages): Finding[] {
  const digits = digitCounts(confusion)
    .map(({ right, support }, digit) => ({ digit, right, support, recall: right / support }))
    .filter(({ support }) => support > 0)
    .sort((a, b) => a.recall - b.recall);
  const [worst] = digits;
  if (!worst || digits.length < 2) return [];
  const { digit, right, support, recall } = worst;
  const sum = (of: 'right' | 'support') => digits.reduce((total, one) => total + one[of], 0);
  const accuracy = sum('right') / sum('support');
  const interval = wilson(right, support, zOfAll(digits.length));
  if (!interval) return [];
  const code = interval.high < accuracy ? 'weakest' : 'even';
  return [
    { code, figures: { digit, recall, ...interval, accuracy, classes: digits.length }, select: { digit } },
  ];
}

function surestError({ set, positions, truth, predicted, probabilities }: ReadImages): Finding[] {
  const classes = probabilities.length / truth.length;
  let surest: { image: number; probability: number } | undefined;
  for (const [image, label] of truth.entries()) {
    const read = predicted[image] as number;
    const probability = probabilities[classes * image + read] as number;
    if (read !== label && probability > (surest?.probability ?? 0)) surest = { image, probability };
  }
  if (!surest) return [];
  const { image, probability } = surest;
  const cell = { truth: truth[image] as number, predicted: predicted[image] as number };
  return [
    {
      code: 'surest-error',
      figures: { ...cell, probability },
      select: { cell, image: { set, position: positions[image] as number } },
    },
  ];
}
