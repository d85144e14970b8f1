import { forceCloseDatabase, IDBFactory, IDBOpenDBRequest } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openKeepStore } from '../../../src/storage/keep-store';

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const body = { epochs: 3 };

/** Its types take a connection for its class. */
const close = (connection: IDBDatabase) =>
  forceCloseDatabase(connection as unknown as Parameters<typeof forceCloseDatabase>[0]);

/** The next put is aborted, once its body is in. @param happens - as that is told */
function abortNextPut(happens: (connection: IDBDatabase) => void): void {
  const { put } = IDBObjectStore.prototype;
  const spied = vi.spyOn(IDBObjectStore.prototype, 'put');
  spied.mockImplementation(function (this: IDBObjectStore, ...given) {
    const request = put.apply(this, given);
    if (this.name !== 'bodies') return request;
    spied.mockRestore();
    const { transaction } = this;
    transaction.addEventListener('abort', () => happens(transaction.db));
    transaction.abort();
    return request;
  });
}

/** Browsers abort all that is under way where they end a connection by force, and only then tell that it has ended. */
function endByForceAtNextPut(): void {
  const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
  abortNextPut((connection) => {
    for (const { value } of begun.mock.results.slice(1)) value.abort();
    close(connection);
  });
}

describe('a put whose connection ends', () => {
  it('is begun anew where the browser ends the connection by force: its work is aborted before that is told', async () => {
    const store = await openKeepStore();
    endByForceAtNextPut();
    await store.put('network', 'a', undefined, body);
    expect(await store.read('network', 'a')).toEqual(body);
  });

  it('is not begun anew where it alone was aborted', async () => {
    const store = await openKeepStore();
    const openings = vi.spyOn(IDBFactory.prototype, 'open');
    abortNextPut(() => undefined);
    await expect(store.put('network', 'a', undefined, body)).rejects.toMatchObject({ name: 'AbortError' });
    expect(openings).not.toHaveBeenCalled();
    expect(await store.read('network', 'a')).toBeUndefined();
  });

  it('is kept where that happens twice before it is read back', async () => {
    const store = await openKeepStore();
    const { transaction } = IDBDatabase.prototype;
    let left = 2;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...given) {
      const isReadBack = given[1] !== 'readwrite';
      if (isReadBack && left-- > 0) close(this);
      return transaction.apply(this, given);
    });
    await store.put('network', 'a', undefined, body);
    expect(left).toBe(-1);
    expect(await store.list('network')).toHaveLength(1);
  });

  it('waits for a database that another tab is slow to let go', async () => {
    const openings = vi.spyOn(IDBFactory.prototype, 'open');
    const store = await openKeepStore();
    close(openings.mock.results[0]?.value.result);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    openings.mockReturnValueOnce(new IDBOpenDBRequest());
    const kept = store.put('network', 'a', undefined, body);
    await vi.advanceTimersByTimeAsync(10_000);
    await kept;
    expect(await store.read('network', 'a')).toEqual(body);
  });

  it('is refused where the database can’t be opened again', async () => {
    const store = await openKeepStore();
    const openings = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('The disk can’t be read.', 'UnknownError');
    });
    endByForceAtNextPut();
    await expect(store.put('network', 'a', undefined, body)).rejects.toThrow('The disk can’t be read.');
    expect(openings).toHaveBeenCalledTimes(2);
  });
});
