import type { Settings } from '../../model/settings';
import type { EngineLost } from '../engine/engine-slice';
import type { Slice } from '../slice';

export interface ExperimentsSlice {
  /** Undefined until one is made. */
  readonly experiments: Experiments | undefined;
}

/** Runs that are compared with one of the same settings but for one thing. */
export interface Experiments {
  /** What they are compared with. */
  readonly base: Settings;
  /** To be trained one after the other, each when the run before it has ended. */
  readonly waiting: readonly Settings[];
}

export interface ExperimentsSet {
  readonly type: 'experiments-set';
  readonly experiments: Experiments;
}

export const experimentsSlice: Slice<ExperimentsSlice, ExperimentsSet | EngineLost> = {
  initial: () => ({ experiments: undefined }),
  on: {
    'experiments-set': (_, { experiments }) => ({ experiments }),
    'engine-lost': (state, { gone, goesOn }) => {
      const { experiments } = state;
      return gone || !goesOn ? { experiments: experiments && { ...experiments, waiting: [] } } : {};
    },
  },
};
