import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { inTime } from './in-time';

/** What a database of this page is to be. */
export interface Plan<Schema extends DBSchema> {
  readonly name: string;
  /** Of this page. A repair takes the next number, below that of the pages to come. */
  readonly version: number;
  readonly nextVersion: number;
  /** How each of its stores is made. */
  readonly stores: Readonly<Record<string, (fresh: IDBPDatabase<Schema>) => unknown>>;
}

/** A later version of the page has been here: this one can't know what it keeps, and how. */
class NewerPage extends Error {
  override readonly name = 'NewerPage';
}

/** Where a browser has dropped a connection without a word, as WebKit does, work on it fails with one of these. */
const OF_NO_CONNECTION = ['InvalidStateError', 'UnknownError'];

/** So often is work begun: what ends connections, as clearing the browser's data does, may come twice. */
const MOST_TRIES = 3;

const hasStore = <Schema extends DBSchema>(database: IDBPDatabase<Schema>, store: string): boolean =>
  [...database.objectStoreNames].some((name) => name === store);

/**
 * Whether work on it is still done. Where a browser ends a connection by force, as when its data are cleared, work is
 * aborted first; that the connection has ended is told some tasks later. Chromium then leaves a transaction without
 * requests open for ever.
 */
async function answers<Schema extends DBSchema>(database: IDBPDatabase<Schema>): Promise<boolean> {
  try {
    const [name] = database.objectStoreNames;
    const read = name && database.transaction(name);
    // Both fail then, and a failure that nobody awaits would be told as an error.
    if (read) await Promise.all([read.store.count(), read.done]);
    return true;
  } catch {
    return false;
  }
}

/** A database of the browser that is opened again where its connection ends while the page is open. */
export class Database<Schema extends DBSchema> {
  private opened: Promise<IDBPDatabase<Schema>> | undefined;
  /** Why it is not opened any more. */
  private over: Error | undefined;
  private readonly listeners: (() => void)[] = [];

  constructor(private readonly plan: Plan<Schema>) {}

  /**
   * With all of its stores: where some are missing, they are made again.
   * @throws NewerPage, or what the browser says where it keeps nothing
   */
  open(): Promise<IDBPDatabase<Schema>> {
    if (this.over) return Promise.reject(this.over);
    if (this.opened) return this.opened;
    const opened = this.openWhole();
    this.opened = opened;
    opened.catch((error) => {
      this.opened = undefined;
      if (error instanceof NewerPage) this.end(error);
    });
    return opened;
  }

  /**
   * @param work - all or nothing: begun anew where the connection has ended under it, or did not come about
   * @throws what it ends with, and what `open` throws
   */
  async use<Result>(work: (database: IDBPDatabase<Schema>) => Promise<Result>): Promise<Result> {
    for (let tries = 1; ; tries++) {
      const opened = this.open();
      try {
        return await work(await opened);
      } catch (error) {
        if (tries === MOST_TRIES || !(await this.hasEnded(opened, error))) throw error;
      }
    }
  }

  /** A later version of the page has taken over: this one keeps and finds nothing any more. */
  onNewer(listener: () => void): void {
    if (this.over instanceof NewerPage) listener();
    else this.listeners.push(listener);
  }

  close(): void {
    this.over = new Error('the database is closed');
    void this.opened?.then((database) => database.close()).catch(() => undefined);
  }

  private async openWhole(): Promise<IDBPDatabase<Schema>> {
    const { version, nextVersion, stores } = this.plan;
    let database = await this.connect();
    if (database.version < version) database = await this.again(database, version);
    if (database.version >= nextVersion) {
      database.close();
      throw new NewerPage('a later version of this page has been here');
    }
    const isWhole = Object.keys(stores).every((store) => hasStore(database, store));
    return isWhole ? database : this.again(database, database.version + 1);
  }

  private again(database: IDBPDatabase<Schema>, version: number): Promise<IDBPDatabase<Schema>> {
    database.close();
    return this.connect(version);
  }

  /** @param version - that of what is there, if none is given */
  private connect(version?: number): Promise<IDBPDatabase<Schema>> {
    const { name, nextVersion, stores } = this.plan;
    return inTime(
      openDB<Schema>(name, version, {
        upgrade(fresh) {
          for (const [store, make] of Object.entries(stores)) {
            if (!hasStore(fresh, store)) make(fresh);
          }
        },
        // Another tab that deletes it, repairs it or is of a later version waits for nobody.
        blocking: (_current, next, event) => {
          (event.target as IDBDatabase).close();
          this.opened = undefined;
          if (next !== null && next >= nextVersion) this.end(new NewerPage('a later version is open'));
        },
        terminated: () => {
          this.opened = undefined;
        },
      }),
    );
  }

  /** @param error - with which work on it has failed, or its opening: it's another connection then that is used next */
  private async hasEnded(opened: Promise<IDBPDatabase<Schema>>, error: unknown): Promise<boolean> {
    const name = error instanceof Error ? error.name : '';
    const isDropped =
      OF_NO_CONNECTION.includes(name) ||
      (name === 'AbortError' && !(await opened.then(answers, () => false)));
    if (this.opened === opened && !isDropped) return false;
    if (this.opened === opened) this.opened = undefined;
    void opened.then((database) => database.close()).catch(() => undefined);
    return true;
  }

  private end(reason: NewerPage): void {
    if (this.over) return;
    this.over = reason;
    for (const listener of this.listeners) listener();
  }
}
