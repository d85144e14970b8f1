import { describe, expect, it } from 'vitest';
import { epochOrder, holdOut, splitByClass, splitOf, splitTraining } from '../../../src/data/split';

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

  it('holds out the share that was chosen', () => {
    const { train, validation } = splitByClass(labels, 4);
    expect([countsOf(validation), countsOf(train)]).toEqual([
      [60, 6, 3],
      [180, 18, 9],
    ]);
    expect(splitTraining(240, 3).validation).toHaveLength(80);
    const dataset = { train: { labels, images: labels }, validationOneIn: 4 };
    expect(splitOf({ ...dataset, isStratified: true })).toEqual({ train, validation });
    expect(splitOf(dataset)).toEqual(splitTraining(labels.length, 4));
  });

  it('holds out what it always did where none was chosen', () => {
    const first = [...splitByClass(labels).validation].slice(0, 8);
    expect(first).toEqual([116, 44, 107, 106, 173, 76, 273, 219]);
    expect(splitByClass(labels, 12)).toEqual(splitByClass(labels));
    expect(splitOf({ train: { labels, images: labels } })).toEqual(splitTraining(labels.length));
  });

  it.each([3, 4, 5, 7, 10, 20])(
    'leaves one in each part of every class that has two, where one in %i was chosen',
    (oneIn) => {
      // A class of each size from one to twelve, and none at all.
      const small = Uint8Array.from(
        Array.from({ length: 12 }, (_, label) => Array<number>(label + 1).fill(label)).flat(),
      );
      const { train, validation } = splitByClass(small, oneIn);
      const partsOf = (label: number) =>
        [train, validation].map((part) => part.filter((position) => small[position] === label).length);
      expect(partsOf(0).reduce((sum, count) => sum + count)).toBe(1);
      for (let label = 1; label < 12; label++) {
        expect(Math.min(...partsOf(label)), `of ${label + 1}`).toBeGreaterThan(0);
        expect(partsOf(label)[1], `of ${label + 1}`).toBeLessThanOrEqual(Math.ceil((label + 1) / oneIn));
      }
      expect(new Set([...train, ...validation]).size).toBe(small.length);
      expect(splitByClass(new Uint8Array(0), oneIn).validation).toHaveLength(0);
    },
  );

  it('takes another draw for another purpose, and any share', () => {
    const [one, other] = [holdOut(labels, 1 / 4, 0), holdOut(labels, 1 / 4, 1)];
    expect([countsOf(one.held), countsOf(other.held)]).toEqual([
      [60, 6, 3],
      [60, 6, 3],
    ]);
    expect([...one.held].sort()).not.toEqual([...other.held].sort());
  });
});
