import type { RunCommands } from '../../protocol/run';
import type { Training } from './training';

export const createRunCommands = (training: Training): RunCommands => ({
  train: async (settings) => training.train(settings),
  pause: async () => training.pause(),
  resume: async () => training.resume(),
  step: async (settings) => training.step(settings),
  stop: () => training.stop(),
});
