import { expect, it } from 'vitest';
import type { Dataset, LabelledImages } from '../../../../src/data/dataset';
import { epochOrder, splitTraining } from '../../../../src/data/split';
import { drawDigits } from '../../../../src/data/synthetic/draw-digits';
import { RunControl } from '../../../../src/engine/run/run-control';
import { TrainingRun } from '../../../../src/engine/run/training-run';
import type { TrainStep } from '../../../../src/engine/train-step/train-step';
import { createWasmStep } from '../../../../src/engine/train-step/wasm/wasm-step';
import { initialWeights } from '../../../../src/model/initial-weights';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import { scheduleFactor } from '../../../../src/model/schedule';
import { type LiveSettings, type Settings, trainedNetwork } from '../../../../src/model/settings';
import { planOf } from '../../../../src/model/shapes';
import type { EngineEvent } from '../../../../src/protocol/engine-api';
import type { BatchResult, RunChange } from '../../../../src/protocol/run';
import { network as layersOf } from '../../../fixtures/networks';
import { networkOf } from '../network/network-of';

/** Two epochs of four batches. */
const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  network: [...layersOf('c3k5-p2-d10')],
  epochs: 2,
  batchSize: 64,
  optimizer: 'momentum',
  learningRate: 0.05,
  momentum: 0.9,
};
const BATCHES = 8;
const PER_EPOCH = 4;
const labels = Uint8Array.from({ length: 240 }, (_, i) => i % 10);
const images = drawDigits(labels, { seed: 1, first: 0 }, { style: 'realistic', noise: 0, blur: 0 });
const train: LabelledImages = { images, labels };
const dataset: Dataset = { train, test: train, official: false, origin: 'a test' };
const split = splitTraining(labels.length);

const stepOf = (settings: Settings, weights = initialWeights(planOf(settings.network), settings)) =>
  createWasmStep({ ...settings, network: trainedNetwork(settings), weights, training: train, workers: 1 });

/** What a person asks for when so many batches were put to work; 0: before the first. */
type Wishes = Readonly<Record<number, readonly Partial<LiveSettings>[]>>;

async function runWith(settings: Settings, wishes: Wishes, canRemake = true) {
  const events: EngineEvent[] = [];
  const control = new RunControl('running');
  const ask = (batches: number) => {
    for (const wish of wishes[batches] ?? []) control.adjust(wish);
  };
  let current: Settings = settings;
  const disposed: boolean[] = [];
  const made = async (of: Settings, weights?: readonly Float32Array[]): Promise<TrainStep> => {
    const step = await stepOf(of, weights && [...weights]);
    const number = disposed.push(false) - 1;
    const dispose = step.dispose.bind(step);
    step.dispose = () => {
      disposed[number] = true;
      dispose();
    };
    return step;
  };
  const network = networkOf(await made(settings), settings);
  let yields = 0;
  ask(0);
  const run = new TrainingRun({
    ...{ settings, dataset, split, network, control },
    maker: { draw: async () => new Uint8Array(0), augment: async ({ images: same }) => same },
    remake: (changes, weights) => {
      if (!canRemake) return Promise.reject(new Error('no memory'));
      current = { ...current, ...changes };
      return made(current, weights);
    },
    emit: (event) => events.push(event),
    onReport: () => {},
    ...{ id: 'a run', onEpoch: () => {} },
    now: () => 0,
    yieldToEventLoop: async () => {
      if (network.trainedBatches === yields) return;
      yields = network.trainedBatches;
      ask(yields);
    },
  });
  await run.run();
  const changes = events.flatMap((event) => (event.type === 'adjusted' ? [event.changes] : []));
  const weights = await network.runtime.weights();
  const losses = events.flatMap((event) => (event.type === 'batches' ? event.batches : []));
  const phase = events.findLast((event) => event.type === 'phase');
  const faults = events.flatMap((event) => (event.type === 'fault' ? [event.fault] : []));
  return { faults, weights, changes, losses, disposed, phase, settings: network.settings };
}

/** The same by hand: another step takes over the state of the one before where a change says so. */
async function byHand(settings: Settings, changes: readonly RunChange[]) {
  let now = settings;
  let step = await stepOf(settings);
  const losses: BatchResult[] = [];
  for (let batch = 1; batch <= BATCHES; batch++) {
    for (const { name, to } of changes.filter((change) => change.batch === batch)) {
      now = { ...now, [name]: to };
      if (name === 'learningRate') continue;
      losses.push(...(await step.results()));
      const state = await step.snapshot();
      step.dispose();
      step = await stepOf(now);
      step.restore(state);
    }
    const epoch = Math.floor((batch - 1) / PER_EPOCH);
    const start = ((batch - 1) % PER_EPOCH) * settings.batchSize;
    const order = epochOrder(split.train, settings.seed, epoch).subarray(start, start + settings.batchSize);
    const rate = now.learningRate * scheduleFactor(settings, (batch - 1) / BATCHES);
    step.run(order, { step: batch - 1, learningRate: rate });
    await step.readyForMore();
  }
  losses.push(...(await step.results()));
  return { weights: await step.weights(), losses };
}

it.each<[string, Settings['schedule'], LiveSettings | Partial<LiveSettings>]>([
  ['the learning rate', 'constant', { learningRate: 0.01 }],
  ['the peak of a schedule', 'one-cycle', { learningRate: 0.2 }],
  ['momentum', 'one-cycle', { momentum: 0.5 }],
  ['dropout, from none', 'constant', { dropout: 0.4 }],
  ['all three', 'cosine', { learningRate: 0.1, momentum: 0.7, dropout: 0.2 }],
])('goes on with %s from the next batch on, bit for bit as by hand', async (_, schedule, wish) => {
  const settings = { ...SETTINGS, schedule };
  const run = await runWith(settings, { 3: [wish] });
  expect(run.changes).toHaveLength(1);
  const changes = run.changes.flat();
  expect(changes).toEqual(
    (['learningRate', 'momentum', 'dropout'] as const)
      .filter((name) => name in wish)
      .map((name) => ({ name, batch: 4, from: settings[name], to: wish[name] })),
  );
  expect(run.phase).toEqual({ type: 'phase', phase: 'finished' });
  const hand = await byHand(settings, changes);
  expect(run.weights).toEqual(hand.weights);
  expect(run.losses).toEqual(hand.losses);
  const unchanged = await byHand(settings, []);
  expect(run.weights).not.toEqual(unchanged.weights);
  expect(run.losses.slice(0, 3)).toEqual(unchanged.losses.slice(0, 3));
});

it('goes back to no dropout, and leaves no step behind but the last', async () => {
  const settings = { ...SETTINGS, dropout: 0.3 };
  const run = await runWith(settings, { 2: [{ dropout: 0 }], 5: [{ momentum: 0.8 }] });
  expect(run.weights).toEqual((await byHand(settings, run.changes.flat())).weights);
  expect(run.disposed).toEqual([true, true, false]);
  expect(run.settings).toMatchObject({ dropout: 0, momentum: 0.8 });
});

it('takes on before the first batch what was asked for by then', async () => {
  const run = await runWith(SETTINGS, { 0: [{ learningRate: 0.02, dropout: 0.5 }] });
  expect(run.changes.flat().map(({ batch }) => batch)).toEqual([1, 1]);
  expect(run.weights).toEqual((await byHand(SETTINGS, run.changes.flat())).weights);
});

it('changes nothing after the last batch was put to work', async () => {
  const run = await runWith(SETTINGS, { [BATCHES]: [{ learningRate: 5, dropout: 0.5 }] });
  expect(run.changes).toEqual([]);
  expect(run.weights).toEqual((await byHand(SETTINGS, [])).weights);
});

it('holds the last of many wishes, and marks a batch once', async () => {
  const drag = [0.06, 0.07, 0.08, 0.09].map((learningRate) => ({ learningRate }));
  const run = await runWith(SETTINGS, { 2: [...drag, { dropout: 0.1 }, { dropout: 0.2 }] });
  expect(run.changes).toEqual([
    [
      { name: 'learningRate', batch: 3, from: 0.05, to: 0.09 },
      { name: 'dropout', batch: 3, from: 0, to: 0.2 },
    ],
  ]);
  // One at the start, one for the last of them.
  expect(run.disposed).toHaveLength(2);
});

it('marks nothing that comes to the same, or that the run does not heed', async () => {
  const back = [{ learningRate: 1 }, { learningRate: SETTINGS.learningRate }];
  expect((await runWith(SETTINGS, { 2: back })).changes).toEqual([]);
  const adam = { ...SETTINGS, optimizer: 'adam', learningRate: 0.003 } as const;
  expect((await runWith(adam, { 2: [{ momentum: 0.1 }] })).changes).toEqual([]);
});

it('goes on as it was where no other step can be made, says so once, and takes on what is asked for later', async () => {
  const wishes = { 2: [{ dropout: 0.5 }], 4: [{ learningRate: 0.02 }] };
  const run = await runWith(SETTINGS, wishes, false);
  expect(run.faults).toEqual([{ code: 'adjust-failed', detail: 'no memory' }]);
  expect(run.changes).toEqual([[{ name: 'learningRate', batch: 5, from: 0.05, to: 0.02 }]]);
  expect(run.disposed).toEqual([false]);
  expect(run.weights).toEqual((await byHand(SETTINGS, run.changes.flat())).weights);
});

it('takes along what else a step remembers: averages of weights and of what is normalised', async () => {
  const settings: Settings = {
    ...SETTINGS,
    network: [...layersOf('c3k5-n-p2-d10')],
    optimizer: 'adam',
    learningRate: 0.003,
    ema: 0.9,
  };
  const run = await runWith(settings, { 3: [{ dropout: 0.3 }] });
  expect(run.changes).toHaveLength(1);
  const hand = await byHand(settings, run.changes.flat());
  expect(run.weights).toEqual(hand.weights);
  expect(run.losses).toEqual(hand.losses);
});
