import type { DBSchema } from 'idb';
import type { KnownSpeeds } from '../model/speeds';
import { Database, type Plan } from './database';

const SPEEDS = 'speeds';
/** All of them are one record: they are read and written together. */
const ALL = 'all';

interface Schema extends DBSchema {
  /** Of any page that this browser has seen here: checked by whoever reads it. */
  [SPEEDS]: { key: string; value: unknown };
}

/** Apart from the digits, which nothing that can be measured again may put at risk. */
const PLAN: Plan<Schema> = {
  name: 'digit-lab-speeds',
  version: 1,
  nextVersion: 10,
  stores: { [SPEEDS]: (fresh) => fresh.createObjectStore(SPEEDS) },
};

interface SpeedStore {
  all(): Promise<unknown>;
  /** In the place of what was kept before. @throws where the browser refuses, as when its disk is full */
  put(known: readonly KnownSpeeds[]): Promise<void>;
}

/**
 * What was measured on this machine, in this browser's IndexedDB.
 * @throws NewerPage, or where the browser keeps nothing, as in some private windows and where storage is blocked
 */
export async function openSpeedStore(): Promise<SpeedStore> {
  const database = new Database(PLAN);
  await database.open();
  return {
    all: () => database.use((open) => open.get(SPEEDS, ALL)),
    put: async (known) => {
      await database.use((open) => open.put(SPEEDS, known, ALL));
    },
  };
}
