import { expect, test } from 'vitest';
import type { ReferenceSettings } from '../../../../../src/engine/train-step/reference';
import { createWasmStep } from '../../../../../src/engine/train-step/wasm/wasm-step';
import { RandomStream } from '../../../../../src/model/random';
import { relativeDifference, stepSettings, withBiases } from '../../../../fixtures/networks';
import { plainLoss } from './plain-network';

const BATCH = Uint32Array.of(3, 12, 0, 7, 9);
const STEP = 2;
/** Parameters of a tensor whose slope is measured. */
const SAMPLES = 10;
/** Small enough to pass by nearly every kink, large enough for fifteen digits. */
const H = 1e-6;
const RATE = 2 ** 20;

const CASES: [notation: string, changes: Partial<ReferenceSettings>][] = [
  ['d7-d10', { activation: 'sigmoid' }],
  ['c3k5s2-p2-d10', { activation: 'relu' }],
  ['c5k3s2same-p3-c4k2same-d6-d10', { activation: 'tanh', labelSmoothing: 0.1 }],
  ['c2k7s2-a3s2-x30-d10', { activation: 'sigmoid' }],
  ['x20-c3k4s2same-p3s2-c6k3s2-x40-d5-x10-d10', { activation: 'tanh', labelSmoothing: 0.3 }],
  ['c2k1s2-p4s1-c5k6s2same-p2s1-d10', { activation: 'relu' }],
  ['c3k5s2-p2-c4k3same-p2s1-d7-d10', { activation: 'leaky-relu' }],
  ['c5k5s2-p2-c3k3same-x20-d7-x10-d10', { activation: 'gelu' }],
  ['p2-a2-c3k3-d10', { activation: 'relu' }],
  ['c5k5s2-s6k3same-p2-s3k4s2-d10', { activation: 'tanh' }],
  ['s5k3s2-s2k5same-a2-d10', { activation: 'gelu' }],
  ['x10-s3k2s2same-c3k3same-r-d6-d6-r-d10', { activation: 'tanh' }],
  ['c1k3same-r-p4-c4k3-s4k3same-r-r-d10', { activation: 'sigmoid' }],
  ['p4-c5k3same-c5k3same-r-c5k1-r-x30-d6-x10-d6-r-d10', { activation: 'gelu', labelSmoothing: 0.1 }],
];

test.each(CASES)(
  'the gradient is the slope of the loss: %s %o',
  { timeout: 30_000 },
  async (notation, changes) => {
    const ordinary = stepSettings(notation, { ...changes, optimizer: 'sgd' });
    const weights = withBiases(ordinary.weights, new RandomStream(8, 'shuffle'));
    const settings = { ...ordinary, weights };
    const step = await createWasmStep({ ...settings, workers: 1 });
    step.run(BATCH, { step: STEP, learningRate: RATE });
    const after = await step.weights();
    const [result] = await step.results();
    step.dispose();

    const exact = settings.weights.map((values) => [...values]);
    expect(result?.loss).toBeCloseTo(plainLoss(settings, exact, BATCH, STEP), 5);
    const random = new RandomStream(4, 'shuffle');
    exact.forEach((values, tensor) => {
      const sampled = Array.from({ length: Math.min(SAMPLES, values.length) }, () =>
        random.below(values.length),
      );
      const slopes = sampled.map((index) => slope(settings, exact, tensor, index));
      const gradient = sampled.map((index) => ((values[index] ?? 0) - (after[tensor]?.[index] ?? 0)) / RATE);
      const difference = relativeDifference(Float32Array.from(gradient), Float32Array.from(slopes));
      expect(difference, `tensor ${tensor} at ${sampled}`).toBeLessThan(1e-4);
    });
  },
);

/** The loss's derivative by one weight, by central differences. */
function slope(settings: ReferenceSettings, weights: number[][], tensor: number, index: number): number {
  const lossWith = (by: number) => {
    const moved = weights.map((values) => [...values]);
    const values = moved[tensor] as number[];
    values[index] = (values[index] as number) + by;
    return plainLoss(settings, moved, BATCH, STEP);
  };
  return (lossWith(H) - lossWith(-H)) / (2 * H);
}
