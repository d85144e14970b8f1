import { describe, expect, it } from 'vitest';
import { greyPixels } from '../../../src/ui/pixels';

describe('greyPixels', () => {
  it('draws ink white on black, opaque', () => {
    const { width, height, rgba } = greyPixels({ width: 3, height: 1, values: Float32Array.of(0, 0.2, 1) });
    expect([width, height]).toEqual([3, 1]);
    expect([...rgba]).toEqual([0, 0, 0, 255, 51, 51, 51, 255, 255, 255, 255, 255]);
  });
});
