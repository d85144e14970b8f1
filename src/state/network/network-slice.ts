import type { PretrainedCard } from '../../model/pretrained';
import type { Settings } from '../../model/settings';
import type { EngineEvent } from '../../protocol/engine-api';
import type { EngineLost } from '../engine/engine-slice';
import type { Slice } from '../slice';

export interface NetworkSlice {
  /** The settings that made the network now in use; undefined until there is one. */
  readonly built: Settings | undefined;
  /** Of the network in use, where it is the one that ships with the page. */
  readonly pretrained: PretrainedCard | undefined;
  /** It was opened: from the library, or a file. */
  readonly isOpened: boolean;
  /** The network of now, while one of the past is in use. */
  readonly presentNetwork: Network | undefined;
}

type Network = Pick<NetworkSlice, 'built' | 'pretrained' | 'isOpened'>;

type Heeded = Extract<EngineEvent, { type: 'network' | 'looked-back' }> | EngineLost;

const NO_NETWORK: NetworkSlice = {
  built: undefined,
  pretrained: undefined,
  isOpened: false,
  presentNetwork: undefined,
};

export const networkSlice: Slice<NetworkSlice, Heeded> = {
  initial: () => NO_NETWORK,
  on: {
    network: (_, { settings, pretrained, opened }) => ({
      built: settings,
      pretrained,
      isOpened: opened !== undefined,
      presentNetwork: undefined,
    }),
    'looked-back'({ built, pretrained, isOpened, presentNetwork }, { at, settings }) {
      if (!at) return { ...presentNetwork, presentNetwork: undefined };
      return {
        built: settings,
        pretrained: undefined,
        isOpened: false,
        presentNetwork: presentNetwork ?? { built, pretrained, isOpened },
      };
    },
    'engine-lost': () => NO_NETWORK,
  },
};
