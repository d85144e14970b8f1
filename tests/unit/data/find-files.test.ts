import { describe, expect, it } from 'vitest';
import { findFiles } from '../../../src/data/find-files';
import { type GivenFile, LIMITS } from '../../../src/data/given-file';
import { zipOf } from '../../fixtures/make-zip';
import { rawZip } from '../../fixtures/raw-zip';
import { given } from './given';
import { problemsOf, SMALL_FILES } from './small-mnist';
import { MEMBERS, npz } from './small-npz';

const NOTHING = new Uint8Array(0);
/** A file of which only the size is known. */
const ofSize = (path: string, size: number): GivenFile => ({ path, file: { size } as Blob });

describe('files whose names say nothing', () => {
  it('are told by how they begin', async () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
    const found = await findFiles([
      given('download', await npz()),
      given('array', MEMBERS['y_test.npy']),
      given('image', png),
      given('labels (2)', SMALL_FILES[1]?.content ?? NOTHING),
    ]);
    expect(found.arrays.map(({ path }) => path)).toEqual([...Object.keys(MEMBERS), 'array']);
    expect([found.pictures.length, found.idx.length, found.others.length]).toEqual([1, 1, 0]);
  });

  it('are passed over in a folder', async () => {
    expect((await findFiles([given('set/notes', NOTHING)])).others).toEqual(['set/notes']);
  });
});

describe('more than is taken', () => {
  it('is refused by number, before any of them is looked at', async () => {
    const files = Array.from({ length: LIMITS.files + 1 }, (_, i) => ofSize(`set/${i}.png`, 0));
    expect(await problemsOf(() => findFiles(files))).toMatchObject([{ code: 'too-many', wanted: '100000' }]);
  });

  it('is refused by size, of one and of all together', async () => {
    const two = [ofSize('a/1.npy', LIMITS.packed), ofSize('a/2.npy', 1)];
    for (const files of [two, [ofSize('a/1.npy', LIMITS.packed + 1)]]) {
      expect(await problemsOf(() => findFiles(files))).toMatchObject([{ code: 'over-limit' }]);
    }
  });

  it('is refused by size, of what is in several archives together', async () => {
    const packed = new Uint8Array(200_000);
    const large = { method: 8, content: NOTHING, packed, size: 190 * 2 ** 20 };
    const archives = ['a.zip', 'b.zip', 'c.zip', 'd.zip', 'e.zip', 'f.zip'].map((name) =>
      given(name, rawZip([{ name: `${name}.npy`, ...large }])),
    );
    expect(await problemsOf(() => findFiles(archives))).toMatchObject([
      { code: 'over-limit', wanted: '1024' },
    ]);
  });
});

describe('archives in archives', () => {
  it('are looked into once, and no deeper', async () => {
    const inner = await zipOf([['y_test.npy', MEMBERS['y_test.npy']]]);
    const middle = await zipOf([
      ['inner.zip', inner],
      ['x.npy', NOTHING],
    ]);
    const found = await findFiles([given('outer.zip', await zipOf([['middle.zip', middle]]))]);
    expect(found.arrays.map(({ place }) => place.field)).toEqual(['middle.zip › x.npy']);
    expect(found.others).toEqual(['inner.zip']);
  });

  it('are named with the place of what is wrong in them', async () => {
    const inner = rawZip([{ name: 'x_train.npy', content: MEMBERS['y_test.npy'], size: 9 }]);
    const outer = given('outer.zip', await zipOf([['sub/inner.zip', inner]]));
    expect(await problemsOf(() => findFiles([outer]))).toMatchObject([
      { code: 'bad-zip', file: 'outer.zip', field: 'sub/inner.zip › x_train.npy' },
    ]);
  });
});

describe('files that systems leave', () => {
  it('are passed over', async () => {
    const junk = ['.DS_Store', 'set/Thumbs.db', '__MACOSX/set/1.png', 'set/._1.png'];
    const found = await findFiles(junk.map((path) => given(path, NOTHING)));
    expect(found).toMatchObject({ pictures: [], others: [], arrays: [], idx: [], tables: [] });
  });
});

it('a file that can not be read any more is named', async () => {
  const gone = { size: 9, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('moved')) }) };
  expect(await problemsOf(() => findFiles([{ path: 'a', file: gone as unknown as Blob }]))).toMatchObject([
    { code: 'unreadable', file: 'a' },
  ]);
});
