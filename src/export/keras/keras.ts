import type { ExportFormat } from '../format';
import { writeArchive } from './archive';
import { kerasConfig, kerasMetadata } from './config';
import { kerasNodes } from './nodes';
import { readBack } from './read-back';
import { storedTensors, writeWeightsFile } from './weights-file';

/** A model as Keras 3 keeps it (`keras.saving.load_model`): images [n, 28, 28, 1], 0 to 1, to probabilities [n, classes]. */
export const keras: ExportFormat = {
  async files(network, { name }) {
    const nodes = kerasNodes(network);
    const content = await writeArchive({
      metadata: kerasMetadata(),
      config: kerasConfig(nodes, 'digit_lab'),
      weights: await writeWeightsFile(storedTensors(nodes), network.weights),
    });
    return [{ name: `${name}.keras`, content }];
  },

  async check([file], images, { engine }) {
    if (!file || typeof file.content === 'string') throw new Error('a file is missing');
    return engine.probabilities((await readBack(file.name, file.content)).network, images);
  },
};
