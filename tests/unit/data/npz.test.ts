import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { valueType } from '../../../src/data/npy-values';
import { readGiven } from '../../../src/data/read-files';
import { headerOf, npyArray, npyOf } from '../../fixtures/make-npy';
import { zipOf } from '../../fixtures/make-zip';
import { given, read, saidOf } from './given';
import { labelsOf, MEMBERS, npz, pixels, readNpz, TEST, TRAIN } from './small-npz';

const fixture = async (name: string) =>
  given(name, new Uint8Array(await readFile(new URL(`../../fixtures/npz/${name}`, import.meta.url))));

describe('npz files that numpy made', () => {
  it('takes one of savez', async () => {
    const { dataset, format, range, notes } = await read([await fixture('plain.npz')]);
    expect([format, range, notes]).toEqual(['npz', { least: 0, most: 255 }, []]);
    expect(dataset).toMatchObject({ official: false, origin: 'plain.npz' });
    expect([...dataset.test.labels]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    // The bar of the 13th training image, a 3: rows 4 to 23, columns 10 and 11.
    const image = dataset.train.images.subarray(13 * 784, 14 * 784);
    expect([...image.subarray(4 * 28 + 9, 4 * 28 + 13)]).toEqual([0, 242, 242, 0]);
    expect(image.reduce((sum, value) => sum + value, 0)).toBe(242 * 40);
  });

  it('takes one of savez_compressed with floats in Fortran order as the same images', async () => {
    const [plain, compressed] = [await fixture('plain.npz'), await fixture('compressed.npz')];
    const [one, other] = [await read([plain]), await read([compressed])];
    expect(saidOf(other)).toContain('range-unit');
    expect(other.range).toEqual({ least: 0, most: 1 });
    expect(other.dataset.train).toEqual(one.dataset.train);
    expect(other.dataset.test).toEqual(one.dataset.test);
  });
});

describe('arrays', () => {
  const floats = (count: number) => Array.from({ length: count * 784 }, (_, i) => (i % 2 ? 0 : 1));

  it.each(['<f2', '<f4', '>f4', '<f8', '>f8', '|b1', '<i2', '>u2', '<i4', '>i8', '<u8'])(
    'takes images of %s',
    async (descr) => {
      const changed = npyArray(descr, [TRAIN, 784], floats(TRAIN));
      const found = await readNpz(await npz({ 'x_train.npy': changed }));
      expect([...found.dataset.train.images.subarray(0, 4)]).toEqual([255, 0, 255, 0]);
      expect(saidOf(found)).toContain('range-unit');
    },
  );

  it.each(['|i1', '<i8', '>i4', '<u2'])('takes labels of %s', async (descr) => {
    const changed = npyArray(descr, [TRAIN, 1], labelsOf(TRAIN));
    const { dataset } = await readNpz(await npz({ 'y_train.npy': changed }));
    expect(dataset.train.labels).toEqual(labelsOf(TRAIN));
  });

  it('takes 16-bit floats for what they are, those that are no numbers too', () => {
    const bits = [0x3c00, 0xc000, 0x0001, 0x8000, 0x7c00, 0xfc00, 0x7e00];
    const view = new DataView(Uint16Array.from(bits).buffer);
    const { read: readHalf } = valueType('<f2', { file: 'a', source: 'a test' });
    const found = bits.map((_, i) => readHalf(view, 2 * i));
    expect(found).toEqual([1, -2, 2 ** -24, -0, Infinity, -Infinity, Number.NaN]);
  });

  it('takes one-hot labels, and says so', async () => {
    const oneHot = Array.from({ length: TEST * 10 }, (_, i) => (i % 10 === Math.floor(i / 10) ? 1 : 0));
    const changed = npyArray('<f8', [TEST, 10], oneHot);
    const { dataset, notes } = await readNpz(await npz({ 'y_test.npy': changed }));
    expect([...dataset.test.labels]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(notes).toEqual([{ code: 'one-hot' }]);
  });

  it.each([
    [[TRAIN, 28, 28], (n: number, row: number, column: number) => n + TRAIN * (row + 28 * column)],
    [[TRAIN, 784], (n: number, row: number, column: number) => n + TRAIN * (28 * row + column)],
    [[TRAIN, 28, 28, 1], (n: number, row: number, column: number) => n + TRAIN * (row + 28 * column)],
  ])('takes Fortran order of %j', async (shape, place) => {
    const plain = pixels(TRAIN);
    const turned = new Uint8Array(plain.length);
    for (const [i, value] of plain.entries()) {
      turned[place(Math.floor(i / 784), Math.floor(i / 28) % 28, i % 28)] = value;
    }
    const changed = npyArray('|u1', shape, turned, true);
    expect((await readNpz(await npz({ 'x_train.npy': changed }))).dataset.train.images).toEqual(plain);
  });

  it.each([2, 3])('takes format %i.0', async (major) => {
    const changed = npyOf(headerOf('|u1', [TRAIN]), labelsOf(TRAIN), major);
    const { dataset } = await readNpz(await npz({ 'y_train.npy': changed }));
    expect(dataset.train.labels).toEqual(labelsOf(TRAIN));
  });

  it('takes other names, and one set, which it divides', async () => {
    const bytes = await zipOf([
      ['images.npy', npyArray('|u1', [70, 1, 28, 28], pixels(70))],
      ['targets.npy', npyArray('<i8', [70], labelsOf(70))],
      ['mean.npy', npyArray('<f8', [1], [0.13])],
    ]);
    const { dataset, notes, testOneIn } = await readNpz(bytes);
    expect([dataset.train.labels.length, dataset.test.labels.length]).toEqual([60, 10]);
    expect(notes).toEqual([{ code: 'ignored', found: 'mean' }]);
    expect(testOneIn).toBe(7);
    expect((await readNpz(bytes)).dataset).toEqual(dataset);
  });

  it('takes npy files, npz files with one array each, and an npz in a zip', async () => {
    const named = Object.entries(MEMBERS);
    const npy = await read(named.map(([name, bytes]) => given(name, bytes)));
    const single = await Promise.all(
      named.map(async ([name, bytes]) =>
        given(`my-${name.replace('npy', 'npz')}`, await zipOf([['arr_0.npy', bytes]])),
      ),
    );
    const inner = await read([given('archive.zip', await zipOf([['mnist.npz', await npz()]]))]);
    expect(npy.format).toBe('npy');
    expect((await read(single)).dataset.train).toEqual(npy.dataset.train);
    expect(inner.dataset.train).toEqual(npy.dataset.train);
  });

  it('knows Fashion-MNIST by its name', async () => {
    expect((await read([given('fashion-mnist.npz', await npz())])).naming).toBe('fashion');
    expect((await read([given('mnist.npz', await npz())])).naming).toBe('digits');
  });

  it('turns dark on light round, and says so', async () => {
    const light = (count: number) =>
      npyArray(
        '|u1',
        [count, 28, 28],
        pixels(count).map((value) => 255 - value),
      );
    const found = await readNpz(await npz({ 'x_train.npy': light(TRAIN), 'x_test.npy': light(TEST) }));
    expect(saidOf(found)).toContain('polarity-dark');
    expect(found.dataset.train.images).toEqual(pixels(TRAIN));
  });
});

describe('the progress of reading', () => {
  const count = 600;
  const x = npyOf(
    headerOf('<f8', [count, 28, 28]),
    new Uint8Array(new Float64Array(count * 784).fill(0.5).buffer),
  );
  const y = npyArray('|u1', [count], labelsOf(count));

  it.each([
    ['files', async () => [given('x.npy', x), given('y.npy', y)]],
    ['an archive', async () => [given('data.npz', await npz({ 'x_train.npy': x, 'y_train.npy': y }))]],
  ])('moves within an array of %s, and arrives', async (_, make) => {
    const files = await make();
    const told: number[] = [];
    await readGiven(files, {
      decode: async () => [],
      yieldToEventLoop: async () => {},
      onProgress: (done, total) => told.push(done / total),
    });
    expect(told.length).toBeGreaterThan(7);
    expect(told).toEqual([...told].sort((one, other) => one - other));
    expect(told.at(-1)).toBeCloseTo(1, 2);
  });
});
