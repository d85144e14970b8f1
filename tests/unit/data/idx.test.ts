import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataError, type ProblemCode } from '../../../src/data/dataset';
import { idxKind, parseIdxImages, parseIdxLabels } from '../../../src/data/idx';
import { problemsOf } from './small-mnist';

const PLACE = { file: 'a file', source: 'a test' };

function idx(dimensions: readonly number[], body: Uint8Array, magic = 0x800 + dimensions.length) {
  const bytes = new Uint8Array(4 + 4 * dimensions.length + body.length);
  const view = new DataView(bytes.buffer);
  for (const [i, value] of [magic, ...dimensions].entries()) view.setUint32(4 * i, value);
  bytes.set(body, bytes.length - body.length);
  return bytes;
}

const images = fc
  .integer({ min: 0, max: 4 })
  .chain((n) => fc.uint8Array({ minLength: n * 784, maxLength: n * 784 }));
const labels = fc.uint8Array({ max: 9, maxLength: 50 });
const codeOf = async (work: () => unknown): Promise<ProblemCode | undefined> =>
  (await problemsOf(work))[0]?.code;

describe('idx', () => {
  it('gives back the images that were written, as a view', () => {
    fc.assert(
      fc.property(images, (pixels) => {
        const file = idx([pixels.length / 784, 28, 28], pixels);
        const read = parseIdxImages(file, PLACE);
        expect(read).toEqual(pixels);
        expect(read.buffer).toBe(file.buffer);
      }),
    );
  });

  it('gives back the labels that were written, also from the middle of a buffer', () => {
    fc.assert(
      fc.property(labels, fc.integer({ min: 0, max: 9 }), (digits, offset) => {
        const file = idx([digits.length], digits);
        const within = new Uint8Array(file.length + offset);
        within.set(file, offset);
        expect(parseIdxLabels(within.subarray(offset), PLACE)).toEqual(digits);
      }),
    );
  });

  it('refuses a file cut off anywhere', () => {
    const file = idx([2, 28, 28], new Uint8Array(2 * 784));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: file.length - 1 }), (length) => {
        expect(() => parseIdxImages(file.subarray(0, length), PLACE)).toThrow(DataError);
      }),
    );
  });

  it('takes random bytes for neither kind, or refuses them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(idxKind(bytes)).toBeUndefined();
        expect(() => parseIdxLabels(bytes, PLACE)).toThrow(DataError);
      }),
    );
  });

  it('refuses a header that claims 2³²−1 images before anything is made of it', async () => {
    const file = idx([2 ** 32 - 1, 28, 28], new Uint8Array(784));
    const [problem] = await problemsOf(() => parseIdxImages(file, PLACE));
    expect(problem).toMatchObject({ code: 'truncated', found: '800', wanted: `${16 + 784 * (2 ** 32 - 1)}` });
  });

  it('tells labels where images are expected, and the reverse', async () => {
    const digits = idx([3], new Uint8Array(3));
    const pictures = idx([1, 28, 28], new Uint8Array(784));
    expect(await problemsOf(() => parseIdxImages(digits, PLACE))).toEqual([
      { ...PLACE, code: 'wrong-kind', found: 'labels', wanted: 'images' },
    ]);
    expect(await codeOf(() => parseIdxLabels(pictures, PLACE))).toBe('wrong-kind');
  });

  it('rejects a label above 9 and says which', async () => {
    const [problem] = await problemsOf(() => parseIdxLabels(idx([3], Uint8Array.of(1, 10, 2)), PLACE));
    expect(problem).toMatchObject({ code: 'label-range', found: '10 (label 2)' });
  });

  it('rejects other magic, other sizes of image and trailing bytes', async () => {
    const floats = idx([1, 28, 28], new Uint8Array(784), 0xd03);
    expect(await codeOf(() => parseIdxImages(floats, PLACE))).toBe('bad-magic');
    const large = idx([1, 32, 32], new Uint8Array(1024));
    expect(await codeOf(() => parseIdxImages(large, PLACE))).toBe('wrong-size');
    const long = idx([1], Uint8Array.of(1, 2));
    expect(await codeOf(() => parseIdxLabels(long, PLACE))).toBe('wrong-size');
  });
});
