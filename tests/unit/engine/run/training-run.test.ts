import { describe, expect, it } from 'vitest';
import type { Dataset, LabelledImages } from '../../../../src/data/dataset';
import { splitTraining } from '../../../../src/data/split';
import type { ImageMaker } from '../../../../src/engine/data/image-maker';
import { RunControl } from '../../../../src/engine/run/run-control';
import { TrainingRun } from '../../../../src/engine/run/training-run';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import { CHOICES, type Settings } from '../../../../src/model/settings';
import { scheduleCurve } from '../../../../src/panels/training/schedule-curve';
import type { EngineEvent } from '../../../../src/protocol/engine-api';
import { networkOf } from '../network/network-of';
import { FakeStep } from '../train-step/fake-step';

function images(count: number): LabelledImages {
  const labels = Uint8Array.from({ length: count }, (_, i) => i % 10);
  const pixels = new Uint8Array(784 * count);
  for (const [i, label] of labels.entries()) pixels[784 * i] = label;
  return { images: pixels, labels };
}

/** A run of 2 epochs over 220 training images in batches of 100, with a clock that ticks at every look. */
function lab(
  patch: Partial<Settings> = {},
  onYield: (batches: number, control: RunControl) => void = () => {},
  start: 'running' | 'one-step' = 'running',
  draw: ImageMaker['draw'] = async () => new Uint8Array(0),
) {
  const dataset: Dataset = { train: images(240), test: images(30), official: false, origin: 'a test' };
  const events: EngineEvent[] = [];
  const epochs: { epoch: number; weights: readonly Float32Array[] }[] = [];
  const step = new FakeStep();
  const control = new RunControl(start);
  const settings = { ...DEFAULT_SETTINGS, epochs: 2, batchSize: 100, ...patch };
  const network = networkOf(step, settings);
  let clock = 0;
  const run = new TrainingRun({
    settings,
    dataset,
    split: splitTraining(240),
    ...{ network, control },
    maker: { draw, augment: async ({ images }) => images },
    ...{ id: 'a run', remake: () => Promise.reject(new Error('nothing was changed')) },
    emit: (event) => events.push(event),
    onEpoch: (epoch, { weights }) => epochs.push({ epoch, weights }),
    onReport: () => {},
    now: () => {
      clock += 20;
      return clock;
    },
    yieldToEventLoop: async () => onYield(step.batches.length, control),
  });
  return { run, events, epochs, step, control, network };
}

const phases = (events: readonly EngineEvent[]) =>
  events.flatMap((event) => (event.type === 'phase' ? [event.phase] : []));
const only = <Type extends EngineEvent['type']>(events: readonly EngineEvent[], type: Type) =>
  events.filter((event): event is Extract<EngineEvent, { type: Type }> => event.type === type);

describe('TrainingRun', () => {
  it('sees every training image once an epoch, in another order each time', async () => {
    const { run, step } = lab();
    await run.run();
    const epochs = [step.batches.slice(0, 3).flat(), step.batches.slice(3).flat()];
    for (const epoch of epochs) expect(new Set(epoch).size).toBe(220);
    expect(epochs[0]).not.toEqual(epochs[1]);
    expect(step.batches.map((batch) => batch.length)).toEqual([100, 100, 20, 100, 100, 20]);
  });

  it('never trains on a validation image', async () => {
    const { run, step } = lab();
    await run.run();
    const held = new Set(splitTraining(240).validation);
    expect(step.batches.flat().some((position) => held.has(position))).toBe(false);
  });

  it('repeats its order for a seed and changes it for another', async () => {
    const runs = [lab({ seed: 5 }), lab({ seed: 5 }), lab({ seed: 6 })];
    for (const { run } of runs) await run.run();
    expect(runs[0]?.step.batches).toEqual(runs[1]?.step.batches);
    expect(runs[0]?.step.batches).not.toEqual(runs[2]?.step.batches);
  });

  it('validates after each epoch and looks at the test images once, at the end', async () => {
    const { run, events, step } = lab();
    await run.run();
    expect(only(events, 'validated').map(({ epoch }) => epoch)).toEqual([1, 2]);
    expect(only(events, 'tested')).toHaveLength(1);
    expect(only(events, 'tested')[0]?.evaluation).toMatchObject({ images: 30, accuracy: 1 });
    expect(step.evaluated).toBe(2 * 20 + 30);
    expect(phases(events)).toEqual(['running', 'testing', 'finished']);
  });

  it('tells every batch exactly once and in order', async () => {
    const { run, events } = lab();
    await run.run();
    const told = only(events, 'batches');
    expect(told.flatMap(({ first, batches }) => batches.map((_, i) => first + i))).toEqual([
      0, 1, 2, 3, 4, 5,
    ]);
  });

  it('tells with each batch, and with each validation, which weights there are', async () => {
    const { run, events, network } = lab();
    await run.run();
    const versions = events.flatMap((event) =>
      event.type === 'batches' || event.type === 'validated' ? [event.weightsVersion] : [],
    );
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect(new Set(only(events, 'validated').map(({ weightsVersion }) => weightsVersion)).size).toBe(2);
    expect(versions.at(-1)).toBe(network.weightsVersion);
  });

  it('hands out the weights before the first epoch and after each', async () => {
    const { run, epochs } = lab();
    await run.run();
    expect(epochs).toEqual(
      [0, 3, 6].map((batches, epoch) => ({ epoch, weights: [Float32Array.of(batches)] })),
    );
  });

  it('uses only as many training images as the settings say', async () => {
    const { run, step } = lab({ trainingImages: 128 });
    await run.run();
    expect(new Set(step.batches.flat()).size).toBe(128);
  });

  it.each(CHOICES.schedule.options)('follows the curve that the page draws of it: %s', async (schedule) => {
    const changes = { schedule, learningRate: 0.2, batchSize: 22, warmup: 0.25, rise: 0.4 };
    const { run, step } = lab(changes);
    await run.run();
    const { points } = scheduleCurve({ ...DEFAULT_SETTINGS, ...changes });
    // Twenty batches along a curve of a hundred pieces.
    const drawn = Array.from({ length: 20 }, (_, i) => ({ step: i, rate: 0.2 * (points[5 * i]?.[1] ?? 0) }));
    expect(step.moments.map(({ step, learningRate: rate }) => ({ step, rate }))).toEqual(drawn);
  });

  it('stops before the next batch and looks at no test image', async () => {
    const { run, events, step } = lab({}, (batches, control) => batches === 2 && control.stop());
    await run.run();
    expect(step.batches).toHaveLength(2);
    expect(only(events, 'batches').flatMap(({ batches }) => batches)).toHaveLength(2);
    expect(only(events, 'tested')).toHaveLength(0);
    expect(phases(events).at(-1)).toBe('stopped');
  });

  it('stops within an evaluation too', async () => {
    const { run, events } = lab({ epochs: 1 }, (batches, control) => batches === 3 && control.stop());
    await run.run();
    expect(only(events, 'tested')).toHaveLength(0);
    expect(phases(events).at(-1)).toBe('stopped');
  });

  it('pauses between two batches and goes on where it was', async () => {
    let resumed = false;
    const { run, events, step, control } = lab({}, (batches, wish) => {
      if (batches === 2 && !resumed) wish.pause();
    });
    const over = run.run();
    await expect.poll(() => phases(events)).toContain('paused');
    expect(step.batches).toHaveLength(2);
    resumed = true;
    control.resume();
    await over;
    expect(step.batches).toHaveLength(6);
    expect(phases(events)).toEqual(['running', 'paused', 'running', 'testing', 'finished']);
  });

  it('ends when the loss is no longer a number, with the last good weights', async () => {
    const { run, events, step, network } = lab();
    step.loss = Number.NaN;
    await run.run();
    expect(only(events, 'fault').map(({ fault }) => fault.code)).toEqual(['diverged']);
    expect(step.restored).toEqual([Float32Array.of(0)]);
    expect(network.trainedBatches).toBe(0);
    expect(phases(events).at(-1)).toBe('failed');
  });

  it('goes back to the last finished epoch, weights and count of batches together', async () => {
    const { run, events, step, network } = lab({}, (batches) => {
      if (batches === 5) step.loss = Number.POSITIVE_INFINITY;
    });
    await run.run();
    expect(step.restored).toEqual([Float32Array.of(3)]);
    expect(network.trainedBatches).toBe(3);
    expect(run.finishedEpochs).toBe(1);
    const { weightsVersion } = network;
    expect(only(events, 'batches').at(-1)).toMatchObject({ batches: [], weightsVersion });
    expect(only(events, 'read').at(-1)?.readings).toMatchObject({ part: 'validation', weightsVersion });
  });

  it('tells the batches before the one that went astray', async () => {
    const { run, events, step } = lab({}, (batches) => {
      if (batches === 2) step.loss = Number.NaN;
    });
    await run.run();
    expect(only(events, 'batches').flatMap(({ batches }) => batches)).toHaveLength(2);
  });

  it('takes one batch a step, validates after the last of an epoch, and waits again', async () => {
    const { run, events, step, control } = lab({}, undefined, 'one-step');
    const over = run.run();
    for (let batches = 1; batches <= 3; batches++) {
      await expect.poll(() => step.batches.length).toBe(batches);
      await expect.poll(() => control.batchWaits && phases(events).at(-1)).toBe('paused');
      if (batches < 3) control.step();
    }
    await expect.poll(() => only(events, 'validated').length).toBe(1);
    await expect.poll(() => phases(events).at(-1)).toBe('paused');
    expect(step.batches).toHaveLength(3);
    control.stop();
    await over;
    expect(phases(events).at(-1)).toBe('stopped');
  });

  it('ends when the weights are not finite although the loss looks well', async () => {
    const { run, events, step } = lab();
    step.finite = false;
    await run.run();
    expect(phases(events).at(-1)).toBe('failed');
  });

  it('passes on what the device throws', async () => {
    const { run, step } = lab();
    step.run = () => {
      throw new Error('device lost');
    };
    await expect(run.run()).rejects.toThrow('device lost');
  });

  it('trains each epoch on the digits that are drawn for it', async () => {
    const { run, step } = lab({ syntheticShare: 1 }, undefined, undefined, async ({ labels, source }) =>
      new Uint8Array(784 * labels.length).fill(1 + (source.first % 100)),
    );
    await run.run();
    expect(step.imagesSet.map(({ after }) => after)).toEqual([0, 3]);
    expect(step.imagesSet[0]?.images).not.toEqual(step.imagesSet[1]?.images);
  });

  it('stops while it waits for digits to be drawn', async () => {
    const never = new Promise<Uint8Array>(() => {});
    const { run, control, events, step } = lab({ syntheticShare: 1 }, undefined, undefined, () => never);
    const over = run.run();
    control.stop();
    await over;
    expect(step.batches).toEqual([]);
    expect(phases(events).at(-1)).toBe('stopped');
  });
});
