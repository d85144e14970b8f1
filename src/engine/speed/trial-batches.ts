import type { LabelledImages } from '../../data/dataset';
import { epochOrder } from '../../data/split';
import { INPUT_SIZE } from '../../model/network';
import type { Settings } from '../../model/settings';

/** Of the data in use: enough for a quarter of a second, and soon on a device. */
const MOST_IMAGES = 8192;

/** Images of the data in use, and whole batches of them, in a shuffled order as in a run. */
export function trialBatches(
  { images, labels }: LabelledImages,
  { batchSize, trainingImages, seed }: Settings,
): { readonly training: LabelledImages; readonly batches: readonly Uint32Array[] } {
  const count = Math.min(labels.length, trainingImages, MOST_IMAGES);
  const positions = Uint32Array.from({ length: count }, (_, position) => position);
  const order = epochOrder(positions, seed, 0);
  const size = Math.min(batchSize, count);
  const batches = Array.from({ length: Math.floor(count / size) }, (_, i) =>
    order.subarray(i * size, (i + 1) * size),
  );
  const training = {
    images: images.subarray(0, count * INPUT_SIZE),
    labels: labels.subarray(0, count),
  };
  return { training, batches };
}
