import type { EngineEvent } from '../../protocol/engine-api';
import type { FineTuned } from '../../protocol/fine-tune';
import type { EngineLost } from '../engine/engine-slice';
import type { Slice } from '../slice';

/** What is known of the network in use having been trained further on a person's own digits. */
interface FineTuning {
  /** Under way: a share of it. */
  readonly done: number | undefined;
  /** The last that came to its end. */
  readonly tuned: FineTuned | undefined;
  /** Own digits that the network in use has learnt from, by their ids. */
  readonly learntFrom: ReadonlySet<string>;
  /** Those it has learnt from without the last fine-tuning. */
  readonly learntBefore: ReadonlySet<string>;
  /** Those that the one under way learns from. */
  readonly asked: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

const NOT_TUNED: FineTuning = {
  done: undefined,
  tuned: undefined,
  learntFrom: NONE,
  learntBefore: NONE,
  asked: NONE,
};

export interface FineTuningSlice {
  readonly fineTuning: FineTuning;
}

export interface FineTuneAsked {
  readonly type: 'fine-tune-asked';
  /** Own digits to learn from, by their ids. */
  readonly learnt: readonly string[];
}

type Heeded =
  | FineTuneAsked
  | Extract<EngineEvent, { type: 'fine-tuning' | 'fine-tuned' | 'network' }>
  | EngineLost;

export const fineTuningSlice: Slice<FineTuningSlice, Heeded> = {
  initial: () => ({ fineTuning: NOT_TUNED }),
  on: {
    'fine-tune-asked': ({ fineTuning }, { learnt }) => ({
      fineTuning: { ...fineTuning, asked: new Set(learnt) },
    }),
    'fine-tuning': ({ fineTuning }, { done }) => ({ fineTuning: { ...fineTuning, done } }),
    'fine-tuned': ({ fineTuning }, { tuned }) => ({
      fineTuning: { ...withDecision(fineTuning, tuned.decision), done: undefined, tuned },
    }),
    network: () => ({ fineTuning: NOT_TUNED }),
    'engine-lost': () => ({ fineTuning: NOT_TUNED }),
  },
};

function withDecision(state: FineTuning, decision: FineTuned['decision']): FineTuning {
  switch (decision) {
    case 'open':
      return {
        ...state,
        learntFrom: new Set([...state.learntFrom, ...state.asked]),
        learntBefore: state.learntFrom,
      };
    case 'kept':
      return state;
    case 'taken-back':
      return { ...state, learntFrom: state.learntBefore };
    default:
      return decision satisfies never;
  }
}
