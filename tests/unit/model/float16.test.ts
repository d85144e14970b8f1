import { describe, expect, it } from 'vitest';
import { decodeFloat16, encodeFloat16 } from '../../../src/model/float16';

const there = (...values: number[]) => encodeFloat16(Float32Array.from(values));
const andBack = (...values: number[]) => [...decodeFloat16(there(...values))];

describe('numbers in 16 bits', () => {
  it('have the bits that IEEE 754 gives them', () => {
    expect([...there(1, -2, 65504, 2 ** -14, 2 ** -24, 0, 1 / 3)]).toEqual([
      0x00, 0x3c, 0x00, 0xc0, 0xff, 0x7b, 0x00, 0x04, 0x01, 0x00, 0x00, 0x00, 0x55, 0x35,
    ]);
  });

  it('come back as they are where they fit, subnormal ones and the sign of zero too', () => {
    const exact = [0, -0, 1, -1.5, 1023.5, 2 ** -24, 3 * 2 ** -24, 2 ** -15, -65504];
    expect(andBack(...exact)).toEqual(exact);
  });

  it('are rounded to the nearest, and to the even one where two are equally near', () => {
    expect(andBack(1 + 2 ** -11, 1 + 3 * 2 ** -11, 1 + 2 ** -11 + 2 ** -20)).toEqual([
      1,
      1 + 2 ** -9,
      1 + 2 ** -10,
    ]);
    expect(andBack(2047.5, 2 ** -25, 1.5 * 2 ** -25)).toEqual([2048, 0, 2 ** -24]);
  });

  it('keep every one of all bit patterns that are numbers', () => {
    const bits = Uint16Array.from({ length: 0x10000 }, (_, i) => i).filter(
      (pattern) => (pattern & 0x7c00) !== 0x7c00,
    );
    const values = decodeFloat16(new Uint8Array(bits.buffer));
    expect(encodeFloat16(values)).toEqual(new Uint8Array(bits.buffer));
  });

  it('are refused where they are too large, infinite or no numbers', () => {
    for (const value of [65520, Number.POSITIVE_INFINITY, Number.NaN])
      expect(() => there(value)).toThrow(RangeError);
  });

  it('need an even number of bytes', () => {
    expect(() => decodeFloat16(new Uint8Array(3))).toThrow(RangeError);
  });
});
