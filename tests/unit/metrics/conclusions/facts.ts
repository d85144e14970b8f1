import type { EpochMean, ReadImages, RunFacts } from '../../../../src/metrics/conclusions/run-facts';
import { confusionCounts } from '../../../../src/metrics/confusion';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';

interface ReadPair {
  readonly truth: number;
  readonly predicted: number;
  readonly times: number;
  /** Of the predicted class; the others share the rest. */
  readonly probability?: number;
}

/** Images of which these were read so. */
export function readings(pairs: readonly ReadPair[]): ReadImages {
  const all = pairs.flatMap((pair) => new Array<ReadPair>(pair.times).fill(pair));
  const truth = Uint8Array.from(all, (pair) => pair.truth);
  const predicted = Uint8Array.from(all, (pair) => pair.predicted);
  const probabilities = new Float32Array(10 * all.length);
  for (const [i, { predicted: read, probability = 0.99 }] of all.entries()) {
    probabilities.fill((1 - probability) / 9, 10 * i, 10 * i + 10);
    probabilities[10 * i + read] = probability;
  }
  const positions = Uint32Array.from(all, (_, i) => 1000 + i);
  return {
    set: 'test',
    positions,
    truth,
    predicted,
    probabilities,
    confusion: confusionCounts(truth, predicted, 10),
  };
}

/** Every digit right `times` times. */
export const allRight = (times: number, probability = 0.99): ReadPair[] =>
  Array.from({ length: 10 }, (_, digit) => ({ truth: digit, predicted: digit, times, probability }));

export const epochs = (images: number, ...means: readonly [loss: number, accuracy: number][]): EpochMean[] =>
  means.map(([loss, accuracy]) => ({ images, loss, accuracy }));

export const NO_FACTS: RunFacts = {
  settings: DEFAULT_SETTINGS,
  data: { official: true, train: 55_000 },
  isEdited: false,
  readings: undefined,
  training: [],
  validation: [],
  divergedAfter: undefined,
  before: undefined,
  deadUnits: [],
};
