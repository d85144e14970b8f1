import type { EngineReadout } from '../../protocol/backend';
import type { EngineEvent, Fault } from '../../protocol/engine-api';
import type { Slice } from '../slice';

export interface EngineSlice {
  /** Undefined until a backend is up. */
  readonly readout: EngineReadout | undefined;
  readonly fault: Fault | undefined;
  /** The engine died so often that it is not started again by itself. */
  readonly engineGone: boolean;
  /** Its program has not come for long. It is waited for. */
  readonly isEngineLate: boolean;
  /** It waits for a driver to give it a device. */
  readonly isAskingForDevice: boolean;
  /** It waits for the browser to give it a thread. */
  readonly isAwaitingThread: boolean;
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

/** The program of the engine's worker has not come for long, or has after all. */
export interface EngineLate {
  readonly type: 'engine-late';
  readonly isLate: boolean;
}

export type FaultDismissed = { readonly type: 'fault-dismissed' };

type Heeded =
  | Extract<EngineEvent, { type: 'engine' | 'device' | 'thread' | 'fault' | 'phase' }>
  | NetworkPutBack
  | EngineStarted
  | EngineLost
  | EngineLate
  | FaultDismissed;

const NOT_UP = { readout: undefined, isEngineLate: false, isAskingForDevice: false, isAwaitingThread: false };

export const engineSlice: Slice<EngineSlice, Heeded> = {
  initial: () => ({ ...NOT_UP, fault: undefined, engineGone: false }),
  on: {
    engine: (_, { readout }) => ({ readout }),
    device: (_, { step }) => ({ isAskingForDevice: step === 'asked' }),
    thread: (_, { isAwaited }) => ({ isAwaitingThread: isAwaited }),
    fault: (_, { fault }) => ({ fault }),
    // A new run puts the troubles of the last one behind.
    phase: (_, { phase }) => (phase === 'starting' ? { fault: undefined } : {}),
    'engine-started': ({ engineGone }) => (engineGone ? { engineGone: false, fault: undefined } : {}),
    'engine-late': (_, { isLate }) => ({ isEngineLate: isLate }),
    'engine-lost': (_, { reason, gone, goesOn }) => ({
      ...NOT_UP,
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
