import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EnsureMnistOptions, ensureMnist } from '../../../scripts/mnist';
import { npyArray } from '../../fixtures/make-npy';
import { zipOf } from '../../fixtures/make-zip';
import { fakeWeb, gives, givesPage, mirror, never } from '../data/fake-web';
import { damaged, problemsOf, SMALL_FILES, smallFile } from '../data/small-mnist';

const MIRRORS = [
  { name: 'first', url: 'https://first/', crossOrigin: true },
  { name: 'second', url: 'https://second/', crossOrigin: false },
];
const IMAGES = 'train-images-idx3-ubyte';

let folder: string;
let cacheDir: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'digit-lab-'));
  cacheDir = join(folder, 'cache');
});
afterEach(() => rm(folder, { recursive: true }));

const ensure = (hosts: Parameters<typeof fakeWeb>[0], options: Partial<EnsureMnistOptions> = {}) => {
  const { fetch, asked } = fakeWeb(hosts);
  const done = ensureMnist({
    cacheDir,
    files: SMALL_FILES,
    mirrors: MIRRORS,
    fetch,
    after: never,
    ...options,
  });
  return { done, asked };
};

async function expectWholeCache() {
  expect((await readdir(cacheDir)).sort()).toEqual(SMALL_FILES.map(({ name }) => `${name}.gz`).sort());
  for (const { name, content } of SMALL_FILES) {
    const kept = gunzipSync(await readFile(join(cacheDir, `${name}.gz`)));
    expect(kept.equals(content)).toBe(true);
  }
}

describe('ensureMnist', () => {
  it('fetches from the first mirror once, and then has its own copy', async () => {
    expect(await ensure({ 'https://first/': mirror }).done).toEqual({ origin: 'first', problems: [] });
    await expectWholeCache();
    const again = ensure({});
    expect((await again.done).origin).toBe(cacheDir);
    expect(again.asked).toEqual([]);
  });

  it('notices a wrong byte in a cached file, says so, and fetches that file again', async () => {
    await ensure({ 'https://first/': mirror }).done;
    const path = join(cacheDir, `${IMAGES}.gz`);
    await writeFile(path, damaged(smallFile(IMAGES)));
    const { done, asked } = ensure({ 'https://first/': mirror });
    expect((await done).problems).toMatchObject([{ code: 'checksum', file: IMAGES, source: cacheDir }]);
    expect(asked).toEqual([`https://first/${IMAGES}.gz`]);
    await expectWholeCache();
  });

  it('takes the named folder before the mirrors, gzipped or not', async () => {
    for (const [i, { name, content, zipped }] of SMALL_FILES.entries()) {
      await writeFile(join(folder, i % 2 ? name : `${name}.gz`), i % 2 ? content : zipped);
    }
    const { done, asked } = ensure({}, { mnistDir: folder });
    expect((await done).origin).toBe(folder);
    expect(asked).toEqual([]);
    await expectWholeCache();
  });

  it('makes the files of mnist.npz in the named folder, where they are official', async () => {
    const body = (name: string) => smallFile(name).content;
    const members = (changed = 0): [string, Uint8Array][] => [
      ['x_train.npy', npyArray('|u1', [24, 28, 28], body('train-images').subarray(16))],
      ['y_train.npy', npyArray('<i8', [24], body('train-labels').subarray(8))],
      ['x_test.npy', npyArray('|u1', [12, 28, 28], body('t10k-images').subarray(16))],
      [
        'y_test.npy',
        npyArray(
          '<i8',
          [12],
          body('t10k-labels')
            .subarray(8)
            .map((label) => (label + changed) % 10),
        ),
      ],
    ];
    await writeFile(join(folder, 'mnist.npz'), await zipOf(members()));
    const { done, asked } = ensure({}, { mnistDir: folder });
    expect((await done).origin).toBe(folder);
    expect(asked).toEqual([]);
    await expectWholeCache();

    await rm(cacheDir, { recursive: true });
    await writeFile(join(folder, 'mnist.npz'), await zipOf(members(1)));
    const problems = await problemsOf(() => ensure({}, { mnistDir: folder, mirrors: [] }).done);
    expect(problems).toContainEqual({ code: 'not-official', file: 'mnist.npz', source: folder });
    await writeFile(join(folder, 'mnist.npz'), 'no zip');
    const damages = await problemsOf(() => ensure({}, { mnistDir: folder, mirrors: [] }).done);
    expect(damages).toContainEqual(expect.objectContaining({ code: 'bad-zip', source: folder }));
  });

  it('refuses a web page in place of a file by name, caches none of it, and asks the next mirror', async () => {
    const { done } = ensure({
      'https://first/': (path) => (path.startsWith(IMAGES) ? givesPage : mirror(path)),
      'https://second/': mirror,
    });
    expect((await done).problems).toEqual([{ code: 'html', file: IMAGES, source: 'first' }]);
    await expectWholeCache();
  });

  it('zips what a mirror gave unpacked', async () => {
    await ensure({ 'https://first/': (path) => gives(smallFile(path).content) }).done;
    await expectWholeCache();
  });

  it('says every failure and leaves nothing behind where no source has a file', async () => {
    const { done } = ensure({ 'https://first/': (path) => gives(damaged(smallFile(path))) });
    const problems = await problemsOf(() => done);
    expect(problems.filter(({ code }) => code === 'checksum')).toHaveLength(4);
    expect(problems.filter(({ code }) => code === 'unreachable')).toHaveLength(4);
    expect(await readdir(folder)).toEqual([]);
  });

  it('says that a file is not in the named folder, and goes on to the mirrors', async () => {
    const { done } = ensure({ 'https://first/': mirror }, { mnistDir: folder });
    const { origin, problems } = await done;
    expect(origin).toBe('first');
    expect(problems).toContainEqual({ code: 'not-found', file: IMAGES, source: folder });
  });

  it('says where it looked if there is no mirror to ask', async () => {
    const problems = await problemsOf(() => ensure({}, { mirrors: [] }).done);
    expect(problems).toContainEqual({ code: 'not-found', file: IMAGES, source: cacheDir });
  });
});
