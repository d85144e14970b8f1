import { z } from 'zod';
import { settingsSchema } from '../../model/settings';
import type { CheckpointCommands } from '../../protocol/checkpoint';
import type { RunCommands } from '../../protocol/run';
import type { Training } from './training';

const { learningRate, momentum, dropout } = settingsSchema.shape;
const liveSchema = z.strictObject({
  learningRate: learningRate.exactOptional(),
  momentum: momentum.exactOptional(),
  dropout: dropout.exactOptional(),
});

export const createRunCommands = (training: Training): RunCommands & CheckpointCommands => ({
  train: async (settings) => training.train(settings),
  continueRun: async (checkpoint) => training.continueRun(checkpoint),
  pause: async () => training.pause(),
  resume: async () => training.resume(),
  step: async (settings) => training.step(settings),
  stop: () => training.stop(),
  adjust: async (changes) => training.adjust(liveSchema.parse(changes)),
});
