import { afterEach, expect, it, vi } from 'vitest';
import type * as ReadingNetwork from '../../../../src/engine/network/reading-network';
import { readingParts } from '../../../../src/engine/network/reading-network';
import { NORMALISED, OTHERS, SETTINGS, startEngine } from '../real-engine';

vi.mock('../../../../src/engine/backend/backend', () => import('../engine-mocks'));
vi.mock('../../../../src/data/read-files', () => import('../engine-mocks'));
vi.mock('../../../../src/engine/train-step/choose-step', async (original) => ({
  ...(await original<object>()),
  chooseStep: (await import('../engine-mocks')).chooseStep,
}));

vi.mock('../../../../src/engine/network/reading-network', async (original) => {
  const { readingParts } = await original<typeof ReadingNetwork>();
  return { readingParts: vi.fn(readingParts) };
});

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['convolutions', SETTINGS],
  ['normalisations', NORMALISED],
])('opens a trained network with %s in another engine: same weights, same answers', async (_, settings) => {
  const first = await startEngine();
  await first.train(settings);
  const trained = await first.engine.trainedNetwork();
  if (!trained) throw new Error('nothing trained');
  const second = await startEngine();
  expect(await second.engine.openNetwork('mine', structuredClone(trained), OTHERS)).toBe(true);
  expect(second.all('network').at(-1)).toMatchObject({
    ...{ opened: 'mine', settings: trained.settings, trainedBatches: trained.trainedBatches },
  });
  expect(await second.weights()).toEqual(await first.weights());
  const image = new Float32Array(784).map((__, i) => (i % 29) / 28);
  const [ours, theirs] = [await first.engine.activations(image), await second.engine.activations(image)];
  ours?.probabilities.forEach((value, i) => {
    expect(theirs?.probabilities[i]).toBeCloseTo(value, 5);
  });
});

it('has no trained network before the first batch', async () => {
  const { engine } = await startEngine();
  expect(await engine.trainedNetwork()).toBeUndefined();
});

it('refuses weights that are not all there', async () => {
  const lab = await startEngine();
  await lab.train(OTHERS);
  const trained = await lab.engine.trainedNetwork();
  if (!trained) throw new Error('nothing trained');
  const weights = trained.weights.slice(1);
  await expect(lab.engine.openNetwork('less', { ...trained, weights }, SETTINGS)).rejects.toThrow(RangeError);
  expect(await lab.engine.trainedNetwork()).toMatchObject({ settings: trained.settings });
});

it('makes networks and trains after one that could not be taken into use', async () => {
  const lab = await startEngine();
  await lab.train(OTHERS);
  const trained = await lab.engine.trainedNetwork();
  if (!trained) throw new Error('nothing trained');
  vi.mocked(readingParts).mockImplementationOnce(() => {
    throw new Error('no memory');
  });
  await expect(lab.engine.openNetwork('mine', trained, SETTINGS)).rejects.toThrow('no memory');
  await lab.engine.reset(SETTINGS);
  expect(lab.all('network').at(-1)).toMatchObject({ settings: SETTINGS, trainedBatches: 0 });
  await lab.train(OTHERS);
  expect(lab.all('phase').at(-1)?.phase).toBe('finished');
});
