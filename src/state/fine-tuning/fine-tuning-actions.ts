import type { ActionContext, Controller } from '../controller';
import { ownImages } from '../own-digits/own-digits';
import { type FineTunable, fineTuneParts } from './fine-tuning-selectors';
import type { FineTuneAsked } from './fine-tuning-slice';

interface FineTuningActions {
  /** Trains the network in use further on all own digits but every third. Ignored while there are too few of them. */
  fineTune(): void;
  cancelFineTuning(): void;
  /** Whether the weights that came of it stay. */
  decideFineTuned(stays: boolean): void;
}

export const controlFineTuning = ({
  state,
  dispatch,
  engine,
}: ActionContext<FineTunable, FineTuneAsked>): Controller<FineTuningActions> => ({
  actions: {
    fineTune() {
      const parts = fineTuneParts(state());
      if (!parts) return;
      dispatch({ type: 'fine-tune-asked', learnt: parts.learnt.map(({ id }) => id) });
      engine.ask('fineTune', ownImages(parts.learnt), ownImages(parts.heldOut));
    },
    cancelFineTuning: () => engine.ask('cancelFineTuning'),
    decideFineTuned: (stays) => engine.ask(stays ? 'keepFineTuned' : 'takeBackFineTuned'),
  },
});
