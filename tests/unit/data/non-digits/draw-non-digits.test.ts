import { describe, expect, it } from 'vitest';
import { drawSubjects } from '../../../../src/data/non-digits/draw-non-digits';
import { LETTER_SHAPES, letterShapes, strokesOf } from '../../../../src/data/non-digits/letter-shapes';
import { scribble } from '../../../../src/data/non-digits/scribbles';
import type { Stroke } from '../../../../src/data/synthetic/stroke';

const PIXELS = 784;
const pictures = (images: Uint8Array) =>
  Array.from({ length: images.length / PIXELS }, (_, i) => images.subarray(i * PIXELS, (i + 1) * PIXELS));
const always = (strokes: Stroke[]) => () => strokes;

/** Rows and columns from the first with ink to the last. */
function extentOf(image: Uint8Array) {
  const inked = [...image.keys()].filter((i) => (image[i] as number) > 0);
  const spread = (values: number[]) => Math.max(...values) - Math.min(...values) + 1;
  return {
    width: spread(inked.map((i) => i % 28)),
    height: spread(inked.map((i) => Math.floor(i / 28))),
  };
}

describe('drawn letters', () => {
  it('leave out those that look like digits', () => {
    for (const letter of 'OoIilSsZzBbgq') expect(LETTER_SHAPES).not.toHaveProperty(letter);
  });

  it('are all of 20 pixels on their longest side', () => {
    for (const image of pictures(drawSubjects(letterShapes().map(always), 1))) {
      const { width, height } = extentOf(image);
      expect(Math.max(width, height)).toBeGreaterThanOrEqual(19);
      expect(Math.max(width, height)).toBeLessThanOrEqual(20);
    }
  });

  it('are the same for the same seed and others for another', () => {
    const shapes = letterShapes().slice(0, 5).map(always);
    expect(drawSubjects(shapes, 3)).toEqual(drawSubjects(shapes, 3));
    expect(drawSubjects(shapes, 3)).not.toEqual(drawSubjects(shapes, 4));
  });

  it('come from texts of strokes, knots and corners', () => {
    expect(strokesOf('0 10, 3.5 0!, 7 10 / 1 6, 6 6')).toEqual([
      [
        { x: 0, y: 1, sharp: false },
        { x: 0.35, y: 0, sharp: true },
        { x: 0.7, y: 1, sharp: false },
      ],
      [
        { x: 0.1, y: 0.6, sharp: false },
        { x: 0.6, y: 0.6, sharp: false },
      ],
    ]);
    expect(() => strokesOf('0 0, 1')).toThrow(RangeError);
  });
});

describe('scribbles', () => {
  const drawn = pictures(drawSubjects(new Array(300).fill(scribble), 2));

  it('leave ink of 20 pixels, whatever they are', () => {
    for (const image of drawn) {
      const { width, height } = extentOf(image);
      expect(Math.max(width, height)).toBeGreaterThan(15);
      expect(Math.max(width, height)).toBeLessThanOrEqual(20);
    }
  });

  it('are each another', () => {
    expect(new Set(drawn.map(String)).size).toBe(drawn.length);
  });

  it('fill 20 pixels with a pen that stays broad, too, and leave more ink', () => {
    const broad = pictures(drawSubjects(new Array(300).fill(scribble), 2, 1));
    for (const image of broad) {
      const { width, height } = extentOf(image);
      expect(Math.max(width, height)).toBeGreaterThan(15);
      expect(Math.max(width, height)).toBeLessThanOrEqual(20);
    }
    const ink = (images: Uint8Array[]) => images.flatMap((image) => [...image]).reduce((a, b) => a + b, 0);
    expect(ink(broad)).toBeGreaterThan(1.05 * ink(drawn));
  });
});
