import { previewAugmentation } from '../../data/augment/preview';
import type { LabelledImages } from '../../data/dataset';
import { scoreLogits, softmax, softmaxRows } from '../../metrics/logits';
import { looksLikeDigit } from '../../model/detector';
import { CLASSES, INPUT_SIZE } from '../../model/network';
import type { Detector } from '../../model/pretrained';
import type { Inquiries } from '../../protocol/engine-api';
import type { ImageReadings } from '../../protocol/fine-tune';
import { rejectOnDeviceLoss } from '../backend/reject-on-device-loss';
import type { DataInUse } from '../data/active-dataset';
import { ImageSummaries } from '../data/image-summary';
import type { NetworkInUse } from '../network/active-network';
import { yieldToEventLoop } from '../yield-to-event-loop';
import { deadUnits } from './dead-units';
import { Inspector } from './inspector';
import { Projector } from './projection/projector';
import { startEmbedding } from './projection/start-embedding';

interface InquiryParts {
  readonly data: () => DataInUse | undefined;
  readonly network: () => NetworkInUse | undefined;
  readonly isTraining: () => boolean;
  /** What ships with the page, once it is known whether it does. */
  readonly detector: () => Promise<Detector | undefined>;
}

/** Answers questions about the data and the network in use; each is answered by undefined while these are not there. */
export function createInquiries({ data, network, isTraining, detector }: InquiryParts): Inquiries {
  const projector = new Projector({
    startEmbedding,
    yieldToEventLoop: yieldToEventLoop,
    isInUse: (asked) => asked === network(),
  });
  const summaries = new ImageSummaries(yieldToEventLoop, (asked) => asked === data());

  /** Refused when the device is lost under it. */
  async function ask<T>(question: (inUse: NetworkInUse) => Promise<T>): Promise<T | undefined> {
    const inUse = network();
    return inUse && rejectOnDeviceLoss(inUse, question(inUse));
  }

  async function askWithData<T>(question: (inUse: NetworkInUse, images: DataInUse) => Promise<T>) {
    const images = data();
    return images && ask((inUse) => question(inUse, images));
  }

  return {
    activations: (image) =>
      ask(async ({ step, trainedBatches }) => {
        const layers = await step.activations(image);
        const logits = layers[layers.length - 1]?.values;
        return logits && { probabilities: softmax(logits), layers, trainedBatches };
      }),
    async sample(position) {
      const inUse = data();
      if (!inUse) return undefined;
      const { dataset, split } = inUse;
      const start = INPUT_SIZE * (split.validation[position % split.validation.length] as number);
      return Float32Array.from(
        dataset.train.images.subarray(start, start + INPUT_SIZE),
        (grey) => grey / 255,
      );
    },
    async images(set, positions) {
      const source = data()?.dataset[set];
      return source && imagesAt(source, positions);
    },
    previewAugmentation: async (image, options, samples) =>
      previewAugmentation(
        Uint8Array.from(image, (value) => Math.round(255 * value)),
        options,
        samples,
      ),
    labels: async (set) => data()?.dataset[set].labels.slice(),
    async summary(part) {
      const inUse = data();
      return inUse && summaries.of(part, inUse);
    },
    async cancelSummary() {
      summaries.cancel();
    },
    weights: (layers) => ask((inUse) => new Inspector(inUse).weights(layers)),
    weightedSums: (image, layer) => ask((inUse) => new Inspector(inUse).weightedSums(image, layer)),
    attribution: (image, digit) => ask((inUse) => new Inspector(inUse).attribution(image, digit)),
    deadUnits: () =>
      askWithData(async (inUse, { dataset, split }) => {
        const isWanted = () => !isTraining() && inUse === network();
        if (!isWanted()) return undefined;
        // Hundreds of looks: with the kernels that a network that came trained makes when it first needs them.
        await inUse.step.inFlightAtMost(0);
        return deadUnits(inUse, dataset.train, split.validation, yieldToEventLoop, isWanted);
      }),
    projection: (method) => askWithData((inUse, { dataset }) => projector.project(inUse, dataset, method)),
    async cancelProjection() {
      projector.cancel();
    },
    neighbours: (image, count, asker) =>
      askWithData((inUse, images) => projector.neighbours(inUse, images, image, { count, asker })),
    async cancelNeighbours(asker) {
      projector.cancelNeighbours(asker);
    },
    readImages: (images) => ask((inUse) => readAll(inUse, images)),
    async looksLikeDigit(image) {
      const known = await detector();
      return known && looksLikeDigit(known, image);
    },
  };
}

/** Images between two moments in which commands can come in. */
const CHUNK = 128;

/** @param images - [n, 28, 28] */
async function readAll({ step }: NetworkInUse, images: Uint8Array): Promise<ImageReadings> {
  const labels = new Uint8Array(images.length / INPUT_SIZE);
  const predicted = new Uint8Array(labels.length);
  const probability = new Float32Array(labels.length);
  for (let start = 0; start < labels.length; start += CHUNK) {
    const length = Math.min(CHUNK, labels.length - start);
    const positions = Uint32Array.from({ length }, (_, i) => start + i);
    const logits = await step.logits({ images, labels }, positions);
    const read = scoreLogits(logits, labels.subarray(start, start + length)).predicted;
    const shares = softmaxRows(logits);
    predicted.set(read, start);
    for (const [i, label] of read.entries()) probability[start + i] = shares[i * CLASSES + label] as number;
    await yieldToEventLoop();
  }
  return { predicted, probability };
}

/** Undefined where a position is none of theirs. */
function imagesAt(source: LabelledImages, positions: Uint32Array): LabelledImages | undefined {
  if (positions.some((position) => position >= source.labels.length)) return undefined;
  const images = new Uint8Array(positions.length * INPUT_SIZE);
  for (const [i, position] of positions.entries()) {
    images.set(source.images.subarray(position * INPUT_SIZE, (position + 1) * INPUT_SIZE), i * INPUT_SIZE);
  }
  return { images, labels: Uint8Array.from(positions, (position) => source.labels[position] as number) };
}
