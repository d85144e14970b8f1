import { Uint8ArrayReader, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { expect, it } from 'vitest';
import { drawDigits } from '../../../../src/data/synthetic/draw-digits';
import { ownDigitsNpz, ownDigitsPictures } from '../../../../src/export/own-digits/own-digit-files';
import { type OwnDigit, ownDigitId } from '../../../../src/model/own-digit';
import { given, read, saidOf } from '../../data/given';

/** As people write them. */
function written(labels: readonly number[]): OwnDigit[] {
  const source = { seed: 5, first: 0 };
  const images = drawDigits(Uint8Array.from(labels), source, { style: 'realistic', noise: 0, blur: 0 });
  return labels.map((label, i) => {
    const image = images.slice(784 * i, 784 * (i + 1));
    return { id: ownDigitId(image), label, date: '2026-01-01T00:00:00.000Z', strokes: [], image };
  });
}

/** All that the lab reads in a file, whichever part it put it in: the labels by their images. */
async function readBack(name: string, bytes: Uint8Array<ArrayBuffer>) {
  const found = await read([given(name, bytes)]);
  const { train, test } = found.dataset;
  const labels = [train, test].flatMap((part) =>
    [...part.labels.entries()].map(([i, label]) => {
      return [ownDigitId(part.images.subarray(784 * i, 784 * (i + 1))), label] as const;
    }),
  );
  return { labels: labels.sort(), said: saidOf(found), format: found.format };
}

const LABELS = Array.from({ length: 60 }, (_, i) => [3, 7, 1, 0, 9][i % 5] as number);
const digits = written(LABELS);
const wanted = digits.map(({ id, label }) => [id, label] as const).sort();

it.each([
  ['an npz', 'my-digits.npz', ownDigitsNpz, 'npz'],
  ['pictures', 'my-digits.zip', ownDigitsPictures, 'pictures'],
] as const)('as %s the lab reads them back to the very bytes', async (_, name, write, format) => {
  const { labels, said, format: found } = await readBack(name, await write(digits));
  expect(found).toBe(format);
  expect(labels).toEqual(wanted);
  expect(said).toEqual(expect.arrayContaining(['range-bytes', 'polarity-light', 'size-same']));
});

it('writes a picture a digit, numbered in the folder of its digit, and all ten folders', async () => {
  const names = await namesIn(await ownDigitsPictures(written([3, 7, 3, 3])));
  expect(names).toEqual([
    ...Array.from({ length: 10 }, (_, digit) => `${digit}/`),
    ...['3/0001.png', '7/0001.png', '3/0002.png', '3/0003.png'],
  ]);
});

it('writes no digits as arrays of none, and as empty folders', async () => {
  const text = new TextDecoder('latin1').decode(await ownDigitsNpz([]));
  expect(text).toContain("'shape': (0, 28, 28,), }");
  expect(text).toContain("'shape': (0,), }");
  expect(await namesIn(await ownDigitsPictures([]))).toHaveLength(10);
});

/** Of the members of a zip file, in their order. */
async function namesIn(zip: Uint8Array): Promise<string[]> {
  const entries = await new ZipReader(new Uint8ArrayReader(zip)).getEntries();
  return entries.map(({ filename }) => filename);
}
