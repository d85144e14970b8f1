import type { RawArray } from './raw-array.ts';

/**
 * Arrays that are there twice count once: archives of MNIST hold the same file packed beside unpacked, or in a folder
 * of the same name. Those that are called alike and differ stay, so that it can be said.
 */
export function withoutDoubles(arrays: readonly RawArray[]): {
  readonly kept: readonly RawArray[];
  /** Places of those that were left out. */
  readonly doubles: readonly RawArray[];
} {
  const kept: RawArray[] = [];
  const doubles: RawArray[] = [];
  for (const array of arrays) {
    const isDouble = kept.some((other) => areAlike(array, other));
    (isDouble ? doubles : kept).push(array);
  }
  return { kept, doubles };
}

const areAlike = (one: RawArray, other: RawArray): boolean =>
  one.named !== undefined &&
  one.named.kind === other.named?.kind &&
  one.named.set === other.named.set &&
  one.shape.join() === other.shape.join() &&
  one.fortranOrder === other.fortranOrder &&
  one.kept.least === other.kept.least &&
  one.kept.step === other.kept.step &&
  one.kept.values.every((value, i) => value === other.kept.values[i]);
