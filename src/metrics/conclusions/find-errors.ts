import { CLASSES } from '../../model/network';
import { wilson } from '../interval';
import { digitCounts } from '../report';
import type { Finding } from './finding';
import type { ReadImages } from './run-facts';

/** A pair that came up less often says nothing. */
const LEAST_CONFUSED = 3;
const MOST_PAIRS = 3;
/**
 * The point of the normal distribution for ten intervals that together miss in 5 of 100 (Bonferroni): 1 − 0.05/20.
 * The worst of ten equal digits would often lie below a plain 95 % interval.
 */
const Z_OF_TEN = 2.807033768343811;

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
  return confusion
    .map((count, cell): ErrorPair => {
      const truth = Math.floor(cell / CLASSES);
      return { truth, predicted: cell % CLASSES, count, support: digits[truth]?.support ?? 0 };
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
  const interval = wilson(right, support, Z_OF_TEN);
  if (!interval) return [];
  const code = interval.high < accuracy ? 'weakest' : 'even';
  return [{ code, figures: { digit, recall, ...interval, accuracy }, select: { digit } }];
}

function surestError({ set, positions, truth, predicted, probabilities }: ReadImages): Finding[] {
  let surest: { image: number; probability: number } | undefined;
  for (const [image, label] of truth.entries()) {
    const read = predicted[image] as number;
    const probability = probabilities[CLASSES * image + read] as number;
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
