import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceInterval, pairedInterval, wilson } from '../../../src/metrics/interval';
import { RandomStream } from '../../../src/model/random';

const tally = fc
  .integer({ min: 1, max: 10_000 })
  .chain((images) => fc.record({ right: fc.integer({ min: 0, max: images }), images: fc.constant(images) }));

describe('wilson', () => {
  it('gives the published intervals', () => {
    // Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3.
    const published = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const;
    for (const [right, images, low, high] of published) {
      const found = wilson(right, images);
      expect(found?.low).toBeCloseTo(low, 4);
      expect(found?.high).toBeCloseTo(high, 4);
    }
  });

  it('is where the score test rejects: its ends are z standard errors from the share', () => {
    fc.assert(
      fc.property(tally, ({ right, images }) => {
        const share = right / images;
        const { low, high } = wilson(right, images) as { low: number; high: number };
        expect(low).toBeLessThanOrEqual(share);
        expect(high).toBeGreaterThanOrEqual(share);
        for (const end of [low, high]) {
          if (end === 0 || end === 1) continue;
          expect(Math.abs(share - end) / Math.sqrt((end * (1 - end)) / images)).toBeCloseTo(1.959964, 5);
        }
      }),
    );
  });

  it('has none without images', () => {
    expect(wilson(0, 0)).toBeUndefined();
  });
});

describe('differenceInterval', () => {
  it('gives the published intervals', () => {
    // Newcombe, Statistics in Medicine 17 (1998), 873-890, table II, method 10.
    const published = [
      [56, 70, 48, 80, 0.0524, 0.3339],
      [9, 10, 3, 10, 0.1705, 0.809],
      [10, 10, 0, 20, 0.6791, 1],
    ] as const;
    for (const [a, ofA, b, ofB, low, high] of published) {
      const found = differenceInterval({ right: a, images: ofA }, { right: b, images: ofB });
      expect(found.low).toBeCloseTo(low, 4);
      expect(found.high).toBeCloseTo(high, 4);
    }
  });

  it('turns round with its arguments and holds the difference', () => {
    fc.assert(
      fc.property(tally, tally, (a, b) => {
        const one = differenceInterval(a, b);
        const other = differenceInterval(b, a);
        expect(one.low).toBeCloseTo(-other.high, 12);
        const difference = a.right / a.images - b.right / b.images;
        expect(one.low).toBeLessThanOrEqual(difference);
        expect(one.high).toBeGreaterThanOrEqual(difference);
      }),
    );
  });
});

describe('pairedInterval', () => {
  it('is the plain interval with half an image added to each of the four cells', () => {
    const { low, high } = pairedInterval(132, 107, 1144);
    expect((low + high) / 2).toBeCloseTo(25 / 1146, 12);
    expect(high - low).toBeCloseTo(2 * 1.959964 * Math.sqrt((240 / 1146 - (25 / 1146) ** 2) / 1146), 8);
  });

  it('holds the true difference in about 95 of 100 repetitions, with few images that differ', () => {
    const random = new RandomStream(1, 'bootstrap');
    const [images, onlyA, onlyB] = [400, 0.02, 0.01];
    let held = 0;
    for (let repetition = 0; repetition < 1000; repetition++) {
      let [a, b] = [0, 0];
      for (let image = 0; image < images; image++) {
        const place = random.uniform();
        if (place < onlyA) a += 1;
        else if (place < onlyA + onlyB) b += 1;
      }
      const { low, high } = pairedInterval(a, b, images);
      if (low <= onlyA - onlyB && onlyA - onlyB <= high) held += 1;
    }
    expect(held / 1000).toBeGreaterThan(0.93);
    expect(held / 1000).toBeLessThan(0.985);
  });

  it('is narrower than that of two samples where few images differ', () => {
    const paired = pairedInterval(30, 10, 1000);
    const apart = differenceInterval({ right: 920, images: 1000 }, { right: 900, images: 1000 });
    expect(paired.high - paired.low).toBeLessThan(apart.high - apart.low);
  });
});
