import { CLASSES, INPUT_SIDE, INPUT_SIZE } from '../../model/input.ts';
import { type Choices, type GuessOf, ORIENTATIONS, type Orientation } from './choices.ts';
import { KNOWN_SIDE } from './known-digits.ts';
import { type Likeness, likenessOf } from './likeness.ts';
import { turnUpright } from './turn.ts';

const PIXELS = KNOWN_SIDE * KNOWN_SIDE;
/** With fewer classes there is too little to compare. */
const FEWEST_CLASSES = 6;

/** Mean images of the digits, or undefined for those of which there are none. */
type DigitMeans = readonly (Float64Array | undefined)[];

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

/** How much the images are like the known digits as they lie, and in each of the other orientations. */
export type Alike = Readonly<Record<Orientation, Likeness>>;

/** Undefined where there are too few classes to compare. */
export function alikeTo(means: DigitMeans): Alike | undefined {
  const there = means.flatMap((mean, digit) => (mean ? [digit] : []));
  if (there.length < FEWEST_CLASSES) return undefined;
  const likeness = ORIENTATIONS.map((orientation) => {
    const upright = there.map((digit) => turned(means[digit] as Float64Array, orientation));
    return [orientation, likenessOf(upright, there)] as const;
  });
  return Object.fromEntries(likeness) as Record<Orientation, Likeness>;
}

/** How like known digits the images are in the orientation in which they are the most. */
export const bestCorrelation = (alike: Alike | undefined): number =>
  alike ? Math.max(...Object.values(alike).map(({ correlation }) => correlation)) : 0;

function turned(mean: Float64Array, orientation: Orientation): Float64Array {
  const upright = new Float32Array(PIXELS);
  turnUpright(Float32Array.from(mean), KNOWN_SIDE, KNOWN_SIDE, orientation, upright);
  return Float64Array.from(upright);
}

/** What other things than digits don't reach, in one orientation by chance. */
const DIGITS = { correlation: 0.2, confusion: 0.55 } as const;
/** In any of the orientations that no well-known files have. */
const SURE_DIGITS = { correlation: 0.35, confusion: 0.45 } as const;
/** So much better than as they lie, or they stay. */
const GAIN = { correlation: 0.15, confusion: 0.33 } as const;
/** Of orientations that are as good, the one that files have: a font's mirrored 8 is an 8. */
const TIE = 0.08;

export function guessOrientation(
  alike: Alike | undefined,
  chosen: Choices['orientation'] | undefined,
): GuessOf<'orientation'> {
  const value = chosen ?? (alike ? likeliest(alike) : 'upright');
  const because = value === 'upright' ? 'orientation-upright' : 'orientation-turned';
  return { id: 'orientation', value, options: ORIENTATIONS, because };
}

function likeliest(alike: Alike): Orientation {
  const asTheyLie = alike.upright;
  const better = ORIENTATIONS.filter((orientation) => {
    const { correlation, confusion } = alike[orientation];
    const least = orientation === 'transposed' ? DIGITS : SURE_DIGITS;
    const areDigits = correlation >= least.correlation && confusion <= least.confusion;
    const gain = Math.min(
      (correlation - asTheyLie.correlation) / GAIN.correlation,
      (asTheyLie.confusion - confusion) / GAIN.confusion,
    );
    return areDigits && gain >= 1;
  });
  const best = Math.max(...better.map((orientation) => alike[orientation].correlation));
  return better.find((orientation) => alike[orientation].correlation >= best - TIE) ?? 'upright';
}
