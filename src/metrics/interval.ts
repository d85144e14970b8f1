/** A range that holds the true value in 95 of 100 repetitions. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the standard normal distribution. */
const Z_95 = 1.959963984540054;

/**
 * Wilson's score interval for a share (Wilson, JASA 22, 1927): unlike p ± z·SE it stays within 0 and 1 and holds at
 * shares near them.
 * @param right, images - whole numbers, right ≤ images
 * @param z - of the level; 95 % unless told otherwise
 * @returns undefined without images
 */
export function wilson(right: number, images: number, z = Z_95): Interval | undefined {
  if (images === 0) return undefined;
  const share = right / images;
  const scale = 1 + z ** 2 / images;
  const middle = (share + z ** 2 / (2 * images)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / images + z ** 2 / (4 * images ** 2));
  // Exactly 0 and 1 at the ends, where rounding would leave a trace.
  return {
    low: right === 0 ? 0 : Math.max(0, middle - half),
    high: right === images ? 1 : Math.min(1, middle + half),
  };
}

/** Images that were read right, of how many. */
export interface Tally {
  readonly right: number;
  /** From 1. */
  readonly images: number;
}

/** A figure with its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly interval: Interval;
}

/** A share with Wilson's interval; undefined without images. */
export function estimate(right: number, images: number): Estimate | undefined {
  const interval = wilson(right, images);
  return interval && { value: right / images, interval };
}

/**
 * 95 % interval for the difference a − b of two figures, from the interval of each: the distances to the far ends are
 * added as right angles (Newcombe, Statistics in Medicine 17, 1998, method 10, for shares; Zou & Donner, Statistics in
 * Medicine 27, 2008, for any figures). It takes the two for independent: where they are of the same images it is too
 * wide, so a difference that it finds is one.
 */
export function intervalApart(a: Estimate, b: Estimate): Interval {
  const difference = a.value - b.value;
  return {
    low: difference - Math.hypot(a.value - a.interval.low, b.interval.high - b.value),
    high: difference + Math.hypot(a.interval.high - a.value, b.value - b.interval.low),
  };
}

/**
 * 95 % interval for the difference a − b of two shares (see intervalApart).
 * @returns in shares, −1 to 1
 */
export function differenceInterval(a: Tally, b: Tally): Interval {
  const [ofA, ofB] = [estimate(a.right, a.images), estimate(b.right, b.images)];
  return ofA && ofB ? intervalApart(ofA, ofB) : { low: -1, high: 1 };
}

/**
 * 95 % interval for the difference a − b of the shares of the same images that two networks read right (Agresti & Min,
 * Statistics in Medicine 24, 2005): the images that both read alike say nothing about it. Half an image is added to each
 * of the four cells, which makes the plain interval hold where differences are few.
 * @param onlyA, onlyB - images that one of the two alone reads right
 * @param images - from 1
 */
export function pairedInterval(onlyA: number, onlyB: number, images: number): Interval {
  const all = images + 2;
  const difference = (onlyA - onlyB) / all;
  const variance = ((onlyA + onlyB + 1) / all - difference ** 2) / all;
  const half = Z_95 * Math.sqrt(variance);
  return { low: difference - half, high: difference + half };
}
