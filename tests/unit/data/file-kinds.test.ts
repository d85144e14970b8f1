import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { kindByContent } from '../../../src/data/file-kind';
import { findFiles } from '../../../src/data/find-files';
import { recipeFor } from '../../../src/panels/data/python-recipe';
import { given, read } from './given';
import { problemsOf } from './small-mnist';
import { npz } from './small-npz';

const text = (value: string) => Uint8Array.from(value, (sign) => sign.charCodeAt(0));

it.each([
  ['\x93NUMPY\x01\x00', 'array'],
  ['PK\x03\x04', 'archive'],
  ['\xff\xd8\xff\xe0', 'picture'],
  ['GIF89a', 'picture'],
  ['BM\x7a\x00\x00\x00\x00\x00\x00\x00\x36', 'picture'],
  ['RIFF\x00\x00\x00\x00WEBPVP8 ', 'picture'],
  ['\x89HDF\r\n', 'hdf5'],
  ['MATLAB 5.0 MAT-file', 'matlab'],
  ['MATLAB 7.3 MAT-file', 'hdf5'],
  ['PAR1', 'parquet'],
  ['\x80\x04\x95', 'pickle'],
  ['\x00\x00\x08\x03', 'idx'],
  [`label,${'pixel,'.repeat(30)}`, 'table'],
  [`5${',0'.repeat(300)}\n`, 'table'],
  ['BMW is a word', undefined],
  ['Some notes, in words, of a person', undefined],
  ['', undefined],
])('what begins %j is %s', (start, kind) => {
  expect(kindByContent(text(start))).toBe(kind);
});

it('looks into gzipped files, and goes by that and not by names', async () => {
  const table = text(`5${',0'.repeat(784)}\n`);
  const found = await findFiles([
    given('a', new Uint8Array(gzipSync(table))),
    given('set/misnamed.npy', new Uint8Array(await npz())),
    given('set/digits.bin', text('\x00\x00\x08\x01\x00\x00\x00\x00')),
  ]);
  expect(found.tables.map(({ path }) => path)).toEqual(['a']);
  expect(found.arrays).toHaveLength(4);
  expect(found.idx.map(({ path }) => path)).toEqual(['set/digits.bin']);
});

it.each([
  [
    'mnist.pkl.gz',
    new Uint8Array(gzipSync(text('\x80\x02]q'))),
    'convert-pickle',
    'gzip.open("mnist.pkl.gz", \'rb\')',
  ],
  ['usps.h5', text('\x89HDF\r\n\x1a\n'), 'convert-hdf5', 'h5py.File("usps.h5")'],
  [
    'ex3data1.mat',
    text('MATLAB 5.0 MAT-file, Platform: GLNXA64'),
    'convert-matlab',
    'loadmat("ex3data1.mat", simplify_cells=True)',
  ],
])('%s is refused with two lines of Python that turn it into an npz', async (name, bytes, code, line) => {
  const [problem] = await problemsOf(() => read([given(name, bytes)]));
  expect(problem).toMatchObject({ code, file: name });
  const recipe = problem && recipeFor(problem);
  expect(recipe?.code.split('\n')).toHaveLength(2);
  expect(recipe?.code).toContain(line);
  expect(recipe?.code).toContain("np.savez('digits.npz'");
  expect(recipe?.isProgram).toBe(code === 'convert-pickle');
});

it('a name can not end the text that it stands in', () => {
  const recipe = recipeFor({ code: 'convert-hdf5', file: `a"); import os; ("`, source: '' });
  expect(recipe?.code).toContain(String.raw`h5py.File("a\"); import os; (\"")`);
});

it('other problems have no such lines', () => {
  expect(recipeFor({ code: 'bad-zip', file: 'a.npz', source: '' })).toBeUndefined();
});
