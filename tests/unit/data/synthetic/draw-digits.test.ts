import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DigitSource, drawDigits } from '../../../../src/data/synthetic/draw-digits';
import { CENTER } from '../../../../src/ink/center';
import { DIGIT_SIDE } from '../../../../src/ink/scale';
import type { DigitOptions, DigitStyle } from '../../../../src/model/settings';
import { centerOf, deviationOf, imagesOf, inkExtent, massOf, meanOf } from './pictures';

const STYLES: readonly DigitStyle[] = ['realistic', 'pseudo'];
const optionsOf = (style: DigitStyle): DigitOptions => ({ style, noise: 0, blur: 0 });
const REALISTIC = optionsOf('realistic');
const SOURCE: DigitSource = { seed: 4, first: 0 };

/** 0 to 9, again and again. */
const labels = (count: number) => Uint8Array.from({ length: count }, (_, i) => i % 10);

describe.each(STYLES)('drawDigits, %s', (style) => {
  const options = optionsOf(style);

  it('always draws the same digits for the same seed, numbers, labels and options', () => {
    const draw = () => drawDigits(labels(50), { seed: 7, first: 3 }, options);
    expect(draw()).toEqual(draw());
  });

  it('draws a series that does not depend on how it is cut into calls', () => {
    const whole = imagesOf(drawDigits(labels(40), { seed: 1, first: 100 }, options));
    fc.assert(
      fc.property(fc.nat(39), fc.integer({ min: 1, max: 40 }), (from, count) => {
        const some = labels(40).slice(from, from + count);
        const part = imagesOf(drawDigits(some, { seed: 1, first: 100 + from }, options));
        expect(part).toEqual(whole.slice(from, from + count));
      }),
      { numRuns: 20 },
    );
  });

  it('draws other digits for another seed and for other numbers', () => {
    const draw = (source: DigitSource) => imagesOf(drawDigits(labels(30), source, options));
    const first = draw({ seed: 1, first: 0 });
    for (const others of [draw({ seed: 2, first: 0 }), draw({ seed: 1, first: 30 })]) {
      others.forEach((image, i) => {
        expect(image).not.toEqual(first[i]);
      });
    }
  });

  it('draws the last number of the last seed', () => {
    const source = { seed: 2 ** 32 - 1, first: 2 ** 32 - 1 };
    expect(massOf(drawDigits(labels(1), source, options))).toBeGreaterThan(20);
  });

  it('refuses a label above 9', () => {
    expect(() => drawDigits(Uint8Array.of(3, 10), SOURCE, options)).toThrow(RangeError);
  });
});

describe('realistic digits', () => {
  const images = imagesOf(drawDigits(labels(1000), SOURCE, REALISTIC));

  it('are 20 pixels long, as MNIST’s, unless their weight at one end pushes the other out of the image', () => {
    const lengths = images.map((image) => {
      const { width, height } = inkExtent(image);
      return Math.max(width, height);
    });
    expect(Math.max(...lengths)).toBe(DIGIT_SIDE);
    expect(lengths.filter((length) => length < DIGIT_SIDE).length).toBeLessThan(images.length / 500);
  });

  it('have their weight in the middle, as MNIST’s', () => {
    for (const image of images) {
      const { x, y } = centerOf(image);
      // Rounding to bytes moves it by less than a hundredth.
      expect(Math.abs(x - CENTER)).toBeLessThan(0.51);
      expect(Math.abs(y - CENTER)).toBeLessThan(0.51);
    }
  });

  it('have full ink and no background', () => {
    for (const image of images) {
      expect(image.filter((value) => value === 0).length).toBeGreaterThan(300);
      expect(Math.max(...image)).toBeGreaterThan(150);
    }
  });

  it('blur on request: full ink gets rare, the ink stays as much', () => {
    const blurred = drawDigits(labels(100), SOURCE, { ...REALISTIC, blur: 1.5 });
    const sharp = drawDigits(labels(100), SOURCE, REALISTIC);
    const full = (pixels: Uint8Array) => pixels.filter((value) => value > 250).length;
    expect(full(blurred)).toBeLessThan(full(sharp) / 4);
    expect(massOf(blurred) / massOf(sharp)).toBeCloseTo(1, 1);
  });

  it('get as much noise as is asked for', () => {
    const quiet = drawDigits(labels(300), SOURCE, REALISTIC);
    const noisy = drawDigits(labels(300), SOURCE, { ...REALISTIC, noise: 0.1 });
    // Where neither end of the range cuts the noise off.
    const grey = [...quiet.keys()].filter((i) => Math.abs((quiet[i] as number) - 128) < 30);
    const added = grey.map((i) => ((noisy[i] as number) - (quiet[i] as number)) / 255);
    expect(meanOf(added)).toBeCloseTo(0, 2);
    expect(deviationOf(added)).toBeCloseTo(0.1, 2);
  });

  it('have noise in the background too', () => {
    const noisy = drawDigits(labels(10), SOURCE, { ...REALISTIC, noise: 0.1 });
    expect(noisy.filter((value) => value > 0).length).toBeGreaterThan(noisy.length / 2);
  });
});

describe('pseudo digits', () => {
  it('have a brightest pixel of 255, whatever noise and blur are added', () => {
    const added = [
      { noise: 0, blur: 0 },
      { noise: 0.3, blur: 2 },
    ];
    for (const { noise, blur } of added) {
      for (const image of imagesOf(drawDigits(labels(100), SOURCE, { style: 'pseudo', noise, blur }))) {
        expect(Math.max(...image)).toBe(255);
      }
    }
  });

  it('have a background that is not empty', () => {
    const images = drawDigits(labels(100), SOURCE, optionsOf('pseudo'));
    expect(images.filter((value) => value === 0).length).toBeLessThan(images.length / 100);
  });

  it('of one class are more alike than of two classes', () => {
    const means = Array.from({ length: 10 }, (_, label) => meanImage(label, 4));
    means.forEach((own, label) => {
      const again = distance(own, meanImage(label, 5));
      const others = means.filter((_, other) => other !== label).map((other) => distance(own, other));
      expect(again).toBeLessThan(Math.min(...others) / 2);
    });
  });
});

/** Of 200 pseudo digits of one class. */
function meanImage(label: number, seed: number): number[] {
  const images = imagesOf(
    drawDigits(new Uint8Array(200).fill(label), { seed, first: 0 }, optionsOf('pseudo')),
  );
  return Array.from({ length: 784 }, (_, pixel) => meanOf(images.map((image) => image[pixel] as number)));
}

const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(...a.map((value, i) => value - (b[i] as number)));
