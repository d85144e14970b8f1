import { settingsSchema } from '../../model/settings';
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
      whileIdle((inUse, images) => finder.run(settingsSchema.parse(given), images, inUse)),
    cancelRateTest: async () => finder.cancel(),
  };
}
