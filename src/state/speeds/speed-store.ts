import type { KnownSpeeds } from '../../model/speeds';

/** Where speeds outlast the visit. Each may be refused: they are measured again then. */
export interface SpeedStore {
  /** Whatever was kept, by this page or another. */
  all(): Promise<unknown>;
  put(known: readonly KnownSpeeds[]): Promise<void>;
}
