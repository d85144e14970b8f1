import * as tf from '@tensorflow/tfjs';
import { augment } from '../../src/data/augment/augment';
import type { LabelledImages } from '../../src/data/dataset';
import { epochOrder, splitTraining } from '../../src/data/split';
import { createReferenceStep } from '../../src/engine/train-step/reference';
import { initialWeights } from '../../src/model/initial-weights';
import { INPUT_SIZE } from '../../src/model/network';
import { rateAt } from '../../src/model/schedule';
import { isAugmented, type Settings, trainedNetwork } from '../../src/model/settings';
import { planOf } from '../../src/model/shapes';

/** The loss of each batch of a run by the lab's reference step. */
export async function labCurve(settings: Settings, training: LabelledImages): Promise<number[]> {
  await tf.setBackend('cpu');
  const weights = initialWeights(planOf(settings.network), settings);
  const step = createReferenceStep({ ...settings, network: trainedNetwork(settings), weights, training });
  const positions = splitTraining(training.labels.length).train.subarray(0, settings.trainingImages);
  const batches = Math.ceil(positions.length / settings.batchSize);
  const losses: number[] = [];
  let done = 0;
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    if (isAugmented(settings)) step.setImages(augmented(settings, training, positions, epoch));
    const order = epochOrder(positions, settings.seed, epoch);
    for (let start = 0; start < order.length; start += settings.batchSize) {
      const learningRate = rateAt(settings, batches, done + 1);
      step.run(order.subarray(start, start + settings.batchSize), { step: done, learningRate });
      await step.readyForMore();
      done += 1;
    }
    losses.push(...(await step.results()).map(({ loss }) => loss));
  }
  step.dispose();
  return losses;
}

function augmented(
  settings: Settings,
  { images, labels }: LabelledImages,
  positions: Uint32Array,
  epoch: number,
): Uint8Array {
  const changed = images.slice();
  for (const position of positions) {
    const image = images.subarray(position * INPUT_SIZE, (position + 1) * INPUT_SIZE);
    const numbers = Uint32Array.of(epoch * labels.length + position);
    changed.set(augment(image, { seed: settings.seed, numbers }, settings), position * INPUT_SIZE);
  }
  return changed;
}
