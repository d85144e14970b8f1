import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { LabelledImages } from '../../../src/data/dataset';
import { splitOf } from '../../../src/data/split';
import type { Adjustments } from '../../../src/data/understand/choices';
import { given, read, saidOf } from './given';

/* A kind a row, as numpy saves it: tests/fixtures/files/make-files.py. Each is to be understood as the same digits. */

const file = async (name: string) =>
  given(name, new Uint8Array(await readFile(new URL(`../../fixtures/files/${name}`, import.meta.url))));
const readFixture = async (name: string, adjustments?: Adjustments) =>
  read([await file(name)], undefined, adjustments);
const plain = (await readFixture('plain.npz')).dataset;

/** Rounding may move a value by one. */
function expectAlike(found: LabelledImages, wanted: LabelledImages): void {
  expect(found.labels).toEqual(wanted.labels);
  const apart = found.images.reduce(
    (most, value, i) => Math.max(most, Math.abs(value - (wanted.images[i] ?? 0))),
    0,
  );
  expect([found.images.length, apart <= 1]).toEqual([wanted.images.length, true]);
}

describe('the same digits are read from', () => {
  it.each([
    ['images standardised by mean and deviation', 'standardised.npz', 'range-own'],
    ['images from −1 to 1', 'minus-one-to-one.npz', 'range-own'],
    ['uint16', 'uint16.npz', 'range-own'],
    ['float64 from 0 to 255', 'float64.npz', 'range-bytes'],
    ['images divided by 255 twice', 'divided-twice.npz', 'range-twice'],
    ['images that lie transposed, as EMNIST’s', 'transposed.npz', 'orientation-turned'],
    ['images turned to the left', 'turned.npz', 'orientation-turned'],
    ['(28, 28, n), as MATLAB saves them', 'images-last.npz', 'images-along-last'],
    ['(784, n)', 'pixels-first.npz', 'images-along-last'],
    ['(n, 28, 28, 3)', 'three-colours.npz', 'size-same'],
    ['32×32 with an empty margin', 'padded-32.npz', 'size-crop'],
    ['24×24', 'cropped-24.npz', 'size-pad'],
    ['labels from 1 to 10', 'from-one.npz', 'labels-minus-one'],
    ['labels in which 10 is the digit 0, as floats', 'ten-for-zero.npz', 'labels-ten-is-zero'],
    ['a test part and every third image of the other polarity', 'mixed-polarity.npz', 'polarity-mixed'],
  ])('%s, and it is said', async (_, name, said) => {
    const found = await readFixture(name);
    expect(saidOf(found)).toContain(said);
    expectAlike(found.dataset.train, plain.train);
    expectAlike(found.dataset.test, plain.test);
  });

  it('pictures that are labelled by a table beside each folder', async () => {
    const { dataset, format, notes } = await readFixture('labelled-pictures.zip');
    expect(format).toBe('labelled-pictures');
    expect(notes.map(({ code, found }) => `${code} ${found}`)).toEqual([
      'labels-in-table digits/train.csv, digits/test.csv',
    ]);
    expectAlike(dataset.train, plain.train);
    expectAlike(dataset.test, plain.test);
  });

  it('savez without names, in any order, with what each array was taken for', async () => {
    const { dataset, arrays, areByShape } = await readFixture('unnamed.npz');
    expect(areByShape).toBe(true);
    expect(arrays.map(({ name, role }) => `${name} ${role}`)).toEqual([
      'arr_0 test-images',
      'arr_1 test-labels',
      'arr_2 train-images',
      'arr_3 train-labels',
    ]);
    expectAlike(dataset.train, plain.train);
  });

  it('a tar.gz with long names', async () => {
    const { dataset, format } = await readFixture('digits.tar.gz');
    expect(format).toBe('npz');
    expectAlike(dataset.train, plain.train);
    expectAlike(dataset.test, plain.test);
  });

  it('Kaggle’s train.csv, gzipped, of which a part is held out to test with', async () => {
    const { dataset, format, testOneIn } = await readFixture('train.csv.gz');
    expect([format, testOneIn]).toEqual(['csv', 7]);
    expect([dataset.train.labels.length, dataset.test.labels.length]).toEqual([50, 10]);
    const [first = 0] = dataset.train.labels;
    const at = plain.train.labels.indexOf(first);
    const wanted = plain.train.images.subarray(at * 784, (at + 1) * 784);
    expect(dataset.train.images.subarray(0, 784)).toEqual(wanted);
  });
});

describe('a guess that is wrong can be changed:', () => {
  it('orientation', async () => {
    const { dataset } = await readFixture('transposed.npz', { orientation: 'upright' });
    expect(dataset.train.images[3 * 784 + 28 * 5 + 8]).toBe(plain.train.images[3 * 784 + 28 * 8 + 5]);
    const turned = await readFixture('plain.npz', { orientation: 'upside-down' });
    expect(turned.dataset.train.images[784 - 1 - 300]).toBe(plain.train.images[300]);
  });

  it('polarity, range and labels', async () => {
    const dark = await readFixture('plain.npz', { polarity: 'dark' });
    expect(dark.dataset.train.images[300]).toBe(255 - (plain.train.images[300] ?? 0));
    const bytes = await readFixture('uint16.npz', { range: 'bytes' });
    expect(new Set(bytes.dataset.train.images)).toEqual(new Set([0, 255]));
    const less = await readFixture('from-one.npz', { labels: 'ten-is-zero' });
    expect([...less.dataset.train.labels.subarray(0, 3)]).toEqual([1, 2, 3]);
  });

  it('size', async () => {
    const scaled = await readFixture('padded-32.npz', { size: 'scale' });
    expect(saidOf(scaled)).toContain('size-scale');
    const placed = await readFixture('plain.npz', { size: 'mnist' });
    const [first] = [placed.dataset.train.images.subarray(784, 2 * 784)];
    const rows = Array.from({ length: 28 }, (_, row) =>
      first?.subarray(28 * row, 28 * row + 28).some((value) => value > 47),
    );
    expect(rows.lastIndexOf(true) - rows.indexOf(true) + 1).toBe(20);
  });

  it('which array is which', async () => {
    const roles = ['train-images', 'train-labels', 'test-images', 'test-labels'] as const;
    const { dataset } = await readFixture('unnamed.npz', { roles });
    expect([dataset.train.labels.length, dataset.test.labels.length]).toEqual([20, 60]);
  });

  it('the share to test with', async () => {
    const { dataset } = await readFixture('train.csv.gz', { testOneIn: 3 });
    expect([dataset.train.labels.length, dataset.test.labels.length]).toEqual([40, 20]);
    expect([...dataset.test.labels].sort()).toEqual([...'00112233445566778899'].map(Number));
  });

  it('the share to validate with', async () => {
    const { dataset } = await readFixture('train.csv.gz', { testOneIn: 3, validationOneIn: 4 });
    const { train, validation } = splitOf(dataset);
    expect([train.length, validation.length, dataset.test.labels.length]).toEqual([30, 10, 20]);
    const labels = [...validation].map((position) => dataset.train.labels[position]);
    expect(labels.sort()).toEqual([...'0123456789'].map(Number));
  });
});

describe('a warning is given for', () => {
  it('images that are all black', async () => {
    expect((await readFixture('black.npz')).warnings).toEqual([
      { code: 'all-black', part: 'train', found: '60' },
    ]);
  });

  it('images that are all the same', async () => {
    const { warnings } = await readFixture('plain.npz', { range: 'unit' });
    expect(warnings.map(({ code }) => code)).not.toContain('all-same');
    const same = await readFixture('black.npz', { polarity: 'dark' });
    expect(same.warnings[0]).toEqual({ code: 'all-same', part: 'train', found: '60' });
  });

  it('a class that is missing, and test images that are trained on', async () => {
    expect((await readFixture('leaking.npz')).warnings).toEqual([
      { code: 'missing-class', found: '7' },
      { code: 'test-in-training', found: '18' },
    ]);
  });
});
