import type { LabelledImages } from '../data/dataset';
import { confusionCounts } from '../metrics/confusion';
import { scoreLogits } from '../metrics/logits';
import type { Evaluation } from '../protocol/engine-api';
import type { TrainStep } from './train-step/train-step';

/** A chunk is as large as a training batch within these bounds, so that a stop is felt as soon as in training. */
const CHUNK = { min: 32, max: 256 } as const;

/**
 * Loss, accuracy and confusion matrix of some images.
 * @param batchSize - of the training
 * @param afterChunk - called after each chunk with the number of images done; may throw to cancel
 */
export async function evaluate(
  step: TrainStep,
  images: LabelledImages,
  positions: Uint32Array,
  batchSize: number,
  afterChunk: (done: number) => Promise<void>,
): Promise<Evaluation> {
  const truth = Uint8Array.from(positions, (position) => images.labels[position] as number);
  const predicted = new Uint8Array(positions.length);
  const chunk = Math.min(CHUNK.max, Math.max(CHUNK.min, batchSize));
  let lossSum = 0;
  for (let start = 0; start < positions.length; start += chunk) {
    const end = Math.min(start + chunk, positions.length);
    const logits = await step.logits(images, positions.subarray(start, end));
    const scores = scoreLogits(logits, truth.subarray(start, end));
    predicted.set(scores.predicted, start);
    lossSum += scores.lossSum;
    await afterChunk(end);
  }
  const right = predicted.filter((label, i) => label === truth[i]).length;
  return {
    images: positions.length,
    loss: lossSum / positions.length,
    accuracy: right / positions.length,
    confusion: confusionCounts(truth, predicted),
  };
}
