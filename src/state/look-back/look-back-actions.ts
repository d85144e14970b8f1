import type { EngineEvent } from '../../protocol/engine-api';
import type { PastMoment } from '../../protocol/history';
import type { ActionContext, Controller } from '../controller';
import type { DataSlice } from '../data/data-slice';
import type { HistoryEdit, HistorySlice } from '../history/history-slice';
import type { InspectionSlice } from '../inspection/inspection-slice';
import { LatestQuestion } from '../inspection/latest-question';
import type { LookBackAsked, LookBackSlice } from './look-back-slice';

interface LookBackActions {
  /** Puts the network of that moment into use; of moments that are asked for faster than they come, only the last. */
  lookBack(moment: PastMoment): void;
  /** The network of now is in use again. */
  lookAtPresent(): void;
}

/** A moment that is looked at for so long, in milliseconds, has the validation images read: not each that is passed by. */
const REST_MS = 200;

type State = LookBackSlice & InspectionSlice & DataSlice & HistorySlice;
type Followed =
  | Extract<EngineEvent, { type: 'looked-back' }>
  | Extract<HistoryEdit, { type: 'run-deleted' | 'runs-found' }>;

export function controlLookBack({
  state,
  dispatch,
  engine,
}: ActionContext<State, LookBackAsked>): Controller<LookBackActions, Followed, State> {
  const questions = new LatestQuestion();
  let rest: ReturnType<typeof setTimeout> | undefined;

  async function ask(moment: PastMoment): Promise<void> {
    const asked = engine.commands.lookBack(moment);
    engine.tellFailure('lookBack', asked);
    await asked.catch(() => undefined);
    if (state().lookBackAsked === moment) dispatch({ type: 'look-back-asked', moment: undefined });
  }

  function readValidation(): void {
    const { lookBack, readings, dataset } = state();
    if (lookBack && !readings.validation && dataset.status === 'ready') engine.ask('read', 'validation');
  }

  function lookAtPresent(): void {
    questions.drop();
    if (state().lookBackAsked) dispatch({ type: 'look-back-asked', moment: undefined });
    engine.ask('lookAtPresent');
  }

  return {
    actions: {
      lookBack(moment) {
        dispatch({ type: 'look-back-asked', moment });
        questions.put(() => ask(moment));
      },
      lookAtPresent,
    },
    after: {
      'looked-back'() {
        clearTimeout(rest);
        rest = setTimeout(readValidation, REST_MS);
      },
      'run-deleted'({ run }) {
        if (state().lookBack?.run === run) lookAtPresent();
      },
      'runs-found'(_, { runs: before }) {
        const { lookBack, runs } = state();
        const isIn = (list: typeof runs) => list.some(({ id }) => id === lookBack?.run);
        // Another tab has put it away, or it has made room for those of others: there is no bar to go back by any more.
        if (isIn(before) && !isIn(runs)) lookAtPresent();
      },
    },
  };
}
