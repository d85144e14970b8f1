import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imageText } from '../../../src/ink/image-text';

/** An image of one pixel. */
function imageOf(grey: number): Float32Array {
  const image = new Float32Array(784);
  image[0] = grey;
  return image;
}

describe('an image as text', () => {
  it('has 28 lines of 28 characters of the four levels', () => {
    const images = fc.float32Array({ minLength: 784, maxLength: 784, min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(images, (image) => {
        expect(imageText(image)).toMatch(/^([.+*#]{28}\n){27}[.+*#]{28}$/);
      }),
      { numRuns: 20 },
    );
  });

  it('gives each level a quarter of the range', () => {
    const greys = [0, 0.2499, 0.25, 0.4999, 0.5, 0.7499, 0.75, 1];
    expect(greys.map((grey) => imageText(imageOf(grey))[0]).join('')).toBe('..++**##');
  });

  it('writes row by row, left to right', () => {
    const image = new Float32Array(784);
    image[28 * 3 + 5] = 1;
    const lines = imageText(image).split('\n');
    expect(lines[3]).toBe(`${'.'.repeat(5)}#${'.'.repeat(22)}`);
    expect(lines.filter((line) => line.includes('#'))).toHaveLength(1);
  });
});
