/** The largest difference of two lists; not a number where one has something that is none, or they are of two lengths. */
export function largestDifference(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) return Number.NaN;
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] as number))), 0);
}
