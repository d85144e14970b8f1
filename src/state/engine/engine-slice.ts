import type { EngineReadout } from '../../protocol/backend';
import type { EngineEvent, Fault } from '../../protocol/engine-api';
import type { Slice } from '../slice';

export interface EngineSlice {
  /** Undefined until a backend is up. */
  readonly readout: EngineReadout | undefined;
  readonly fault: Fault | undefined;
  /** The engine died so often that it is not started again by itself. */
  readonly engineGone: boolean;
}

/** An engine is there and knows nothing yet: the first, or one in the place of another that died. */
export interface EngineStarted {
  readonly type: 'engine-started';
}

/** The engine died, and all that it had. Each slice lets go of what was the engine's. */
export interface EngineLost {
  readonly type: 'engine-lost';
  readonly reason: string;
  /** It is not started again by itself. */
  readonly gone: boolean;
  /** The run under way goes on by itself, once an engine is there. */
  readonly goesOn: boolean;
}

/** The network that was in use last is in use again, without anybody's having asked for it. */
export interface NetworkPutBack {
  readonly type: 'network-put-back';
}

export type FaultDismissed = { readonly type: 'fault-dismissed' };

type Heeded =
  | Extract<EngineEvent, { type: 'engine' | 'fault' | 'phase' }>
  | NetworkPutBack
  | EngineStarted
  | EngineLost
  | FaultDismissed;

export const engineSlice: Slice<EngineSlice, Heeded> = {
  initial: () => ({ readout: undefined, fault: undefined, engineGone: false }),
  on: {
    engine: (_, { readout }) => ({ readout }),
    fault: (_, { fault }) => ({ fault }),
    // A new run puts the troubles of the last one behind.
    phase: (_, { phase }) => (phase === 'starting' ? { fault: undefined } : {}),
    'engine-started': ({ engineGone }) => (engineGone ? { engineGone: false, fault: undefined } : {}),
    'engine-lost': (_, { reason, gone, goesOn }) => ({
      readout: undefined,
      engineGone: gone,
      fault: {
        code: gone ? 'engine-gone' : goesOn ? 'engine-replaced' : 'engine-died',
        detail: reason,
      },
    }),
    'network-put-back': ({ fault }) =>
      fault?.code === 'engine-died' ? { fault: { ...fault, code: 'network-put-back' } } : {},
    'fault-dismissed': () => ({ fault: undefined }),
  },
};
