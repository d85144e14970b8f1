import { afterEach, expect, it, vi } from 'vitest';
import { NORMALISED, OTHERS, SETTINGS, startEngine } from '../real-engine';

vi.mock('../../../../src/engine/backend/backend', () => import('../engine-mocks'));
vi.mock('../../../../src/data/read-files', () => import('../engine-mocks'));
vi.mock('../../../../src/engine/train-step/choose-step', async (original) => ({
  ...(await original<object>()),
  chooseStep: (await import('../engine-mocks')).chooseStep,
}));

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
