import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { eventually } from '../../fixtures/eventually';
import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openKeepStore } from '../../../src/storage/keep-store';

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const body = { weights: [Float32Array.of(1, 2)], epochs: 3 };

describe('what is kept', () => {
  it('is there when it is opened again, newest first', async () => {
    const now = vi.spyOn(Date, 'now');
    const store = await openKeepStore();
    now.mockReturnValue(1);
    await store.put('network', 'a', { name: 'first' }, body);
    now.mockReturnValue(2);
    await store.put('network', 'b', { name: 'second' }, body);
    await store.put('run', 'c', undefined, body);
    const again = await openKeepStore();
    const listed = await again.list('network');
    expect(listed.map(({ id, about }) => [id, about])).toEqual([
      ['b', { name: 'second' }],
      ['a', { name: 'first' }],
    ]);
    expect(await again.read('network', 'a')).toEqual(body);
    await again.remove('network', ['a']);
    expect(await again.read('network', 'a')).toBeUndefined();
    expect((await again.list('network')).map(({ id }) => id)).toEqual(['b']);
  });

  it('is described by who has read it last: a stale tab overwrites nothing', async () => {
    const [ours, theirs] = [await openKeepStore(), await openKeepStore()];
    await ours.put('network', 'a', { name: 'of both' }, body);
    const [read] = await theirs.list('network');
    if (!read) throw new Error('nothing kept');
    expect(await ours.describe('network', 'a', read.revision, { name: 'ours' })).toBe(true);
    expect(await theirs.describe('network', 'a', read.revision, { name: 'theirs' })).toBe(false);
    expect((await theirs.list('network'))[0]?.about).toEqual({ name: 'ours' });
    await ours.remove('network', ['a']);
    expect(await theirs.describe('network', 'a', read.revision + 1, { name: 'a ghost' })).toBe(false);
    expect(await theirs.list('network')).toEqual([]);
  });

  it('may be of another tab, or gone, by the time that it is read back', async () => {
    const [ours, theirs] = [await openKeepStore(), await openKeepStore()];
    await Promise.all([
      ours.put('network', 'a', undefined, body),
      theirs.put('network', 'a', undefined, { weights: [] }),
    ]);
    expect(await ours.read('network', 'a')).toEqual({ weights: [] });
    await Promise.all([ours.put('network', 'a', undefined, body), theirs.remove('network', ['a'])]);
    expect(await ours.read('network', 'a')).toBeUndefined();
  });

  it('tells the other tabs', async () => {
    const [ours, theirs] = [await openKeepStore(), await openKeepStore()];
    const heard = vi.fn();
    theirs.onChange(heard);
    await ours.put('network', 'a', undefined, body);
    await eventually(() => expect(heard).toHaveBeenCalledWith('network'));
    ours.close();
    theirs.close();
  });
});

/** Something happens as a value is put in, the nth from now. */
function atPut(nth: number, happens: (store: IDBObjectStore) => void) {
  const { put } = IDBObjectStore.prototype;
  let puts = 0;
  return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...given
  ) {
    puts += 1;
    if (puts === nth) happens(this);
    return put.apply(this, given);
  });
}

describe('what goes wrong', () => {
  it('a damaged record is set aside, and the others are there', async () => {
    const store = await openKeepStore();
    await store.put('network', 'good', undefined, body);
    await store.put('network', 'bad', undefined, body);
    const database = await openDB('digit-lab-kept');
    const bytes = (await database.get('bodies', 'network/bad')) as Uint8Array;
    bytes[bytes.length - 5] = (bytes[bytes.length - 5] as number) ^ 1;
    await database.put('bodies', bytes, 'network/bad');
    database.close();
    await expect(store.read('network', 'bad')).rejects.toThrow('another checksum');
    expect((await store.list('network')).map(({ id }) => id)).toEqual(['good']);
    expect(await store.read('network', 'good')).toEqual(body);
    expect((await store.list('damaged')).map(({ id }) => id)).toEqual(['bad']);
  });

  it('a browser that keeps something else than it was given is told', async () => {
    const store = await openKeepStore();
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      return put.call(this, value instanceof Uint8Array ? value.slice(8) : value, key);
    });
    await expect(store.put('network', 'a', undefined, body)).rejects.toThrow('can’t be read back');
  });

  it('a disk that is full is told, and what was there stays', async () => {
    const store = await openKeepStore();
    await store.put('network', 'a', { name: 'before' }, body);
    const put = atPut(2, () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    });
    await expect(store.put('network', 'a', { name: 'after' }, { weights: [] })).rejects.toThrow('full');
    put.mockRestore();
    expect((await store.list('network'))[0]?.about).toEqual({ name: 'before' });
    expect(await store.read('network', 'a')).toEqual(body);
  });

  it('a tab that dies while it writes leaves the copy of before', async () => {
    const store = await openKeepStore();
    await store.put('network', 'a', { name: 'before' }, body);
    const put = atPut(2, (store) => store.transaction.abort());
    await expect(store.put('network', 'a', { name: 'after' }, { weights: [] })).rejects.toThrow();
    put.mockRestore();
    expect(await store.read('network', 'a')).toEqual(body);
    expect((await store.list('network'))[0]?.about).toEqual({ name: 'before' });
  });

  it('stores that are missing are made again, and what is left stays', async () => {
    const broken = await openDB('digit-lab-kept', 10, {
      upgrade(fresh) {
        fresh.createObjectStore('headers', { keyPath: 'key' }).createIndex('kind', 'kind');
      },
    });
    broken.close();
    const store = await openKeepStore();
    await store.put('network', 'a', undefined, body);
    expect(await (await openKeepStore()).read('network', 'a')).toEqual(body);
  });

  it('a later page is told apart from a browser that keeps nothing', async () => {
    (await openDB('digit-lab-kept', 20)).close();
    await expect(openKeepStore()).rejects.toMatchObject({ name: 'NewerPage' });
    vi.stubGlobal('indexedDB', {
      open() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
    await expect(openKeepStore()).rejects.toThrow('insecure');
  });
});

describe('a connection that ends', () => {
  it('is opened again where another tab has deleted the database, and what comes then is kept', async () => {
    const store = await openKeepStore();
    await store.put('network', 'a', undefined, body);
    await deleteDB('digit-lab-kept');
    await store.put('network', 'b', undefined, body);
    expect((await store.list('network')).map(({ id }) => id)).toEqual(['b']);
    expect(await store.read('network', 'b')).toEqual(body);
  });

  it('is opened again where the browser has ended it, and nothing is lost', async () => {
    const openings = vi.spyOn(IDBFactory.prototype, 'open');
    const store = await openKeepStore();
    await store.put('network', 'a', undefined, body);
    const connection = () => openings.mock.results.at(-1)?.value.result;
    forceCloseDatabase(connection());
    await store.put('network', 'b', undefined, body);
    // WebKit tells nobody.
    connection().close();
    await store.put('network', 'c', undefined, body);
    expect(await store.list('network')).toHaveLength(3);
  });

  it('is not opened again where a later page has taken over, which is told', async () => {
    const store = await openKeepStore();
    const heard = vi.fn();
    store.onNewer(heard);
    (await openDB('digit-lab-kept', 20)).close();
    expect(heard).toHaveBeenCalledTimes(1);
    await expect(store.put('network', 'a', undefined, body)).rejects.toMatchObject({ name: 'NewerPage' });
    expect(heard).toHaveBeenCalledTimes(1);
  });
});

describe('how long the browser keeps it', () => {
  const lasts = async (navigator: object, isInstalled = false) => {
    const storage = { estimate: async () => ({ usage: 1, quota: 2 }), ...navigator };
    vi.stubGlobal('navigator', { vendor: '', storage, ...navigator });
    vi.stubGlobal('matchMedia', () => ({ matches: isInstalled }));
    return (await (await openKeepStore()).space())?.lasts;
  };

  it('is a week without a visit in Safari, but not where the page was added to the Home Screen', async () => {
    const safari = { vendor: 'Apple Computer, Inc.' };
    expect(await lasts(safari)).toBe('week');
    expect(await lasts({ ...safari, persisted: async () => true })).toBe('week');
    expect(await lasts(safari, true)).toBe('while-room');
  });

  it('is as long as there is room elsewhere, or for good where the browser has agreed to that', async () => {
    expect(await lasts({ vendor: 'Google Inc.' })).toBe('while-room');
    expect(await lasts({ persisted: async () => true })).toBe('for-good');
    expect(await lasts({ storage: undefined })).toBeUndefined();
  });
});
