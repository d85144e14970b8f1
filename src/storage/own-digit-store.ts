import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { OwnDigit } from '../model/own-digit';
import { inTime } from './in-time';

const NAME = 'digit-lab';
const VERSION = 1;
const DIGITS = 'own-digits';

interface Schema extends DBSchema {
  [DIGITS]: { key: string; value: OwnDigit };
}

/** A person's digits in this browser's IndexedDB: on this machine only, until they are removed. */
class OwnDigitStore {
  constructor(private readonly database: IDBPDatabase<Schema>) {}

  /** In no order. */
  all(): Promise<readonly OwnDigit[]> {
    return this.database.getAll(DIGITS);
  }

  /**
   * Keeps all of them or none; one with the same id is replaced.
   * @throws where the browser refuses, as when its disk is full
   */
  async put(digits: readonly OwnDigit[]): Promise<void> {
    const change = this.database.transaction(DIGITS, 'readwrite');
    await Promise.all([...digits.map((digit) => change.store.put(digit)), change.done]);
  }

  /** @throws where the browser refuses */
  async remove(ids: readonly string[]): Promise<void> {
    const change = this.database.transaction(DIGITS, 'readwrite');
    await Promise.all([...ids.map((id) => change.store.delete(id)), change.done]);
  }

  close(): void {
    this.database.close();
  }
}

/** @throws where the browser keeps nothing, as in some private windows and where storage is blocked */
export async function openOwnDigitStore(): Promise<OwnDigitStore> {
  const database = await inTime(
    openDB<Schema>(NAME, VERSION, {
      upgrade: (fresh) => {
        fresh.createObjectStore(DIGITS, { keyPath: 'id' });
      },
      // A later version of the page, in another tab, waits for nobody.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    }),
  );
  return new OwnDigitStore(database);
}
