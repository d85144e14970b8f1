import { expect, it } from 'vitest';
import { evaluate } from '../../../../src/engine/run/evaluate';
import { fitTemperature } from '../../../../src/metrics/temperature';
import { parseNetwork } from '../../../../src/model/notation';
import type { Part } from '../../../../src/protocol/data/images';
import { FakeStep } from '../train-step/fake-step';

const parsed = parseNetwork('d10');
if (!parsed.ok) throw new Error('no network');
const network = {
  runtime: new FakeStep(),
  settings: { network: [...parsed.network] },
  trainedBatches: 1,
  weightsVersion: 1,
};

/** Of each image the step reads the first pixel: every third is read wrong. */
function readingsOf(part: Part) {
  const labels = Uint8Array.from({ length: 30 }, (_, i) => i % 10);
  const images = new Uint8Array(30 * 784);
  for (const [i, label] of labels.entries()) images[784 * i] = i % 3 === 0 ? (label + 1) % 10 : label;
  const positions = Uint32Array.from(labels, (_, i) => i);
  return evaluate(network, { part, images: { images, labels }, positions }, 8, async () => undefined);
}

it('fits the temperature of what it reads in validation images, and of no others', async () => {
  const { temperature, probabilities, truth, evaluation } = await readingsOf('validation');
  expect(evaluation.accuracy).toBeCloseTo(2 / 3);
  expect(temperature).toBe(fitTemperature(probabilities, truth));
  // Sure in all of them, and right in two of three.
  expect(temperature).toBeGreaterThan(1);
  for (const part of ['train', 'test'] as const)
    expect(await readingsOf(part)).not.toHaveProperty('temperature');
});
