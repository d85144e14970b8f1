import { type Settings, settingsSchema } from '../../model/settings';
import type { EngineEvent } from '../../protocol/engine-api';
import type { NetworkCommands } from '../../protocol/network';
import type { ActiveDataset } from '../data/active-dataset';
import type { Training } from '../run/training';
import type { ActiveNetwork } from './active-network';
import type { ShippedNetwork } from './shipped-network';

interface NetworkParts {
  readonly emit: (event: EngineEvent) => void;
  readonly network: ActiveNetwork;
  readonly shipped: ShippedNetwork;
  readonly data: ActiveDataset;
  readonly training: Training;
}

export function createNetworkCommands(parts: NetworkParts): NetworkCommands {
  const { emit, network, shipped, data, training } = parts;

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
