import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type GivenFile, LIMITS } from '../../../src/data/given-file';
import { MNIST_FILES } from '../../../src/data/mnist-sources';
import { makeIdxFiles } from '../../fixtures/make-idx';
import { zipOf } from '../../fixtures/make-zip';
import { given, read } from './given';
import { damaged, problemsOf, SMALL_FILES, smallFile } from './small-mnist';

const FILES = SMALL_FILES.map((file) => given(file.name, file.content));
const IMAGES = 'train-images-idx3-ubyte';

const damagedContent = (content: Uint8Array<ArrayBuffer>) => content.with(content.length - 1, 77);

/** The small files, one of them replaced. */
const withOne = (name: string, file: GivenFile) => [...FILES.filter(({ path }) => path !== name), file];

describe('idx files', () => {
  it('are taken in any order, gzipped or not, and not called official', async () => {
    const mixed = SMALL_FILES.map((file, i) =>
      i % 2 ? given(`${file.name}.gz`, file.zipped) : given(file.name, file.content),
    ).reverse();
    const { dataset, format } = await read(mixed);
    expect(format).toBe('idx');
    expect(dataset).toMatchObject({ official: false, origin: 'your files' });
    expect(dataset.train.images).toEqual(smallFile(IMAGES).content.subarray(16));
    expect(dataset.test.labels).toHaveLength(12);
  });

  it('are taken from a folder and from a zip too', async () => {
    const folder = SMALL_FILES.map((file) => given(`raw/${file.name}`, file.content));
    const zip = await zipOf(SMALL_FILES.map((file) => [`raw/${file.name}.gz`, file.zipped]));
    const one = await read(folder);
    expect(one.dataset.origin).toBe('raw');
    expect((await read([given('mnist.zip', zip)])).dataset.train).toEqual(one.dataset.train);
  });

  it("are told by content and by 'train' or 'test' in the name", async () => {
    const names = ['my train pictures', 'my train answers', 'Test A', 'Test B'];
    const renamed = SMALL_FILES.map((file, i) => given(names[i] as string, file.content));
    expect((await read(renamed)).dataset.train.labels).toHaveLength(24);
  });

  it('with images and labels swapped are refused by name', async () => {
    const [images, labels, ...others] = FILES as [GivenFile, GivenFile, ...GivenFile[]];
    const swapped = [{ ...images, path: labels.path }, { ...labels, path: images.path }, ...others];
    expect((await problemsOf(() => read(swapped))).map(({ code, file }) => [code, file])).toEqual([
      ['wrong-kind', labels.path],
      ['wrong-kind', images.path],
    ]);
  });

  it('of another magic number, a claim of 2³²−1 images or a label above 61 are refused by name', async () => {
    const changed = (name: string, at: number, values: readonly number[]) => {
      const bytes = smallFile(name).content.slice();
      bytes.set(values, at);
      return withOne(name, given(name, bytes));
    };
    const labels = 'train-labels-idx1-ubyte';
    const cases = [
      [changed(IMAGES, 0, [0, 0, 0x0d, 3]), { code: 'bad-magic', file: IMAGES }],
      [changed(IMAGES, 4, [255, 255, 255, 255]), { code: 'truncated', file: IMAGES }],
      [changed(IMAGES, 8, [0, 0, 0, 32]), { code: 'truncated', file: IMAGES }],
      [changed(labels, 8 + 5, [62]), { code: 'label-range', file: labels, found: '62 (label 6)' }],
    ] as const;
    for (const [files, problem] of cases) {
      expect(await problemsOf(() => read(files))).toMatchObject([problem]);
    }
  });

  it('beside a file that is nothing that can be read leave it out, and name it', async () => {
    const { dataset, notes } = await read([
      ...FILES,
      given('notes.txt', new TextEncoder().encode('as I scanned them')),
    ]);
    expect(dataset.train.labels).toHaveLength(24);
    expect(notes).toEqual([{ code: 'ignored', found: 'notes.txt' }]);
  });

  it('have the names of their classes of a mapping beside them, unless these are the usual ones', async () => {
    const mapping = (first: number) =>
      given(
        'emnist-own-mapping.txt',
        new TextEncoder().encode(Array.from({ length: 10 }, (_, i) => `${i} ${first + i}\r\n`).join('')),
      );
    const letters = await read([...FILES, mapping(0x61)]);
    expect([letters.naming, letters.folderNames, letters.notes]).toEqual(['folders', [...'abcdefghij'], []]);
    const digits = await read([...FILES, mapping(0x30)]);
    expect([digits.naming, digits.folderNames]).toEqual(['digits', undefined]);
  });

  it('that are missing are named', async () => {
    const problems = await problemsOf(() => read(FILES.slice(0, 2)));
    expect(problems.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'missing-file t10k-images-idx3-ubyte',
      'missing-file t10k-labels-idx1-ubyte',
    ]);
  });

  it('that are there twice count once, and others of the same name are refused', async () => {
    const again = given(`raw/${IMAGES}/${IMAGES}.gz`, smallFile(IMAGES).zipped);
    const { dataset, notes } = await read([...FILES, again]);
    expect(dataset.train.labels).toHaveLength(24);
    expect(notes).toEqual([{ code: 'doubles', found: again.path }]);
    const other = given(`${IMAGES} (1)`, damagedContent(smallFile(IMAGES).content));
    expect(await problemsOf(() => read([...FILES, other]))).toMatchObject([
      { code: 'unknown-file', file: other.path, found: IMAGES },
    ]);
  });

  it('whose names do not place them are placed by how many they are', async () => {
    const names = ['images a', 'labels a', 'images b', 'labels b'];
    const renamed = SMALL_FILES.map((file, i) => given(names[i] as string, file.content));
    const { dataset, areByShape } = await read(renamed);
    expect([dataset.train.labels.length, dataset.test.labels.length, areByShape]).toEqual([24, 12, true]);
  });

  it('above the limit are refused without being read', async () => {
    const unread = () => {
      throw new Error('was read');
    };
    const huge = { size: LIMITS.packed + 1, slice: unread, arrayBuffer: unread, stream: unread };
    const file = { path: IMAGES, file: huge as unknown as Blob };
    expect(await problemsOf(() => read(withOne(IMAGES, file)))).toMatchObject([
      { code: 'over-limit', file: IMAGES, found: '1025', wanted: '1024' },
    ]);
  });

  it('that are a gzip bomb are refused', async () => {
    const content = new Uint8Array(2 ** 25);
    content.set(smallFile(IMAGES).content);
    const bomb = given(IMAGES, new Uint8Array(gzipSync(content)));
    expect(await problemsOf(() => read(withOne(IMAGES, bomb)))).toMatchObject([{ code: 'wrong-size' }]);
    content.set([255, 255, 255, 255], 4);
    const claim = given(IMAGES, new Uint8Array(gzipSync(content)));
    expect(await problemsOf(() => read(withOne(IMAGES, claim)))).toMatchObject([{ code: 'over-limit' }]);
  });

  it('are refused when labels do not go with images, when there are too few, and when they are cut short', async () => {
    const other = makeIdxFiles({ train: 30, test: 9 });
    const otherFile = (name: string) =>
      given(name, new Uint8Array(other.find((file) => file.name === name)?.bytes ?? []));
    const labels = 'train-labels-idx1-ubyte';
    expect(await problemsOf(() => read(withOne(labels, otherFile(labels))))).toMatchObject([
      { code: 'count-mismatch', file: labels, found: '30', wanted: '24' },
    ]);
    expect(await problemsOf(() => read(other.map(({ name }) => otherFile(name))))).toMatchObject([
      { code: 'too-few', found: '9', wanted: '10' },
    ]);
    const short = given(IMAGES, smallFile(IMAGES).content.slice(0, -1));
    expect(await problemsOf(() => read(withOne(IMAGES, short)))).toMatchObject([{ code: 'truncated' }]);
  });

  it('with a changed pixel are taken for what they are: other data', async () => {
    const changed = given(IMAGES, damaged(smallFile(IMAGES)));
    expect((await read(withOne(IMAGES, changed))).dataset.official).toBe(false);
  });

  const folder = process.env.MNIST_DIR;
  it.skipIf(!folder)('of MNIST are known for it (real data: needs MNIST_DIR)', async () => {
    const real = MNIST_FILES.map(async ({ name }) =>
      given(name, new Uint8Array(await readFile(join(folder as string, `${name}.gz`)))),
    );
    const { official, train, test } = (await read(await Promise.all(real))).dataset;
    expect(official).toBe(true);
    expect([train.labels.length, test.labels.length]).toEqual([60_000, 10_000]);
    expect([...train.labels.subarray(0, 5)]).toEqual([5, 0, 4, 1, 9]);
  });
});
