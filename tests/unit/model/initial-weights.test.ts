import { describe, expect, it } from 'vitest';
import { initialWeights } from '../../../src/model/initial-weights';
import { PRESETS } from '../../../src/model/presets';
import { planOf, sizeOf } from '../../../src/model/shapes';

const plan = planOf(PRESETS['one-epoch'].network);
const tensors = plan.layers.flatMap((layer) => layer.weights);
const weights = (init: 'glorot' | 'he' | 'normal', seed = 1) =>
  initialWeights(plan, { init, initStd: 0.3, seed });
const deviation = (values: Float32Array) =>
  Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);
/** Position of the kernel of the dense layer of 128 units, the largest: 800 in, 128 out. */
const DENSE = 4;

describe('initialWeights', () => {
  it('has one array a tensor, of its size, with biases of zero', () => {
    const arrays = weights('he');
    expect(arrays.map((values) => values.length)).toEqual(tensors.map(({ shape }) => sizeOf(shape)));
    for (const [i, { role }] of tensors.entries()) {
      expect(arrays[i]?.every((value) => value === 0)).toBe(role === 'bias');
    }
  });

  it('is fixed by the seed', () => {
    expect(weights('glorot', 4)).toEqual(weights('glorot', 4));
    expect(weights('glorot', 4)).not.toEqual(weights('glorot', 5));
  });

  it('follows Glorot: uniform up to √(6 / (fan in + fan out))', () => {
    const [conv, , , , dense] = weights('glorot');
    const limits = [
      [conv, Math.sqrt(6 / (25 + 25 * 24))],
      [dense, Math.sqrt(6 / (800 + 128))],
    ] as const;
    for (const [values, limit] of limits) {
      const largest = Math.max(...(values ?? []).map(Math.abs));
      expect(largest).toBeLessThanOrEqual(limit * (1 + 1e-6));
      expect(largest).toBeGreaterThan(0.98 * limit);
    }
  });

  it('takes the inputs of a depthwise kernel for those of one map: each of its sums has no others', () => {
    const separable = planOf([
      { type: 'conv', filters: 200, kernel: 1, stride: 1, padding: 'valid' },
      { type: 'separable-conv', filters: 100, kernel: 3, stride: 1, padding: 'valid' },
      { type: 'dense', units: 10 },
    ]);
    const [, , depthwise, pointwise] = initialWeights(separable, { init: 'he', initStd: 1, seed: 2 });
    expect(depthwise).toHaveLength(9 * 200);
    expect(deviation(depthwise as Float32Array)).toBeCloseTo(Math.sqrt(2 / 9), 1);
    expect(deviation(pointwise as Float32Array)).toBeCloseTo(Math.sqrt(2 / 200), 2);
    const [, , uniform] = initialWeights(separable, { init: 'glorot', initStd: 1, seed: 2 });
    expect(Math.max(...(uniform ?? []).map(Math.abs))).toBeCloseTo(Math.sqrt(6 / 18), 2);
  });

  it('follows He: standard deviation √(2 / fan in)', () => {
    const arrays = weights('he');
    const fanIn = tensors.map(({ shape }) => sizeOf(shape.slice(0, -1)));
    expect(deviation(arrays[DENSE] as Float32Array)).toBeCloseTo(Math.sqrt(2 / (fanIn[DENSE] as number)), 3);
    expect(deviation(arrays[2] as Float32Array)).toBeCloseTo(Math.sqrt(2 / 216), 2);
  });

  it('has the standard deviation that is asked for', () => {
    expect(deviation(weights('normal')[DENSE] as Float32Array)).toBeCloseTo(0.3, 2);
  });
});
