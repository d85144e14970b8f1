import type { LabelledImages } from '../../data/dataset';
import { INPUT_SIZE } from '../../model/network';
import { RandomStream, shuffle } from '../../model/random';
import { type AugmentationOptions, isAugmented, type Settings } from '../../model/settings';
import type { DataInUse } from '../data/active-dataset';
import { type ImageMaker, makeAll } from '../data/image-maker';

/** Training images for each image of a person's own, so that nothing is forgotten. */
const REMINDERS = 3;
/** Own images in an epoch, at least: of fewer digits each comes several times, changed otherwise each time. */
const LEAST_OWN = 256;

/** How a person's digits are changed where the network was trained without augmentation: as their hand may vary. */
const AS_A_HAND_VARIES: AugmentationOptions = {
  shift: 1,
  rotation: 8,
  scaling: 0.08,
  shear: 6,
  elastic: 1,
  strokeWidth: 0.25,
  contrast: 0.1,
};

/** All images of a fine-tuning, and the order in which each epoch takes them. */
export interface Mixture {
  readonly images: LabelledImages;
  /** Positions in `images`, one array an epoch. */
  readonly epochs: readonly Uint32Array[];
}

interface MixtureParts {
  /** At least one. */
  readonly own: LabelledImages;
  readonly data: DataInUse;
  readonly settings: Settings;
  readonly maker: ImageMaker;
  readonly isWanted: () => boolean;
}

/**
 * For each epoch a person's own digits, changed at random anew, and three times as many training images, drawn anew and
 * changed as they were when the network was trained.
 * @throws Cancelled
 */
export async function mixture(parts: MixtureParts, epochs: number): Promise<Mixture> {
  const { own, data, settings } = parts;
  const ownInEpoch = own.labels.length * Math.ceil(LEAST_OWN / own.labels.length);
  const inEpoch = ownInEpoch * (1 + REMINDERS);
  const images = new Uint8Array(epochs * inEpoch * INPUT_SIZE);
  const labels = new Uint8Array(epochs * inEpoch);
  const training = data.split.train.subarray(0, settings.trainingImages);
  const orders: Uint32Array[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const start = epoch * inEpoch;
    const random = new RandomStream(settings.seed, 'mix', epoch);
    for (let i = 0; i < inEpoch; i++) {
      const isOwn = i < ownInEpoch;
      const source = isOwn ? own : data.dataset.train;
      const from = isOwn ? i % own.labels.length : (training[random.below(training.length)] as number);
      images.set(
        source.images.subarray(from * INPUT_SIZE, (from + 1) * INPUT_SIZE),
        (start + i) * INPUT_SIZE,
      );
      labels[start + i] = source.labels[from] as number;
    }
    const order = Uint32Array.from({ length: inEpoch }, (_, i) => start + i);
    const isTrainedSo = isAugmented(settings);
    const changed = isTrainedSo ? order : order.subarray(0, ownInEpoch);
    await change(images, changed, isTrainedSo ? settings : AS_A_HAND_VARIES, parts);
    orders.push(shuffle(order.slice(), random));
  }
  return { images: { images, labels }, epochs: orders };
}

/** @param positions - one after the other, in `images` */
async function change(
  images: Uint8Array,
  positions: Uint32Array,
  options: AugmentationOptions,
  { maker, settings: { seed }, isWanted }: MixtureParts,
): Promise<void> {
  const start = positions[0] as number;
  await makeAll(
    positions.length,
    (first, end) =>
      maker.augment({
        images: images.slice((start + first) * INPUT_SIZE, (start + end) * INPUT_SIZE),
        source: { seed, numbers: positions.slice(first, end) },
        options,
      }),
    (made, first) => images.set(made, (start + first) * INPUT_SIZE),
    isWanted,
  );
}
