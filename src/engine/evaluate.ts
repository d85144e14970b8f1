import type { LabelledImages } from '../data/dataset';
import { confusionCounts } from '../metrics/confusion';
import { scoreLogits } from '../metrics/logits';
import type { Evaluation } from '../protocol/engine-api';
import type { TrainStep } from './train-step/train-step';

/** Images a chunk: small enough that a stop between chunks is felt at once on the slowest backend. */
const CHUNK = 200;

/**
 * Loss, accuracy and confusion matrix of some images.
 * @param afterChunk - called after each chunk with the number of images done; may throw to cancel
 */
export async function evaluate(
  step: TrainStep,
  images: LabelledImages,
  positions: Uint32Array,
  afterChunk: (done: number) => Promise<void>,
): Promise<Evaluation> {
  const truth = Uint8Array.from(positions, (position) => images.labels[position] as number);
  const predicted = new Uint8Array(positions.length);
  let lossSum = 0;
  for (let start = 0; start < positions.length; start += CHUNK) {
    const end = Math.min(start + CHUNK, positions.length);
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
