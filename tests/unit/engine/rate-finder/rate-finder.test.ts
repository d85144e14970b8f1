import { beforeEach, expect, it } from 'vitest';
import type { LabelledImages } from '../../../../src/data/dataset';
import { epochOrder, splitTraining } from '../../../../src/data/split';
import type { DataInUse } from '../../../../src/engine/data/active-dataset';
import type { ImageMaker } from '../../../../src/engine/data/image-maker';
import { RateFinder } from '../../../../src/engine/rate-finder/rate-finder';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import type { Settings } from '../../../../src/model/settings';
import type { EngineEvent } from '../../../../src/protocol/engine-api';
import type { RateTest } from '../../../../src/protocol/rate-finder';
import { networkOf } from '../network/network-of';
import { FakeStep } from '../train-step/fake-step';

const SETTINGS: Settings = { ...DEFAULT_SETTINGS, batchSize: 10 };
const TRAINING = 600;
/** Every image holds its own number in its first two pixels. */
const images = (count: number): LabelledImages => {
  const all = { images: new Uint8Array(784 * count), labels: new Uint8Array(count) };
  for (const i of all.labels.keys()) all.images.set([i % 256, Math.floor(i / 256)], 784 * i);
  return all;
};
const data: DataInUse = {
  dataset: {
    train: images(TRAINING),
    // Whoever looked at them would fail.
    get test(): LabelledImages {
      throw new Error('the test images were read');
    },
    official: false,
    origin: 'a test',
  },
  split: splitTraining(TRAINING),
};

/** Its loss is a function of the batches so far. */
class LosingStep extends FakeStep {
  isDisposed = false;
  lossAt: (batches: number) => number = () => 1;
  override run(...given: Parameters<FakeStep['run']>): void {
    this.loss = this.lossAt(this.batches.length);
    super.run(...given);
  }
  override dispose(): void {
    this.isDisposed = true;
  }
}

let events: EngineEvent[];
let step: LosingStep;
let given: LabelledImages;
let isWanted: boolean;
let onYield: () => void;
let maker: ImageMaker;
const network = networkOf(new FakeStep(), SETTINGS);

beforeEach(() => {
  [events, step, isWanted, onYield] = [[], new LosingStep(), true, () => {}];
  maker = { draw: async () => new Uint8Array(0), augment: async ({ images: changed }) => changed };
});

function finderWith(makeStep?: () => Promise<LosingStep>) {
  let clock = 0;
  return new RateFinder({
    emit: (event) => events.push(event),
    maker,
    makeStep: async (_, training) => {
      given = training;
      return makeStep ? makeStep() : step;
    },
    isWanted: () => isWanted,
    yieldToEventLoop: async () => onYield(),
    now: () => {
      clock += 60;
      return clock;
    },
  });
}

const told = (): (RateTest | undefined)[] =>
  events.flatMap((event) => (event.type === 'rate-test' ? [event.test] : []));
/** Which images of the data set the batches were. */
const trained = () =>
  step.batches.map((batch) =>
    batch.map(
      (position) => (given.images[784 * position] ?? 0) + 256 * (given.images[784 * position + 1] ?? 0),
    ),
  );

it('trains the batches that a run would begin with, at rates that rise from a millionth to ten', async () => {
  await finderWith().run(SETTINGS, data, network);
  const order = epochOrder(data.split.train, SETTINGS.seed, 0);
  // An epoch has 55 batches of the 550 images to train on.
  expect(trained().flat()).toEqual([...order]);
  const rates = step.moments.map(({ learningRate }) => learningRate);
  expect(rates[0]).toBeCloseTo(1e-6, 12);
  expect(rates.at(-1)).toBeCloseTo(10, 6);
  expect(rates).toEqual(rates.toSorted((a, b) => a - b));
  const last = told().at(-1);
  expect(last).toMatchObject({ status: 'finished', settings: SETTINGS, batches: 55 });
  expect(last?.points.map(({ rate }) => rate)).toEqual(rates);
  expect(step.isDisposed).toBe(true);
});

it('tells on the way what it has so far', async () => {
  await finderWith().run(SETTINGS, data, network);
  const counts = told().map((test) => test?.points.length ?? -1);
  expect(counts[0]).toBe(0);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect(new Set(counts).size).toBeGreaterThan(10);
});

it('goes through few images again, in another order', async () => {
  await finderWith().run({ ...SETTINGS, trainingImages: 128, batchSize: 32 }, data, network);
  expect(step.batches).toHaveLength(50);
  expect(new Set(trained().flat()).size).toBe(128);
  expect(step.batches.slice(4, 8).flat()).not.toEqual(step.batches.slice(0, 4).flat());
  expect(new Set(step.batches.slice(4, 8).flat()).size).toBe(128);
});

it('changes the images as the run would', async () => {
  maker = { ...maker, augment: async ({ images: changed }) => changed.map(() => 7) };
  await finderWith().run({ ...SETTINGS, shift: 2 }, data, network);
  expect(new Set(given.images)).toEqual(new Set([7]));
});

it.each([
  ['four times its least', 40],
  ['no number', Number.NaN],
])('ends with the batch at which the smoothed loss is %s', async (_, loss) => {
  step.lossAt = (batches) => (batches < 30 ? 1 : loss);
  await finderWith().run(SETTINGS, data, network);
  expect(step.batches).toHaveLength(31);
  expect(told().at(-1)?.points).toHaveLength(31);
  expect(told().at(-1)?.status).toBe('finished');
});

it.each([
  ['it is cancelled', (finder: RateFinder) => finder.cancel()],
  [
    'a run begins',
    () => {
      isWanted = false;
    },
  ],
])('ends within a batch when %s, and has nothing to show', async (_, end) => {
  const finder = finderWith();
  onYield = () => step.batches.length === 5 && end(finder);
  await finder.run(SETTINGS, data, network);
  expect(step.batches).toHaveLength(5);
  expect(step.isDisposed).toBe(true);
  expect(told().at(-1)).toBeUndefined();
});

it('makes no step when it is cancelled while images are made for it', async () => {
  let made = (_: Uint8Array) => {};
  maker = {
    ...maker,
    augment: () =>
      new Promise((resolve) => {
        made = resolve;
      }),
  };
  const finder = finderWith(() => Promise.reject(new Error('a step was made')));
  const over = finder.run({ ...SETTINGS, shift: 2 }, data, network);
  finder.cancel();
  made(new Uint8Array(0));
  await over;
  expect(told().at(-1)).toBeUndefined();
});

it('leaves the word to the test that was asked for last', async () => {
  const finder = finderWith();
  let again: Promise<void> | undefined;
  onYield = () => {
    if (step.batches.length === 5) again ??= finder.run({ ...SETTINGS, batchSize: 5 }, data, network);
  };
  await finder.run(SETTINGS, data, network);
  await again;
  expect(told()).not.toContain(undefined);
  expect(told().at(-1)).toMatchObject({ status: 'finished', settings: { batchSize: 5 } });
});

it('says why it failed, and disposes of its step', async () => {
  await finderWith(() => Promise.reject(new Error('no memory'))).run(SETTINGS, data, network);
  expect(told().at(-1)).toMatchObject({ status: 'failed', detail: 'no memory' });
  step.run = () => {
    throw new Error('the device is gone');
  };
  await finderWith().run(SETTINGS, data, network);
  expect(told().at(-1)).toMatchObject({ status: 'failed', detail: 'the device is gone' });
  expect(step.isDisposed).toBe(true);
});
