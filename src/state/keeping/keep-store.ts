/** A record that is kept, without its body. */
export interface KeptHeader {
  readonly id: string;
  /** Grows with each change. */
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly bytes: number;
  /** What a list shows of it, as it was given. */
  readonly about: unknown;
}

/** What is kept: runs under way, networks, records of runs, and which network was in use last. */
export type Kind = 'run' | 'network' | 'record' | 'in-use';

/**
 * How long a browser keeps what is kept: until it is deleted, while the disk has room, or until the page has not been
 * used for a week.
 */
export type Lasts = 'for-good' | 'while-room' | 'week';

/** Where plain data with typed arrays outlast the visit. Each may be refused. */
export interface KeepStore {
  /** Newest first. */
  list(kind: Kind): Promise<readonly KeptHeader[]>;
  /** @throws where it is not as it was given; it is out of the list then */
  read(kind: Kind, id: string): Promise<unknown>;
  /** Out of the list, as what is damaged is. */
  setAside(kind: Kind, id: string): Promise<void>;
  /** All of it, in the place of what was there, or nothing. */
  put(kind: Kind, id: string, about: unknown, body: unknown): Promise<void>;
  /** @returns false where the record has another revision by now, or is gone: it is left as it is */
  describe(kind: Kind, id: string, revision: number, about: unknown): Promise<boolean>;
  remove(kind: Kind, ids: readonly string[]): Promise<void>;
  /** Undefined where the browser does not say. */
  space(): Promise<{ readonly used: number; readonly all: number; readonly lasts: Lasts } | undefined>;
  /** By another tab. */
  onChange(listener: (kind: string) => void): void;
  /** A later version of the page has taken over: each work fails from now on, with an error called `NewerPage`. */
  onNewer(listener: () => void): void;
}
