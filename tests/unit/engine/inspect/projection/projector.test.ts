import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Dataset } from '../../../../../src/data/dataset';
import { splitTraining } from '../../../../../src/data/split';
import {
  type Embedded,
  type EmbeddingRequest,
  embed,
} from '../../../../../src/engine/inspect/projection/embedding';
import { Projector } from '../../../../../src/engine/inspect/projection/projector';
import type { NetworkInUse } from '../../../../../src/engine/network/network-in-use';
import type { TrainStep } from '../../../../../src/engine/train-step/train-step';
import { createWasmStep } from '../../../../../src/engine/train-step/wasm/wasm-step';
import { principalComponents } from '../../../../../src/metrics/pca';
import { DEFAULT_SETTINGS } from '../../../../../src/model/presets';
import { eventually } from '../../../../fixtures/eventually';
import { randomImages, runSteps, stepSettings } from '../../../../fixtures/networks';
import { networkOf } from '../../network/network-of';

const TEST_IMAGES = 230;
const dataset: Dataset = {
  train: randomImages(60, 1),
  test: randomImages(TEST_IMAGES, 2),
  official: false,
  origin: 'a test',
};
const data = { dataset, split: splitTraining(60) };
const all = Uint32Array.from({ length: TEST_IMAGES }, (_, i) => i);

const cancel = vi.fn();
const startEmbedding = vi.fn((request: EmbeddingRequest) => ({
  result: Promise.resolve(embed(request)),
  cancel,
}));
let inUse: NetworkInUse;
let step: TrainStep;
let projector: Projector;

beforeEach(async () => {
  vi.clearAllMocks();
  step = await createWasmStep({ ...stepSettings('c4k5s2-p2-x20-d6-x20-d10'), workers: 1 });
  inUse = networkOf(step, DEFAULT_SETTINGS, 12);
  const isInUse = (network: unknown) => network === inUse;
  projector = new Projector({ startEmbedding, yieldToEventLoop: async () => {}, isInUse });
});

const neverDone = () => ({ result: new Promise<Embedded>(() => {}), cancel });

describe('a projection', () => {
  test('places the test images by their features, and says how they are read', async () => {
    const found = await projector.project(inUse, data, 'pca', 'test');
    const { points, shares } = principalComponents(await step.features(dataset.test, all), 6);
    const logits = await step.logits(dataset.test, all);
    const best = [...all].map((i) => {
      const row = [...logits.subarray(10 * i, 10 * i + 10)];
      return row.indexOf(Math.max(...row));
    });
    expect(found).toMatchObject({
      method: 'pca',
      part: 'test',
      trainedBatches: 12,
      weightsVersion: inUse.weightsVersion,
      points,
      shares,
    });
    expect([...(found?.positions ?? [])]).toEqual([...all]);
    expect([...(found?.truth ?? [])]).toEqual([...dataset.test.labels]);
    expect([...(found?.predicted ?? [])]).toEqual(best);
  });

  test('places validation images, where those are asked for', async () => {
    const found = await projector.project(inUse, data, 'pca', 'validation');
    const { validation } = data.split;
    expect(found).toMatchObject({ part: 'validation', positions: validation });
    expect(found?.truth).toEqual(
      Uint8Array.from(validation, (position) => dataset.train.labels[position] ?? 0),
    );
  });

  test('does not read the images again until weights change', async () => {
    const features = vi.spyOn(step, 'features');
    await projector.project(inUse, data, 'pca', 'test');
    const chunks = features.mock.calls.length;
    expect(features.mock.calls.map(([, positions]) => positions.length)).toEqual([100, 100, 30]);
    await projector.project(inUse, data, 'pca', 'test');
    expect(features).toHaveBeenCalledTimes(chunks);
    runSteps(step, 1);
    inUse.addBatch();
    const after = await projector.project(inUse, data, 'pca', 'test');
    expect(features).toHaveBeenCalledTimes(2 * chunks);
    expect(after?.points).toEqual(principalComponents(await step.features(dataset.test, all), 6).points);
  });

  test('ends with nothing when it is cancelled in the middle of the embedding', async () => {
    startEmbedding.mockImplementationOnce(neverDone);
    const pending = projector.project(inUse, data, 'umap', 'test');
    await eventually(() => expect(startEmbedding).toHaveBeenCalled());
    projector.cancel();
    expect(await pending).toBeUndefined();
    expect(cancel).toHaveBeenCalledTimes(1);
  });

  test('gives way to the next one, which is answered', async () => {
    const first = projector.project(inUse, data, 'umap', 'test');
    const second = projector.project(inUse, data, 'pca', 'test');
    expect(await first).toBeUndefined();
    expect(await second).toMatchObject({ method: 'pca' });
    expect(startEmbedding).toHaveBeenCalledTimes(1);
  });

  test('gives way also where the features are known already', async () => {
    await projector.project(inUse, data, 'pca', 'test');
    startEmbedding.mockClear();
    const cancelled = projector.project(inUse, data, 'umap', 'test');
    projector.cancel();
    expect(await cancelled).toBeUndefined();
    const first = projector.project(inUse, data, 'umap', 'test');
    const second = projector.project(inUse, data, 'pca', 'test');
    expect(await first).toBeUndefined();
    expect(await second).toMatchObject({ method: 'pca' });
    expect(startEmbedding).toHaveBeenCalledTimes(1);
  });

  test('ends with nothing when another network takes the place of its own', async () => {
    const pending = projector.project(inUse, data, 'pca', 'test');
    inUse = networkOf(step, DEFAULT_SETTINGS);
    expect(await pending).toBeUndefined();
    expect(startEmbedding).not.toHaveBeenCalled();
  });
});

describe('the neighbours', () => {
  test('of a training image are itself, and then those whose features differ least', async () => {
    const position = data.split.train[7] as number;
    const image = Float32Array.from(
      dataset.train.images.subarray(784 * position, 784 * (position + 1)),
      (grey) => grey / 255,
    );
    const found = (await projector.neighbours(inUse, data, image, { count: 8, asker: 'draw' })) ?? [];
    expect(found).toHaveLength(8);
    expect(found[0]).toMatchObject({ set: 'train', position, label: dataset.train.labels[position] });
    expect(found[0]?.distance).toBeCloseTo(0, 4);
    const rows = await step.features(dataset.train, data.split.train);
    const distances = [...data.split.train].map((_, i) =>
      Math.hypot(...[0, 1, 2, 3, 4, 5].map((k) => (rows[6 * i + k] ?? 0) - (rows[6 * 7 + k] ?? 0))),
    );
    distances.sort((a, b) => a - b);
    found.forEach(({ distance, position: other, label }, i) => {
      expect(distance).toBeCloseTo(distances[i] as number, 3);
      expect(label).toBe(dataset.train.labels[other]);
      expect(data.split.train).toContain(other);
    });
  });

  test('are none when the search is cancelled, and the images need not all be read for that', async () => {
    const features = vi.spyOn(step, 'features');
    const pending = projector.neighbours(inUse, data, new Float32Array(784), { count: 3, asker: 'draw' });
    projector.cancelNeighbours('draw');
    expect(await pending).toBeUndefined();
    expect(features).not.toHaveBeenCalled();
  });

  test('are found for each asker, whoever else asks or cancels meanwhile', async () => {
    const ask = (asker: 'draw' | 'projection') =>
      projector.neighbours(inUse, data, new Float32Array(784), { count: 3, asker });
    const overtaken = ask('draw');
    const [own, others] = [ask('draw'), ask('projection')];
    projector.cancelNeighbours('projection');
    expect(await overtaken).toBeUndefined();
    expect(await own).toHaveLength(3);
    expect(await others).toBeUndefined();
  });

  test('are none when another network takes the place of its own', async () => {
    const pending = projector.neighbours(inUse, data, new Float32Array(784), { count: 3, asker: 'draw' });
    inUse = networkOf(step, DEFAULT_SETTINGS);
    expect(await pending).toBeUndefined();
  });
});
