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
  /** Could not be kept when that was tried last, also once the message is put away: nothing but this page has it. */
  readonly unkept: Readonly<Record<InThisPage, boolean>>;
}

/** The run under way, and the network that is in use. */
type InThisPage = 'run' | 'network';

/** Something could not be kept, or not read any more. */
export interface NotKept {
  readonly what: InThisPage | 'library' | 'record' | 'read';
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

export interface KeptTold {
  readonly type: 'kept';
  readonly what: InThisPage;
}

export type KeepingEvent =
  | NotKeptTold
  | KeptTold
  | { readonly type: 'keeping'; readonly keeping: KeepingSlice['keeping'] }
  | { readonly type: 'not-kept-dismissed' };

export const keepingSlice: Slice<KeepingSlice, KeepingEvent> = {
  initial: () => ({ keeping: 'opening', notKept: undefined, unkept: { run: false, network: false } }),
  on: {
    keeping: (_, { keeping }) => ({ keeping }),
    'not-kept': ({ unkept }, { notKept }) =>
      notKept.what in unkept ? { notKept, unkept: { ...unkept, [notKept.what]: true } } : { notKept },
    kept: ({ unkept }, { what }) => (unkept[what] ? { unkept: { ...unkept, [what]: false } } : {}),
    'not-kept-dismissed': () => ({ notKept: undefined }),
  },
};
