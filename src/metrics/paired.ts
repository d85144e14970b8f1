/**
 * Which images of a part a network read right, a bit each: image i is bit i % 8 of byte ⌊i / 8⌋, from the lowest.
 * [⌈images / 8⌉]
 */
export type RightBits = Uint8Array;

/** @param truth, predicted - 0 to 9, [n] */
export function rightBits(truth: Uint8Array, predicted: Uint8Array): RightBits {
  const bits = new Uint8Array(Math.ceil(truth.length / 8));
  for (const [i, label] of truth.entries()) {
    if (label === predicted[i]) bits[i >> 3] = (bits[i >> 3] as number) | (1 << (i & 7));
  }
  return bits;
}

/** How two networks read the same images. */
export interface PairedCounts {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
}

/** @param a, b - of the same images, in the same order */
export function pairedCounts(a: RightBits, b: RightBits, images: number): PairedCounts {
  let [both, onlyA, onlyB] = [0, 0, 0];
  for (const [i, byte] of a.entries()) {
    const other = b[i] as number;
    both += ones(byte & other);
    onlyA += ones(byte & ~other);
    onlyB += ones(other & ~byte);
  }
  return { both, onlyA, onlyB, neither: images - both - onlyA - onlyB };
}

function ones(byte: number): number {
  let count = 0;
  for (let rest = byte; rest > 0; rest &= rest - 1) count++;
  return count;
}
