export interface ValueRange {
  readonly least: number;
  readonly most: number;
}

/** Of no values. */
export const NO_RANGE: ValueRange = { least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY };

/** The range with the values of more positions; NaN where one of them is. */
export function addRange(
  { least, most }: ValueRange,
  at: (position: number) => number,
  from: number,
  to: number,
): ValueRange {
  let [low, high] = [least, most];
  for (let position = from; position < to; position++) {
    const value = at(position);
    // A value that is no number is neither above nor below, and stays.
    if (!(value >= low)) low = Number.isNaN(low) ? low : value;
    if (value > high) high = value;
  }
  return { least: low, most: high };
}

export const joinRanges = (one: ValueRange, other: ValueRange): ValueRange => ({
  least: Math.min(one.least, other.least),
  most: Math.max(one.most, other.most),
});
