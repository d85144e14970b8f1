import { beforeAll, beforeEach, expect, it } from 'vitest';
import { applyChange, randomChange } from '../../../../src/data/augment/augment';
import type { LabelledImages } from '../../../../src/data/dataset';
import { splitTraining } from '../../../../src/data/split';
import { drawDigits } from '../../../../src/data/synthetic/draw-digits';
import type { DataInUse } from '../../../../src/engine/data/active-dataset';
import { makeImages } from '../../../../src/engine/data/make-images';
import { FineTuner, type FineTunerParts } from '../../../../src/engine/fine-tune/fine-tuner';
import { ValidationCache } from '../../../../src/engine/inspect/validation-cache';
import type { NetworkInUse } from '../../../../src/engine/network/network-in-use';
import type { TrainStep } from '../../../../src/engine/train-step/train-step';
import { createWasmStep } from '../../../../src/engine/train-step/wasm/wasm-step';
import { initialWeights } from '../../../../src/model/initial-weights';
import { parseNetwork } from '../../../../src/model/notation';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import type { Settings } from '../../../../src/model/settings';
import { planOf } from '../../../../src/model/shapes';
import type { EngineEvent } from '../../../../src/protocol/engine-api';
import type { FineTuned } from '../../../../src/protocol/fine-tune';
import { networkOf } from '../network/network-of';

const parsed = parseNetwork('c6k5-p2-d10');
const SETTINGS: Settings = { ...DEFAULT_SETTINGS, network: parsed.ok ? [...parsed.network] : [] };

function digits(count: number, first: number): LabelledImages {
  const labels = Uint8Array.from({ length: count }, (_, i) => i % 10);
  const options = { style: 'realistic', noise: 0, blur: 0 } as const;
  return { images: drawDigits(labels, { seed: 1, first }, options), labels };
}

/** A hand that leans far to one side. */
function leaning({ images, labels }: LabelledImages): LabelledImages {
  const random = { uniform: () => 0.5 };
  const lean = { ...randomChange(SETTINGS, random), shear: 0.9 };
  const changed = new Uint8Array(images.length);
  for (const i of labels.keys()) {
    applyChange(images.subarray(784 * i, 784 * (i + 1)), changed.subarray(784 * i, 784 * (i + 1)), lean);
  }
  return { images: changed, labels };
}

const training = digits(1200, 0);
const DATA: DataInUse = {
  dataset: { train: training, test: digits(10, 5000), official: false, origin: 'a test' },
  split: splitTraining(1200),
};
const OWN = { learnt: leaning(digits(60, 10_000)), heldOut: leaning(digits(60, 20_000)) };

const stepOf = (weights: readonly Float32Array[], images: LabelledImages) =>
  createWasmStep({ ...SETTINGS, weights, training: images, workers: 1 });

/** Of a network that reads the drawn digits well. */
let trained: Float32Array[];
beforeAll(async () => {
  const step = await stepOf(initialWeights(planOf(SETTINGS.network), SETTINGS), training);
  for (let i = 0; i < 150; i++) {
    const batch = Uint32Array.from({ length: 32 }, (_, k) => (i * 32 + k) % 1200);
    step.run(batch, { step: i, learningRate: 0.003 });
    await step.readyForMore();
  }
  trained = await step.weights();
  step.dispose();
});

let events: EngineEvent[];
let network: NetworkInUse;
let clones: TrainStep[];
let validations: ValidationCache;
let onYield: () => void;
let tuner: FineTuner;

function tunerWith(changes: Partial<FineTunerParts> = {}): FineTuner {
  return new FineTuner({
    emit: (event) => events.push(event),
    maker: {
      draw: async (work) => makeImages({ type: 'draw', ...work }),
      augment: async (work) => makeImages({ type: 'augment', ...work }),
    },
    cloneStep: async (weights, images) => {
      const step = await stepOf(weights, images);
      clones.push(step);
      return step;
    },
    isInUse: () => true,
    validations,
    yieldToEventLoop: async () => onYield(),
    now: () => 0,
    ...changes,
  });
}

beforeEach(async () => {
  events = [];
  clones = [];
  validations = new ValidationCache();
  onYield = () => {};
  const step = await stepOf(trained, training);
  network = networkOf(step, SETTINGS, 150);
  tuner = tunerWith();
});

const told = (): FineTuned[] => events.flatMap((event) => (event.type === 'fine-tuned' ? [event.tuned] : []));
const reads = () => events.flatMap((event) => (event.type === 'read' ? [event.readings] : []));
const faults = () => events.flatMap((event) => (event.type === 'fault' ? [event.fault.code] : []));

it('learns a hand from some of its digits, and forgets little', async () => {
  await tuner.run(OWN, DATA, network);
  const [tuned] = told();
  expect(tuned?.decision).toBe('open');
  expect(tuned?.heldOut.images).toBe(60);
  expect(tuned?.heldOut.after).toBeGreaterThan((tuned?.heldOut.before ?? 60) + 6);
  expect(tuned?.validation.after).toBeGreaterThanOrEqual((tuned?.validation.before ?? 100) - 3);
  expect(network.trainedBatches).toBeGreaterThan(150);
  expect(await network.runtime.weights()).not.toEqual(trained);
  expect(reads().map(({ part, trainedBatches }) => [part, trainedBatches])).toEqual([
    ['validation', network.trainedBatches],
  ]);
});

it('takes it back bit for bit, with what was read before', async () => {
  await tuner.run(OWN, DATA, network);
  tuner.takeBack(network);
  expect(await network.runtime.weights()).toEqual(trained);
  expect(network.trainedBatches).toBe(150);
  expect(told().map(({ decision }) => decision)).toEqual(['open', 'taken-back']);
  const last = reads().at(-1);
  expect(last?.trainedBatches).toBe(150);
  expect(last && Math.round(last.evaluation.accuracy * last.evaluation.images)).toBe(
    told()[0]?.validation.before,
  );
});

it('has nothing to take back once it was kept', async () => {
  await tuner.run(OWN, DATA, network);
  const weights = await network.runtime.weights();
  tuner.keep(network);
  tuner.takeBack(network);
  expect(await network.runtime.weights()).toEqual(weights);
  expect(told().map(({ decision }) => decision)).toEqual(['open', 'kept']);
});

it.each(['before it trains', 'while it trains'])('changes nothing where it is cancelled %s', async (when) => {
  let turns = 0;
  onYield = () => {
    turns += 1;
    if (when === 'before it trains' || turns === 20) tuner.cancel();
  };
  await tuner.run(OWN, DATA, network);
  expect(await network.runtime.weights()).toEqual(trained);
  expect(network.trainedBatches).toBe(150);
  expect(told()).toEqual([]);
  expect(faults()).toEqual([]);
  expect(events.at(-1)).toEqual({ type: 'fine-tuning', done: undefined });
  expect(clones).toHaveLength(when === 'before it trains' ? 0 : 1);
});

it('gives the same weights for the same digits', async () => {
  await tuner.run(OWN, DATA, network);
  const first = await network.runtime.weights();
  tuner.takeBack(network);
  await tuner.run(OWN, DATA, network);
  expect(await network.runtime.weights()).toEqual(first);
});

it('says why it failed, and leaves the network as it was', async () => {
  tuner = tunerWith({
    cloneStep: async () => {
      throw new RangeError('no memory');
    },
  });
  await tuner.run(OWN, DATA, network);
  expect(faults()).toEqual(['fine-tuning-failed']);
  expect(await network.runtime.weights()).toEqual(trained);
});

it('trains by Adam as it usually is, whatever the network was trained by', async () => {
  const asked: Partial<Settings>[] = [];
  tuner = tunerWith({
    cloneStep: async (_weights, _images, changes) => {
      asked.push(changes);
      throw new RangeError('that was all');
    },
  });
  await tuner.run(OWN, DATA, network);
  const usual = { beta1: 0.9, beta2: 0.999, weightDecay: 0, clipNorm: 0, ema: 0 };
  expect(asked).toEqual([expect.objectContaining({ optimizer: 'adam', ...usual })]);
});

it('leaves a network alone that has taken the place of its own', async () => {
  await tuner.run(OWN, DATA, network);
  const other = networkOf(await stepOf(trained, training), SETTINGS, 150);
  tuner.takeBack(other);
  tuner.keep(other);
  expect(await other.runtime.weights()).toEqual(trained);
  expect(told()).toHaveLength(1);
});

it('ends without a change where its network is given up meanwhile', async () => {
  let isInUse = true;
  onYield = () => {
    isInUse = clones.length === 0;
  };
  tuner = tunerWith({ isInUse: () => isInUse });
  await tuner.run(OWN, DATA, network);
  expect(clones).toHaveLength(1);
  expect(await network.runtime.weights()).toEqual(trained);
  expect(told()).toEqual([]);
  expect(faults()).toEqual([]);
});

it('tells by the version of the weights that they are others, and what they read', async () => {
  const versions = [network.weightsVersion];
  await tuner.run(OWN, DATA, network);
  versions.push(network.weightsVersion);
  expect(validations.get(network.weightsVersion, DATA)).toBe(reads().at(-1)?.evaluation);
  tuner.takeBack(network);
  versions.push(network.weightsVersion);
  expect(new Set(versions).size).toBe(3);
  const stamped = events.flatMap((event) => (event.type === 'fine-tuned' ? [event.weightsVersion] : []));
  expect(stamped).toEqual(versions.slice(1));
  expect(reads().map(({ weightsVersion }) => weightsVersion)).toEqual(versions.slice(1));
  expect(validations.get(network.weightsVersion, DATA)).toBe(reads().at(-1)?.evaluation);
});

it('has nothing new to tell of the weights where they are kept', async () => {
  await tuner.run(OWN, DATA, network);
  const { weightsVersion } = network;
  tuner.keep(network);
  expect(events.at(-1)).toMatchObject({ type: 'fine-tuned', weightsVersion });
});

it('puts what it has learnt in the place of what a run has, to be rescued', async () => {
  network.learnt = { data: DATA, checkpoint: { weights: trained, trainedBatches: 150 } };
  await tuner.run(OWN, DATA, network);
  expect(network.learnt.checkpoint.weights).toEqual(await network.runtime.weights());
  tuner.takeBack(network);
  expect(network.learnt.checkpoint).toEqual({ weights: trained, trainedBatches: 150 });
});
