import type { Extent } from '../several/side-by-side';

/** Room between two digits, in heights of the tallest: more would leave the digits themselves too small on the pad. */
const MOST_ROOM = 0.5;

/**
 * How far each digit of a line moves to the left, so that none stands far from the one before.
 * @param digits - from left to right
 * @returns pixels, 0 or more
 */
export function closeUp(digits: readonly Extent[]): readonly number[] {
  const most = MOST_ROOM * Math.max(...digits.map(({ top, bottom }) => bottom - top));
  let [shift, end] = [0, Number.POSITIVE_INFINITY];
  return digits.map(({ left, right }) => {
    shift += Math.max(0, Math.round(left - end - most));
    end = Number.isFinite(end) ? Math.max(end, right) : right;
    return shift;
  });
}
