import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../../src/model/presets';
import { planOf, sizeOf } from '../../../src/model/shapes';
import { isAllZero, layerScale, mapPixels, unitPixels } from '../../../src/panels/network-strip/map-pixels';
import { stripLayers, unitGrid } from '../../../src/panels/network-strip/strip-layers';
import type { Activations } from '../../../src/protocol/inspect';

const plan = planOf(PRESETS['one-epoch'].network);
const lookAt = (of: typeof plan): Activations => ({
  probabilities: new Float32Array(10).fill(0.1),
  layers: of.layers
    .filter(({ layer }) => layer.type !== 'dropout')
    .map(({ output }) => ({ shape: output, values: new Float32Array(sizeOf(output)) })),
  trainedBatches: 0,
  weightsVersion: 0,
});

describe('stripLayers', () => {
  it('has a column for each layer, the last one as probabilities', () => {
    const kinds = stripLayers(plan, lookAt(plan)).map((layer) => layer.kind);
    expect(kinds).toEqual(['maps', 'maps', 'maps', 'maps', 'units', 'classes']);
  });

  it('passes over dropout layers, which have no output of their own', () => {
    const dropped = planOf([
      { type: 'dense', units: 32 },
      { type: 'dropout', percent: 50 },
      { type: 'dense', units: 10 },
    ]);
    const layers = stripLayers(dropped, lookAt(dropped));
    expect(layers.map((layer) => layer.kind)).toEqual(['units', 'classes']);
    expect(layers[1]).toMatchObject({ probabilities: expect.any(Float32Array) });
  });

  it('gives skeletons of the right shapes while there is no look', () => {
    expect(stripLayers(plan, undefined)[0]).toMatchObject({ side: 24, channels: 24, output: undefined });
  });

  it('gives skeletons where the look is of another network', () => {
    const other = planOf(PRESETS['tfjs-examples'].network);
    expect(stripLayers(plan, lookAt(other)).at(-1)).toEqual({ kind: 'classes', probabilities: undefined });
  });
});

describe('unitGrid', () => {
  it.each([
    [1, 1, 1],
    [128, 8, 16],
    [100, 4, 25],
    [2048, 32, 64],
  ])('lays %i units out in %i columns of %i', (units, columns, rows) => {
    expect(unitGrid(units)).toEqual({ columns, rows });
  });
});

describe('pixels', () => {
  const dark = [68, 1, 84, 255];
  const bright = [253, 231, 37, 255];
  // Two maps of 1×2: channel 0 holds 0 and 2, channel 1 holds 4 and 0.
  const output = { shape: [1, 2, 2] as const, values: Float32Array.of(0, 4, 2, 0) };

  it('takes one channel of a layer, on the scale of the whole layer', () => {
    const scale = layerScale(output);
    expect([...mapPixels(output, 1, scale).rgba]).toEqual([...bright, ...dark]);
    expect([...mapPixels(output, 0, scale).rgba.slice(0, 4)]).toEqual(dark);
    expect([...mapPixels(output, 0, scale).rgba.slice(4)]).not.toEqual(bright);
  });

  it('draws a layer that is the same everywhere in the lowest colour', () => {
    const flat = { shape: [2] as const, values: Float32Array.of(3, 3) };
    expect([...unitPixels(flat, { columns: 1, rows: 2 }, layerScale(flat)).rgba]).toEqual([...dark, ...dark]);
  });

  it('stays drawable when the weights have diverged', () => {
    const broken = { shape: [2] as const, values: Float32Array.of(Number.NaN, Number.POSITIVE_INFINITY) };
    expect(() => unitPixels(broken, { columns: 1, rows: 2 }, layerScale(broken))).not.toThrow();
  });

  it('leaves cells beyond the last unit transparent', () => {
    const three = { shape: [3] as const, values: Float32Array.of(0, 0, 1) };
    const { rgba } = unitPixels(three, { columns: 2, rows: 2 }, layerScale(three));
    expect(rgba[2 * 4 + 3]).toBe(255);
    expect(rgba[3 * 4 + 3]).toBe(0);
  });

  it('knows a map that is 0 everywhere, whatever its neighbours are', () => {
    const half = { shape: [1, 2, 2] as const, values: Float32Array.of(0, 4, 0, -1) };
    expect([isAllZero(half, 0), isAllZero(half, 1)]).toEqual([true, false]);
    expect(isAllZero({ shape: [2], values: Float32Array.of(0, 0) }, 0)).toBe(true);
  });
});
