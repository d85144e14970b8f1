import type { PretrainedCard } from '../../model/pretrained';
import type { Settings } from '../../model/settings';
import type { EngineEvent } from '../../protocol/engine-api';
import type { EngineLost } from '../engine/engine-slice';
import type { LibraryEvent } from '../library/library-slice';
import type { Slice } from '../slice';

export interface NetworkSlice {
  /** The settings that made the network now in use; undefined until there is one. */
  readonly built: Settings | undefined;
  /** Of the network in use, where it is the one that ships with the page. */
  readonly pretrained: PretrainedCard | undefined;
  /** It was opened: from the library, or a file. */
  readonly isOpened: boolean;
  /** What its outputs stand for, where it was opened and that is known. */
  readonly outputNames: readonly string[] | undefined;
  /** The network of now, while one of the past is in use. */
  readonly presentNetwork: Network | undefined;
}

type Network = Pick<NetworkSlice, 'built' | 'pretrained' | 'isOpened' | 'outputNames'>;

type Heeded =
  | Extract<EngineEvent, { type: 'network' | 'looked-back' }>
  | Extract<LibraryEvent, { type: 'outputs-named' }>
  | EngineLost;

const NO_NETWORK: NetworkSlice = {
  built: undefined,
  pretrained: undefined,
  isOpened: false,
  outputNames: undefined,
  presentNetwork: undefined,
};

export const networkSlice: Slice<NetworkSlice, Heeded> = {
  initial: () => NO_NETWORK,
  on: {
    network: (_, { settings, pretrained, opened }) => ({
      built: settings,
      pretrained,
      isOpened: opened !== undefined,
      outputNames: undefined,
      presentNetwork: undefined,
    }),
    'outputs-named': (_, { names }) => ({ outputNames: names }),
    'looked-back'({ built, pretrained, isOpened, outputNames, presentNetwork }, { at, settings }) {
      if (!at) return { ...presentNetwork, presentNetwork: undefined };
      return {
        built: settings,
        pretrained: undefined,
        isOpened: false,
        outputNames: undefined,
        presentNetwork: presentNetwork ?? { built, pretrained, isOpened, outputNames },
      };
    },
    'engine-lost': () => NO_NETWORK,
  },
};
