import type { DBSchema } from 'idb';
import type { OwnDigit } from '../model/own-digit';
import { Database, type Plan } from './database';
import { OtherTabs } from './other-tabs';

const DIGITS = 'own-digits';

interface Schema extends DBSchema {
  [DIGITS]: { key: string; value: OwnDigit };
}

const PLAN: Plan<Schema> = {
  name: 'digit-lab',
  version: 1,
  nextVersion: 10,
  stores: { [DIGITS]: (fresh) => fresh.createObjectStore(DIGITS, { keyPath: 'id' }) },
};

/** A person's digits in this browser's IndexedDB: on this machine only, until they are removed. */
class OwnDigitStore {
  private readonly tabs = new OtherTabs(DIGITS);

  constructor(private readonly database: Database<Schema>) {}

  /** In no order. */
  all(): Promise<readonly OwnDigit[]> {
    return this.database.use((open) => open.getAll(DIGITS));
  }

  /**
   * Keeps all of them or none; one with the same id is replaced.
   * @throws where the browser refuses, as when its disk is full
   */
  async put(digits: readonly OwnDigit[]): Promise<void> {
    await this.database.use((open) => {
      const change = open.transaction(DIGITS, 'readwrite');
      return Promise.all([...digits.map((digit) => change.store.put(digit)), change.done]);
    });
    this.tabs.tell(DIGITS);
  }

  /**
   * Says of a digit that it is another, if it still has the label that it had when it was read.
   * @returns as what it is kept now; undefined where it is gone
   * @throws where the browser refuses
   */
  async relabel(id: string, from: number, to: number): Promise<OwnDigit | undefined> {
    const now = await this.database.use(async (open) => {
      const change = open.transaction(DIGITS, 'readwrite');
      const kept = await change.store.get(id);
      const next = kept?.label === from ? { ...kept, label: to } : kept;
      if (next && next !== kept) await change.store.put(next);
      await change.done;
      return next;
    });
    this.tabs.tell(DIGITS);
    return now;
  }

  /** @throws where the browser refuses */
  async remove(ids: readonly string[]): Promise<void> {
    await this.database.use((open) => {
      const change = open.transaction(DIGITS, 'readwrite');
      return Promise.all([...ids.map((id) => change.store.delete(id)), change.done]);
    });
    this.tabs.tell(DIGITS);
  }

  /** Those too that another tab has put in. @throws where the browser refuses */
  async removeAll(): Promise<void> {
    await this.database.use((open) => open.clear(DIGITS));
    this.tabs.tell(DIGITS);
  }

  /** What another tab has changed. */
  onChange(listener: () => void): void {
    this.tabs.onTold(listener);
  }

  /** A later version of the page has taken over, in another tab: nothing is kept or found any more. */
  onNewer(listener: () => void): void {
    this.database.onNewer(listener);
  }

  close(): void {
    this.tabs.close();
    this.database.close();
  }
}

/** @throws NewerPage, or where the browser keeps nothing, as in some private windows and where storage is blocked */
export async function openOwnDigitStore(): Promise<OwnDigitStore> {
  const database = new Database(PLAN);
  await database.open();
  return new OwnDigitStore(database);
}
