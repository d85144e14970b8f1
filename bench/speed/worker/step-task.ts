import type { LabelledImages } from '../../../src/data/dataset';
import { epochOrder } from '../../../src/data/split';
import type { ReferenceSettings } from '../../../src/engine/train-step/reference';
import type { TrainStep } from '../../../src/engine/train-step/train-step';
import { initialWeights } from '../../../src/model/initial-weights';
import { parseNetwork } from '../../../src/model/notation';
import { INITIAL_SETTINGS, optimizerSettings } from '../../../src/model/settings';
import { planOf } from '../../../src/model/shapes';
import { BATCH, type BenchNetwork, LEARNING_RATE } from '../networks';
import type { Task } from './paced-task';

const SEED = 1;

/** A network as a step of the project wants it. */
export function stepSettings(network: BenchNetwork, training: LabelledImages): ReferenceSettings {
  const parsed = parseNetwork(network.notation);
  if (!parsed.ok) throw new RangeError(`not a network: ${network.notation}`);
  return {
    network: parsed.network,
    weights: initialWeights(planOf(parsed.network), { init: 'glorot', initStd: 1, seed: SEED }),
    training,
    ...optimizerSettings(INITIAL_SETTINGS),
    optimizer: 'adam',
    ...network.optimization,
    activation: network.activation,
    labelSmoothing: 0,
    seed: SEED,
  };
}

/** A step of the project, driven as a run of the engine drives it: shuffled epochs, the next step when it asks for it. */
export function stepTask(step: TrainStep, images: number, batch = BATCH): Task {
  const positions = Uint32Array.from({ length: images - (images % batch) }, (_, position) => position);
  let order: Uint32Array = positions;
  let steps = 0;
  const nextBatch = () => {
    const start = (steps * batch) % order.length;
    if (start === 0) order = epochOrder(positions, SEED, (steps * batch) / order.length);
    return order.subarray(start, start + batch);
  };
  return {
    unitsAStep: batch,
    async run(count) {
      for (const end = steps + count; steps < end; steps++) {
        step.run(nextBatch(), { step: steps, learningRate: LEARNING_RATE });
        await step.readyForMore();
      }
      await step.results();
      if (!(await step.weightsAreFinite())) throw new Error('the weights are not finite any more');
    },
  };
}
