import type { ActionContext, Controller } from '../controller';
import type { Startable } from '../run/run-selectors';
import { rateTestBlock } from './rate-finder-selectors';

interface RateFinderActions {
  /** Tries learning rates for the next run. Ignored where no run could begin. */
  findRate(): void;
  cancelRateTest(): void;
}

export const controlRateFinder = ({
  state,
  engine,
}: ActionContext<Startable, never>): Controller<RateFinderActions> => ({
  actions: {
    findRate() {
      if (!rateTestBlock(state())) engine.ask('testRates', state().settings);
    },
    cancelRateTest: () => engine.ask('cancelRateTest'),
  },
});
