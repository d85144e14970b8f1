import { RandomStream } from '../model/random';
import type { ConfusionCounts } from './confusion';
import type { Interval } from './interval';
import { averages, digitCounts, type Scores, scores } from './report';

/** 95 % intervals of the figures that are no proportions of a fixed number of images. */
export interface BootstrapIntervals {
  /** [classes]; undefined for a class that is neither in the truth nor among the predictions. */
  readonly f1: readonly (Interval | undefined)[];
  readonly macro: Readonly<Record<keyof Scores, Interval>>;
  readonly weighted: Readonly<Record<keyof Scores, Interval>>;
}

/** Ten in each tail: enough for an end point that moves by a tenth of the interval from seed to seed. */
export const REPLICATES = 400;

const AVERAGED = ['precision', 'recall', 'f1'] as const;

/**
 * Percentile bootstrap (Efron & Tibshirani, 'An introduction to the bootstrap', 1993, chapter 13): as many images as
 * there are are drawn again with replacement, which draws the cells of the matrix from a multinomial distribution; the
 * ends are the 2.5 % and 97.5 % points of what 400 such replicates give. The same seed gives the same intervals.
 *
 * Stops after each replicate (1 ms for 10,000 images), so that a page can do other things in between: call `next` until
 * it is done.
 * @param counts - of at least one image
 */
export function* bootstrap(counts: ConfusionCounts, seed: number): Generator<void, BootstrapIntervals> {
  const images = cellOfEachImage(counts);
  const observed = digitCounts(counts);
  const f1 = observed.map(() => [] as number[]);
  const average = { macro: samples(), weighted: samples() };
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    const drawn = digitCounts(redraw(images, counts.length, new RandomStream(seed, 'bootstrap', replicate)));
    const digits = drawn.map((of) => ({ ...of, ...scores(of) }));
    for (const [digit, of] of digits.entries()) f1[digit]?.push(of.f1);
    const means = averages(digits);
    for (const of of AVERAGED) {
      average.macro[of].push(means.macro[of]);
      average.weighted[of].push(means.weighted[of]);
    }
    yield;
  }
  return {
    f1: f1.map((values, digit) => {
      const of = observed[digit];
      return of && of.support + of.predicted > 0 ? percentiles(values) : undefined;
    }),
    macro: intervals(average.macro),
    weighted: intervals(average.weighted),
  };
}

type Samples = Readonly<Record<keyof Scores, number[]>>;

const samples = (): Samples => ({ precision: [], recall: [], f1: [] });

const intervals = ({ precision, recall, f1 }: Samples) => ({
  precision: percentiles(precision),
  recall: percentiles(recall),
  f1: percentiles(f1),
});

function cellOfEachImage(counts: ConfusionCounts): Uint16Array {
  const cells = new Uint16Array(counts.reduce((sum, count) => sum + count, 0));
  let start = 0;
  for (const [cell, count] of counts.entries()) {
    cells.fill(cell, start, start + count);
    start += count;
  }
  return cells;
}

function redraw(images: Uint16Array, cells: number, random: RandomStream): number[] {
  const counts = new Uint32Array(cells);
  // Takes the top of the product in place of a remainder, which takes longer; its bias is below images / 2³².
  const scale = images.length / 2 ** 32;
  for (let draw = 0; draw < images.length; draw++) {
    const cell = images[Math.floor(random.bits() * scale)] as number;
    counts[cell] = (counts[cell] as number) + 1;
  }
  return Array.from(counts);
}

/** The 2.5 % and the 97.5 % point, with the same number of values beyond each. */
function percentiles(values: number[]): Interval {
  const sorted = Float64Array.from(values).sort();
  const beyond = Math.floor(0.025 * sorted.length);
  return { low: sorted[beyond] as number, high: sorted[sorted.length - 1 - beyond] as number };
}
