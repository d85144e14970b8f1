import { expect, it } from 'vitest';
import type { Dataset, LabelledImages } from '../../../../src/data/dataset';
import { splitTraining } from '../../../../src/data/split';
import { RunControl } from '../../../../src/engine/run/run-control';
import { TrainingRun } from '../../../../src/engine/run/training-run';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import type { Settings } from '../../../../src/model/settings';
import type { EngineEvent } from '../../../../src/protocol/engine-api';
import { networkOf } from '../network/network-of';
import { FakeStep } from '../train-step/fake-step';

const images = (count: number): LabelledImages => ({
  images: new Uint8Array(784 * count),
  labels: Uint8Array.from({ length: count }, (_, i) => i % 10),
});
const TEST_IMAGES = 30;
const BATCHES_PER_EPOCH = 3;

/** Reads each image the surer as what it is the higher a number for the epoch, and weights are the batches that made them. */
class JudgedStep extends FakeStep {
  /** What was read in test images, by the weights of which batch. */
  readonly tested: number[] = [];
  private trained = 0;

  constructor(private readonly sureness: readonly number[]) {
    super();
  }
  override run(...given: Parameters<FakeStep['run']>): void {
    this.trained += 1;
    super.run(...given);
  }
  override async weights(): Promise<Float32Array[]> {
    return [Float32Array.of(this.trained)];
  }
  override setWeights(weights: readonly Float32Array[]): void {
    super.setWeights(weights);
    this.trained = weights[0]?.[0] ?? 0;
  }
  override async logits({ labels }: LabelledImages, positions: Uint32Array): Promise<Float32Array> {
    if (labels.length === TEST_IMAGES) this.tested.push(this.trained);
    const epoch = this.trained / BATCHES_PER_EPOCH;
    const logits = new Float32Array(10 * positions.length);
    for (const [i, position] of positions.entries()) {
      logits[10 * i + (labels[position] as number)] = this.sureness[epoch - 1] as number;
    }
    return logits;
  }
}

async function runOf(patch: Partial<Settings>, sureness: readonly number[]) {
  const dataset: Dataset = {
    train: images(240),
    test: images(TEST_IMAGES),
    official: false,
    origin: 'a test',
  };
  const events: EngineEvent[] = [];
  const step = new JudgedStep(sureness);
  const settings = { ...DEFAULT_SETTINGS, epochs: sureness.length, batchSize: 100, ...patch };
  const network = networkOf(step, settings);
  const run = new TrainingRun({
    ...{ settings, dataset, network, split: splitTraining(240), control: new RunControl('running') },
    maker: { draw: async () => new Uint8Array(0), augment: async ({ images: same }) => same },
    remake: () => Promise.reject(new Error('nothing was changed')),
    emit: (event) => events.push(event),
    onReport: () => {},
    ...{ id: 'a run', onEpoch: () => {} },
    now: () => 0,
    yieldToEventLoop: async () => {},
  });
  await run.run();
  const told = <Type extends EngineEvent['type']>(type: Type) =>
    events.filter((event): event is Extract<EngineEvent, { type: Type }> => event.type === type);
  return { run, step, network, events, told };
}

it('ends when its patience is over, and tests the best epoch, once', async () => {
  const { run, step, network, told } = await runOf({ patience: 2 }, [1, 2, 1.5, 1.8, 9, 9]);
  expect(told('validated')).toHaveLength(4);
  expect(told('epochs-ended')).toEqual([
    { type: 'epochs-ended', ending: { reason: 'patience', epochs: 4, keptEpoch: 2 } },
  ]);
  // Of the second epoch: the sixth batch.
  expect(step.tested).toEqual([6]);
  expect(told('tested')).toHaveLength(1);
  expect(network.trainedBatches).toBe(6);
  expect(await step.weights()).toEqual([Float32Array.of(6)]);
  expect(run.checkpoint?.trainedBatches).toBe(6);
  expect(told('phase').map(({ phase }) => phase)).toEqual(['running', 'testing', 'finished']);
});

it('tells what the weights that it goes back to read in the validation images', async () => {
  const { network, told } = await runOf({ patience: 2 }, [1, 2, 1.5, 1.8, 9, 9]);
  const ofValidation = told('read').filter(({ readings }) => readings.part === 'validation');
  const [best, last] = [ofValidation[1]?.readings, ofValidation.at(-1)?.readings];
  expect(last?.evaluation).toEqual(best?.evaluation);
  expect(last?.weightsVersion).toBe(network.weightsVersion);
  expect(told('batches').at(-1)).toMatchObject({ batches: [], weightsVersion: network.weightsVersion });
});

it('ends at the accuracy that it was to stop at, with the weights that it has', async () => {
  const { step, told } = await runOf({ stopAt: 100 }, [1, 2, 3]);
  // Every image is read right after the first epoch already.
  expect(told('epochs-ended')[0]?.ending).toEqual({ reason: 'reached', epochs: 1, keptEpoch: 1 });
  expect(step.restored).toBeUndefined();
  expect(step.tested).toEqual([3]);
});

it('comes to its end in the progress too', async () => {
  const { told } = await runOf({ stopAt: 100 }, [1, 2, 3]);
  expect(told('progress').at(-1)?.progress.done).toBe(1);
});

it('trains all epochs and leaves the weights as they are where nothing else is asked for', async () => {
  const { step, told } = await runOf({}, [3, 1, 2]);
  expect(told('epochs-ended')[0]?.ending).toEqual({ reason: 'all', epochs: 3, keptEpoch: 3 });
  expect(step.restored).toBeUndefined();
  expect(step.tested).toEqual([9]);
});
