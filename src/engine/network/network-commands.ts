import { type Settings, settingsSchema } from '../../model/settings';
import type { NetworkCommands } from '../../protocol/network';
import type { EngineParts } from '../engine-parts';

export function createNetworkCommands({
  emit,
  network,
  shipped,
  data,
  training,
}: EngineParts): NetworkCommands {
  async function reset(settings: Settings): Promise<void> {
    if (training.isActive) return;
    const built = await network.build(settingsSchema.parse(settings), data.inUse?.dataset.train);
    if (built && !training.isActive) emit({ type: 'phase', phase: 'idle' });
  }

  return {
    async begin(base, given) {
      const settings = settingsSchema.parse(given);
      if (await shipped.take(base, settings)) emit({ type: 'phase', phase: 'idle' });
      else await reset(settings);
    },
    reset,
  };
}
