import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { findFiles } from '../../../src/data/find-files';
import { takeSet } from '../../../src/data/several-sets';
import { given, read, saidOf } from './given';
import { problemsOf } from './small-mnist';
import { MEMBERS, npz } from './small-npz';

const fixture = async (name: string) =>
  given(name, new Uint8Array(await readFile(new URL(`../../fixtures/files/${name}`, import.meta.url))));
const NOTHING = new Uint8Array(0);
const setsOf = async (paths: readonly string[], wanted?: string) =>
  takeSet(await findFiles(paths.map((path) => given(path, NOTHING))), wanted);
const four = (before: string) =>
  ['train-images', 'train-labels', 'test-images', 'test-labels'].map((each) => `${before}${each}.npy`);

describe('of several data sets in one archive', () => {
  it('the first is read, with its own names of classes, and the others are named', async () => {
    const found = await read([await fixture('emnist.zip')]);
    expect(found.sets).toEqual({ names: ['emnist-digits', 'emnist-letters'], taken: 'emnist-digits' });
    expect([found.dataset.train.labels.length, found.dataset.test.labels.length]).toEqual([60, 20]);
    expect(found.dataset.origin).toBe('emnist.zip › emnist-digits');
    expect([found.naming, found.notes]).toEqual(['digits', []]);
    expect(saidOf(found)).toContain('orientation-turned');
    const plain = await read([await fixture('plain.npz')]);
    expect(found.dataset.train).toEqual(plain.dataset.train);
  });

  it('another is read where a person says so, and one that is not there is told', async () => {
    const file = await fixture('emnist.zip');
    const found = await read([file], undefined, { set: 'emnist-letters' });
    expect(found.sets?.taken).toBe('emnist-letters');
    expect(found.folderNames).toEqual([...'abcdefghij']);
    expect(await problemsOf(() => read([file], undefined, { set: 'emnist-byclass' }))).toMatchObject([
      { code: 'not-found', file: 'emnist-byclass' },
    ]);
  });
});

describe('sets are told apart', () => {
  it.each([
    ['by their folders', [...four('all/mnist/'), ...four('all/fashion/')], ['mnist', 'fashion']],
    ['by their names', [...four('mnist_'), ...four('Own set ')], ['mnist', 'Own-set']],
    [
      'by more than two folders without parts',
      ['a', 'b', 'c'].flatMap((each) => [`${each}/x.npy`, `${each}/y.npy`]),
      ['a', 'b', 'c'],
    ],
    ['as tables', ['a-train.csv', 'a-test.csv', 'b-train.csv', 'b-test.csv', 'b-extra.csv'], ['a', 'b']],
    ['though one is whole alone', [...four('a/'), ...four('b/').slice(1)], undefined],
    ['not where it is one', [...four('train/mnist/'), ...four('a copy (1)/')].slice(0, 4), undefined],
    [
      'not where folders are its parts',
      ['train/x.npy', 'train/y.npy', 'test/x.npy', 'test/y.npy'],
      undefined,
    ],
    ['not where two may be its parts', ['a/x.npy', 'a/y.npy', 'b/x.npy', 'b/y.npy'], undefined],
  ])('%s', async (_, paths, names) => {
    const { sets } = await setsOf(paths);
    expect(sets?.names).toEqual(names);
  });

  it('and what belongs to none of them is named', async () => {
    const { found } = await setsOf(
      ['a-train.csv', 'b-train.csv', 'c-test.csv', 'a-mapping.txt', 'notes.txt'],
      'b',
    );
    expect(found.tables.map(({ path }) => path)).toEqual(['b-train.csv']);
    expect([found.mappings, found.others]).toEqual([[], ['notes.txt', 'c-test.csv']]);
  });

  it('in archives of their own, of which one alone is read', async () => {
    const files = [given('mnist.npz', await npz()), given('kmnist.npz', await npz())];
    const { sets, arrays, notes } = await read(files, undefined, { set: 'kmnist' });
    expect(sets).toEqual({ names: ['mnist', 'kmnist'], taken: 'kmnist' });
    expect([arrays.length, notes]).toEqual([Object.keys(MEMBERS).length, []]);
  });
});
