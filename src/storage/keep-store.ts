import type { IDBPDatabase } from 'idb';
import { isClearedAfterAWeek } from './cleared-after-a-week';
import { Database } from './database';
import { KEEP_PLAN, type KeepSchema, type KeptHeader, STORES } from './keep-database';
import { OtherTabs } from './other-tabs';
import { checkWhole, DamagedRecord, pack, unpack } from './packed';

/** Told to the other tabs of this page: something of a kind is other than it was. */
const CHANNEL = 'digit-lab-kept';
/** What is damaged is put here, out of the way, and not thrown away. */
const SET_ASIDE = 'damaged';

const keyOf = (kind: string, id: string) => `${kind}/${id}`;

/** What outlasts the visit, in this browser's IndexedDB: records of some kinds, each a header for lists and a body. */
class KeepStore {
  private readonly tabs = new OtherTabs(CHANNEL);
  private asked = false;

  constructor(private readonly database: Database<KeepSchema>) {}

  /** Newest first. */
  async list(kind: string): Promise<readonly KeptHeader[]> {
    const headers = await this.database.use((open) => open.getAllFromIndex('headers', 'kind', kind));
    return headers.toSorted((a, b) => b.savedAt - a.savedAt);
  }

  /**
   * @returns undefined where there is none
   * @throws DamagedRecord where it is not as it was written: it has been set aside then
   */
  async read(kind: string, id: string): Promise<unknown> {
    const bytes = await this.database.use((open) => open.get('bodies', keyOf(kind, id)));
    if (!bytes) return undefined;
    try {
      return unpack(bytes);
    } catch (error) {
      await this.setAside(kind, id);
      throw error instanceof DamagedRecord ? error : new DamagedRecord(String(error));
    }
  }

  /** Out of the list, as what is damaged is. */
  async setAside(kind: string, id: string): Promise<void> {
    await this.database.use(async (open) => {
      const change = open.transaction('headers', 'readwrite');
      const header = await change.store.get(keyOf(kind, id));
      if (header) await change.store.put({ ...header, kind: SET_ASIDE });
      await change.done;
    });
  }

  /**
   * In the place of what was kept under this name: all of it, or what was there before stays.
   * @throws where the browser refuses, as when its disk is full, and where what it kept is not what it was given
   */
  async put(kind: string, id: string, about: unknown, body: unknown): Promise<void> {
    const bytes = pack(body);
    await this.database.use((open) => putWhole(open, { key: keyOf(kind, id), kind, id, about }, bytes));
    this.tell(kind);
    void this.persist();
  }

  /**
   * Other words for a list.
   * @param revision - that it had when it was read
   * @returns false where it has become another since, or is gone: it is left as it is
   */
  async describe(kind: string, id: string, revision: number, about: unknown): Promise<boolean> {
    const isSame = await this.database.use(async (open) => {
      const change = open.transaction('headers', 'readwrite');
      const before = await change.store.get(keyOf(kind, id));
      const isAsRead = before?.revision === revision;
      if (isAsRead) await change.store.put({ ...before, revision: revision + 1, about });
      await change.done;
      return isAsRead;
    });
    if (isSame) this.tell(kind);
    return isSame;
  }

  /** @throws where the browser refuses */
  async remove(kind: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const keys = ids.map((id) => keyOf(kind, id));
    await this.database.use((open) => {
      const change = open.transaction(STORES, 'readwrite');
      return Promise.all([
        ...keys.flatMap((key) => STORES.map((store) => change.objectStore(store).delete(key))),
        change.done,
      ]);
    });
    this.tell(kind);
  }

  /** What another tab has changed. */
  onChange(listener: (kind: string) => void): void {
    this.tabs.onTold(listener);
  }

  /** A later version of the page has taken over, in another tab: nothing is kept or found any more. */
  onNewer(listener: () => void): void {
    this.database.onNewer(listener);
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
    this.tabs.close();
    this.database.close();
  }

  /** Browsers ask a person, or decide by themselves; that it is refused changes nothing else. */
  private async persist(): Promise<void> {
    if (this.asked) return;
    this.asked = true;
    await globalThis.navigator?.storage?.persist?.().catch(() => false);
  }

  private tell(kind: string): void {
    this.tabs.tell(kind);
  }
}

async function putWhole(
  open: IDBPDatabase<KeepSchema>,
  named: Pick<KeptHeader, 'key' | 'kind' | 'id' | 'about'>,
  bytes: Uint8Array,
): Promise<void> {
  const change = open.transaction(STORES, 'readwrite', { durability: 'strict' });
  // Awaited below, unless something throws before.
  change.done.catch(() => undefined);
  let revision: number;
  try {
    const headers = change.objectStore('headers');
    const before = await headers.get(named.key);
    revision = (before?.revision ?? 0) + 1;
    await headers.put({ ...named, savedAt: Date.now(), bytes: bytes.length, revision });
    await change.objectStore('bodies').put(bytes, named.key);
  } catch (error) {
    abort(change);
    throw error;
  }
  await change.done;
  const look = open.transaction(STORES);
  const [header, kept] = await Promise.all([
    look.objectStore('headers').get(named.key),
    look.objectStore('bodies').get(named.key),
    look.done,
  ]);
  // Another tab may have put its own there since, or taken it away.
  if (header?.revision !== revision) return;
  if (kept?.length !== header.bytes) throw new DamagedRecord('what was kept can’t be read back');
  checkWhole(kept);
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
export async function openKeepStore(): Promise<KeepStore> {
  const database = new Database(KEEP_PLAN);
  await database.open();
  return new KeepStore(database);
}
