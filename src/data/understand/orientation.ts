import { CLASSES, INPUT_SIDE, INPUT_SIZE } from '../../model/input.ts';
import { type Choices, type GuessOf, ORIENTATIONS, type Orientation } from './choices.ts';
import { KNOWN_DIGITS, KNOWN_SIDE } from './known-digits.ts';
import { turnUpright } from './turn.ts';

const PIXELS = KNOWN_SIDE * KNOWN_SIDE;
/** With fewer classes there is too little to compare. */
const FEWEST_CLASSES = 4;
/** Correlation with the known digits from which images are taken for digits: of others it is about 0. */
const LEAST_ALIKE = 0.35;
/** So much better than as they lie, or they stay. */
const LEAST_GAIN = 0.12;

/** Mean images of the digits, or undefined for those of which there are none. */
export type DigitMeans = readonly (Float64Array | undefined)[];

/**
 * @param images - [n, 28, 28], light on dark
 * @param labels - [n]; those that are no digits are left out
 */
export function digitMeans(images: Uint8Array, labels: ArrayLike<number>): DigitMeans {
  const sums = Array.from({ length: CLASSES }, () => new Float64Array(PIXELS));
  const counts = new Uint32Array(CLASSES);
  for (let image = 0; image < labels.length; image++) {
    const label = labels[image] as number;
    const sum = sums[label];
    if (!sum) continue;
    counts[label] = (counts[label] as number) + 1;
    for (let pixel = 0; pixel < INPUT_SIZE; pixel++) {
      const [row, column] = [Math.floor(pixel / INPUT_SIDE) >> 1, (pixel % INPUT_SIDE) >> 1];
      const at = row * KNOWN_SIDE + column;
      sum[at] = (sum[at] as number) + (images[image * INPUT_SIZE + pixel] as number);
    }
  }
  return sums.map((sum, label) => {
    const count = counts[label] as number;
    return count > 0 ? sum.map((value) => value / count) : undefined;
  });
}

export interface Likeness {
  readonly orientation: Orientation;
  /** Correlation with the known digits when they are turned so, −1 to 1. */
  readonly score: number;
  /** The same as they lie. */
  readonly asTheyLie: number;
}

/** In which of the eight orientations the means are most like the known digits. */
export function mostAlike(means: DigitMeans): Likeness {
  const known = KNOWN_DIGITS.map((digit) => Float64Array.from(digit, Number));
  const there = means.flatMap((mean, digit) => (mean ? [digit] : []));
  if (there.length < FEWEST_CLASSES) return { orientation: 'upright', score: 0, asTheyLie: 0 };
  const wanted = apart(there.map((digit) => known[digit] as Float64Array));
  const scores = ORIENTATIONS.map((orientation) =>
    correlation(apart(there.map((digit) => turned(means[digit] as Float64Array, orientation))), wanted),
  );
  const score = Math.max(...scores);
  const orientation = ORIENTATIONS[scores.indexOf(score)] ?? 'upright';
  return { orientation, score, asTheyLie: scores[0] ?? 0 };
}

function turned(mean: Float64Array, orientation: Orientation): Float64Array {
  const upright = new Float32Array(PIXELS);
  turnUpright(Float32Array.from(mean), KNOWN_SIDE, KNOWN_SIDE, orientation, upright);
  return Float64Array.from(upright);
}

/** What tells each from the others: all share a spot in the middle, which lies the same in any orientation. */
function apart(images: readonly Float64Array[]): Float64Array {
  const shared = new Float64Array(PIXELS);
  const scaled = images.map((image) => {
    const sum = image.reduce((all, value) => all + value, 0) || 1;
    return image.map((value) => value / sum);
  });
  for (const image of scaled) {
    for (const [i, value] of image.entries()) shared[i] = (shared[i] as number) + value / images.length;
  }
  return Float64Array.from(
    scaled.flatMap((image) => [...image.map((value, i) => value - (shared[i] as number))]),
  );
}

function correlation(one: Float64Array, other: Float64Array): number {
  let [product, ones, others] = [0, 0, 0];
  for (let i = 0; i < one.length; i++) {
    const [a, b] = [one[i] as number, other[i] as number];
    product += a * b;
    ones += a * a;
    others += b * b;
  }
  return ones > 0 && others > 0 ? product / Math.sqrt(ones * others) : 0;
}

export function guessOrientation(
  { orientation, score, asTheyLie }: Likeness,
  chosen: Choices['orientation'] | undefined,
): GuessOf<'orientation'> {
  const isTurned = score >= LEAST_ALIKE && score - asTheyLie >= LEAST_GAIN;
  const value = chosen ?? (isTurned ? orientation : 'upright');
  const because = value === 'upright' ? 'orientation-upright' : 'orientation-turned';
  return { id: 'orientation', value, options: ORIENTATIONS, because };
}
