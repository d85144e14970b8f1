import type { Slice } from '../slice';

export interface OfflineSlice {
  /** There is another version of the page than the one that is open: a reload brings it. */
  readonly hasNewVersion: boolean;
  /** The browser has no space left to keep the page for a visit without a network. */
  readonly hasNoRoom: boolean;
}

export type OfflineEvent =
  | { readonly type: 'new-version'; readonly isThere: boolean }
  | { readonly type: 'no-room-for-page'; readonly isTold: boolean };

export const offlineSlice: Slice<OfflineSlice, OfflineEvent> = {
  initial: () => ({ hasNewVersion: false, hasNoRoom: false }),
  on: {
    'new-version': (_, { isThere }) => ({ hasNewVersion: isThere }),
    'no-room-for-page': (_, { isTold }) => ({ hasNoRoom: isTold }),
  },
};
