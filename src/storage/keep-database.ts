import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { inTime } from './in-time';

const NAME = 'digit-lab-kept';
/** Of this page. A repair takes the next number, below that of the pages to come. */
const VERSION = 10;
const NEXT_VERSION = 20;
export const STORES = ['headers', 'bodies'] as const;

export interface KeptHeader {
  /** kind/id */
  readonly key: string;
  readonly kind: string;
  readonly id: string;
  /** Grows with each change. */
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** Of the body. */
  readonly bytes: number;
  /** What a list shows of it: checked by whoever reads it. */
  readonly about: unknown;
}

export interface KeepSchema extends DBSchema {
  headers: { key: string; value: KeptHeader; indexes: { kind: string } };
  bodies: { key: string; value: Uint8Array };
}

/** A later version of the page has been here: this one can't know what it keeps, and how. */
class NewerPage extends Error {
  override readonly name = 'NewerPage';
}

/**
 * The database with all of its stores: where some are missing, they are made again.
 * @throws NewerPage, or what the browser says where it keeps nothing
 */
export async function openKeepDatabase(): Promise<IDBPDatabase<KeepSchema>> {
  let database = await open();
  if (database.version < VERSION) database = await again(database, VERSION);
  if (database.version >= NEXT_VERSION) {
    database.close();
    throw new NewerPage('a later version of this page has been here');
  }
  const isWhole = STORES.every((store) => database.objectStoreNames.contains(store));
  return isWhole ? database : again(database, database.version + 1);
}

async function again(database: IDBPDatabase<KeepSchema>, version: number) {
  database.close();
  return open(version);
}

/** @param version - that of what is there, if none is given */
function open(version?: number): Promise<IDBPDatabase<KeepSchema>> {
  return inTime(
    openDB<KeepSchema>(NAME, version, {
      upgrade(fresh) {
        if (!fresh.objectStoreNames.contains('headers')) {
          fresh.createObjectStore('headers', { keyPath: 'key' }).createIndex('kind', 'kind');
        }
        if (!fresh.objectStoreNames.contains('bodies')) fresh.createObjectStore('bodies');
      },
      // A later version of the page, in another tab, waits for nobody.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    }),
  );
}
