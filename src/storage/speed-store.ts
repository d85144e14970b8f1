import { type DBSchema, openDB } from 'idb';
import type { KnownSpeeds } from '../model/speeds';
import { inTime } from './in-time';

/** Apart from the digits, which nothing that can be measured again may put at risk. */
const NAME = 'digit-lab-speeds';
const VERSION = 1;
const SPEEDS = 'speeds';
/** All of them are one record: they are read and written together. */
const ALL = 'all';

interface Schema extends DBSchema {
  /** Of any page that this browser has seen here: checked by whoever reads it. */
  [SPEEDS]: { key: string; value: unknown };
}

interface SpeedStore {
  all(): Promise<unknown>;
  /** In the place of what was kept before. @throws where the browser refuses, as when its disk is full */
  put(known: readonly KnownSpeeds[]): Promise<void>;
}

/**
 * What was measured on this machine, in this browser's IndexedDB.
 * @throws where the browser keeps nothing, as in some private windows and where storage is blocked
 */
export async function openSpeedStore(): Promise<SpeedStore> {
  const database = await inTime(
    openDB<Schema>(NAME, VERSION, {
      upgrade: (fresh) => {
        fresh.createObjectStore(SPEEDS);
      },
      // A later version of the page, in another tab, waits for nobody.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    }),
  );
  return {
    all: () => database.get(SPEEDS, ALL),
    put: async (known) => {
      await database.put(SPEEDS, known, ALL);
    },
  };
}
