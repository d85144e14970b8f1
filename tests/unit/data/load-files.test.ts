import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FILE_LIMIT, type FileLike, loadFiles } from '../../../src/data/load-files';
import { MNIST_FILES } from '../../../src/data/mnist-sources';
import { makeIdxFiles } from '../../fixtures/make-idx';
import { damaged, problemsOf, SMALL_FILES, smallFile } from './small-mnist';

const fileOf = (name: string, bytes: Uint8Array<ArrayBuffer>): FileLike => ({
  name,
  size: bytes.length,
  stream: () => new Blob([bytes]).stream(),
});

const FILES = SMALL_FILES.map((file) => fileOf(file.name, file.content));
const IMAGES = 'train-images-idx3-ubyte';

/** The small files, one of them replaced. */
const withOne = (name: string, file: FileLike) => [...FILES.filter((one) => one.name !== name), file];

describe('loadFiles', () => {
  it('takes the four files in any order, gzipped or not, and does not call them official', async () => {
    const mixed = SMALL_FILES.map((file, i) =>
      i % 2 ? fileOf(`${file.name}.gz`, file.zipped) : fileOf(file.name, file.content),
    ).reverse();
    const dataset = await loadFiles(mixed);
    expect(dataset).toMatchObject({ official: false, origin: 'your files' });
    expect(dataset.train.images).toEqual(smallFile(IMAGES).content.subarray(16));
    expect(dataset.test.labels).toHaveLength(12);
  });

  it("goes by content and by 'train' or 'test' in the name", async () => {
    const names = ['my train pictures', 'my train answers', 'Test A', 'Test B'];
    const renamed = FILES.map((file, i) => ({ ...file, name: names[i] as string }));
    expect((await loadFiles(renamed)).train.labels).toHaveLength(24);
  });

  it('refuses images and labels that are swapped, by name', async () => {
    const [images, labels, ...others] = FILES as [FileLike, FileLike, ...FileLike[]];
    const swapped = [{ ...images, name: labels.name }, { ...labels, name: images.name }, ...others];
    const problems = await problemsOf(() => loadFiles(swapped));
    expect(problems.map(({ code, file }) => [code, file])).toEqual([
      ['wrong-kind', labels.name],
      ['wrong-kind', images.name],
    ]);
  });

  it('names the files that are missing', async () => {
    const problems = await problemsOf(() => loadFiles(FILES.slice(0, 2)));
    expect(problems.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'missing-file t10k-images-idx3-ubyte',
      'missing-file t10k-labels-idx1-ubyte',
    ]);
    expect(await problemsOf(() => loadFiles([]))).toHaveLength(4);
  });

  it('refuses the same file twice and one that its name does not place', async () => {
    const again = fileOf(`${IMAGES} (1)`, smallFile(IMAGES).content);
    expect(await problemsOf(() => loadFiles([...FILES, again]))).toMatchObject([
      { code: 'unknown-file', file: again.name, found: IMAGES },
    ]);
    const nameless = fileOf('images', smallFile(IMAGES).content);
    expect(await problemsOf(() => loadFiles(withOne(IMAGES, nameless)))).toMatchObject([
      { code: 'unknown-file', file: 'images' },
    ]);
  });

  it('refuses a file above the limit without reading it', async () => {
    const huge: FileLike = {
      name: IMAGES,
      size: FILE_LIMIT + 1,
      stream: () => {
        throw new Error('was read');
      },
    };
    expect(await problemsOf(() => loadFiles(withOne(IMAGES, huge)))).toMatchObject([
      { code: 'too-large', file: IMAGES },
    ]);
  });

  it('refuses a gzip bomb', async () => {
    const bomb = fileOf(IMAGES, new Uint8Array(gzipSync(new Uint8Array(FILE_LIMIT + 1))));
    expect(await problemsOf(() => loadFiles(withOne(IMAGES, bomb)))).toMatchObject([{ code: 'too-large' }]);
  });

  it('refuses labels that do not go with the images, too few images, and files cut short', async () => {
    const other = makeIdxFiles({ train: 30, test: 9 });
    const given = (name: string) =>
      fileOf(name, new Uint8Array(other.find((file) => file.name === name)?.bytes ?? []));
    const labels = 'train-labels-idx1-ubyte';
    expect(await problemsOf(() => loadFiles(withOne(labels, given(labels))))).toMatchObject([
      { code: 'count-mismatch', file: labels, found: '30', wanted: '24' },
    ]);
    expect(await problemsOf(() => loadFiles(other.map(({ name }) => given(name))))).toMatchObject([
      { code: 'too-few', found: '9', wanted: '10' },
    ]);
    const short = fileOf(IMAGES, smallFile(IMAGES).content.slice(0, -1));
    expect(await problemsOf(() => loadFiles(withOne(IMAGES, short)))).toMatchObject([{ code: 'truncated' }]);
  });

  it('takes a changed pixel in files of a person’s own for what it is: other data', async () => {
    const changed = fileOf(IMAGES, damaged(smallFile(IMAGES)));
    expect((await loadFiles(withOne(IMAGES, changed))).official).toBe(false);
  });

  const folder = process.env.MNIST_DIR;
  it.skipIf(!folder)('knows the official files (real data: needs MNIST_DIR)', async () => {
    const real = MNIST_FILES.map(async ({ name }) =>
      fileOf(name, new Uint8Array(await readFile(join(folder as string, `${name}.gz`)))),
    );
    const { official, train, test } = await loadFiles(await Promise.all(real));
    expect(official).toBe(true);
    expect([train.labels.length, test.labels.length]).toEqual([60_000, 10_000]);
    expect([...train.labels.subarray(0, 5)]).toEqual([5, 0, 4, 1, 9]);
  });
});
