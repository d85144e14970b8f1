/** A range that holds the true value in 95 of 100 repetitions. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the standard normal distribution. */
export const Z_95 = 1.959963984540054;

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

/**
 * 95 % interval for the difference a − b of two shares, from the Wilson interval of each (Newcombe, Statistics in
 * Medicine 17, 1998, method 10). It takes the two for independent: where they are of the same images it is too wide, so
 * a difference that it finds is one.
 * @returns in shares, −1 to 1
 */
export function differenceInterval(a: Tally, b: Tally): Interval {
  const [shareA, shareB] = [a.right / a.images, b.right / b.images];
  const [ofA, ofB] = [wilson(a.right, a.images), wilson(b.right, b.images)];
  if (!ofA || !ofB) return { low: -1, high: 1 };
  const difference = shareA - shareB;
  return {
    low: difference - Math.hypot(shareA - ofA.low, ofB.high - shareB),
    high: difference + Math.hypot(ofA.high - shareA, shareB - ofB.low),
  };
}
