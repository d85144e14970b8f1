import { describe, expect, it } from 'vitest';
import { ALLOGRAPHS, chooseAllograph } from '../../../../src/data/synthetic/allographs/choose';
import { Hand } from '../../../../src/data/synthetic/hand';
import { Lines } from '../../../../src/data/synthetic/lines';
import { place } from '../../../../src/data/synthetic/place';
import { writeDigit } from '../../../../src/data/synthetic/realistic';
import { RandomStream } from '../../../../src/model/random';
import { massOf, meanOf, shareInLargestPiece } from './pictures';

const handOf = (number: number) => new Hand(new RandomStream(11, 'digits', number));

const WAYS = ALLOGRAPHS.flatMap((ways, digit) =>
  ways.map((allograph) => ({ digit, name: allograph.name, allograph })),
);

describe.each(WAYS)('a $digit, $name', ({ name, allograph }) => {
  const images = Array.from({ length: 60 }, (_, number) => {
    const image = new Float32Array(784);
    place(writeDigit(handOf(number), allograph, new Lines()), image);
    return Uint8Array.from(image, (value) => Math.round(value * 255));
  });

  it('has ink as an MNIST digit has', () => {
    for (const image of images) {
      expect(massOf(image)).toBeGreaterThan(15);
      expect(massOf(image)).toBeLessThan(330);
    }
  });

  it('is in one piece, unless it is written apart', () => {
    const pieces = meanOf(images.map(shareInLargestPiece));
    if (/apart|detached/.test(name)) expect(pieces).toBeGreaterThan(0.7);
    else expect(pieces).toBeGreaterThan(0.97);
  });
});

describe('the ways of writing', () => {
  it('of a digit have names of their own', () => {
    for (const ways of ALLOGRAPHS) {
      expect(new Set(ways.map(({ name }) => name)).size).toBe(ways.length);
    }
  });

  it('are chosen as often as their weights say', () => {
    const draws = 4000;
    ALLOGRAPHS.forEach((ways, digit) => {
      const counts = new Map(ways.map((way) => [way, 0]));
      for (let number = 0; number < draws; number++) {
        const way = chooseAllograph(handOf(number), digit);
        counts.set(way, (counts.get(way) as number) + 1);
      }
      const total = ways.reduce((sum, { weight }) => sum + weight, 0);
      for (const way of ways) {
        expect((counts.get(way) as number) / draws).toBeCloseTo(way.weight / total, 1);
      }
    });
  });
});
