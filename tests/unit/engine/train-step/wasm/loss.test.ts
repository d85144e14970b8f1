import { describe, expect, it } from 'vitest';
import { createWasmStep } from '../../../../../src/engine/train-step/wasm/wasm-step';
import type { BatchResult } from '../../../../../src/protocol/run';
import { stepSettings } from '../../../../fixtures/networks';

/** What a step tells of black images with these labels, whose logits are thus the biases. */
async function resultOf(
  biases: readonly number[],
  labels: readonly number[],
  labelSmoothing = 0,
): Promise<BatchResult> {
  const training = { images: new Uint8Array(784 * labels.length), labels: Uint8Array.from(labels) };
  const weights = [new Float32Array(7840), Float32Array.from(biases)];
  const settings = stepSettings('d10', { weights, training, labelSmoothing });
  const step = await createWasmStep({ ...settings, workers: 1 });
  step.run(
    Uint32Array.from(labels, (_, i) => i),
    { step: 0, learningRate: 0.1 },
  );
  const [result] = await step.results();
  const finite = await step.weightsAreFinite();
  step.dispose();
  expect(finite).toBe(true);
  return result as BatchResult;
}

const ZEROS = Array<number>(10).fill(0);
const peak = (at: number, height: number) => ZEROS.map((_, i) => (i === at ? height : 0));

describe('the loss', () => {
  it('is ln 10 where nothing is known, whatever the smoothing', async () => {
    expect((await resultOf(ZEROS, [0, 4, 9])).loss).toBeCloseTo(Math.log(10), 6);
    expect((await resultOf(ZEROS, [0, 4, 9], 0.3)).loss).toBeCloseTo(Math.log(10), 6);
  });

  it('is finite for logits whose exponentials are not', async () => {
    expect((await resultOf(peak(2, 1000), [2, 2])).loss).toBe(0);
    expect((await resultOf(peak(2, 1000), [3, 2])).loss).toBeCloseTo(500, 3);
    expect((await resultOf(peak(2, -1000), [3])).loss).toBeCloseTo(Math.log(9), 6);
  });

  it('counts what smoothing asks of the other classes against a sure answer', async () => {
    // A tenth of s is asked of each of the nine other classes, whose logits are 20 lower.
    expect((await resultOf(peak(7, 20), [7], 0.1)).loss).toBeCloseTo(0.1 * 0.9 * 20, 4);
  });
});

describe('the accuracy', () => {
  it('takes the first of equal logits for what was read', async () => {
    expect((await resultOf(ZEROS, [0, 1, 5, 9])).accuracy).toBe(0.25);
    const pair = ZEROS.map((_, i) => (i === 3 || i === 8 ? 2 : 0));
    expect((await resultOf(pair, [3, 8])).accuracy).toBe(0.5);
    expect((await resultOf(pair, [8])).accuracy).toBe(0);
  });

  it('counts each class, also those in a vector that is not full', async () => {
    for (let label = 0; label < 10; label++) {
      expect((await resultOf(peak(label, 1), [label, label, (label + 1) % 10])).accuracy).toBeCloseTo(
        2 / 3,
        6,
      );
    }
  });
});
