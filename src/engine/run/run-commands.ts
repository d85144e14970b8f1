import { z } from 'zod';
import { LIVE, settingsSchema } from '../../model/settings';
import type { CheckpointCommands } from '../../protocol/checkpoint';
import type { RunChange, RunCommands } from '../../protocol/run';
import type { Training } from './training';

const { learningRate, momentum, dropout } = settingsSchema.shape;
const liveSchema = z.strictObject({
  learningRate: learningRate.exactOptional(),
  momentum: momentum.exactOptional(),
  dropout: dropout.exactOptional(),
});

const changesSchema: z.ZodType<RunChange[]> = z.array(
  z
    .strictObject({ name: z.enum(LIVE), batch: z.number().int().min(1), from: z.number(), to: z.number() })
    .refine(({ name, to }) => liveSchema.safeParse({ [name]: to }).success),
);

export const createRunCommands = (training: Training): RunCommands & CheckpointCommands => ({
  train: async (settings, changes) => training.train(settings, changes && changesSchema.parse(changes)),
  continueRun: async (checkpoint) => training.continueRun(checkpoint),
  pause: async () => training.pause(),
  resume: async () => training.resume(),
  step: async (settings) => training.step(settings),
  stop: () => training.stop(),
  adjust: async (changes) => training.adjust(liveSchema.parse(changes)),
});
