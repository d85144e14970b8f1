import { readFile } from 'node:fs/promises';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { ReferenceParameters } from '../../../../src/engine/train-step/reference-parameters';
import { CHOICES, type OptimizerSettings } from '../../../../src/model/settings';
import type { NetworkPlan } from '../../../../src/model/shapes';

interface Steps {
  /** Weights of the kernel; all others are the bias. */
  readonly kernel: number;
  readonly toldAfter: readonly number[];
  readonly start: readonly number[];
  readonly gradients: readonly (readonly number[])[];
  readonly rates: readonly number[];
  readonly cases: readonly { settings: OptimizerSettings; weights: number[][] }[];
}

const file = new URL('../../../fixtures/pytorch-optimizers/steps.json', import.meta.url);
const steps: Steps = JSON.parse(await readFile(file, 'utf8'));
const { kernel } = steps;
const bias = steps.start.length - kernel;

/** A kernel and a bias without a network around them. */
const PLAN = {
  parameters: kernel + bias,
  layers: [
    {
      weights: [
        { role: 'kernel', shape: [kernel] },
        { role: 'bias', shape: [bias] },
      ],
    },
  ],
} as unknown as NetworkPlan;

const cut = (all: readonly number[]) => [
  Float32Array.from(all.slice(0, kernel)),
  Float32Array.from(all.slice(kernel)),
];

beforeAll(async () => {
  await tf.setBackend('cpu');
});

test('every optimizer is among the cases, alone and with each option', () => {
  for (const optimizer of CHOICES.optimizer.options) {
    const own = steps.cases.filter(({ settings }) => settings.optimizer === optimizer);
    for (const option of ['weightDecay', 'clipNorm', 'ema'] as const) {
      expect(own.some(({ settings }) => settings[option] > 0)).toBe(true);
      expect(own.some(({ settings }) => settings[option] === 0)).toBe(true);
    }
  }
});

test.each(steps.cases.map((one) => [JSON.stringify(one.settings), one] as const))(
  'the reference steps as PyTorch does: %s',
  async (_, { settings, weights }) => {
    const parameters = new ReferenceParameters(settings, PLAN);
    parameters.set(cut(steps.start));
    const found: number[][] = [];
    for (const [i, gradient] of steps.gradients.entries()) {
      tf.tidy(() =>
        parameters.update(
          cut(gradient).map((values) => tf.tensor1d(values)),
          steps.rates[i] as number,
        ),
      );
      if (steps.toldAfter.includes(i + 1)) {
        found.push((await parameters.weights()).flatMap((values) => [...values]));
      }
    }
    parameters.dispose();
    expect(found).toHaveLength(weights.length);
    found.flat().forEach((value, i) => {
      expect(value).toBeCloseTo(weights.flat()[i] as number, 5);
    });
  },
);
