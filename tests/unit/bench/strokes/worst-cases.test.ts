import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { png } from '../../../../bench/strokes/png';
import { worstOf, worstPicture } from '../../../../bench/strokes/worst-cases';

const reading = (label: number, predicted: number, ofLabel: number) => ({
  label,
  predicted,
  ofLabel,
  confidence: 0.5,
  isRefused: false,
});

describe('the worst cases', () => {
  it('are the misread ones, the surest error first', () => {
    expect(worstOf([reading(1, 1, 0.9), reading(2, 3, 0.3), reading(4, 9, 0.1)])).toEqual([2, 1]);
  });

  it('make a picture of one tile each', () => {
    const bytes = worstPicture([reading(4, 9, 0.1)], [new Float32Array(784).fill(1)]);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([88, 102]);
  });
});

describe('a PNG', () => {
  it('holds the greys row by row', () => {
    const bytes = Buffer.from(png(Uint8Array.of(1, 2, 3, 4, 5, 6), 3));
    const start = bytes.indexOf('IDAT') + 4;
    const length = bytes.readUInt32BE(start - 8);
    expect([...inflateSync(bytes.subarray(start, start + length))]).toEqual([0, 1, 2, 3, 0, 4, 5, 6]);
  });
});
