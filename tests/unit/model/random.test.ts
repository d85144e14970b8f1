import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream, shuffle, threefry2x32 } from '../../../src/model/random';

const ONES = 0xffffffff;

describe('threefry2x32', () => {
  // Known answers of Random123 1.14, kat_vectors, threefry2x32 with 20 rounds.
  it.each([
    [
      [0, 0],
      [0, 0],
      [0x6b200159, 0x99ba4efe],
    ],
    [
      [ONES, ONES],
      [ONES, ONES],
      [0x1cb996fc, 0xbb002be7],
    ],
    [
      [0x13198a2e, 0x03707344],
      [0x243f6a88, 0x85a308d3],
      [0xc4923a9c, 0x483df7a0],
    ],
  ] as const)('gives the known answer for key %j, counter %j', (key, counter, answer) => {
    expect(threefry2x32(key, counter)).toEqual(answer);
  });
});

describe('RandomStream', () => {
  const take = (stream: RandomStream, count: number) => Array.from({ length: count }, () => stream.bits());

  it('is fixed by seed, purpose and index', () => {
    const first = take(new RandomStream(5, 'weights', 3), 9);
    expect(take(new RandomStream(5, 'weights', 3), 9)).toEqual(first);
    for (const other of [
      new RandomStream(6, 'weights', 3),
      new RandomStream(5, 'dropout', 3),
      new RandomStream(5, 'weights', 4),
    ]) {
      expect(take(other, 9)).not.toEqual(first);
    }
  });

  it('gives both words of a block in turn, block after block', () => {
    const words = [0, 1].flatMap((counter) => threefry2x32([7, 2], [counter, 4]));
    expect(take(new RandomStream(7, 'shuffle', 4), 4)).toEqual(words);
  });

  it('gives uniform numbers that are exact in single precision, with mean 1/2 and variance 1/12', () => {
    const stream = new RandomStream(1, 'dropout');
    const values = Array.from({ length: 20_000 }, () => stream.uniform());
    expect(values.every((value) => value >= 0 && value < 1 && Math.fround(value) === value)).toBe(true);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(1 / 2, 2);
    expect(variance).toBeCloseTo(1 / 12, 2);
  });

  it('gives normal numbers with mean 0, variance 1, and a twentieth beyond 1.96', () => {
    const stream = new RandomStream(1, 'weights');
    const values = Array.from({ length: 20_000 }, () => stream.normal());
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
    const beyond = values.filter((value) => Math.abs(value) > 1.96).length / values.length;
    expect(Math.abs(beyond - 0.05)).toBeLessThan(0.01);
  });

  it('stays below any bound', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 32 - 1 }), fc.nat(), (bound, seed) => {
        const value = new RandomStream(seed, 'split').below(bound);
        expect(Number.isInteger(value) && value >= 0 && value < bound).toBe(true);
      }),
    );
  });
});

describe('shuffle', () => {
  it('keeps every value, in place', () => {
    fc.assert(
      fc.property(fc.uint32Array({ maxLength: 200 }), fc.nat(), (values, seed) => {
        const before = [...values].sort((a, b) => a - b);
        expect(shuffle(values, new RandomStream(seed, 'shuffle'))).toBe(values);
        expect([...values].sort((a, b) => a - b)).toEqual(before);
      }),
    );
  });

  it('brings each of three values to each place equally often', () => {
    const orders = new Map<string, number>();
    const stream = new RandomStream(3, 'shuffle');
    for (let i = 0; i < 6000; i++) {
      const order = shuffle(Uint32Array.of(0, 1, 2), stream).join('');
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect(orders.size).toBe(6);
    for (const count of orders.values()) expect(Math.abs(count - 1000)).toBeLessThan(130);
  });
});
