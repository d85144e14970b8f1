import { describe, expect, it } from 'vitest';
import type { DataProblem } from '../../../src/data/dataset';
import { headerOf, npyArray, npyOf } from '../../fixtures/make-npy';
import { withText, zipOf } from '../../fixtures/make-zip';
import { rawZip } from '../../fixtures/raw-zip';
import { problemsOf } from './small-mnist';
import { labelsOf, MEMBERS, npz, pixels, readNpz, TEST, TRAIN } from './small-npz';

type Refusal = Pick<DataProblem, 'code'> & Partial<DataProblem>;

describe('malformed npz files', () => {
  const changed = (name: keyof typeof MEMBERS, bytes: Uint8Array) => npz({ [name]: bytes });
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
      { code: 'encrypted', field },
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
      'has images that are too wide for any',
      () => changed('x_train.npy', npyArray('|u1', [TRAIN, 2, 300], new Uint8Array(TRAIN * 600))),
      { code: 'shape', field, found: '(20, 2, 300)' },
    ],
    [
      'has images of one number each',
      () => changed('x_train.npy', npyArray('|u1', [TRAIN], labelsOf(TRAIN))),
      { code: 'shape', field, found: '(20)' },
    ],
    [
      'has images of too many axes',
      () => changed('x_train.npy', npyArray('|u1', [1, 28, 28, 5, 1, 2], pixels(10))),
      { code: 'shape', field, found: '(1, 28, 28, 5, 1, 2)' },
    ],
    [
      'has labels of two sides',
      () => changed('y_test.npy', npyArray('|u1', [2, 5], labelsOf(10))),
      { code: 'shape', field: 'y_test.npy', found: '(2, 5)' },
    ],
    [
      'has one number and no list',
      () => changed('y_test.npy', npyArray('|u1', [], [3])),
      { code: 'shape', field: 'y_test.npy', found: '()' },
    ],
    [
      'has a header longer than numpy’s own limit of 10,000 bytes',
      () => header(headerOf('|u1', [TRAIN, 28, 28]).padEnd(10_100)),
      { code: 'bad-npy', field },
    ],
    [
      'says that its header has 2³²−1 bytes',
      () => changed('x_train.npy', withHeaderLength(npyOf('', pixels(1), 2), 2 ** 32 - 1)),
      { code: 'bad-npy', field },
    ],
    [
      'is of a format that is to come',
      () => changed('x_train.npy', npyOf(headerOf('|u1', [TRAIN, 28, 28]), pixels(TRAIN), 4)),
      { code: 'bad-npy', field },
    ],
    [
      'ends within its header',
      () => changed('x_train.npy', MEMBERS['x_train.npy'].slice(0, 11)),
      { code: 'truncated', field },
    ],
    [
      'has a value that is no number',
      () =>
        changed(
          'x_train.npy',
          npyArray('<f4', [TRAIN, 784], [Number.NaN, ...Array(TRAIN * 784 - 1).fill(0)]),
        ),
      { code: 'not-finite', field },
    ],
    [
      'has a value without end',
      () =>
        changed('x_train.npy', npyArray('<f4', [TRAIN, 784], [...Array(TRAIN * 784 - 1).fill(0), Infinity])),
      { code: 'not-finite', field },
    ],
    [
      'has a label 62',
      () => changed('y_test.npy', npyArray('<i8', [TEST], Array(TEST).fill(62))),
      { code: 'label-range', field: 'y_test.npy', found: '62 (label 1)' },
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

  function withHeaderLength(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
    new DataView(bytes.buffer).setUint32(8, length, true);
    return bytes;
  }

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
    const many = Array.from({ length: 4 }, (_, i) => ({
      name: `x_train${i}.npy`,
      content: new Uint8Array(300_000),
      ...{ method: 8, packed: new Uint8Array(300_000), size: 290 * 2 ** 20 },
    }));
    expect(await problemsOf(() => readNpz(rawZip(many)))).toMatchObject([
      { code: 'over-limit', file: 'mnist.npz', wanted: '1024' },
    ]);
  });

  it('a zip that declares more than its bytes can be is refused by member', async () => {
    expect(await problemsOf(async () => readNpz(await declaring(2 ** 31)))).toMatchObject([
      { code: 'bad-zip', file: 'mnist.npz', field: 'x_train.npy' },
    ]);
  });

  it('a zip that holds more than it declares is given up there', async () => {
    expect(await problemsOf(async () => readNpz(await declaring(100, true)))).toMatchObject([
      { code: 'bad-zip', file: 'mnist.npz' },
    ]);
  });
});
