import type { DBSchema } from 'idb';
import type { Plan } from './database';

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

export const STORES = ['headers', 'bodies'] as const;

/** The stores of what outlasts the visit, in which each record has a line of its own in both. */
export const KEEP_PLAN: Plan<KeepSchema> = {
  name: 'digit-lab-kept',
  version: 10,
  nextVersion: 20,
  stores: {
    headers: (fresh) => fresh.createObjectStore('headers', { keyPath: 'key' }).createIndex('kind', 'kind'),
    bodies: (fresh) => fresh.createObjectStore('bodies'),
  },
};
