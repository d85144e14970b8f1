/** A value takes this long, milliseconds, and all of them no less and no more than this. */
const EACH = 90;
const [LEAST, MOST] = [1500, 7000];

/** How long it stays at its end before the walk goes on, milliseconds. */
export const REST = 1200;

/** How long it takes until all values of a picture are in place, milliseconds. */
export const scanTime = (values: number): number => Math.min(MOST, Math.max(LEAST, values * EACH));

/** Values that are in place after some time, milliseconds; the last of them is the one at hand. */
export const scannedBy = (elapsed: number, values: number): number =>
  Math.min(values, 1 + Math.floor((elapsed / scanTime(values)) * values));
