import { KNOWN_SIDE } from './known-digits.ts';

const PIXELS = KNOWN_SIDE * KNOWN_SIDE;

/** How much some images are like the known digits or letters that they are said to be. */
export interface Likeness {
  /** Correlation over all of them, −1 to 1: 0.98 of MNIST, 0.2 to 0.4 of a pixel font, about 0 of other things. */
  readonly correlation: number;
  /** How many of the others each is more like, as a share of what chance would give: 0 of MNIST, 1 of other things. */
  readonly confusion: number;
}

/**
 * @param means - [14 × 14] each: a mean image of each of some classes, in any brightness
 * @param known - what these should look like
 */
export function likenessOf(means: readonly Float64Array[], known: readonly Float64Array[]): Likeness {
  const given = apart(means.map(blurred));
  const wanted = apart(known.map(blurred));
  let nearer = 0;
  for (const [i, own] of given.entries()) {
    const likeness = wanted.map((each) => correlation(own, each));
    nearer += likeness.filter((other) => other > (likeness[i] as number)).length;
  }
  const count = known.length;
  const all = (images: readonly Float64Array[]) => Float64Array.from(images.flatMap((image) => [...image]));
  return {
    correlation: correlation(all(given), all(wanted)),
    confusion: nearer / ((count * (count - 1)) / 2),
  };
}

/** What tells each from the others: all share a spot in the middle, which lies the same in any orientation. */
function apart(images: readonly Float64Array[]): Float64Array[] {
  const shared = new Float64Array(PIXELS);
  const scaled = images.map((image) => {
    const sum = image.reduce((all, value) => all + value, 0) || 1;
    return image.map((value) => value / sum);
  });
  for (const image of scaled) {
    for (const [i, value] of image.entries()) shared[i] = (shared[i] as number) + value / images.length;
  }
  return scaled.map((image) => image.map((value, i) => value - (shared[i] as number)));
}

/** Strokes that lie beside each other are alike too. */
function blurred(image: Float64Array): Float64Array {
  return smoothed(smoothed(image, 1), KNOWN_SIDE);
}

/** Each pixel with half of its neighbours along one axis. @param step - from one to the next along it */
function smoothed(image: Float64Array, step: number): Float64Array {
  return image.map((value, i) => {
    const at = Math.floor(i / step) % KNOWN_SIDE;
    const before = at > 0 ? (image[i - step] as number) : 0;
    const after = at < KNOWN_SIDE - 1 ? (image[i + step] as number) : 0;
    return (before + 2 * value + after) / 4;
  });
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
