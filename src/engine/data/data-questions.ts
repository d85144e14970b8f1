import { previewAugmentation } from '../../data/augment/preview';
import { inkAt } from '../../data/grey';
import { imagesAt } from '../../data/images-at';
import type { DataQuestions } from '../../protocol/data/data';
import { yieldToEventLoop } from '../yield-to-event-loop';
import type { ActiveDataset } from './active-dataset';
import { ImageSummaries } from './image-summary';

/** Answers questions about the data in use, by undefined while there are none. */
export function createDataQuestions(data: Pick<ActiveDataset, 'inUse'>): DataQuestions {
  const summaries = new ImageSummaries(yieldToEventLoop, (asked) => asked === data.inUse);
  return {
    async sample(position) {
      if (!data.inUse) return undefined;
      const { dataset, split } = data.inUse;
      return inkAt(dataset.train, split.validation[position % split.validation.length] as number);
    },
    async images(set, positions) {
      const source = data.inUse?.dataset[set];
      const areThere = source && positions.every((position) => position < source.labels.length);
      return areThere ? imagesAt(source, positions) : undefined;
    },
    previewAugmentation: async (image, options, samples) =>
      previewAugmentation(
        Uint8Array.from(image, (value) => Math.round(255 * value)),
        options,
        samples,
      ),
    labels: async (set) => data.inUse?.dataset[set].labels.slice(),
    summary: async (part) => data.inUse && summaries.of(part, data.inUse),
    cancelSummary: async () => summaries.cancel(),
  };
}
