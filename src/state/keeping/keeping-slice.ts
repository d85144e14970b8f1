import type { Slice } from '../slice';

export interface KeepingSlice {
  /**
   * Whether runs and networks outlast this visit.
   * - `blocked`: the browser keeps nothing here
   * - `newer`: a later version of this page, in another tab or before, has taken over what is kept
   */
  readonly keeping: 'opening' | 'kept' | 'blocked' | 'newer';
  /** What went wrong last, until a person has put the message away. */
  readonly notKept: NotKept | undefined;
}

/** Something could not be kept, or not read any more. */
export interface NotKept {
  readonly what: 'run' | 'network' | 'record' | 'read';
  /**
   * - `full`: no space is left
   * - `damaged`: it is not as it was written; it has been set aside
   * - `stale`: another tab has changed it since
   * - `refused`: the browser said no
   */
  readonly reason: 'full' | 'damaged' | 'stale' | 'refused';
}

export interface NotKeptTold {
  readonly type: 'not-kept';
  readonly notKept: NotKept;
}

export type KeepingEvent =
  | NotKeptTold
  | { readonly type: 'keeping'; readonly keeping: KeepingSlice['keeping'] }
  | { readonly type: 'not-kept-dismissed' };

export const keepingSlice: Slice<KeepingSlice, KeepingEvent> = {
  initial: () => ({ keeping: 'opening', notKept: undefined }),
  on: {
    keeping: (_, { keeping }) => ({ keeping }),
    'not-kept': (_, { notKept }) => ({ notKept }),
    'not-kept-dismissed': () => ({ notKept: undefined }),
  },
};
