import type { LabelledImages } from '../../data/dataset';
import { confusionCounts } from '../../metrics/confusion';
import { scoreLogits, softmaxRows } from '../../metrics/logits';
import { fitTemperature } from '../../metrics/temperature';
import { classesOf } from '../../model/network';
import type { Settings } from '../../model/settings';
import type { Part, Readings } from '../../protocol/data/images';
import type { NetworkRuntime } from '../train-step/network-runtime';

/**
 * A chunk is as large as a training batch within these bounds, so that a stop is felt as soon as in training, where the
 * network does not say otherwise.
 */
const CHUNK = { min: 32, max: 256 } as const;

/** Images of one file that are evaluated together. */
export interface EvaluatedPart {
  readonly part: Part;
  readonly images: LabelledImages;
  readonly positions: Uint32Array;
}

/** A network as far as an evaluation asks it. */
export interface EvaluatedNetwork {
  readonly runtime: Pick<NetworkRuntime, 'logits' | 'imagesAtOnce'>;
  readonly settings: Pick<Settings, 'network'>;
  readonly trainedBatches: number;
  readonly weightsVersion: number;
}

/**
 * What the network reads in the images of a part, with loss, accuracy and confusion matrix; of validation images with the
 * temperature too.
 * @param batchSize - of the training
 * @param afterChunk - called after each chunk with the number of images done; may throw to cancel
 */
export async function evaluate(
  { runtime, settings, trainedBatches, weightsVersion }: EvaluatedNetwork,
  { part, images, positions }: EvaluatedPart,
  batchSize: number,
  afterChunk: (done: number) => Promise<void>,
): Promise<Readings> {
  const truth = Uint8Array.from(positions, (position) => images.labels[position] as number);
  const predicted = new Uint8Array(positions.length);
  const chunk = runtime.imagesAtOnce ?? Math.min(CHUNK.max, Math.max(CHUNK.min, batchSize));
  const classes = classesOf(settings.network);
  const probabilities = new Float32Array(positions.length * classes);
  let lossSum = 0;
  for (let start = 0; start < positions.length; start += chunk) {
    const end = Math.min(start + chunk, positions.length);
    const logits = await runtime.logits(images, positions.subarray(start, end));
    const scores = scoreLogits(logits, truth.subarray(start, end));
    predicted.set(scores.predicted, start);
    probabilities.set(softmaxRows(logits, classes), start * classes);
    lossSum += scores.lossSum;
    await afterChunk(end);
  }
  const right = predicted.filter((label, i) => label === truth[i]).length;
  const evaluation = {
    images: positions.length,
    loss: lossSum / positions.length,
    accuracy: right / positions.length,
    confusion: confusionCounts(truth, predicted, classes),
  };
  // A copy: of a part of an array, a message takes the whole.
  return {
    part,
    trainedBatches,
    weightsVersion,
    positions: positions.slice(),
    truth,
    predicted,
    probabilities,
    evaluation,
    ...(part === 'validation' && { temperature: fitTemperature(probabilities, truth) }),
  };
}
