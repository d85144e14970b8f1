import { type Settings, settingsSchema } from '../../model/settings';
import { areWeightsOf, type TrainedNetwork } from '../../model/trained-network';
import type { BackendCommands } from '../../protocol/backend';
import type { NetworkCommands, NetworkQuestions } from '../../protocol/network';
import type { EngineParts } from '../engine-parts';
import { askNetwork } from './ask-network';

export function createNetworkCommands({
  emit,
  network,
  shipped,
  data,
  training,
  speeds,
}: EngineParts): NetworkCommands & BackendCommands {
  async function reset(settings: Settings): Promise<void> {
    if (training.isActive) return;
    const built = await network.build(settingsSchema.parse(settings), data.inUse?.dataset.train);
    if (built && !training.isActive) emit({ type: 'phase', phase: 'idle' });
  }

  return {
    async passOver(backends) {
      network.backend.passOver(backends);
      speeds.passOver(backends);
    },
    async begin(base, given) {
      const settings = settingsSchema.parse(given);
      const begun = await shipped.take(base, settings);
      if (begun === 'taken') emit({ type: 'phase', phase: 'idle' });
      if (begun === 'none') await reset(settings);
    },
    reset,
    async openNetwork(name, given, next) {
      if (training.isActive) return false;
      const trained = checked(given);
      return network.adopt({ ...trained, opened: name }, settingsSchema.parse(next));
    },
  };
}

export const createNetworkQuestions = ({ network }: Pick<EngineParts, 'network'>): NetworkQuestions => ({
  trainedNetwork: () =>
    askNetwork(network, async ({ runtime, settings, trainedBatches }) =>
      trainedBatches > 0 ? { settings, trainedBatches, weights: await runtime.weights() } : undefined,
    ),
});

/** @throws RangeError where there are not as many weights as the network has */
function checked({ settings: given, weights, trainedBatches }: TrainedNetwork): TrainedNetwork {
  const settings = settingsSchema.parse(given);
  if (!areWeightsOf(settings.network, weights))
    throw new RangeError('not as many weights as the network has');
  return { settings, weights, trainedBatches };
}
