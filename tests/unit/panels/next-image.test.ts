import { describe, expect, it } from 'vitest';
import { nextImage } from '../../../src/panels/test-image/next-image';

const LABELS = Uint8Array.of(7, 2, 1, 7, 4);

describe('nextImage', () => {
  it('goes on from the image of now, and from the start after the last', () => {
    expect(nextImage(LABELS, undefined, 'next', undefined, Math.random)?.position).toBe(0);
    expect(nextImage(LABELS, undefined, 'next', 2, Math.random)?.position).toBe(3);
    expect(nextImage(LABELS, undefined, 'next', 4, Math.random)?.position).toBe(0);
  });

  it('keeps to a digit', () => {
    expect(nextImage(LABELS, 7, 'next', 0, Math.random)?.position).toBe(3);
    expect(nextImage(LABELS, 7, 'next', 3, Math.random)?.position).toBe(0);
    expect(nextImage(LABELS, 7, 'random', 0, () => 0.99)?.position).toBe(3);
    expect(nextImage(LABELS, 9, 'next', 0, Math.random)).toBeUndefined();
  });

  it('reaches every image at random', () => {
    const drawn = [0, 0.2, 0.4, 0.6, 0.8].map((value) => {
      return nextImage(LABELS, undefined, 'random', undefined, () => value)?.position;
    });
    expect(drawn).toEqual([0, 1, 2, 3, 4]);
  });
});
