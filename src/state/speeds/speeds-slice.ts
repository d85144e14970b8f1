import type { EngineEvent } from '../../protocol/engine-api';
import type { Speeds } from '../../protocol/speed';
import type { EngineLost } from '../engine/engine-slice';
import type { Slice } from '../slice';

export interface SpeedsSlice {
  /** What the next run could be trained on, and how fast; undefined until the engine has looked. */
  readonly speeds: Speeds | undefined;
}

type Heeded = Extract<EngineEvent, { type: 'speeds' }> | EngineLost;

export const speedsSlice: Slice<SpeedsSlice, Heeded> = {
  initial: () => ({ speeds: undefined }),
  on: {
    speeds: (_, { speeds }) => ({ speeds }),
    'engine-lost': () => ({ speeds: undefined }),
  },
};
