import type { Settings } from '../../model/settings';
import type { EngineEvent } from '../../protocol/engine-api';
import type { PastMoment } from '../../protocol/history';
import type { EngineLost } from '../engine/engine-slice';
import type { Slice } from '../slice';

export interface LookBackSlice {
  /** The moment whose network is in use; undefined while it is the one of now. */
  readonly lookBack: (PastMoment & { readonly settings: Settings }) | undefined;
  /** The moment that was asked for last, while it is not there yet. */
  readonly lookBackAsked: PastMoment | undefined;
}

/** Undefined where it has come, or never will. */
export interface LookBackAsked {
  readonly type: 'look-back-asked';
  readonly moment: PastMoment | undefined;
}

type Heeded = LookBackAsked | Extract<EngineEvent, { type: 'looked-back' | 'network' }> | EngineLost;

const AT_PRESENT: LookBackSlice = { lookBack: undefined, lookBackAsked: undefined };

export const lookBackSlice: Slice<LookBackSlice, Heeded> = {
  initial: () => AT_PRESENT,
  on: {
    'look-back-asked': (_, { moment }) => ({ lookBackAsked: moment }),
    'looked-back': (_, { at, settings }) => ({ lookBack: at && { ...at, settings } }),
    network: () => AT_PRESENT,
    'engine-lost': () => AT_PRESENT,
  },
};
