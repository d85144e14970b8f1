import { afterEach, expect, test, vi } from 'vitest';
import { logitsOf } from '../../../src/engine/take-away/logits-of';
import { createTakeAwayQuestions } from '../../../src/engine/take-away/take-away-questions';
import { softmaxRows } from '../../../src/metrics/logits';
import { inkImages, trained } from '../../fixtures/trained-networks';
import { SETTINGS, startEngine } from './real-engine';

vi.mock('../../../src/engine/backend/backend', () => import('./engine-mocks'));
vi.mock('../../../src/engine/train-step/choose-step', async (original) => ({
  ...(await original<object>()),
  ...(await import('./engine-mocks')),
}));
vi.mock('../../../src/data/read-files', () => import('./engine-mocks'));

afterEach(() => vi.unstubAllGlobals());

test('the network of any epoch that is kept can be taken away, and no other', async () => {
  const { engine, train } = await startEngine();
  const run = await train(SETTINGS);
  const last = await engine.networkAt({ run, epoch: 3 });
  expect(last).toEqual(await engine.trainedNetwork());
  const first = await engine.networkAt({ run, epoch: 1 });
  expect(first?.trainedBatches).toBeLessThan(last?.trainedBatches ?? 0);
  expect(first?.weights).not.toEqual(last?.weights);
  expect(await engine.networkAt({ run, epoch: 4 })).toBe(undefined);
});

test('how far single precision takes the probabilities is told', async () => {
  const engine = createTakeAwayQuestions({ archive: { at: () => undefined } });
  const images = inkImages(4).map((ink) => Math.round(255 * ink) / 255);
  const usual = trained('c2k5-p4-d10');
  expect(await engine.probabilities(usual, images)).toEqual(softmaxRows(await logitsOf(usual, images), 10));
  const small = await engine.rounding(usual, images);
  expect(small).toBeGreaterThan(0);
  expect(small).toBeLessThan(1e-6);
});
