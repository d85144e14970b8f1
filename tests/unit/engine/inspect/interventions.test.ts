import { beforeEach, describe, expect, it } from 'vitest';
import type { LabelledImages } from '../../../../src/data/dataset';
import type { DataInUse } from '../../../../src/engine/data/active-dataset';
import { Interventions } from '../../../../src/engine/inspect/interventions';
import { ValidationCache } from '../../../../src/engine/inspect/validation-cache';
import type { NetworkInUse } from '../../../../src/engine/network/network-in-use';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import type { Settings } from '../../../../src/model/settings';
import type { Readings } from '../../../../src/protocol/data/images';
import type { EngineEvent } from '../../../../src/protocol/engine-api';
import type { WeightEdit } from '../../../../src/protocol/inspect';
import { networkOf } from '../network/network-of';
import { FakeStep } from '../train-step/fake-step';

const UNITS = 10;
const mute = (filter: number): WeightEdit => ({ kind: 'mute', layer: 0, filter });

/** One dense layer: an image with the only pixel p has the logits of row p. */
class DenseStep extends FakeStep {
  private kernel = new Float32Array(784 * UNITS);
  private bias = new Float32Array(UNITS);
  /** Called before each chunk that is read. */
  onRead = () => {};

  constructor() {
    super();
    for (let digit = 0; digit < UNITS; digit++) this.kernel[digit * UNITS + digit] = 5;
    // So that a muted class is not the largest of equals.
    this.bias.fill(0.1);
  }
  override setWeights([kernel, bias]: readonly Float32Array[]): void {
    this.kernel = kernel?.slice() as Float32Array<ArrayBuffer>;
    this.bias = bias?.slice() as Float32Array<ArrayBuffer>;
  }
  override async weights() {
    return [this.kernel.slice(), this.bias.slice()];
  }
  override async logits({ images }: LabelledImages, positions: Uint32Array) {
    this.onRead();
    const logits = new Float32Array(positions.length * UNITS);
    positions.forEach((position, i) => {
      const pixel = images[position * 784] as number;
      for (let unit = 0; unit < UNITS; unit++) {
        logits[i * UNITS + unit] =
          (this.kernel[pixel * UNITS + unit] as number) + (this.bias[unit] as number);
      }
    });
    return logits;
  }
}

const images = new Uint8Array(784 * 20);
const labels = Uint8Array.from({ length: 20 }, (_, i) => i % 10);
labels.forEach((label, i) => {
  images[784 * i] = label;
});
const data = {
  dataset: { train: { images, labels } },
  split: { validation: Uint32Array.from(labels.keys()) },
} as unknown as DataInUse;
/** The same images, but the 4s are gone. */
const otherData = {
  ...data,
  split: { validation: Uint32Array.from(labels.keys()).filter((i) => labels[i] !== 4) },
} as unknown as DataInUse;
const SETTINGS: Settings = { ...DEFAULT_SETTINGS, network: [{ type: 'dense', units: UNITS }] };
const denseNetwork = (step: FakeStep) => networkOf(step, SETTINGS, 7);

let events: EngineEvent[];
let step: DenseStep;
let network: NetworkInUse;
let validations: ValidationCache;
let inUse: NetworkInUse | undefined;
let interventions: Interventions;
beforeEach(() => {
  events = [];
  step = new DenseStep();
  network = denseNetwork(step);
  inUse = network;
  validations = new ValidationCache();
  interventions = new Interventions({
    emit: (event) => events.push(event),
    yieldToEventLoop: async () => {},
    validations,
    isCurrent: (version) => version === inUse?.weightsVersion,
  });
});
const edit = (...edits: WeightEdit[]) => interventions.edit(edits, data, network);
const edited = () =>
  events.flatMap((event) =>
    event.type === 'edited' ? [[event.edits.length, event.before.accuracy, event.after.accuracy]] : [],
  );

describe('Interventions', () => {
  it('tells how well the validation images are read before and after, and what is read in each', async () => {
    await edit(mute(3));
    expect(events.map(({ type }) => type)).toEqual(['edited', 'read']);
    expect(edited()).toEqual([[1, 1, 0.9]]);
    const [, read] = events;
    if (read?.type !== 'read') throw new Error('no readings');
    expect(read.readings).toMatchObject({ part: 'validation', trainedBatches: 7 });
    expect(read.readings.predicted[3]).not.toBe(3);
    expect(read.readings.predicted[4]).toBe(4);
  });

  it('starts each list of edits from what was learnt', async () => {
    await edit(mute(3), mute(4));
    await edit(mute(5));
    expect(edited()).toEqual([
      [2, 1, 0.8],
      [1, 1, 0.9],
    ]);
    const [kernel] = await step.weights();
    expect(kernel?.[3 * UNITS + 3]).toBe(5);
  });

  it('gives the learnt weights back when the list is empty', async () => {
    const learnt = await step.weights();
    await edit(mute(3));
    await edit();
    expect(await step.weights()).toEqual(learnt);
    expect(edited().at(-1)).toEqual([0, 1, 1]);
  });

  it('puts only the last of the edits that wait in force', async () => {
    await Promise.all([edit(mute(1)), edit(mute(1), mute(2)), edit(mute(1), mute(2), mute(3))]);
    expect(edited()).toEqual([[3, 1, 0.7]]);
  });

  it('drops edits that newer ones overtake while the images are read', async () => {
    await edit(mute(1));
    let newer: Promise<void> | undefined;
    step.onRead = () => {
      newer ??= edit(mute(1), mute(2));
    };
    await edit(mute(7));
    await newer;
    expect(edited().slice(1)).toEqual([[2, 1, 0.8]]);
  });

  it('tells by the version of the weights that they are others', async () => {
    const learnt = network.weightsVersion;
    await edit(mute(1));
    const [told, read] = events;
    expect(told).toMatchObject({ weightsVersion: network.weightsVersion });
    expect(read).toMatchObject({ readings: { weightsVersion: network.weightsVersion } });
    expect(network.weightsVersion).toBeGreaterThan(learnt);
  });

  it('ends without a word when the network is given up meanwhile', async () => {
    step.onRead = () => {
      inUse = undefined;
    };
    await edit(mute(1));
    expect(events).toEqual([]);
  });

  it('knows nothing of the edits of another network', async () => {
    await edit(mute(1));
    const other = denseNetwork(new DenseStep());
    inUse = other;
    await interventions.edit([mute(2)], data, other);
    expect(edited().at(-1)).toEqual([1, 1, 0.9]);
  });

  it('starts from weights that were put in force meanwhile, and leaves these alone where it is late', async () => {
    await edit(mute(1));
    const tuned = [new Float32Array(784 * UNITS), new Float32Array(UNITS)];
    step.onRead = () => {
      step.onRead = () => {};
      network.setWeights(tuned, 9);
    };
    await edit(mute(1), mute(2));
    expect(edited()).toHaveLength(1);
    expect(await step.weights()).toEqual(tuned);
    await edit();
    expect(await step.weights()).toEqual(tuned);
  });

  it('does not wait for a network that never answers', async () => {
    const lost = new DenseStep();
    lost.weights = () => new Promise(() => {});
    void interventions.edit([mute(1)], data, denseNetwork(lost));
    await edit(mute(2));
    expect(edited()).toEqual([[1, 1, 0.9]]);
  });

  it('does not read again what was read with the learnt weights', async () => {
    let chunks = 0;
    step.onRead = () => {
      chunks += 1;
    };
    const evaluation = { images: 20, loss: 0.1, accuracy: 0.95, confusion: [] };
    const { weightsVersion } = network;
    validations.put({ part: 'validation', weightsVersion, evaluation } as unknown as Readings, data);
    await edit(mute(3));
    expect(chunks).toBe(1);
    expect(edited()).toEqual([[1, 0.95, 0.9]]);
  });

  it.each([
    ['of other weights', { weightsVersion: 0 }, data],
    ['of other images', { part: 'test' }, data],
    ['of other data', {}, otherData],
  ])('takes no readings %s for those of the learnt weights', async (_, patch, of) => {
    const evaluation = { images: 20, loss: 0.1, accuracy: 0.95, confusion: [] };
    const { weightsVersion } = network;
    const readings = { part: 'validation', weightsVersion, evaluation, ...patch };
    validations.put(readings as unknown as Readings, of);
    await edit(mute(3));
    expect(edited()).toEqual([[1, 1, 0.9]]);
  });

  it('compares on the data in use, where these have become others', async () => {
    await edit(mute(3));
    await interventions.edit([mute(3), mute(4)], otherData, network);
    expect(edited().at(-1)).toEqual([2, 1, 16 / 18]);
    await interventions.edit([], otherData, network);
    expect(edited().at(-1)).toEqual([0, 1, 1]);
  });

  it('refuses edits of weights that are not there, and changes nothing', async () => {
    const learnt = await step.weights();
    expect(() => edit({ kind: 'mute', layer: 1, filter: 0 })).toThrow(RangeError);
    expect(await step.weights()).toEqual(learnt);
  });
});
