import type { LabelledImages } from '../../src/data/dataset';
import type { ReferenceSettings } from '../../src/engine/train-step/reference';
import type { TrainStep } from '../../src/engine/train-step/train-step';
import { initialWeights } from '../../src/model/initial-weights';
import type { Network } from '../../src/model/network';
import { parseNetwork } from '../../src/model/notation';
import { RandomStream } from '../../src/model/random';
import { planNetwork, planOf } from '../../src/model/shapes';

/** Settings of a step that a test does not care about. */
const ORDINARY = {
  activation: 'relu',
  optimizer: 'adam',
  momentum: 0.9,
  labelSmoothing: 0,
  seed: 7,
} as const;

export function network(notation: string): Network {
  const parsed = parseNetwork(notation);
  if (!parsed.ok) throw new RangeError(`not a network: ${notation}`);
  return parsed.network;
}

/** Four fifths background, the rest random ink; labels in turn. */
export function randomImages(count: number, seed = 1): LabelledImages {
  const random = new RandomStream(seed, 'shuffle');
  const images = new Uint8Array(count * 784).map(() => (random.uniform() < 0.8 ? 0 : random.below(256)));
  return { images, labels: new Uint8Array(count).map((_, i) => i % 10) };
}

/** What createReferenceStep is given for a network in short notation. */
export function stepSettings(notation: string, changes: Partial<ReferenceSettings> = {}): ReferenceSettings {
  const layers = network(notation);
  const init = { init: 'glorot', initStd: 1, seed: 3 } as const;
  return {
    ...ORDINARY,
    network: layers,
    weights: initialWeights(planOf(layers), init),
    training: randomImages(16),
    ...changes,
  };
}

/** ‖a − b‖₂ / ‖b‖₂ */
export function relativeDifference(a: Float32Array, b: Float32Array): number {
  const norm = (values: Float32Array) => Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0));
  return norm(a.map((value, i) => value - (b[i] as number))) / norm(b);
}

/** Puts some steps to work, each on the next few of the training images. */
export function runSteps(step: TrainStep, count: number, { images = 3, learningRate = 0.01 } = {}): void {
  for (let i = 0; i < count; i++) {
    const batch = new Uint32Array(images).map((_, k) => (i * images + k) % 16);
    step.run(batch, { step: i, learningRate });
  }
}

/** A possible network drawn at random: maps shrink until a dense layer ends it. */
export function randomNetwork(seed: number): string {
  const random = new RandomStream(seed, 'shuffle');
  const pick = (options: readonly string[]) => options[random.below(options.length)] as string;
  const tokens: string[] = [];
  for (let blocks = 1 + random.below(2); blocks > 0; blocks--) {
    const filters = 1 + random.below(5);
    tokens.push(`c${filters}k${1 + random.below(5)}${pick(['', 's2'])}${pick(['', 'same'])}`);
    tokens.push(pick(['p2', 'a2', 'p3s2', 'p2s1', 'a3s2', 'x30']));
  }
  if (random.below(2)) tokens.push('d9');
  const notation = [...tokens, 'd10'].join('-');
  return planNetwork(network(notation)).ok ? notation : randomNetwork(seed + 1000);
}
