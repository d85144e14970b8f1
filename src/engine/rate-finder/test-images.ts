import type { LabelledImages } from '../../data/dataset';
import { imagesAt } from '../../data/images-at';
import { epochOrder } from '../../data/split';
import { testBatches } from '../../metrics/rate-test';
import type { Settings } from '../../model/settings';
import type { DataInUse } from '../data/active-dataset';
import { epochImages } from '../data/epoch-images';
import type { ImageMaker } from '../data/image-maker';

/** What a learning-rate test trains on. */
interface TestImages {
  readonly training: LabelledImages;
  /** Positions in `training`. */
  readonly batches: readonly Uint32Array[];
}

/**
 * The first batches of a run, changed and mixed with drawn digits as they would be there; where there are few images they
 * come round, in another order each time. Only those that are needed, so that a device soon has them.
 * @throws Cancelled after the signal was aborted
 */
export async function testImages(
  signal: AbortSignal,
  settings: Settings,
  { dataset, split }: DataInUse,
  maker: ImageMaker,
): Promise<TestImages> {
  const { batchSize, trainingImages, seed } = settings;
  const positions = split.train.subarray(0, trainingImages);
  const count = testBatches(Math.ceil(positions.length / batchSize));
  const needed = epochOrder(positions, seed, 0).subarray(0, count * batchSize);
  const { drawn, classNames } = dataset;
  const train = imagesAt(dataset.train, needed);
  const all = Uint32Array.from(needed.keys());
  const made = epochImages({
    settings: { ...settings, epochs: 1 },
    dataset: { train, ...(drawn && { drawn }), ...(classNames && { classNames }) },
    positions: all,
    first: 0,
    maker,
  });
  const end = () => made?.end();
  signal.addEventListener('abort', end);
  const images = (await made?.of(0)) ?? train.images;
  signal.removeEventListener('abort', end);
  signal.throwIfAborted();
  const batches: Uint32Array[] = [];
  for (let pass = 0; batches.length < count; pass++) {
    const order = pass === 0 ? all : epochOrder(all, seed, pass);
    for (let start = 0; start < order.length && batches.length < count; start += batchSize) {
      batches.push(order.subarray(start, start + batchSize));
    }
  }
  return { training: { images, labels: train.labels }, batches };
}
