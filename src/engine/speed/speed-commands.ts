import { settingsSchema } from '../../model/settings';
import type { SpeedCommands, SpeedQuestions } from '../../protocol/speed';
import type { EngineParts } from '../engine-parts';
import { askNetwork } from '../network/ask-network';

export const createSpeedCommands = ({
  network,
  speeds,
  training,
}: EngineParts): SpeedCommands & SpeedQuestions => ({
  knowSpeeds: async (known) => speeds.know(known),
  async nextRun(given) {
    const settings = settingsSchema.parse(given);
    if (!training.isActive) network.compileAhead(settings);
    await speeds.nextRun(settings);
  },
  async measureSpeeds(settings) {
    if (!training.isActive) await speeds.measure(settingsSchema.parse(settings));
  },
  async kernelTimes() {
    if (training.isActive) return undefined;
    return askNetwork(network, async ({ runtime }) => runtime.kernelTimes?.());
  },
});
