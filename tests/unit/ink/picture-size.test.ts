import { describe, expect, it } from 'vitest';
import { pictureSize } from '../../../src/ink/picture/picture-size';
import { claims } from '../../fixtures/claimed-pictures';
import { pngOf } from '../../fixtures/make-png';

describe('what a picture says of its size', () => {
  it.each(Object.entries(claims))('is found without decoding it: %s', (_, claim) => {
    expect(pictureSize(claim(12_000, 10_000))).toEqual({ width: 12_000, height: 10_000 });
  });

  it('is that of the picture itself', () => {
    expect(pictureSize(pngOf(new Uint8Array(28 * 28)))).toEqual({ width: 28, height: 28 });
  });

  it('may be one that no machine has room for', () => {
    expect(pictureSize(claims.png(2 ** 32 - 1, 2 ** 32 - 1))).toEqual({
      width: 2 ** 32 - 1,
      height: 2 ** 32 - 1,
    });
    expect(pictureSize(claims.jpeg(65_535, 65_535))).toEqual({ width: 65_535, height: 65_535 });
  });

  it.each(Object.entries(claims))('is not guessed where the file ends before: %s', (_, claim) => {
    for (const length of [2, 9]) {
      expect([undefined, 'unknown']).toContain(pictureSize(claim(640, 480).subarray(0, length)));
    }
  });

  it('is not known of other files', () => {
    for (const text of ['', '<svg width="9"/>', 'RIFF....WAVE', '%PDF'])
      expect(pictureSize(new TextEncoder().encode(text))).toBe('unknown');
    expect(pictureSize(Uint8Array.of(0xff, 0xd8, 0, 0))).toBeUndefined();
    expect(pictureSize(new TextEncoder().encode('RIFF....WEBPzzzz'))).toBeUndefined();
  });
});
