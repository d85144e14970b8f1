import { describe, expect, it } from 'vitest';
import { epochOrder, holdOut, splitByClass, splitTraining } from '../../../src/data/split';

const sorted = (positions: Uint32Array) => [...positions].sort((a, b) => a - b);
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('splitTraining', () => {
  it('holds out 5,000 of 60,000 and uses every image once', () => {
    const { train, validation } = splitTraining(60_000);
    expect([train.length, validation.length]).toEqual([55_000, 5_000]);
    expect(sorted(Uint32Array.of(...train, ...validation))).toEqual(upTo(60_000));
  });

  it('gives every digit its share even where the file is sorted', () => {
    const { validation } = splitTraining(60_000);
    const counts = new Array<number>(10).fill(0);
    for (const position of validation)
      counts[Math.floor(position / 6000)] = (counts[Math.floor(position / 6000)] ?? 0) + 1;
    for (const count of counts) expect(Math.abs(count - 500)).toBeLessThan(100);
  });

  it('is always the same', () => {
    expect(splitTraining(24)).toEqual(splitTraining(24));
    expect([...splitTraining(24).validation]).toHaveLength(2);
  });
});

describe('epochOrder', () => {
  const positions = splitTraining(240).train;

  it('has each image once, and leaves its input as it was', () => {
    const before = [...positions];
    expect(sorted(epochOrder(positions, 7, 0))).toEqual(sorted(positions));
    expect([...positions]).toEqual(before);
  });

  it('is fixed by seed and epoch, and differs between them', () => {
    const order = epochOrder(positions, 7, 0);
    expect(epochOrder(positions, 7, 0)).toEqual(order);
    expect(epochOrder(positions, 7, 1)).not.toEqual(order);
    expect(epochOrder(positions, 8, 0)).not.toEqual(order);
  });
});

describe('splitByClass', () => {
  /** Many of one class, few of another, sorted. */
  const labels = Uint8Array.from([...Array(240).fill(0), ...Array(24).fill(1), ...Array(12).fill(2)]);
  const countsOf = (positions: Uint32Array) =>
    [0, 1, 2].map((label) => positions.filter((position) => labels[position] === label).length);

  it('holds out the same share of each class, and as many as a plain split', () => {
    const { train, validation } = splitByClass(labels);
    expect(countsOf(validation)).toEqual([20, 2, 1]);
    expect(validation).toHaveLength(splitTraining(labels.length).validation.length);
    expect(new Set([...train, ...validation]).size).toBe(labels.length);
    expect(splitByClass(labels)).toEqual({ train, validation });
  });

  it('takes another draw for another purpose, and any share', () => {
    const [one, other] = [holdOut(labels, 1 / 4, 0), holdOut(labels, 1 / 4, 1)];
    expect([countsOf(one.held), countsOf(other.held)]).toEqual([
      [60, 6, 3],
      [60, 6, 3],
    ]);
    expect([...one.held].sort()).not.toEqual([...other.held].sort());
  });
});
