import type { EngineEvent } from '../../protocol/engine-api';
import type { EngineLost } from '../engine/engine-slice';
import type { Lasts } from '../keeping/keep-store';
import type { RunState } from '../run/run-state';
import type { Slice } from '../slice';
import type { SavedNetwork } from './saved-network';

export interface LibrarySlice {
  /** That are kept in this browser, newest first; undefined until it is known. */
  readonly networks: readonly SavedNetwork[] | undefined;
  /** The last that a person has put away, as long as it can be brought back. */
  readonly deletedNetwork: SavedNetwork | undefined;
  /** Its name in the library, where the network in use is one of it. */
  readonly openedNetwork: string | undefined;
  readonly space: Space | undefined;
}

/** Of the browser's storage for this page, in bytes. */
interface Space {
  readonly used: number;
  readonly all: number;
  readonly lasts: Lasts;
}

export type LibraryEvent =
  | { readonly type: 'networks-listed'; readonly networks: readonly SavedNetwork[] }
  | { readonly type: 'space-known'; readonly space: Space }
  | { readonly type: 'network-deleted'; readonly network: SavedNetwork }
  | { readonly type: 'network-brought-back' }
  /** The network in use is in the library now. */
  | { readonly type: 'network-saved'; readonly id: string }
  /** A network of the library is in use, with the run that trained it. */
  | { readonly type: 'network-restored'; readonly run: RunState }
  /** What the outputs of the network that was opened stand for. */
  | { readonly type: 'outputs-named'; readonly names: readonly string[] }
  /** The data in use are those that the restored run was trained on. */
  | { readonly type: 'data-recognised' };

type Heeded =
  | LibraryEvent
  | Extract<EngineEvent, { type: 'network' | 'edited' | 'fine-tuned' | 'run-started' }>
  | EngineLost;

const UNKNOWN: LibrarySlice = {
  networks: undefined,
  deletedNetwork: undefined,
  openedNetwork: undefined,
  space: undefined,
};

const CHANGED = () => ({ openedNetwork: undefined });

export const librarySlice: Slice<LibrarySlice, Heeded> = {
  initial: () => UNKNOWN,
  on: {
    'networks-listed': (_, { networks }) => ({ networks }),
    'space-known': (_, { space }) => ({ space }),
    'network-deleted': ({ networks }, { network }) => ({
      networks: networks?.filter(({ id }) => id !== network.id),
      deletedNetwork: network,
    }),
    'network-brought-back': () => ({ deletedNetwork: undefined }),
    'network-saved': (_, { id }) => ({ openedNetwork: id }),
    network: (_, { opened }) => ({ openedNetwork: opened }),
    edited: CHANGED,
    'fine-tuned': CHANGED,
    'run-started': CHANGED,
    'engine-lost': CHANGED,
    'network-restored': () => ({}),
    'outputs-named': () => ({}),
    'data-recognised': () => ({}),
  },
};
