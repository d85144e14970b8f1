import type { IDBPDatabase } from 'idb';
import { isClearedAfterAWeek } from './cleared-after-a-week';
import { type KeepSchema, type KeptHeader, openKeepDatabase, STORES } from './keep-database';
import { checkWhole, DamagedRecord, pack, unpack } from './packed';

/** Told to the other tabs of this page: something of a kind is other than it was. */
const CHANNEL = 'digit-lab-kept';
/** What is damaged is put here, out of the way, and not thrown away. */
const SET_ASIDE = 'damaged';

const keyOf = (kind: string, id: string) => `${kind}/${id}`;

/** What outlasts the visit, in this browser's IndexedDB: records of some kinds, each a header for lists and a body. */
class KeepStore {
  private readonly channel: BroadcastChannel | undefined;
  private asked = false;

  constructor(private readonly database: IDBPDatabase<KeepSchema>) {
    this.channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(CHANNEL);
  }

  /** Newest first. */
  async list(kind: string): Promise<readonly KeptHeader[]> {
    const headers = await this.database.getAllFromIndex('headers', 'kind', kind);
    return headers.toSorted((a, b) => b.savedAt - a.savedAt);
  }

  /**
   * @returns undefined where there is none
   * @throws DamagedRecord where it is not as it was written: it has been set aside then
   */
  async read(kind: string, id: string): Promise<unknown> {
    const bytes = await this.database.get('bodies', keyOf(kind, id));
    if (!bytes) return undefined;
    try {
      return unpack(bytes);
    } catch (error) {
      await this.setAside(kind, id);
      throw error instanceof DamagedRecord ? error : new DamagedRecord(String(error));
    }
  }

  /**
   * In the place of what was kept under this name: all of it, or what was there before stays.
   * @throws where the browser refuses, as when its disk is full, and where what it kept is not what it was given
   */
  async put(kind: string, id: string, about: unknown, body: unknown): Promise<void> {
    const key = keyOf(kind, id);
    const bytes = pack(body);
    const change = this.database.transaction(STORES, 'readwrite', { durability: 'strict' });
    // Awaited below, unless something throws before.
    change.done.catch(() => undefined);
    try {
      const headers = change.objectStore('headers');
      const before = await headers.get(key);
      const header = { key, kind, id, savedAt: Date.now(), bytes: bytes.length, about };
      await headers.put({ ...header, revision: (before?.revision ?? 0) + 1 });
      await change.objectStore('bodies').put(bytes, key);
    } catch (error) {
      abort(change);
      throw error;
    }
    await change.done;
    const kept = await this.database.get('bodies', key);
    if (kept?.length !== bytes.length) throw new DamagedRecord('what was kept can’t be read back');
    checkWhole(kept);
    this.tell(kind);
    void this.persist();
  }

  /**
   * Other words for a list.
   * @param revision - that it had when it was read
   * @returns false where it has become another since, or is gone: it is left as it is
   */
  async describe(kind: string, id: string, revision: number, about: unknown): Promise<boolean> {
    const change = this.database.transaction('headers', 'readwrite');
    const before = await change.store.get(keyOf(kind, id));
    const isSame = before?.revision === revision;
    if (isSame) await change.store.put({ ...before, revision: revision + 1, about });
    await change.done;
    if (isSame) this.tell(kind);
    return isSame;
  }

  /** @throws where the browser refuses */
  async remove(kind: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const change = this.database.transaction(STORES, 'readwrite');
    const keys = ids.map((id) => keyOf(kind, id));
    await Promise.all([
      ...keys.flatMap((key) => STORES.map((store) => change.objectStore(store).delete(key))),
      change.done,
    ]);
    this.tell(kind);
  }

  /** What another tab has changed. */
  onChange(listener: (kind: string) => void): void {
    this.channel?.addEventListener('message', ({ data }) => {
      if (typeof data === 'string') listener(data);
    });
  }

  /** Once something is kept, the browser is asked not to clear it by itself. */
  async space(): Promise<
    { used: number; all: number; lasts: 'for-good' | 'while-room' | 'week' } | undefined
  > {
    const { storage } = globalThis.navigator ?? {};
    if (!storage?.estimate) return undefined;
    const { usage = 0, quota = 0 } = await storage.estimate();
    const isPersistent = (await storage.persisted?.()) ?? false;
    const lasts = isClearedAfterAWeek() ? 'week' : isPersistent ? 'for-good' : 'while-room';
    return { used: usage, all: quota, lasts };
  }

  close(): void {
    this.channel?.close();
    this.database.close();
  }

  private async setAside(kind: string, id: string): Promise<void> {
    const change = this.database.transaction('headers', 'readwrite');
    const header = await change.store.get(keyOf(kind, id));
    if (header) await change.store.put({ ...header, kind: SET_ASIDE });
    await change.done;
  }

  /** Browsers ask a person, or decide by themselves; that it is refused changes nothing else. */
  private async persist(): Promise<void> {
    if (this.asked) return;
    this.asked = true;
    await globalThis.navigator?.storage?.persist?.().catch(() => false);
  }

  private tell(kind: string): void {
    this.channel?.postMessage(kind);
  }
}

/** Nothing of it is kept; one that has ended by itself already is left alone. */
function abort(change: { abort(): void }): void {
  try {
    change.abort();
  } catch {
    // It has been aborted before.
  }
}

/** @throws NewerPage, or where the browser keeps nothing, as in some private windows and where storage is blocked */
export const openKeepStore = async (): Promise<KeepStore> => new KeepStore(await openKeepDatabase());
