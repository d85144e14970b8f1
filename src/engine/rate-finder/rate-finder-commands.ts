import { classesIn } from '../../data/dataset';
import { settingsSchema } from '../../model/settings';
import { settingsProblem } from '../../model/settings-problem';
import type { RateFinderCommands } from '../../protocol/rate-finder';
import type { EngineParts } from '../engine-parts';
import type { WhileIdle } from '../run/while-idle';
import { yieldToEventLoop } from '../yield-to-event-loop';
import { RateFinder } from './rate-finder';

export function createRateFinderCommands(parts: EngineParts, whileIdle: WhileIdle): RateFinderCommands {
  const { emit, network, data, maker, training } = parts;
  const finder = new RateFinder({
    emit,
    maker,
    makeStep: (settings, images) => network.stepApart(settings, images),
    isWanted: (images, inUse) => !training.isActive && images === data.inUse && inUse === network.current,
    yieldToEventLoop,
    now: () => performance.now(),
  });
  return {
    testRates: (given) =>
      whileIdle(async (inUse, images) => {
        const settings = settingsSchema.parse(given);
        if (settingsProblem(settings, classesIn(images.dataset))) return;
        await finder.run(settings, images, inUse);
      }),
    cancelRateTest: async () => finder.cancel(),
  };
}
