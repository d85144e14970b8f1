import { softmaxRows } from '../../metrics/logits';
import type { TakeAwayQuestions } from '../../protocol/take-away';
import { logitsOf } from './logits-of';

/** Whoever takes a network away, or looks at one that was brought, waits for nobody but the weights. */
export const createTakeAwayQuestions = (): TakeAwayQuestions => ({
  probabilities: async (taken, images) => softmaxRows(await logitsOf(taken, images)),
  async layersModel(taken, metadata) {
    const { writeLayersModel } = await import('./layers-model');
    return writeLayersModel(taken, metadata);
  },
  async readLayersModel(files, images) {
    const { readLayersModel } = await import('./layers-model');
    return readLayersModel(files, images);
  },
});
