export interface ValueRange {
  readonly least: number;
  readonly most: number;
}

/** Of no values. */
export const NO_RANGE: ValueRange = { least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY };

export const joinRanges = (one: ValueRange, other: ValueRange): ValueRange => ({
  least: Math.min(one.least, other.least),
  most: Math.max(one.most, other.most),
});

export const rangeOfBytes = (bytes: Uint8Array | Uint16Array): ValueRange => {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < bytes.length; i++) {
    const value = bytes[i] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, most };
};
