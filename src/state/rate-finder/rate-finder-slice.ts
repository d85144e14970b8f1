import type { EngineEvent } from '../../protocol/engine-api';
import type { RateTest } from '../../protocol/rate-finder';
import type { EngineLost } from '../engine/engine-slice';
import type { Slice } from '../slice';

export interface RateFinderSlice {
  /** The test under way, or the last that came to its end. */
  readonly rateTest: RateTest | undefined;
}

type Heeded = Extract<EngineEvent, { type: 'rate-test' }> | EngineLost;

export const rateFinderSlice: Slice<RateFinderSlice, Heeded> = {
  initial: () => ({ rateTest: undefined }),
  on: {
    'rate-test': (_, { test }) => ({ rateTest: test }),
    'engine-lost': () => ({ rateTest: undefined }),
  },
};
