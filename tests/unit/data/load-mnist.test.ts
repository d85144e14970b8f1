import { describe, expect, it } from 'vitest';
import type { DataProgress } from '../../../src/data/dataset';
import type { After } from '../../../src/data/download';
import { type FileCache, type LoadMnistOptions, loadMnist } from '../../../src/data/load-mnist';
import type { Manifest } from '../../../src/data/manifest';
import { eventually } from '../../fixtures/eventually';
import {
  type Answer,
  breaksOff,
  fakeWeb,
  gives,
  givesPage,
  givesStatus,
  handClock,
  impatient,
  mirror,
  stalls,
} from './fake-web';
import { damaged, problemsOf, SMALL_FILES, smallFile } from './small-mnist';

const OWN = 'https://lab.example/page/';
const MIRRORS = [
  { name: 'first', url: 'https://first/', crossOrigin: true },
  { name: 'closed', url: 'https://closed/', crossOrigin: false },
  { name: 'second', url: 'https://second/', crossOrigin: true },
];

function memoryCache(kept: [string, Uint8Array<ArrayBuffer>][] = []) {
  const files = new Map(kept);
  const cache: FileCache = {
    get: async (key) => files.get(key),
    put: async (key, bytes) => {
      files.set(key, bytes);
    },
  };
  return { cache, files };
}

type Hosts = Parameters<typeof fakeWeb>[0];

function load(hosts: Hosts, options: Partial<LoadMnistOptions> = {}) {
  const web = fakeWeb(hosts);
  const told: DataProgress[] = [];
  const { cache, files } = memoryCache();
  const loading = loadMnist({
    base: OWN,
    fetch: web.fetch,
    cache,
    onProgress: (progress) => told.push(progress),
    after: impatientPolling,
    files: SMALL_FILES,
    mirrors: MIRRORS,
    ...options,
  });
  return { loading, told, asked: web.asked, kept: files };
}

/** Polls at once; nothing else times out. */
const impatientPolling: After = (ms, action) => (ms <= 1000 ? impatient(ms, action) : () => undefined);

const manifest = (state: Manifest['state'], rest: Partial<Manifest> = {}): Answer =>
  gives(JSON.stringify({ state, received: 0, total: 0, problems: [], ...rest }));

const own =
  (answer: Answer, files: (name: string) => Answer | undefined = mirror) =>
  (path: string) =>
    path === 'data/mnist/manifest.json' ? answer : files(path.replace('data/mnist/', ''));

const oneBad = (bad: (path: string) => Answer | undefined) => (path: string) =>
  path.includes('train-images') ? bad(path) : mirror(path);

describe('loadMnist', () => {
  it("takes the page's own files, asks nobody else, and caches nothing", async () => {
    const { loading, asked, kept } = load({ [OWN]: own(manifest('ready')), 'https://first/': mirror });
    const { dataset, problems } = await loading;
    expect(dataset).toMatchObject({ official: true, origin: 'this page' });
    expect(dataset.train.images).toEqual(smallFile('train-images-idx3-ubyte').content.subarray(16));
    expect(dataset.test.labels).toEqual(smallFile('t10k-labels-idx1-ubyte').content.subarray(8));
    expect(problems).toEqual([]);
    expect(asked.every((url) => url.startsWith(OWN))).toBe(true);
    expect(kept.size).toBe(0);
  });

  it('takes files that the server unpacked on the way', async () => {
    const unpacked = (path: string) => gives(smallFile(path).content);
    const { loading } = load({ [OWN]: own(manifest('ready'), unpacked) });
    expect((await loading).dataset.official).toBe(true);
  });

  it('waits while the server fetches, and tells its progress', async () => {
    const answers = [1, 2, 3].map((received) => manifest('loading', { received, total: 4 }));
    const { loading, told } = load({
      [OWN]: (path) => own(path.endsWith('.json') ? (answers.shift() ?? manifest('ready')) : givesPage)(path),
    });
    await loading;
    expect(told.slice(0, 3)).toEqual(
      [1, 2, 3].map((received) => ({ source: 'this page', received, total: 4 })),
    );
  });

  it.each([
    ['a page in place of the manifest', gives('<!doctype html>', { 'content-type': 'text/html' })],
    ['404', givesStatus(404)],
    ['a server that has no data', manifest('missing')],
  ])('goes to the mirrors on %s, and keeps what it checked', async (_, answer) => {
    const { loading, asked, kept, told } = load({ [OWN]: own(answer), 'https://first/': mirror });
    const { dataset, problems } = await loading;
    expect(dataset).toMatchObject({ official: true, origin: 'first' });
    expect(problems).toEqual([]);
    expect([...kept.keys()].sort()).toEqual(SMALL_FILES.map((file) => file.sha256).sort());
    expect(asked.filter((url) => url.startsWith(OWN))).toHaveLength(1);
    const bytes = SMALL_FILES.reduce((sum, file) => sum + file.packedBytes, 0);
    expect(told.at(-1)).toEqual({ source: 'first', received: bytes, total: bytes });
  });

  it('takes everything from the cache on the second visit, without a network', async () => {
    const { cache } = memoryCache(SMALL_FILES.map((file) => [file.sha256, file.zipped]));
    const { loading } = load({}, { cache });
    expect((await loading).dataset.origin).toBe('this browser');
  });

  it('notices a damaged copy in the cache and replaces it', async () => {
    const file = smallFile('train-images-idx3-ubyte');
    const { cache, files } = memoryCache([[file.sha256, damaged(file)]]);
    const { problems } = await load({ 'https://first/': mirror }, { cache }).loading;
    expect(problems).toMatchObject([{ code: 'checksum', file: file.name, source: 'this browser' }]);
    expect(files.get(file.sha256)).toEqual(file.zipped);
  });

  it('works where the cache does not', async () => {
    const broken = () => Promise.reject(new Error('blocked'));
    const { loading } = load({ 'https://first/': mirror }, { cache: { get: broken, put: broken } });
    expect((await loading).dataset.origin).toBe('first');
  });

  it.each([
    ['html', () => givesPage],
    ['html', () => gives('\n<html><body>Sign in to the network</body></html>')],
    ['checksum', (path: string) => gives(damaged(smallFile(path)))],
    ['truncated', (path: string) => breaksOff(smallFile(path).zipped)],
    ['truncated', (path: string) => gives(smallFile(path).content.slice(0, -1))],
    ['bad-gzip', (path: string) => gives(smallFile(path).zipped.slice(0, -10))],
    ['too-large', (path: string) => gives(new Uint8Array([...smallFile(path).content, 0]))],
    ['http-status', () => givesStatus(404)],
    ['http-status', () => givesStatus(500)],
    ['http-status', () => givesStatus(503)],
    ['unreachable', () => undefined],
  ] as const)(
    'asks the next mirror for one file that is refused as %s, and never keeps it',
    async (code, bad) => {
      const { loading, kept } = load({ 'https://first/': oneBad(bad), 'https://second/': mirror });
      const { dataset, problems } = await loading;
      expect(problems).toMatchObject([{ code, file: 'train-images-idx3-ubyte', source: 'first' }]);
      expect(dataset.origin).toBe('second, first');
      const file = smallFile('train-images-idx3-ubyte');
      expect(kept.get(file.sha256)).toEqual(file.zipped);
    },
  );

  it('asks the next mirror for one file that stalls, after 30 seconds at most', async () => {
    const clock = handClock();
    const { loading, asked } = load(
      { 'https://first/': oneBad(() => stalls), 'https://second/': mirror },
      { after: clock.after },
    );
    // The others are there, and only the timer of this one still runs.
    await eventually(() => expect([asked.length, clock.timers.size]).toEqual([5, 1]));
    clock.moveOn(30_000);
    const { dataset, problems } = await loading;
    expect(problems).toMatchObject([{ code: 'timeout', file: 'train-images-idx3-ubyte', source: 'first' }]);
    expect(dataset.origin).toBe('second, first');
  });

  it('tries a connection that breaks off once more, then the next mirror, and shows how far it is', async () => {
    const bad = oneBad((path) => breaksOff(smallFile(path).zipped));
    const { loading, asked, told } = load({ 'https://first/': bad, 'https://second/': mirror });
    await loading;
    const images = asked.filter((url) => url.includes('train-images') && !url.startsWith(OWN));
    expect(images.map((url) => new URL(url).host)).toEqual(['first', 'first', 'second']);
    expect(new Set(told.map(({ source }) => source))).toEqual(new Set(['first', 'second']));
  });

  it("asks the mirrors for a file that the page's server has damaged", async () => {
    const files = oneBad((path) => gives(damaged(smallFile(path))));
    const { loading } = load({ [OWN]: own(manifest('ready'), files), 'https://first/': mirror });
    const { problems } = await loading;
    expect(problems).toMatchObject([{ code: 'checksum', source: 'this page' }]);
  });

  it('says everything that failed, the server included, and never asks a mirror that no page can read', async () => {
    const before = [{ code: 'timeout', file: 'x', source: 'a mirror' }] as const;
    const { loading, asked } = load({
      [OWN]: own(manifest('missing', { problems: [...before] })),
      'https://second/': () => givesPage,
    });
    const problems = await problemsOf(() => loading);
    expect(problems[0]).toEqual(before[0]);
    for (const { name } of SMALL_FILES) {
      expect(problems).toContainEqual({ code: 'unreachable', file: name, source: 'first' });
      expect(problems).toContainEqual({ code: 'html', file: name, source: 'second' });
    }
    expect(problems).toHaveLength(9);
    expect(asked.some((url) => url.startsWith('https://closed/'))).toBe(false);
  });

  it('ends when it is told to while it downloads, and tries no further mirror', async () => {
    const controller = new AbortController();
    const stalling = oneBad(() => (init) => {
      const ending = stalls(init);
      controller.abort(new Error('enough'));
      return ending;
    });
    const hosts = { 'https://first/': stalling, 'https://second/': mirror };
    const { loading, asked } = load(hosts, { signal: controller.signal });
    await expect(loading).rejects.toThrow('enough');
    expect(asked.some((url) => url.startsWith('https://second/'))).toBe(false);
  });

  it('says that nothing was found where there is no mirror at all', async () => {
    const problems = await problemsOf(() => load({}, { mirrors: [] }).loading);
    expect(problems.map(({ code }) => code)).toEqual(SMALL_FILES.map(() => 'not-found'));
  });

  it('keeps what it has where the cache is full', async () => {
    const full: FileCache = { get: async () => undefined, put: () => Promise.reject(new Error('no room')) };
    const { loading } = load({ 'https://first/': mirror }, { cache: full });
    expect((await loading).dataset.official).toBe(true);
  });

  it('ends when it is told to while it waits for the server', async () => {
    const controller = new AbortController();
    const { loading } = load(
      { [OWN]: own(manifest('loading')) },
      { signal: controller.signal, onProgress: () => controller.abort(new Error('enough')) },
    );
    await expect(loading).rejects.toThrow('enough');
  });
});
