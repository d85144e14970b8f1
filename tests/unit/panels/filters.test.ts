import { describe, expect, it } from 'vitest';
import { kernelPictures } from '../../../src/model/kernels';
import { filterScales } from '../../../src/panels/filters/filter-scales';
import { weightSpread } from '../../../src/panels/filters/weight-spread';
import type { LayerWeights } from '../../../src/protocol/inspect';

/** [1, 1, 2, 2] */
const layerOf = (layer: number, ...kernel: number[]): LayerWeights => ({
  layer,
  shape: [1, 1, 2, 2],
  kernel: Float32Array.from(kernel),
  bias: new Float32Array(2),
});

describe('filterScales', () => {
  // Channel 0: 0.25 and −0.5, channel 1: −0.25 and −2; means 0 and −1.25.
  const first = layerOf(0, 0.25, -0.5, -0.25, -2);
  const second = layerOf(2, 4, 0, 4, 0);
  const ends = (extent: 'map' | 'layer' | 'network', channel: number | 'mean') => {
    const scaleOf = filterScales(
      extent,
      kernelPictures(first, channel),
      channel,
      first,
      [first, second],
      'light',
    );
    return [scaleOf(0).max, scaleOf(1).max];
  };

  it('gives each filter its own scale', () => {
    expect(ends('map', 0)).toEqual([0.25, 0.5]);
  });

  it('gives the layer one for all its channels, so that channels can be compared', () => {
    expect(ends('layer', 0)).toEqual([2, 2]);
    expect(ends('layer', 'mean')).toEqual([1.25, 1.25]);
  });

  it('gives the whole network one', () => {
    expect(ends('network', 0)).toEqual([4, 4]);
    expect(ends('network', 'mean')).toEqual([4, 4]);
  });

  it('has 0 in the middle even of weights that are all positive, or all 0', () => {
    for (const weights of [second, layerOf(0, 0, 0, 0, 0)]) {
      const { min, max } = filterScales('layer', kernelPictures(weights, 0), 0, weights, [], 'dark')(0);
      expect(min).toBe(-max);
      expect(max).toBeGreaterThan(0);
    }
  });
});

describe('the spread of weights', () => {
  it('counts in bins as wide to both sides of 0', () => {
    const { counts, end } = weightSpread([-2, -0.1, 0, 0.1, 1.9, 2], 5);
    expect(end).toBe(2);
    expect([...counts]).toEqual([1, 0, 3, 0, 2]);
  });

  it('tells mean and standard deviation', () => {
    const { mean, deviation } = weightSpread([1, 3, 5, 7], 3);
    expect(mean).toBe(4);
    expect(deviation).toBeCloseTo(Math.sqrt(5), 12);
  });

  it('leaves out what is no number, and bears weights that are all 0 or none', () => {
    const odd = weightSpread([Number.NaN, 1, Number.POSITIVE_INFINITY], 3);
    expect([[...odd.counts], odd.end]).toEqual([[0, 0, 1], 1]);
    const still = weightSpread([0, 0], 3);
    expect([[...still.counts], still.end, still.mean, still.deviation]).toEqual([[0, 2, 0], 0, 0, 0]);
    expect(weightSpread([Number.NaN], 3).mean).toBe(0);
  });
});
