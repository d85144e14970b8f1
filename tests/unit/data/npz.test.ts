import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { DataProblem } from '../../../src/data/dataset';
import { headerOf, npyArray, npyOf } from '../../fixtures/make-npy';
import { withText, type ZipMember, zipOf } from '../../fixtures/make-zip';
import { given, read } from './given';
import { problemsOf } from './small-mnist';

const fixture = async (name: string) =>
  given(name, new Uint8Array(await readFile(new URL(`../../fixtures/npz/${name}`, import.meta.url))));

const labelsOf = (count: number) => Uint8Array.from({ length: count }, (_, i) => i % 10);
const pixels = (count: number, side = 28) =>
  Uint8Array.from({ length: count * side * side }, (_, i) => (i % 7 ? 0 : 100 + (i % 100)));

const [TRAIN, TEST] = [20, 10];
const MEMBERS = {
  'x_train.npy': npyArray('|u1', [TRAIN, 28, 28], pixels(TRAIN)),
  'y_train.npy': npyArray('|u1', [TRAIN], labelsOf(TRAIN)),
  'x_test.npy': npyArray('|u1', [TEST, 28, 28], pixels(TEST)),
  'y_test.npy': npyArray('|u1', [TEST], labelsOf(TEST)),
};
type MemberName = keyof typeof MEMBERS;

/** A sound npz but for the members that are given. */
const npz = (changed: Partial<Record<MemberName, Uint8Array>> = {}, ...more: ZipMember[]) =>
  zipOf([...Object.entries({ ...MEMBERS, ...changed }), ...more]);

const readNpz = async (bytes: Uint8Array<ArrayBuffer>) => read([given('mnist.npz', bytes)]);

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
    expect(other.notes).toEqual([{ code: 'scaled' }]);
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
      const { dataset, notes } = await readNpz(await npz({ 'x_train.npy': changed }));
      expect([...dataset.train.images.subarray(0, 4)]).toEqual([255, 0, 255, 0]);
      expect(notes).toEqual([{ code: 'scaled' }]);
    },
  );

  it.each(['|i1', '<i8', '>i4', '<u2'])('takes labels of %s', async (descr) => {
    const changed = npyArray(descr, [TRAIN, 1], labelsOf(TRAIN));
    const { dataset } = await readNpz(await npz({ 'y_train.npy': changed }));
    expect(dataset.train.labels).toEqual(labelsOf(TRAIN));
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
    const { dataset, notes } = await readNpz(bytes);
    expect([dataset.train.labels.length, dataset.test.labels.length]).toEqual([60, 10]);
    expect(notes).toEqual([
      { code: 'ignored', found: 'mean' },
      { code: 'divided', found: '70' },
    ]);
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
    const { dataset, notes } = await readNpz(
      await npz({ 'x_train.npy': light(TRAIN), 'x_test.npy': light(TEST) }),
    );
    expect(notes).toEqual([{ code: 'inverted' }]);
    expect(dataset.train.images).toEqual(pixels(TRAIN));
  });
});

type Refusal = Pick<DataProblem, 'code'> & Partial<DataProblem>;

describe('malformed npz files', () => {
  const changed = (name: MemberName, bytes: Uint8Array) => npz({ [name]: bytes });
  const header = (text: string) => changed('x_train.npy', npyOf(text, pixels(TRAIN)));
  const field = 'x_train.npy';

  const CASES: readonly [string, () => Promise<Uint8Array<ArrayBuffer>>, Refusal][] = [
    ['is no zip', async () => new TextEncoder().encode('<!doctype html>'), { code: 'bad-zip' }],
    ['is cut short', async () => (await npz()).slice(0, -40), { code: 'bad-zip' }],
    [
      'has a byte changed under its checksum',
      async () => withText(await npz(), '\x01\x02\x03\x04\x05\x06\x07', '\x01\x02\x03\x04\x05\x06\x08'),
      { code: 'bad-zip', field: 'y_train.npy' },
    ],
    [
      'has a member twice',
      async () => withText(await npz({}, ['x_trainn.np', pixels(1)]), 'x_trainn.np', 'x_train.npy'),
      { code: 'duplicate', field },
    ],
    [
      'is encrypted',
      () => zipOf(Object.entries(MEMBERS), { password: 'secret', zipCrypto: true }),
      { code: 'encrypted', field: 'y_train.npy' },
    ],
    ['holds Python objects', () => header(headerOf('|O', [TRAIN, 28, 28])), { code: 'pickle', field }],
    [
      'has a header that is a program',
      () => header(`{'descr': __import__('os').getcwd(), 'fortran_order': False, 'shape': (20, 28, 28), }`),
      { code: 'bad-npy', field },
    ],
    [
      'has a header with another key',
      () =>
        header(`{'descr': '|u1', 'fortran_order': False, 'shape': (20, 28, 28), 'load': '/etc/passwd', }`),
      { code: 'bad-npy', field },
    ],
    [
      'has complex numbers',
      () => header(headerOf('<c16', [TRAIN, 28, 28])),
      { code: 'dtype', field, found: '<c16' },
    ],
    [
      'has fields',
      () => header(`{'descr': [('a', '<i4')], 'fortran_order': False, 'shape': (20,), }`),
      { code: 'dtype', field },
    ],
    [
      'has fewer values than its shape says',
      () => header(headerOf('|u1', [TRAIN + 1, 28, 28])),
      { code: 'truncated', field },
    ],
    [
      'claims more values than there are numbers',
      () => header(headerOf('|u1', [4294967296, 4294967296, 4294967296])),
      { code: 'over-limit', field },
    ],
    [
      'has images of another size',
      () => changed('x_train.npy', npyArray('|u1', [TRAIN, 32, 32], pixels(TRAIN, 32))),
      { code: 'shape', field, found: '(20, 32, 32)' },
    ],
    [
      'has values below 0',
      () => changed('x_train.npy', npyArray('<f4', [1, 784], Array(784).fill(-0.5))),
      { code: 'value-range', field, found: '-0.5 … -0.5' },
    ],
    [
      'has a value that is no number',
      () => changed('x_train.npy', npyArray('<f4', [1, 784], [Number.NaN, ...Array(783).fill(0)])),
      { code: 'value-range', field, found: 'NaN' },
    ],
    [
      'has a label 10',
      () => changed('y_test.npy', npyArray('<i8', [TEST], Array(TEST).fill(10))),
      { code: 'label-range', field: 'y_test.npy', found: '10 (label 1)' },
    ],
    [
      'has labels that are fractions',
      () => changed('y_test.npy', npyArray('<f4', [TEST], Array(TEST).fill(0.5))),
      { code: 'dtype', field: 'y_test.npy' },
    ],
    [
      'has two classes in a one-hot row',
      () => changed('y_test.npy', npyArray('|u1', [TEST, 10], Array(TEST * 10).fill(1))),
      { code: 'label-range', field: 'y_test.npy' },
    ],
    [
      'has more labels than images',
      () => changed('y_test.npy', npyArray('|u1', [TEST + 1], labelsOf(TEST + 1))),
      { code: 'count-mismatch', field: 'y_test.npy', found: '11', wanted: '10' },
    ],
    [
      'has no labels to test with',
      () => zipOf(Object.entries(MEMBERS).slice(0, 3)),
      { code: 'missing-array', found: 'x_train, y_train, x_test' },
    ],
    [
      'has an array that is no npy',
      () => changed('x_train.npy', new TextEncoder().encode('x'.repeat(300))),
      { code: 'bad-npy', field },
    ],
  ];

  it.each(CASES)('one that %s is refused by file, field and reason', async (_, make, refused) => {
    const problems = await problemsOf(async () => readNpz(await make()));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: 'mnist.npz', source: 'your files', ...refused });
    expect(problems[0]?.field).toBe(refused.field);
  });

  /** The sizes in the central directory are 20 and 24 bytes behind its signature, PK 1 2. */
  const declaring = async (size: number, everywhere = false) => {
    const bytes = await npz();
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 46 < bytes.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
      if (everywhere && view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, size, true);
    }
    return bytes;
  };

  it('a zip that declares more than the limit is refused before anything is unpacked', async () => {
    expect(await problemsOf(async () => readNpz(await declaring(2 ** 31)))).toMatchObject([
      { code: 'over-limit', file: 'mnist.npz', wanted: '256' },
    ]);
  });

  it('a zip that holds more than it declares is given up there', async () => {
    expect(await problemsOf(async () => readNpz(await declaring(100, true)))).toMatchObject([
      { code: 'bad-zip', file: 'mnist.npz' },
    ]);
  });
});
