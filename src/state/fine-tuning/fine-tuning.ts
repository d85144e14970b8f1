import type { EngineEvent } from '../../protocol/engine-api';
import type { FineTuned } from '../../protocol/fine-tune';
import type { LabState } from '../lab-state';

/** What is known of the network in use having been trained further on a person's own digits. */
export interface FineTuning {
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

export const NOT_TUNED: FineTuning = {
  done: undefined,
  tuned: undefined,
  learntFrom: NONE,
  learntBefore: NONE,
  asked: NONE,
};

export type FineTuningEvent =
  | Extract<EngineEvent, { type: 'fine-tuning' | 'fine-tuned' }>
  | { type: 'fine-tune-asked'; learnt: readonly string[] };

export function reduceFineTuning(state: FineTuning, event: FineTuningEvent): FineTuning {
  switch (event.type) {
    case 'fine-tune-asked':
      return { ...state, asked: new Set(event.learnt) };
    case 'fine-tuning':
      return { ...state, done: event.done };
    case 'fine-tuned':
      return { ...withDecision(state, event.tuned.decision), done: undefined, tuned: event.tuned };
    default:
      return event satisfies never;
  }
}

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

/** The weights in use are not those that a run or the page's own network left. */
export const isFineTuned = ({ fineTuning: { learntFrom } }: Pick<LabState, 'fineTuning'>): boolean =>
  learntFrom.size > 0;
